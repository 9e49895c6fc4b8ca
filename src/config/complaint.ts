/**
 * Complaints: everything that is wrong with what was asked for, gathered and raised as one InputProblem.
 *
 * The message is complete by itself: each line begins with its place (`train-twice.yml:3:7`, `--runs`, `input "runs"`).
 */
import { InputProblem, type ProblemPlace } from '../model/problem.ts';
import type { Json } from './option.ts';
import { isJsonArray, isJsonObject } from './option-schema.ts';

/** Where something was written. `label` stands in the message, `place` is for annotations. */
export interface Location {
  readonly label: string;
  readonly place: ProblemPlace;
}

export interface Complaint {
  readonly location: Location;
  /** What was found and what was expected; one sentence without a full stop. */
  readonly message: string;
}

export type Pointer = readonly (string | number)[];

/** More than anyone corrects at once; a hostile file makes thousands. */
const maxListed = 40;
const maxQuoted = 60;

/** One problem with a line for each complaint, in the order in which they were written. */
export function complaintsProblem(complaints: readonly Complaint[]): InputProblem {
  const sorted = complaints.map((complaint, index) => ({ complaint, index })).sort(inOrder);
  const lines = sorted.slice(0, maxListed).map(({ complaint }) => `${complaint.location.label}: ${complaint.message}`);
  const left = sorted.length - lines.length;
  if (left > 0) lines.push(`… and ${left} more`);
  const [only] = lines;
  const message =
    lines.length === 1 && only !== undefined ? only : `${sorted.length} problems:\n  ${lines.join('\n  ')}`;
  return new InputProblem('INVALID_OPTIONS', message, {
    remedy: 'Correct what is listed and start again; nothing was started.',
  });
}

interface Numbered {
  readonly complaint: Complaint;
  readonly index: number;
}

/** What stands in the file by line, then flags and inputs in the order of the table. */
function inOrder(a: Numbered, b: Numbered): number {
  const first = a.complaint.location.place;
  const second = b.complaint.location.place;
  if (first.file === undefined || second.file === undefined) {
    return Number(first.file === undefined) - Number(second.file === undefined) || a.index - b.index;
  }
  return (first.line ?? 0) - (second.line ?? 0) || (first.column ?? 0) - (second.column ?? 0) || a.index - b.index;
}

/** How a pointer is written in a message: `tolerance.rules[0].atol`. */
export function pointerText(pointer: Pointer): string {
  return pointer
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

/** A found value as it stands in a message: short, on one line, without characters that steer a terminal. */
export function quoted(value: Json): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return quotedText(value);
  if (isJsonArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isJsonObject(value)) return 'a mapping';
  return typeof value === 'number' ? `the number ${value}` : `the boolean ${value}`;
}

/** A text in double quotes, cut and escaped. */
export function quotedText(text: string): string {
  const cut = [...text.slice(0, 2 * maxQuoted)];
  const short = cut.length > maxQuoted ? `${cut.slice(0, maxQuoted).join('')}…` : cut.join('');
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
