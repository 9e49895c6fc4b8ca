/**
 * Everything that keeps agreement from being proof: the ways to a false green that Evidence can show. One sentence each,
 * the weightiest first. A difference that was measured stays a difference whatever stands here.
 */
import type { Coverage } from '../model/coverage.ts';
import { leavesOf } from '../model/difference.ts';
import { doubtMatters } from '../model/doubt-weight.ts';
import type { Comparison, Evidence } from '../model/evidence.ts';
import { formatList, plural, quote } from '../model/format-number.ts';
import { roleDecides } from '../model/inventory.ts';
import { failureShown, skippedWork } from '../model/log-signs.ts';
import { isNonFiniteText } from '../model/non-finite-text.ts';
import { type SeenProcess, seenProcesses } from '../model/observed-process.ts';
import { runSucceeded } from '../model/run-record.ts';
import { startDifferences } from '../model/start-differences.ts';
import { unchangedWeights } from '../model/unchanged-weights.ts';
import { knownEffect } from './effects.ts';

/** Why agreement would prove nothing here; empty where it would. */
export function weakEvidence(evidence: Evidence): readonly string[] {
  return [
    ...missingRuns(evidence),
    ...evidence.comparisons.flatMap((comparison) => weakComparison(evidence, comparison)),
    ...unread(evidence),
    ...doubts(evidence),
    ...withoutGpu(evidence),
  ];
}

/** Where a GPU was required: runs in which none was seen to be used. Not seen is not used. */
function withoutGpu(evidence: Evidence): readonly string[] {
  if (!evidence.policy.requireGpu) return [];
  return evidence.runs
    .filter((run) => !seenProcesses(run.observed).some(usedGpu))
    .map(({ number, observed }) =>
      observed.length === 0
        ? `A GPU is required, and run ${number} was not observed, so that nobody knows whether it used one.`
        : `A GPU is required, and no process of run ${number} was seen to use one.`,
    );
}

function usedGpu({ torch, tensorflow, jax }: SeenProcess): boolean {
  return (
    torch?.cudaUsed === true ||
    (tensorflow !== null && tensorflow.gpus.length > 0) ||
    (jax !== null && jax.backend !== null && jax.backend !== 'cpu')
  );
}

function missingRuns(evidence: Evidence): readonly string[] {
  const asked = Math.max(2, evidence.runsRequested);
  if (evidence.runs.length < asked) return [`Only ${plural(evidence.runs.length, 'run')} of ${asked} took place.`];
  if (evidence.comparisons.length < asked - 1)
    return [`Only ${plural(evidence.comparisons.length, 'comparison')} of ${asked - 1} took place.`];
  return [];
}

function weakComparison(evidence: Evidence, comparison: Comparison): readonly string[] {
  const { coverage } = comparison;
  const { totals } = coverage;
  const reasons: string[] = [];
  if (!(totals.elements > 0) && !(totals.points > 0))
    reasons.push(
      totals.files > 0
        ? `${plural(totals.files, 'file')} ${totals.files === 1 ? 'was' : 'were'} compared, and not one tensor element or metric point is among them.`
        : 'Nothing was compared: no file that decides is in both runs.',
    );
  if (lostCheckpoints(evidence, comparison)) reasons.push('Checkpoints were found, and none was compared.');
  if (coverage.sameInode.length > 0)
    reasons.push(
      `${shown(coverage.sameInode)} ${coverage.sameInode.length === 1 ? 'is' : 'are'} one and the same file in both runs.`,
    );
  const ambiguous = coverage.ambiguous.filter((item) => couldDecide(evidence, [...item.first, ...item.second]));
  if (ambiguous.length > 0)
    reasons.push(`It is not clear which files belong together: ${shown(ambiguous.map((item) => item.neutralPath))}.`);
  return [...reasons, ...degenerate(coverage)];
}

