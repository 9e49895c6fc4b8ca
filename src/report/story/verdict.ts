/** The verdict in one sentence, why it is no better, and the evidence that it rests on. */

import type { Comparison } from '../../model/evidence.ts';
import { formatBytes, formatInteger, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import type { Outcome } from '../../model/verdict.ts';
import { strong, type Text, words } from '../text/span.ts';
import { comparisonLabel } from './run-names.ts';
import { type Block, cutList, type Limits, paragraph, type Section, section, type Tone } from './section.ts';

const labels: Readonly<Record<Outcome, string>> = {
  identical: 'Identical',
  equivalent: 'Equivalent',
  'within-tolerance': 'Within tolerance',
  divergent: 'Divergent',
  inconclusive: 'Inconclusive',
  'run-failed': 'Run failed',
  cancelled: 'Cancelled',
};

/** One word (or two) for an outcome, as a heading. */
export function outcomeLabel(outcome: Outcome): string {
  return labels[outcome];
}

const marks: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', doubt: '?' };

/** Said in every report: the audit never measures this. */
export const notCorrectness =
  'Reproducible is not the same as correct: this audit compares what the runs left behind with each other, and never judges whether the model is any good.';

function verdictTone(report: Report): Tone {
  if (report.judgement.passed) return 'good';
  const { outcome } = report.judgement;
  return outcome === 'inconclusive' || outcome === 'cancelled' ? 'doubt' : 'bad';
}

export function verdictSection(report: Report, limits: Limits): Section {
  const { judgement } = report;
  const tone = verdictTone(report);
  const blocks: Block[] = [
    {
      kind: 'verdict',
      tone,
      mark: marks[tone],
      word: `${outcomeLabel(judgement.outcome)}${judgement.passed ? '' : notPassed(report)}`,
      text: words(judgement.sentence),
    },
  ];
  if (judgement.reasons.length > 0) {
    blocks.push(
      ...cutList(
        judgement.reasons.map((reason) => words(reason)),
        limits.rows,
      ),
    );
  }
  blocks.push(...report.comparisons.map((comparison) => paragraph(compared(report, comparison))));
  if (report.comparisons.length === 0 && report.meta.subject !== 'check') {
    blocks.push(paragraph(strong('Compared'), ': nothing. There are no two runs to hold against each other.'));
  }
  blocks.push(paragraph({ text: notCorrectness, style: 'quiet' }));
  return section('verdict', 'Verdict', blocks);
}

/** A good verdict below a higher demand, or beside findings that fail: the word alone would mislead. */
function notPassed(report: Report): string {
  const { outcome } = report.judgement;
  return outcome === 'identical' || outcome === 'equivalent' || outcome === 'within-tolerance' ? ', not passed' : '';
}

/** What was compared, counted: the evidence behind a pass. */
function compared(report: Report, comparison: Comparison): Text {
  const label = comparisonLabel(report, comparison);
  const { totals, notCompared, sameInode, ambiguous } = comparison.coverage;
  const counts = [
    `${plural(totals.files, 'file')} that decide`,
    plural(totals.checkpoints, 'checkpoint'),
    `${plural(totals.tensors, 'tensor')} (${plural(totals.elements, 'element')}, ${formatBytes(totals.tensorBytes)})`,
    plural(totals.scalars, 'scalar'),
    `${plural(totals.series, 'metric series', 'metric series')} (${plural(totals.points, 'point')})`,
    `${plural(totals.bytesComparedFiles, 'other file')} by bytes`,
  ];
  const undecided = notCompared.filter((entry) => entry.why === 'unread').length;
  return words(
    strong(label === '' ? 'Compared' : `Compared, ${label}`),
    `: ${counts.join(' · ')}.`,
    totals.ownNamesReplaced > 0 ? ` Own names taken out of strings: ${formatInteger(totals.ownNamesReplaced)}.` : '',
    undecided > 0 ? ` Could not be read: ${plural(undecided, 'file')}.` : '',
    ambiguous.length > 0 ? ` Could not be paired: ${plural(ambiguous.length, 'name')}.` : '',
    sameInode.length > 0
      ? ` One and the same file on both sides, which proves nothing: ${plural(sameInode.length, 'pair')}.`
      : '',
  );
}
