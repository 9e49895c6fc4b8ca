/** Every reporter, by hand. A new one: a file here, a line in this list, a golden file. */
import { annotationsReporter } from './annotations.ts';
import { jsonReporter } from './json.ts';
import type { Reporter } from './reporter.ts';
import { summaryReporter } from './summary.ts';
import { terminalReporter } from './terminal.ts';

// `html` has its line here once report/html.ts is there.
export const reporters: readonly Reporter[] = [terminalReporter, jsonReporter, summaryReporter, annotationsReporter];
