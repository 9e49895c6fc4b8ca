/** One leaf of the Difference tree as a phrase: what differs and by how much. Measured words only. */
import type { Delta, LeafDifference } from '../../model/difference.ts';
import { formatFloat, formatInteger, formatShape, formatStep, formatUlp, plural } from '../../model/format-number.ts';
import { mapPair, type Pair } from '../../model/pair.ts';
import type { Scalar } from '../../model/scalar.ts';
import { code, type Span, type Text, words } from '../text/span.ts';

/** The phrase for a leaf; `names` are the names of the two runs. */
export function describeLeaf(leaf: LeafDifference, names: Pair<string>): Text {
  switch (leaf.kind) {
    case 'missing':
      return words(`${leaf.what} only in ${names[leaf.presentIn]}`, leaf.summary === '' ? '' : `: ${leaf.summary}`);
    case 'dtype':
      return words('dtype ', ...sides(leaf.dtypes, names));
    case 'shape':
      return words('shape ', ...sides(mapPair(leaf.shapes, formatShape), names), ` (${leaf.dtype})`);
    case 'values':
      return words(describeDelta(leaf.delta), tolerated(leaf.tolerated));
    case 'scalar':
      return words('value ', ...sides(mapPair(leaf.values, scalarText), names), tolerated(leaf.tolerated));
    case 'entry-kind':
      return words(...sides(leaf.kinds, names));
    case 'series':
      return describeSeries(leaf, names);
    case 'structure':
      return words(`${leaf.aspect} `, ...sides(leaf.values, names), ' (structure, same content)');
    case 'bytes':
      return leaf.sizes.first === leaf.sizes.second
        ? words(`${leaf.what}: bytes differ from byte ${formatInteger(leaf.firstOffset)} on`)
        : words(
            `${leaf.what}: ${plural(leaf.sizes.first, 'byte')} in ${names.first}, ${plural(leaf.sizes.second, 'byte')} in ${names.second}; bytes differ from byte ${formatInteger(leaf.firstOffset)} on`,
          );
    case 'line':
      return words(
        `line ${formatInteger(leaf.line)}: `,
        ...sides(
          mapPair(leaf.lines, (line) => line ?? '(no such line)'),
          names,
        ),
      );
    case 'container-bytes':
      return words(
        `bytes of the file differ, content is the same; ${
          leaf.causes.length === 0 ? 'what differs around it is not known' : `what differs: ${leaf.causes.join(', ')}`
        }`,
      );
    case 'unread':
      return words(
        `could not be read in ${leaf.side === 'both' ? `${names.first} and ${names.second}` : names[leaf.side]}: ${leaf.reason} (`,
        code(leaf.code),
        ')',
      );
    default:
      leaf satisfies never;
      return [];
  }
}

/** Beyond it a count of representable numbers says nothing: two values of opposite sign are 10^18 of them apart. */
const mostUlp = 1_000_000;

/** `37 of 4,096 elements, by at most 1.2e-7 (2 ulp, 2.4e-7 relative), first at [0, 3]: 0.1 and 0.2`. */
function describeDelta(delta: Delta): string {
  const all = delta.differing === delta.of;
  const extent =
    delta.of === 1
      ? 'the only element'
      : all
        ? `all ${formatInteger(delta.of)} elements`
        : `${formatInteger(delta.differing)} of ${formatInteger(delta.of)} elements`;
  const { first, second } = delta.nonFinite;
  const odd =
    first + second === 0 ? '' : `; NaN or infinite among them: ${formatInteger(first)} and ${formatInteger(second)}`;
  const at = `${delta.of === 1 ? '' : `, first at ${formatShape(delta.firstIndex)}`}: ${delta.firstValues.first} and ${delta.firstValues.second}`;
  return `${extent}${sizeOf(delta)}${all && delta.of > 1 ? '' : at}${odd}`;
}

function sizeOf({ differing, maxAbs, maxRel, maxUlp }: Delta): string {
  const sizes = [
    ...(maxAbs === null ? [] : [formatFloat(maxAbs)]),
    ...(maxUlp === null || Number(maxUlp) > mostUlp ? [] : [formatUlp(maxUlp)]),
    ...(maxRel === null ? [] : [`${formatFloat(maxRel)} relative`]),
  ];
  const [most, ...others] = sizes;
  if (most === undefined) return '';
  return `, by ${differing === 1 ? '' : 'up to '}${most}${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
}

function describeSeries(leaf: LeafDifference & { readonly kind: 'series' }, names: Pair<string>): Text {
  const counts = `${formatInteger(leaf.differing)} of ${plural(leaf.of, 'point')} ${leaf.differing === 1 ? 'differs' : 'differ'}`;
  const lonely = [
    ...(leaf.onlyFirst > 0 ? [`${formatInteger(leaf.onlyFirst)} only in ${names.first}`] : []),
    ...(leaf.onlySecond > 0 ? [`${formatInteger(leaf.onlySecond)} only in ${names.second}`] : []),
  ];
  const most =
    leaf.maxAbs === null
      ? ''
      : `, by at most ${formatFloat(leaf.maxAbs)}${leaf.maxAbsStep === null ? '' : ` (${leaf.stepKind} ${leaf.maxAbsStep})`}`;
  return words(
    `${counts}${lonely.length === 0 ? '' : ` (${lonely.join(', ')})`}${most}; first at ${leaf.stepKind} ${formatStep(leaf.firstStep)}: `,
    ...sides(
      mapPair(leaf.firstValues, (value) => value ?? 'no point'),
      names,
    ),
    tolerated(leaf.tolerated),
    leaf.decides ? '' : `; shown, never judged${leaf.policy === null ? '' : ` (${leaf.policy})`}`,
  );
}

function sides(values: Pair<string>, names: Pair<string>): readonly (string | Span)[] {
  return [code(values.first), ` in ${names.first}, `, code(values.second), ` in ${names.second}`];
}

function tolerated(yes: boolean): string {
  return yes ? '; within the tolerance' : '';
}

/** The type is told only where the text alone could be another type's. */
function scalarText(scalar: Scalar): string {
  return scalar.type === 'str' ? `"${scalar.text}"` : scalar.type === 'bytes' ? `bytes ${scalar.text}` : scalar.text;
}
