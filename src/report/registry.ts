/** Every reporter, by hand. A new one: a file here, a line in this list, a golden file. */
import { annotationsReporter } from './annotations.ts';
import { badgeReporter } from './badge.ts';
import { commentReporter } from './comment.ts';
import { htmlReporter } from './html.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { sarifReporter } from './sarif.ts';
import { summaryReporter } from './summary.ts';
import { terminalReporter } from './terminal.ts';

export const reporters: readonly Reporter[] = [
  terminalReporter,
  jsonReporter,
  summaryReporter,
  htmlReporter,
  annotationsReporter,
  junitReporter,
  sarifReporter,
  badgeReporter,
  commentReporter,
];
