/** What a check found, after policy: GitHub's own three severities; how certain is another axis. */

export type Severity = 'error' | 'warning' | 'notice';
export type Certainty = 'measured' | 'inferred';

export interface FindingPlace {
  /** 1, 2, … or null for the audit as a whole or both runs. */
  readonly run: number | null;
  readonly file: string | null;
  readonly entry: string | null;
  readonly line: number | null;
}

/** Facts are plain JSON values; English is made from them by the check. */
export type FactValue = string | number | boolean | null | readonly FactValue[] | { readonly [key: string]: FactValue };

export interface Observation {
  readonly place: FindingPlace;
  readonly facts: { readonly [key: string]: FactValue };
  /** Sentence case, one sentence: quoted what was found, what was expected. */
  readonly message: string;
  /** Overrides the check's default, e.g. a likely cause is weightier where the runs diverged. */
  readonly severity?: Severity;
  /** Overrides the check's default: what is a suspicion where the runs diverged is a mere observation where they agree. */
  readonly certainty?: Certainty;
}

export interface Finding extends Observation {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** The reason of the waiver that covers this finding; null where none does. A waived finding never fails the audit. */
  readonly waived: string | null;
}
