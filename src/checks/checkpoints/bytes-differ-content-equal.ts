/** Checkpoints whose bytes differ although every tensor and every value in them is the same. */
import { defineCheck } from '../../model/check.ts';
import { formatList } from '../../model/format-number.ts';
import { leavesPerFile } from '../leaves-per-file.ts';

type Facts = { readonly causes: readonly string[] };

export const checkpointsBytesDifferContentEqual = defineCheck<Facts>({
  id: 'checkpoints/bytes-differ-content-equal',
  title: 'Bytes differ, content is equal',
  severity: 'notice',
  certainty: 'measured',
  since: '0.1.0',
  why: `Every tensor and every value was compared and is the same to the last bit, so this is reproducible. A check by
\`sha256sum\` of the file would still fail: the container carries something that is not content, such as the file's name inside
the archive, or the order of keys.`,
  fix: `Nothing has to be done. To get the same bytes too, save under the same file name in every run (torch writes the name into
the archive), or save as safetensors:

\`\`\`python
safetensors.torch.save_file(model.state_dict(), out / "model.safetensors")
\`\`\``,
  find: (evidence) =>
    leavesPerFile(evidence, 'container-bytes')
      .filter(({ decides, role }) => decides && role === 'checkpoint')
      .map(({ place, leaves }) => ({ place, facts: { causes: [...new Set(leaves.flatMap((leaf) => leaf.causes))] } })),
  message: ({ causes }) =>
    causes.length === 0
      ? 'The bytes differ and the content is equal; the cause in the container is not known.'
      : `The bytes differ and the content is equal; the container differs in ${formatList(causes, 8)}.`,
});
