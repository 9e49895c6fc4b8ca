/** The outputs of the Action: action.yml and the documentation are made from this. */

export interface ActionOutput {
  readonly name: string;
  readonly description: string;
  readonly example: string;
}

/** Set to the worst before the first run starts, and truly at the very end. */
export const actionOutputs: readonly ActionOutput[] = [
  {
    name: 'verdict',
    description: 'identical, equivalent, within-tolerance, divergent, inconclusive, run-failed or cancelled.',
    example: 'equivalent',
  },
  { name: 'passed', description: 'Whether the audit passed: true or false.', example: 'true' },
  { name: 'exit-code', description: '0, 1, 2, 3, 4, 70 or 130, as documented.', example: '0' },
  { name: 'summary', description: 'The verdict in one sentence.', example: 'Equivalent: 2 checkpoints, 312 tensors …' },
  { name: 'report-json', description: 'The path of report.json.', example: 'train-twice-report/report.json' },
  { name: 'report-html', description: 'The path of report.html.', example: 'train-twice-report/report.html' },
  { name: 'fingerprint', description: 'The path of fingerprint.json.', example: 'train-twice-report/fingerprint.json' },
  {
    name: 'first-difference',
    description: 'The first observed difference in one sentence; empty where there is none.',
    example: 'train/loss differs from step 120 on …',
  },
  { name: 'artifact-id', description: 'The id of the uploaded artifact; empty where none was.', example: '1234567890' },
  {
    name: 'artifact-url',
    description: 'The address of the uploaded artifact; empty where none was.',
    example: 'https://…',
  },
  {
    name: 'artifact-digest',
    description: 'The SHA-256 of the uploaded artifact; empty where none was.',
    example: '0b2c…',
  },
];
