/** The shape of a reporter: a pure function of the Report. A new one: a file here, a line in `registry.ts`, a golden file. */
import type { Report } from '../model/report.ts';

export interface RenderOptions {
  /** ANSI colour: only the terminal reporter heeds it. */
  readonly color: boolean;
  /** Width in columns: only the terminal reporter heeds it. */
  readonly columns: number;
  /** Everything, where a reporter shortens. */
  readonly verbose: boolean;
}

export interface Reporter {
  readonly id: string;
  readonly title: string;
  /** Name under the report folder; null for reporters whose text goes elsewhere (terminal, annotations). */
  readonly fileName: string | null;
  render(report: Report, options: RenderOptions): string;
}
