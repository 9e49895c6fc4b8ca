/**
 * The page of a check, in Markdown: what it finds with a real example, why it matters, how to repair it, how to waive it.
 * `docs/checks/<id>.md` and `train-twice explain <id>` show the same text. Pure; `npm run generate` writes the files, and
 * examples.json beside this one, out of the firing fixture of each check.
 */
import type { Check } from '../model/check.ts';
import examples from './examples.json' with { type: 'json' };

/** What a check's fixture really gives: its severity, where, and the sentence. */
export interface CheckExample {
  readonly severity: string;
  readonly place: string;
  readonly message: string;
}

const examplesById: Readonly<Record<string, CheckExample>> = examples;

/** The page; without the example where none was generated yet. */
export function checkPage(check: Check, example: CheckExample | null = exampleOf(check.id)): string {
  const group = check.id.slice(0, check.id.indexOf('/'));
  const parts = [
    `# ${check.id}`,
    `${check.title}.`,
    [
      '| severity | certainty | since | group |',
      '| --- | --- | --- | --- |',
      `| ${check.severity} | ${check.certainty} | ${check.since} | \`${group}/*\` |`,
    ].join('\n'),
  ];
  if (example !== null)
    parts.push(
      '## What it looks like',
      [
        '```text',
        `${example.severity}: ${check.title}${example.place === '' ? '' : ` (${example.place})`}`,
        `  ${example.message}`,
        '```',
      ].join('\n'),
    );
  parts.push(
    '## Why it matters',
    check.why,
    '## How to fix it',
    check.fix,
    '## How to change or waive it',
    waiving(check),
  );
  return `${parts.join('\n\n')}\n`;
}

function exampleOf(id: string): CheckExample | null {
  return Object.hasOwn(examplesById, id) ? (examplesById[id] ?? null) : null;
}

function waiving(check: Check): string {
  const other = check.severity === 'error' ? 'warning' : check.severity === 'warning' ? 'error' : 'warning';
  return [
    `In \`train-twice.yml\`, for this check or for all of its group. ${
      check.severity === 'error'
        ? 'Neither changes the verdict: that follows from the comparison alone.'
        : 'The verdict does not depend on it.'
    }`,
    '',
    '```yaml',
    'checks:',
    `  ${check.id}: ${other}   # or: error, warning, notice, off`,
    '  waivers:',
    `    - id: ${check.id}`,
    '      place: "**"          # a glob on the file, or on file:entry',
    '      reason: "why this is accepted, and until when"',
    '      until: 2027-06-30    # the last day',
    '```',
  ].join('\n');
}
