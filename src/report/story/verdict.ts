/** The verdict in one sentence, why it is no better, and the evidence that it rests on. */
import { differingReasons } from '../../judge/verdict-sentence.ts';
import type { Comparison } from '../../model/evidence.ts';
import { formatBytes, formatInteger, formatList, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { isPass, type Judgement, type Outcome } from '../../model/verdict.ts';
import { code, plainText, strong, type Text, words } from '../text/span.ts';
import { type FileNames, liesOutside, withShortNames } from './file-names.ts';
import { comparisonLabel, runName } from './run-names.ts';
import { type Block, cutList, type Limits, paragraph, type Section, section, type Tone } from './section.ts';

const labels: Readonly<Record<Outcome, string>> = {
  identical: 'Identical',
  equivalent: 'Equivalent',
  'within-tolerance': 'Within tolerance',
  divergent: 'Divergent',
  inconclusive: 'Inconclusive',
  'record-sound': 'Record sound',
  'record-faulty': 'Record faulty',
  'run-failed': 'Run failed',
  cancelled: 'Cancelled',
};

/** One word (or two) for an outcome, as a heading. */
export function outcomeLabel(outcome: Outcome): string {
  return labels[outcome];
}

const marks: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', doubt: '?' };

/** Said in every report: the audit never measures this. */
export const notCorrectness = 'Reproducible is not the same as correct: whether the model is any good was not judged.';

function verdictTone(report: Report): Tone {
  if (isPass(report.judgement)) return 'good';
  const { outcome } = report.judgement;
  return outcome === 'inconclusive' || outcome === 'cancelled' ? 'doubt' : 'bad';
}

/** The judge's sentence without the word that stands before it in every report. */
export function sentenceWithoutWord(judgement: Judgement): string {
  const word = `${outcomeLabel(judgement.outcome)}: `;
  return judgement.sentence.startsWith(word) ? judgement.sentence.slice(word.length) : judgement.sentence;
}

export function verdictSection(report: Report, files: FileNames, limits: Limits): Section {
  const { judgement } = report;
  const tone = verdictTone(report);
  const blocks: Block[] = [
    {
      kind: 'verdict',
      tone,
      mark: marks[tone],
      word: `${outcomeLabel(judgement.outcome)}${isPass(judgement) ? '' : notPassed(report)}`,
      text: words(withShortNames(files, sentenceWithoutWord(judgement))),
    },
  ];
  const reasons = furtherReasons(report);
  if (reasons.length > 0) {
    blocks.push(
      ...cutList(
        reasons.map((reason) => words(withShortNames(files, reason))),
        limits.rows,
      ),
    );
  }
  blocks.push(...comparedTexts(report, files).map((text) => paragraph(text)));
  if (report.comparisons.length === 0 && report.meta.subject !== 'check') {
    blocks.push(paragraph(strong('Compared'), ': nothing. There are no two runs to hold against each other.'));
  }
  const names = namesText(report, files);
  if (names.length > 0) blocks.push(paragraph(names));
  blocks.push(paragraph({ text: notCorrectness, style: 'quiet' }));
  return section('verdict', 'Verdict', blocks);
}

/** They have a section of their own, and what to do about them stands below. */
const failingFindings = /^[\d,]+ findings? fails? the audit: /;

/** What differs file by file stands in the tables, and what the sentence says is said: the rest of the reasons. */
function furtherReasons(report: Report): readonly string[] {
  const { outcome, reasons, sentence } = report.judgement;
  if (outcome === 'run-failed' && reasons.length === 1) return [];
  const said = sentence.slice(sentence.indexOf(': ') + 2);
  const told =
    outcome === 'divergent' || outcome === 'within-tolerance'
      ? differingReasons(outcome, { ...report, today: '' })
      : [];
  return reasons.filter(
    (reason) => !told.includes(reason) && reason.toLowerCase() !== said.toLowerCase() && !failingFindings.test(reason),
  );
}

/** The folder that all names leave out, where no comparison tells it, and how names outside it begin. */
function namesText(report: Report, files: FileNames): Text {
  const told = files.folder === '' || report.comparisons.length === 1;
  return words(
    ...(told ? [] : ['Files are named as they lie below ', code(files.folder), '. ']),
    liesOutside(files) ? 'Names that begin with ./ lie outside that folder.' : '',
  );
}

/** A good verdict below a higher demand, or beside findings that fail: the word alone would mislead. */
function notPassed(report: Report): string {
  const { outcome } = report.judgement;
  return outcome === 'identical' || outcome === 'equivalent' || outcome === 'within-tolerance' ? ', not passed' : '';
}

/** The evidence behind each comparison; of several that have the same, once. */
function comparedTexts(report: Report, files: FileNames): readonly Text[] {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of report.comparisons) {
    const key = plainText(compared('', files, comparison));
    groups.set(key, [...(groups.get(key) ?? []), comparison]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const seconds = formatList(
      group.map(({ second }) => runName(second)),
      group.length,
    );
    const label = group.length === 1 ? comparisonLabel(report, first) : `${runName(first.first)} with ${seconds}, each`;
    return [compared(label, files, first)];
  });
}

/** What was compared, counted: the evidence behind a pass. `label` says which runs, where there are several. */
function compared(label: string, files: FileNames, comparison: Comparison): Text {
  const { totals, notCompared, sameInode, ambiguous } = comparison.coverage;
  const counts = [
    `${plural(totals.files, 'file')} that ${totals.files === 1 ? 'decides' : 'decide'}`,
    plural(totals.checkpoints, 'checkpoint'),
    `${plural(totals.tensors, 'tensor')} (${plural(totals.elements, 'element')}, ${formatBytes(totals.tensorBytes)})`,
    ...(totals.scalars === 0 ? [] : [plural(totals.scalars, 'scalar')]),
    `${plural(totals.series, 'metric series', 'metric series')} (${plural(totals.points, 'point')})`,
    ...(totals.bytesComparedFiles === 0 ? [] : [`${plural(totals.bytesComparedFiles, 'other file')} by bytes`]),
  ];
  const unread = notCompared.filter((entry) => entry.why === 'unread').length;
  return words(
    strong('Compared'),
    label === '' ? '' : `, ${label}`,
    ...(label === '' && files.folder !== '' ? [' below ', code(files.folder)] : []),
    `: ${counts.join(', ')}.`,
    totals.ownNamesReplaced > 0 ? ` Own names taken out of strings: ${formatInteger(totals.ownNamesReplaced)}.` : '',
    unread > 0 ? ` Could not be read: ${plural(unread, 'file')}.` : '',
    ambiguous.length > 0 ? ` Could not be paired: ${plural(ambiguous.length, 'name')}.` : '',
    sameInode.length > 0
      ? ` One and the same file on both sides, which proves nothing: ${plural(sameInode.length, 'pair')}.`
      : '',
  );
}
