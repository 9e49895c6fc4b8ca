/** What probably made the runs part: each suspicion with its grounds, the surest first, and how the first of them is removed. */
import type { Finding } from '../../model/finding.ts';
import { formatInteger } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { withInlineCode } from '../text/inline-code.ts';
import { code, joined, quiet, type Text, words } from '../text/span.ts';
import { type FileNames, withShortNames } from './file-names.ts';
import { likelyCauses, placeAside } from './findings.ts';
import { explainText, firstGround, fixBlocks } from './fix.ts';
import { type Block, type Limits, list, paragraph, type Section, section } from './section.ts';

/** More would be no suspicion any more. */
const mostCauses = 3;

/** Null where the runs agree. */
export function likelyCauseSection(report: Report, files: FileNames, limits: Limits): Section | null {
  const causes = likelyCauses(report);
  const [first] = causes;
  if (first === undefined) {
    if (report.judgement.outcome !== 'divergent') return null;
    return section('likely-cause', 'Likely cause', [paragraph('Not known; no check found grounds for one.')], {
      aside: 'inferred',
    });
  }
  const told = causes.slice(0, Math.min(mostCauses, limits.rows));
  const rest = causes.slice(told.length);
  const blocks: Block[] = [
    list(
      told.map((cause) => causeText(cause, files)),
      told.length > 1,
    ),
    ...(rest.length === 0 ? [] : [paragraph(restText(rest))]),
    ...(limits.snippets ? fixBlocks(first.check) : []),
  ];
  return section('likely-cause', causes.length === 1 ? 'Likely cause' : 'Likely causes', blocks, { aside: 'inferred' });
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
    ...(ground.length === 0 ? [] : [' ', ground.map((span) => (span.style === 'plain' ? quiet(span.text) : span))]),
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
