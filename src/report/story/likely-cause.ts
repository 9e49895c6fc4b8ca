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

/** Null where the runs agree. Runs that were not made alike need no other cause: that comes first. */
export function likelyCauseSection(report: Report, files: FileNames, limits: Limits): Section | null {
  const causes = likelyCauses(report);
  const diverged = report.judgement.outcome === 'divergent';
  const unlike = diverged || causes.length > 0 ? differingFacts(report) : [];
  const told = causes.slice(0, Math.min(mostCauses, limits.rows));
  const items = [...(unlike.length === 0 ? [] : [unlikeText(unlike)]), ...told.map((cause) => causeText(cause, files))];
  if (items.length === 0 && !diverged) return null;
  const rest = causes.slice(told.length);
  const [first] = unlike.length === 0 ? causes : [];
  const blocks: Block[] = [
    items.length === 0 ? paragraph('Not known; no check found grounds for one.') : list(items, items.length > 1),
    ...(rest.length === 0 ? [] : [paragraph(restText(rest))]),
    ...(first !== undefined && limits.snippets ? fixBlocks(first.check) : []),
  ];
  return section('likely-cause', items.length > 1 ? 'Likely causes' : 'Likely cause', blocks, { aside: 'inferred' });
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
