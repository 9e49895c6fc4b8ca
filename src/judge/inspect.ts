/**
 * Observations become findings: the policy sets each check's severity (by id, else by `group/*`), waivers cover what they
 * name until their last day. The waivers are inspected too: those that covered nothing, and those that have ended.
 */
import picomatch from 'picomatch/posix.js';
import { policyWaiverUnused } from '../checks/policy/waiver-unused.ts';
import { checks } from '../checks/registry.ts';
import type { Check } from '../model/check.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding, FindingPlace, Severity } from '../model/finding.ts';
import type { AppliedCheck } from '../model/report.ts';
import type { ChecksPolicy, Policy, Waiver } from '../model/request.ts';
import { waiverHolds } from '../model/waiver.ts';

/** The findings, the weightiest first; of one severity in the order of the registry. */
export function inspect(evidence: Evidence): readonly Finding[] {
  const { waivers } = evidence.policy.checks;
  const holding = waivers.filter((waiver) => waiverHolds(waiver, evidence.today)).map(compileWaiver);
  const used = new Set<Waiver>();
  const found = checks
    .filter((check) => check !== policyWaiverUnused)
    .flatMap((check) => findingsOf(check, evidence, evidence, holding, used));
  const unused = holding.map(({ waiver }) => waiver).filter((waiver) => !used.has(waiver));
  const onlyUnused = { ...evidence.policy, checks: { ...evidence.policy.checks, waivers: unused } };
  const aboutPolicy = findingsOf(policyWaiverUnused, { ...evidence, policy: onlyUnused }, evidence, [], used);
  return [...found, ...aboutPolicy].toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Every check, as the policy sets it. */
export function appliedChecks({ checks: policy }: Policy): readonly AppliedCheck[] {
  return checks.map(({ id, title, severity }) => ({
    id,
    title,
    severity: askedSeverity(id, policy.severities) ?? severity,
  }));
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function findingsOf(
  check: Check,
  seen: Evidence,
  evidence: Evidence,
  waivers: readonly CompiledWaiver[],
  used: Set<Waiver>,
): readonly Finding[] {
  const asked = askedSeverity(check.id, evidence.policy.checks.severities);
  if (asked === 'off') return [];
  return check.find(seen).map((observation) => {
    const waiver = waivers.find((candidate) => candidate.covers(check.id, observation.place))?.waiver ?? null;
    if (waiver !== null) used.add(waiver);
    return {
      ...observation,
      check: check.id,
      title: check.title,
      severity: asked ?? observation.severity ?? check.severity,
      certainty: observation.certainty ?? check.certainty,
      waived: waiver === null ? null : waiver.reason,
    };
  });
}

function askedSeverity(id: string, severities: ChecksPolicy['severities']): Severity | 'off' | null {
  for (const key of [id, `${groupOf(id)}/*`]) {
    const severity = Object.hasOwn(severities, key) ? severities[key] : undefined;
    if (severity !== undefined) return severity;
  }
  return null;
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

interface CompiledWaiver {
  readonly waiver: Waiver;
  covers(id: string, place: FindingPlace): boolean;
}

/** `place` is a glob on the file, on `file:entry`, or `*` for everything, findings without a file too. */
function compileWaiver(waiver: Waiver): CompiledWaiver {
  const everywhere = ['', '*', '**'].includes(waiver.place);
  const matches = everywhere ? () => true : picomatch(waiver.place, { dot: true, nonegate: true });
  return {
    waiver,
    covers: (id, place) => {
      if (waiver.id !== id && waiver.id !== `${groupOf(id)}/*`) return false;
      if (everywhere) return true;
      if (place.file === null) return false;
      return matches(place.file) || (place.entry !== null && matches(`${place.file}:${place.entry}`));
    },
  };
}
