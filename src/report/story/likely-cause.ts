/** What probably made the runs part: each suspicion with its grounds, the surest first, and how the first of them is removed. */
import type { Finding } from '../../model/finding.ts';
import { formatInteger, formatList } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { withInlineCode } from '../text/inline-code.ts';
import { code, joined, type Text, words } from '../text/span.ts';
import { type FileNames, withShortNames } from './file-names.ts';
import { likelyCauses, placeAside } from './findings.ts';
import { explainText, firstGround, fixBlocks } from './fix.ts';
import { differingFacts } from './run-facts.ts';
import { type Block, type Limits, list, paragraph, type Section, section } from './section.ts';

/** More would be no suspicion any more. */
const mostCauses = 3;

/** One suspicion in words; the check that has it, or null for what no check says. */
export interface Cause {
  readonly text: Text;
  readonly check: string | null;
}

export interface Causes {
  /** The surest first, at most as many as were asked for. */
  readonly told: readonly Cause[];
  readonly rest: readonly Finding[];
}

/** Runs that were not made alike need no other cause: that comes first. Empty where the runs agree and nothing is suspected. */
export function tellCauses(report: Report, files: FileNames, most: number): Causes {
  const causes = likelyCauses(report);
  const unlike = report.judgement.outcome === 'divergent' || causes.length > 0 ? differingFacts(report) : [];
  return {
    told: [
      ...(unlike.length === 0 ? [] : [{ text: unlikeText(unlike), check: null }]),
      ...causes.slice(0, most).map((cause) => ({ text: causeText(cause, files), check: cause.check })),
    ],
    rest: causes.slice(most),
  };
}

/** Null where the runs agree. */
export function likelyCauseSection(report: Report, files: FileNames, limits: Limits): Section | null {
  const { told, rest } = tellCauses(report, files, Math.min(mostCauses, limits.rows));
  if (told.length === 0 && report.judgement.outcome !== 'divergent') return null;
  const [first] = told;
  const blocks: Block[] = [
    first === undefined
      ? paragraph('Not known; no check found grounds for one.')
      : list(
          told.map(({ text }) => text),
          told.length > 1,
        ),
    ...(rest.length === 0 ? [] : [paragraph(restText(rest))]),
    ...(first !== undefined && first.check !== null && limits.snippets ? fixBlocks(first.check) : []),
  ];
  return section('likely-cause', told.length > 1 ? 'Likely causes' : 'Likely cause', blocks, { aside: 'inferred' });
}

/** More names than these are counted. */
const namesShown = 6;

function unlikeText(titles: readonly string[]): Text {
  return words(
    `The runs were not made alike: ${formatList(titles, namesShown)} ${titles.length === 1 ? 'differs' : 'differ'}. That alone can part them.`,
  );
}

/** What was seen and where; why that can part two runs; where more is said. */
function causeText(finding: Finding, files: FileNames): Text {
  const seen = finding.message.replace(/^Likely cause: /, '');
  // A name at the beginning keeps its spelling.
  const sentence = seen.startsWith('`') ? seen : `${seen.charAt(0).toUpperCase()}${seen.slice(1)}`;
  const ground = firstGround(finding.check);
  return words(
    withInlineCode(withShortNames(files, sentence)),
    placeAside(finding, files),
    ...(ground.length === 0 ? [] : [' ', ground]),
    ' See ',
    explainText(finding.check),
    '.',
  );
}

function restText(rest: readonly Finding[]): Text {
  const ids = [...new Set(rest.map(({ check }) => check))];
  return words(
    `${formatInteger(ids.length)} more, less sure: `,
    joined(
      ids.map((id) => words(code(id))),
      ', ',
    ),
    '.',
  );
}
