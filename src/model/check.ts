/**
 * The shape of a check. Authors write a `CheckSpec<F>`; `defineCheck` closes over the type of its facts, so that the
 * registry is a plain array. `find` sees Evidence and gives facts with places; `message` turns facts into one sentence.
 */
import type { Evidence } from './evidence.ts';
import type { Certainty, FactValue, FindingPlace, Observation, Severity } from './finding.ts';

export interface Found<F> {
  readonly place?: Partial<FindingPlace>;
  readonly facts: F;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
}

export interface CheckText {
  /** `group/condition`: what is observed. Equal to the file's path under `src/checks`. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Version in which the check appeared. */
  readonly since: string;
  /** Markdown: why it matters. */
  readonly why: string;
  /** Markdown, imperative, with a snippet to copy where there is one. */
  readonly fix: string;
}

export interface CheckSpec<F extends { readonly [key: string]: FactValue }> extends CheckText {
  find(evidence: Evidence): readonly Found<F>[];
  message(facts: F): string;
}

export interface Check extends CheckText {
  find(evidence: Evidence): readonly Observation[];
}

/** Closes a spec over its facts: the Check that the registry holds. */
export function defineCheck<F extends { readonly [key: string]: FactValue }>(spec: CheckSpec<F>): Check {
  return {
    ...spec,
    find: (evidence) =>
      spec.find(evidence).map((found) => ({
        place: { run: null, file: null, entry: null, line: null, ...found.place },
        facts: found.facts,
        message: spec.message(found.facts),
        ...(found.severity === undefined ? {} : { severity: found.severity }),
        ...(found.certainty === undefined ? {} : { certainty: found.certainty }),
      })),
  };
}
