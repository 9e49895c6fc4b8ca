/** Entries that the reader does not take apart (code, foreign objects, raw records), and whose bytes differ. */
import { defineCheck } from '../../model/check.ts';
import { formatInteger, formatSizes, plural, quote } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = {
  readonly differing: number;
  readonly example: string;
  readonly what: string;
  readonly first: number;
  readonly second: number;
  readonly firstOffset: number;
};

export const checkpointsOpaqueDiffers = defineCheck<Facts>({
  id: 'checkpoints/opaque-differs',
  title: 'Entries compared as bytes differ',
  severity: 'error',
  certainty: 'measured',
  since: '0.1.0',
  why: `Part of the checkpoint is something that this tool does not take apart. It is compared all the same, as bytes, because
what is left out of a comparison could be the very thing that differs.`,
  fix: `Save tensors and plain values only; make objects of your own into dictionaries:

\`\`\`python
torch.save({"config": dataclasses.asdict(config), "model_state_dict": model.state_dict()}, path)
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'bytes')
      .filter(({ decides, role }) => decides && (role === 'checkpoint' || role === 'metrics'))
      .flatMap(({ place, leaves }) => {
        const [example] = leaves;
        if (example === undefined) return [];
        const { sizes, what, firstOffset } = example;
        return [
          {
            place: { ...place, entry: example.place === '' ? null : example.place },
            facts: {
              differing: leaves.length,
              example: example.place,
              what,
              first: sizes.first,
              second: sizes.second,
              firstOffset,
            },
          },
        ];
      }),
  message: ({ differing, example, what, first, second, firstOffset }) =>
    `${plural(differing, 'part')} compared as bytes ${differing === 1 ? 'differs' : 'differ'}: ${
      example === '' ? 'the file' : quote(example)
    } (${what}, ${formatSizes(first, second)}) from byte ${formatInteger(firstOffset)} on.`,
});
