/** A Problem in words: what was found, where, and what to do. For the terminal and for annotations; no stack, ever. */
import type { Problem, ProblemPlace } from '../model/problem.ts';
import { escapeTerminal } from './text/escape-terminal.ts';

/** One to three lines, each escaped, without a line break at the end. */
export function problemText(problem: Problem): string {
  const place = placeText(problem.place);
  const lines = problem.message.split('\n').map((line) => escapeTerminal(line));
  if (place !== '') lines.push(`  in ${escapeTerminal(place)}`);
  if (problem.remedy !== '') lines.push(`  ${escapeTerminal(problem.remedy)}`);
  return lines.join('\n');
}

function placeText(place: ProblemPlace): string {
  const line = place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const parts = [`${place.file ?? ''}${line}`];
  if (place.entry !== undefined) parts.push(`entry ${place.entry}`);
  if (place.offset !== undefined) parts.push(`byte ${place.offset}`);
  return parts.filter((part) => part !== '').join(', ');
}
