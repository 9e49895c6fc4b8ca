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

/** A name as it was found in one path. */
export interface TakenName extends OwnName {
  /** Sorts as text in the order of time or count, for names that have one; null for ids, hosts and process ids. */
  readonly order: string | null;
}

export interface NeutralText {
  readonly text: string;
  /** How many names were taken out. */
  readonly replaced: number;
}

/**
 * The text with each own name replaced by its placeholder; again applied, it changes nothing. A name that begins or ends
 * in a digit is not taken out of a longer number: `version_3` is no part of `version_31`.
 */
export function withoutOwnNames(text: string, names: OwnNames): NeutralText {
  let neutral = text;
  let replaced = 0;
  for (const name of names) {
    let from = neutral.indexOf(name.text);
    if (from < 0 || name.text === '') continue;
    let result = '';
    let done = 0;
    while (from >= 0) {
      const end = from + name.text.length;
      if (splitsNumber(neutral, from) || splitsNumber(neutral, end)) {
        from = neutral.indexOf(name.text, from + 1);
        continue;
      }
      result += neutral.slice(done, from) + name.placeholder;
      done = end;
      replaced += 1;
      from = neutral.indexOf(name.text, end);
    }
    neutral = result + neutral.slice(done);
  }
  return { text: neutral, replaced };
}

/** True where digits stand on both sides of the position. */
function splitsNumber(text: string, position: number): boolean {
  return isDigit(text.charCodeAt(position - 1)) && isDigit(text.charCodeAt(position));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
