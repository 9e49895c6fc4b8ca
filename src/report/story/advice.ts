/** What to do now: steps that follow from what was measured. The fix of each single finding stands on its check's page. */
import { failureShown } from '../../model/log-signs.ts';
import type { Report } from '../../model/report.ts';
import { type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { code, type Text, words } from '../text/span.ts';
import { divergentSteps, partsAtOnce } from './divergent-steps.ts';
import type { FileNames } from './file-names.ts';
import { failingFindings, findingSteps } from './finding-steps.ts';
import { likelyCauses } from './findings.ts';
import { fixBlocks } from './fix.ts';
import { inconclusiveSteps } from './inconclusive-steps.ts';
import { differingFacts } from './run-facts.ts';
import { runName } from './run-names.ts';
import { type Limits, list, paragraph, type Section, section } from './section.ts';

/** More would be no advice any more. */
const mostSteps = 6;

export function advice(report: Report, names: FileNames, limits: Limits): Section {
  const steps = [...outcomeSteps(report, names), ...findingSteps(report, names)].slice(
    0,
    Math.min(mostSteps, limits.rows),
  );
  const shown = limits.snippets ? checkToShow(report) : null;
  return section('advice', 'What to do', [
    steps.length === 0 ? paragraph('Nothing.') : list(steps, true),
    ...(shown === null ? [] : fixBlocks(shown)),
  ]);
}

/** The check whose lines to copy help most; those of a likely cause stand with the cause. */
function checkToShow(report: Report): string | null {
  const { outcome } = report.judgement;
  if (outcome === 'divergent')
    return likelyCauses(report).length === 0 && partsAtOnce(report) && differingFacts(report).length === 0
      ? (report.findings.find(({ check }) => check === 'weights/values-differ')?.check ?? null)
      : null;
  if (outcome === 'run-failed' || outcome === 'cancelled') return null;
  return failingFindings(report)[0]?.check ?? null;
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
      return divergentSteps(report, names);
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

function failedRunStep(run: RunRecord): readonly Text[] {
  if (run.end === null || runSucceeded(run.end)) return [];
  const log = words('the last lines of its log stand below, the whole in ', code(`run-${run.number}.log`), '.');
  switch (run.end.kind) {
    case 'timed-out':
      return [words(`If ${runName(run.number)} needs more time, raise `, code(run.end.limit), '; if it hangs, ', log)];
    case 'not-started':
      return [
        words('Correct ', code('command'), ' or ', code('working-directory'), ': the training could not be started.'),
      ];
    case 'exited':
    case 'signalled': {
      const shown = failureShown(run.logTail);
      return [
        words(
          `Make ${runName(run.number)} end with exit code 0`,
          ...(shown === null ? [': '] : ['. It ended in ', code(shown.replace(/\.$/, '')), '; ']),
          log,
        ),
      ];
    }
    case 'cancelled':
      return [];
    default:
      run.end satisfies never;
      return [];
  }
}
