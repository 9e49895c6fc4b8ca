/**
 * What GitHub shows beside the job: the verdict first, then findings, the worst first, one for each check with its id. GitHub keeps
 * ten of each level per step and cuts messages at 4,096 characters; what is beyond goes into one last line that says so.
 * Rendered as JSON lines: publish/github.ts hands them to @actions/core, which knows the escaping of commands. Without `file`:
 * the files of a run are no files of the repository.
 */
import type { Finding, Severity } from '../model/finding.ts';
import { plural } from '../model/format-number.ts';
import type { Report } from '../model/report.ts';
import { isPass } from '../model/verdict.ts';
import { jsonLine } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { findingGroups, isOpen, placeText, worstFirst } from './story/findings.ts';
import { outcomeLabel, sentenceWithoutWord } from './story/verdict.ts';
import { plainText } from './text/span.ts';
import { shortened, visible } from './text/visible.ts';

export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
}

/** Ten a level is GitHub's limit for a step; one notice is left for publishing itself (an upload that is not possible). */
const mostOf: Readonly<Record<Severity, number>> = { error: 10, warning: 10, notice: 9 };
const titleLength = 200;
const messageLength = 3_800;

export const annotationsReporter: Reporter = {
  id: 'annotations',
  title: 'Annotations of a GitHub job, one JSON object a line',
  fileName: null,
  render: (report) =>
    annotationsOf(report)
      .map((annotation) => `${jsonLine({ ...annotation })}\n`)
      .join(''),
};

/** At most ten a level, the verdict first, the worst before the rest; waived findings have none. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const verdict = verdictAnnotation(report);
  const open = findingGroups(worstFirst(report.findings.filter(isOpen)));
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const own = [
      ...(verdict.level === level ? [verdict] : []),
      ...open.filter(([first]) => first.severity === level).map(of),
    ];
    const most = mostOf[level];
    if (own.length <= most) return own;
    const rest = own.length - (most - 1);
    return [
      ...own.slice(0, most - 1),
      { level, title: 'train-twice', message: `${plural(rest, `more ${level}`)}: see the summary or report.json.` },
    ];
  });
}

function verdictAnnotation(report: Report): Annotation {
  const { judgement, firstDifference } = report;
  const sentence = sentenceWithoutWord(judgement);
  const first = firstDifference.sentence === '' ? '' : ` First difference: ${firstDifference.sentence}`;
  return {
    level: isPass(judgement) ? 'notice' : 'error',
    title: `train-twice: ${outcomeLabel(judgement.outcome)}`,
    message: oneLine(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${first}`, messageLength),
  };
}

/** One for each check: ten checkpoints that differ must not push out what else was found. */
function of([finding, ...others]: readonly [Finding, ...Finding[]]): Annotation {
  const more = others.length === 0 ? '' : ` And ${plural(others.length, 'more', 'more')} of this check.`;
  const place = plainText(placeText(finding.place));
  const certainty = finding.certainty === 'inferred' ? ' (inferred)' : '';
  return {
    level: finding.severity,
    title: oneLine(`${finding.check}: ${finding.title}`, titleLength),
    message: oneLine(`${place === '' ? '' : `${place}: `}${finding.message}${certainty}${more}`, messageLength),
  };
}

function oneLine(text: string, length: number): string {
  return visible(shortened(text, length));
}
