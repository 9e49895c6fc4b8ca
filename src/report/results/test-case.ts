/** One line of a list of tests, before any format has it. Texts are untrusted until a format escapes them. */

/** `error`: could not be judged. `skipped`: was not judged, on purpose or for want of proof. */
export type CaseStatus = 'passed' | 'failed' | 'error' | 'skipped';

export interface TestCase {
  /** What kind of thing it is about: `runs`, `checkpoints`, the group of a check. */
  readonly group: string;
  /** The same in every audit of the same training, so that a viewer can tell its history. */
  readonly name: string;
  readonly status: CaseStatus;
  /** One sentence; empty for a plain pass. */
  readonly message: string;
  /** What else there is to read, line by line. */
  readonly lines: readonly string[];
  readonly seconds: number;
}
