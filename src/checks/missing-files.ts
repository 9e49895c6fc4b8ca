/** Files that only one run has, of the roles that decide. */
import type { Evidence } from '../model/evidence.ts';
import type { FindingPlace } from '../model/finding.ts';
import type { FileRole } from '../model/inventory.ts';
import { leavesPerFile } from './leaves-per-file.ts';

export interface MissingFile {
  readonly place: Partial<FindingPlace>;
  readonly role: FileRole;
  /** The run that has it, and the one that has not. */
  readonly run: number;
  readonly other: number;
  readonly summary: string;
}

/** One item a file, in tree order. */
export function missingFiles(evidence: Evidence): readonly MissingFile[] {
  return leavesPerFile(evidence, 'missing', (leaf) => leaf.what === 'file')
    .filter(({ decides }) => decides)
    .flatMap(({ comparison, file, role, leaves }) =>
      leaves.map((leaf) => {
        const { first, second } = comparison;
        const [run, other] = leaf.presentIn === 'first' ? [first, second] : [second, first];
        return { place: { run, file }, role, run, other, summary: leaf.summary };
      }),
    );
}
