/** What to do now: steps that follow from what was measured. The fix of each single finding stands on its check's page. */
import { type LeafDifference, leavesOf } from '../../model/difference.ts';
import { formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { code, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { isOpen, worstFirst } from './findings.ts';
import { runName } from './run-names.ts';
import { type Limits, list, paragraph, type Section, section } from './section.ts';

/** More would be no advice any more. */
const mostSteps = 6;

export function advice(report: Report, names: FileNames, limits: Limits): Section {
  const steps = [...outcomeSteps(report, names), ...findingSteps(report)].slice(0, Math.min(mostSteps, limits.rows));
  return section('advice', 'What to do', steps.length === 0 ? [paragraph('Nothing.')] : [list(steps, true)]);
}

function outcomeSteps(report: Report, names: FileNames): readonly Text[] {
  const { outcome } = report.judgement;
  switch (outcome) {
    case 'identical':
    case 'equivalent':
    case 'record-sound':
    case 'record-faulty':
      return [];
    case 'within-tolerance':
      return report.policy.require === 'within-tolerance'
        ? []
        : [
            words(
              'If differences inside the declared tolerance are acceptable, say so with ',
              code('require: within-tolerance'),
              '; else find out why the runs differ at all.',
            ),
          ];
    case 'divergent':
      return divergentSteps(report);
    case 'inconclusive':
      return inconclusiveSteps(report, names);
    case 'run-failed':
      return report.runs.flatMap(failedRunStep);
    case 'cancelled':
      return [words('Start the audit again: it was stopped before there was enough to judge.')];
    default:
      outcome satisfies never;
      return [];
  }
}

function divergentSteps(report: Report): readonly Text[] {
  const leaves = report.comparisons.flatMap((comparison) => leavesOf(comparison.difference));
  const deciding = leaves.filter(({ effect }) => effect === 'content').map(({ leaf }) => leaf);
  const steps: Text[] = [];
  const causes = report.findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding));
  if (causes.length > 0) {
    steps.push(words('Begin with the likely cause: ', explain(causes.map((finding) => finding.check)), '.'));
  }
  const where = metricStep(report, deciding);
  if (where !== null) steps.push(where);
  else if (report.comparisons.every((comparison) => comparison.coverage.totals.points === 0)) {
    steps.push(
      words(
        'Let the training write a metric at every step (a JSON line is enough): the first divergent step then tells when the runs part.',
      ),
    );
  }
  const bytes = deciding.find((leaf) => leaf.kind === 'bytes');
  if (bytes !== undefined) {
    steps.push(
      words(
        'A file that is compared by bytes and differs by its nature can be named in ',
        code('ignore'),
        ', narrowed away with ',
        code('outputs'),
        ', or named in ',
        code('metrics'),
        ' if it holds metrics.',
      ),
    );
  }
  if (deciding.length > 0 && deciding.every(isNumeric)) {
    steps.push(
      words(
        'If differences of this size are acceptable, declare them with ',
        code('tolerance'),
        ' and ',
        code('require: within-tolerance'),
        '.',
      ),
    );
  }
  return steps;
}

function isNumeric(leaf: LeafDifference): boolean {
  return leaf.kind === 'values' || leaf.kind === 'series';
}

/** Where to look, from the first divergent step. */
function metricStep(report: Report, deciding: readonly LeafDifference[]): Text | null {
  const { metric } = report.firstDifference;
  if (metric === null) return null;
  const leaf = deciding.find((candidate) => candidate.kind === 'series' && candidate.place === metric.series);
  const everyPoint = leaf?.kind === 'series' && leaf.differing === leaf.of;
  const what = everyPoint
    ? ' differs from its first point on: look at seeds, first weights and the order of data.'
    : ` is the same before ${metric.stepKind} ${metric.step}: look at what happens for the first time there (a new epoch's shuffle, an evaluation, a restored state), and at operations that are not deterministic.`;
  return words(code(metric.series), what);
}

function inconclusiveSteps(report: Report, names: FileNames): readonly Text[] {
  const steps: Text[] = [];
  const totals = report.comparisons.map((comparison) => comparison.coverage.totals);
  if (totals.length > 0 && totals.every((total) => total.tensors === 0 && total.points === 0)) {
    steps.push(
      words(
        'Name the place where the training writes checkpoints and metrics in ',
        code('outputs'),
        ', or let it write below ',
        code('$TRAIN_TWICE_OUTPUT_DIR'),
        '. For a training that only prints, give a pattern in ',
        code('metrics.stdout'),
        '.',
      ),
    );
  }
  const remedies = new Map<string, string>();
  for (const unread of report.inventories.flatMap((inventory) => inventory.unread)) {
    if (unread.remedy !== '' && !remedies.has(unread.remedy))
      remedies.set(unread.remedy, shortName(names, unread.path));
  }
  for (const [remedy, path] of remedies) steps.push(words(code(path), `: ${remedy}`));
  if (report.comparisons.some((comparison) => comparison.coverage.sameInode.length > 0)) {
    steps.push(
      words('Let each run write its own files: ', code('$TRAIN_TWICE_OUTPUT_DIR'), ' is a fresh folder per run.'),
    );
  }
  if (report.comparisons.some((comparison) => comparison.coverage.ambiguous.length > 0)) {
    steps.push(words('Give files that are not the same thing names that differ in more than times and ids.'));
  }
  return steps;
}

function failedRunStep(run: RunRecord): readonly Text[] {
  if (run.end === null || runSucceeded(run.end)) return [];
  const log = words('the end of its log stands below, the whole in ', code(`run-${run.number}.log`), '.');
  switch (run.end.kind) {
    case 'timed-out':
      return [words(`If ${runName(run.number)} needs more time, raise `, code(run.end.limit), '; if it hangs, ', log)];
    case 'not-started':
      return [
        words('Correct ', code('command'), ' or ', code('working-directory'), ': the training could not be started.'),
      ];
    case 'exited':
    case 'signalled':
      return [words(`Make ${runName(run.number)} end with exit code 0: `, log)];
    case 'cancelled':
      return [];
    default:
      run.end satisfies never;
      return [];
  }
}

function findingSteps(report: Report): readonly Text[] {
  const open = worstFirst(report.findings).filter((finding) => isOpen(finding) && finding.certainty === 'measured');
  const errors = open.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) {
    return [words('How to fix what was found: ', explain(errors.map((finding) => finding.check)), '.')];
  }
  const warnings = open.filter((finding) => finding.severity === 'warning');
  if (warnings.length > 0) {
    return [
      words('Worth doing, though nothing fails for it: ', explain(warnings.map((finding) => finding.check)), '.'),
    ];
  }
  return [];
}

/** The command for the first check; the others stand with the findings. */
function explain(ids: readonly string[]): Text {
  const unique = [...new Set(ids)];
  const others = unique.length - 1;
  return words(
    code(`train-twice explain ${unique[0] ?? ''}`),
    others <= 0 ? '' : ` (and ${formatInteger(others)} more below)`,
  );
}
