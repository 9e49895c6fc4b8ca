/** What a command line asks for. */
import type { Pair } from '../model/pair.ts';
import type { Request } from '../model/request.ts';

export interface OutputOptions {
  /** A reporter's id. */
  readonly format: string;
  /** Absolute; null = stdout. */
  readonly outputFile: string | null;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What `compare` and `check` need of a Request: nothing is trained. */
export type ComparisonRequest = Pick<Request, 'policy' | 'publish' | 'origins'>;

export type Invocation =
  | { readonly kind: 'run'; readonly request: Request; readonly output: OutputOptions }
  | {
      readonly kind: 'compare';
      /** Absolute; both are there. */
      readonly paths: Pair<string>;
      readonly request: ComparisonRequest;
      readonly output: OutputOptions;
    }
  | {
      readonly kind: 'check';
      /** Absolute, and there. */
      readonly path: string;
      readonly request: ComparisonRequest;
      readonly output: OutputOptions;
    }
  /** `path`: of a report.json; absolute, and there. */
  | { readonly kind: 'report'; readonly path: string; readonly output: OutputOptions }
  | { readonly kind: 'fingerprint'; readonly path: string; readonly json: boolean; readonly output: OutputOptions }
  | { readonly kind: 'explain'; readonly id: string | null }
  | { readonly kind: 'init'; readonly force: boolean }
  | { readonly kind: 'demo'; readonly keep: boolean; readonly output: OutputOptions }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version'; readonly text: string };