/** Checkpoints on both sides, none in the coverage, and nothing that says why. */
function lostCheckpoints(evidence: Evidence, comparison: Comparison): boolean {
  const { coverage, difference } = comparison;
  const both = [comparison.first, comparison.second].every((run) =>
    evidence.inventories.some(
      (inventory) => inventory.run === run && inventory.files.some((file) => file.role === 'checkpoint'),
    ),
  );
  const told = coverage.notCompared.length > 0 || coverage.ambiguous.length > 0 || leavesOf(difference).length > 0;
  return both && coverage.totals.checkpoints === 0 && coverage.checkpoints.length === 0 && !told;
}

/** True where one of the paths is a file that decides, or one that no inventory knows. */
function couldDecide(evidence: Evidence, paths: readonly string[]): boolean {
  const files = evidence.inventories.flatMap((inventory) => inventory.files);
  return (
    paths.length === 0 || paths.some((path) => roleDecides(files.find((file) => file.path === path)?.role ?? 'other'))
  );
}

/** Results that agree and are worth nothing: NaN everywhere, weights that never moved. */
function degenerate(coverage: Coverage): readonly string[] {
  const nonFinite = coverage.checkpoints.filter(
    ({ floatTensors, nonFiniteTensors }) => floatTensors > 0 && nonFiniteTensors >= floatTensors,
  );
  const reasons = nonFinite.map(({ place }) => `No float tensor of ${quote(place)} holds a single finite number.`);
  const series = coverage.series.filter(({ decides, proves }) => decides && proves !== false);
  const ends = series.flatMap(({ last }) => [last.first, last.second]).filter((last) => last !== null);
  if (!(coverage.totals.elements > 0) && ends.length > 0 && ends.every(({ value }) => isNonFiniteText(value)))
    reasons.push('Every metric ends in a value that is not finite, and no tensor was compared.');
  for (const { first, last } of unchangedWeights(coverage.checkpoints))
    reasons.push(`The weights in ${quote(first)} and ${quote(last)} are the same: nothing was trained in between.`);
  return reasons;
}

function unread(evidence: Evidence): readonly string[] {
  const paths = new Set<string>();
  for (const inventory of evidence.inventories)
    for (const item of inventory.unread) if (roleDecides(item.role)) paths.add(neutralOf(evidence, item.path));
  for (const { difference, coverage } of evidence.comparisons) {
    for (const { leaf, file, effect } of leavesOf(difference))
      if (knownEffect(effect) === 'unknown') paths.add(file?.place ?? leaf.place);
    for (const item of coverage.notCompared)
      if (item.why === 'unread' && roleDecides(item.role)) paths.add(neutralOf(evidence, item.path));
  }
  const found = [...paths];
  if (found.length === 0) return [];
  return [
    `${plural(found.length, 'file')} that ${found.length === 1 ? 'decides' : 'decide'} could not be read: ${shown(found)}.`,
  ];
}

/** One spelling of a file that both runs have. */
function neutralOf(evidence: Evidence, path: string): string {
  const files = evidence.inventories.flatMap((inventory) => inventory.files);
  return files.find((file) => file.path === path)?.neutralPath ?? path;
}

function doubts(evidence: Evidence): readonly string[] {
  const ended = evidence.runs.filter((run) => run.end !== null && runSucceeded(run.end));
  return [
    ...startDifferences(evidence.runs).map(
      ({ run, differing }) =>
        `Run ${run} was started with another ${formatList(differing.map((name) => quote(name)))} than run 1.`,
    ),
    ...evidence.runs.flatMap((run) =>
      run.doubts
        .filter(({ code }) => doubtMatters(code, evidence.policy))
        .map(({ message }) => `${message.replace(/\.$/, '')}.`),
    ),
    ...ended.flatMap((run) => {
      const line = failureShown(run.logTail);
      return line === null ? [] : [`Run ${run.number} exited with code 0, and its log ends in ${quote(line)}.`];
    }),
    ...ended.flatMap((run) => {
      const line = skippedWork(run.logTail);
      return line === null ? [] : [`Run ${run.number} seems not to have trained: it printed ${quote(line)}.`];
    }),
  ];
}

function shown(paths: readonly string[]): string {
  return formatList(
    paths.map((path) => quote(path)),
    3,
  );
}
