/**
 * A run's own names: times, dates, host, pid, counters, random ids that the pairing took out of its paths. The same names
 * inside strings (values and dictionary keys of a checkpoint, configuration, logs) are taken out before strings are
 * compared, and counted. Numbers and tensors are never treated so.
 */

export interface OwnName {
  /** The text as it stands in this run, at least 4 characters long. */
  readonly text: string;
  /** What stands in its place: the same in both runs, e.g. `‹time›`, `‹folder›`. */
  readonly placeholder: string;
}

/** Longest first, so that a folder goes before the time stamp inside it. */
export type OwnNames = readonly OwnName[];

export interface NeutralText {
  readonly text: string;
  /** How many names were taken out. */
  readonly replaced: number;
}

/** The text with each own name replaced by its placeholder. */
export function withoutOwnNames(text: string, names: OwnNames): NeutralText {
  let neutral = text;
  let replaced = 0;
  for (const name of names) {
    if (!neutral.includes(name.text)) continue;
    const parts = neutral.split(name.text);
    replaced += parts.length - 1;
    neutral = parts.join(name.placeholder);
  }
  return { text: neutral, replaced };
}
