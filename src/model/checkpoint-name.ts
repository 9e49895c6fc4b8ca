/** What the name of a checkpoint says about its epoch or step: the conventions of plain scripts, Lightning and Hugging Face. */

export interface CheckpointNumber {
  readonly kind: 'epoch' | 'step';
  readonly number: number;
}

const patterns: readonly (readonly [CheckpointNumber['kind'], RegExp])[] = [
  ['epoch', /(?:^|[_./-])checkpoint[_-]epoch[_-](\d{1,9})(?:\.[^/]*)?$/i],
  ['epoch', /(?:^|[/_.-])epoch[_=-]?(\d{1,9})(?=\D|$)[^/]*$/i],
  ['step', /(?:^|\/)(?:checkpoint|global_step|step)[_-]?(\d{1,9})(?:\/[^/]*|\.[^/]*)?$/i],
];

/** Epoch or step in a path, the file's name or the folder above it; null where there is none. */
export function checkpointNumber(path: string): CheckpointNumber | null {
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(path);
    if (match !== null) return { kind, number: Number(match[1]) };
  }
  return null;
}
