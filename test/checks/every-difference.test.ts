/** No difference that decides goes without a finding: otherwise a report would say "divergent" and not what. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/judge/inspect.ts';
import type { LeafDifference } from '../../src/model/difference.ts';
import type { FileRole } from '../../src/model/inventory.ts';
import { differing, fileGroup, runGroup, withDifference } from '../fixtures/audits/evidence.ts';
import * as leaf from '../fixtures/audits/leaves.ts';

const deciding: readonly FileRole[] = ['checkpoint', 'metrics', 'image', 'other'];
const leaves: readonly (readonly [string, LeafDifference])[] = [
  ['missing entry', leaf.missing('a')],
  ['missing series', leaf.missing('a', { what: 'series' })],
  ['missing file', leaf.missing('a', { what: 'file' })],
  ['dtype', leaf.dtype],
  ['shape', leaf.shape],
  ['values', leaf.values('a')],
  ['scalar', leaf.scalar('a', '1.0', '2.0')],
  ['entry kind', leaf.entryKind],
  ['series', leaf.series('a')],
  ['bytes', leaf.bytes()],
  ['unread', leaf.unread()],
];

describe.each(deciding)('in a file of role %s', (role) => {
  test.each(leaves)('%s gives an error', (_name, one) => {
    const errors = inspect(differing('outputs/x', role, one)).filter((finding) => finding.severity === 'error');
    expect(errors.map((finding) => finding.place.file)).toEqual(['outputs/x']);
  });
});

test.each(leaves)('%s in a file that does not decide gives no error', (_name, one) => {
  const findings = inspect(withDifference(runGroup(fileGroup('outputs/config.json', 'record', [one], false))));
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
});

test('ten thousand differing tensors of one file give one finding', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => leaf.values(`layer.${index}.weight`));
  const findings = inspect(differing('outputs/x.pt', 'checkpoint', ...many));
  expect(findings.map((finding) => finding.check)).toEqual(['weights/values-differ']);
});
