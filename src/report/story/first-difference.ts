/** What was seen first (measured), and what probably caused it (inferred): two sections, never one. */
import type { Report } from '../../model/report.ts';
import { code, strong, type Text, words } from '../text/span.ts';
import { findingText, isOpen } from './findings.ts';
import { runNames } from './run-names.ts';
import { type Block, cutList, type Limits, list, paragraph, type Section, section } from './section.ts';

/** Null where nothing was compared: then there is no first difference to speak of. */
export function firstDifferenceSection(report: Report): Section | null {
  const [only, ...others] = report.comparisons;
  if (only === undefined) return null;
  const names = others.length === 0 ? runNames(only) : { first: 'one run', second: 'another' };
  const { sentence, metric, tensor } = report.firstDifference;
  const nothing = report.comparisons.every(({ coverage }) => coverage.totals.files === 0);
  const none = nothing ? 'None was seen, for nothing was compared.' : 'None: nothing that was compared differs.';
  const blocks: Block[] = [paragraph(sentence === '' ? none : sentence)];
  const places: Text[] = [];
  if (metric !== null) {
    const value = (text: string | null): Text => (text === null ? words('no point') : words(code(text)));
    places.push(
      words(
        strong('Metric'),
        ': ',
        code(metric.series),
        ' in ',
        code(metric.file),
        `, ${metric.stepKind} ${metric.step}: `,
        value(metric.values.first),
        ` in ${names.first}, `,
        value(metric.values.second),
        ` in ${names.second}.`,
      ),
    );
  }
  if (tensor !== null) {
    places.push(words(strong('Tensor'), ': ', code(tensor.path), ' in ', code(tensor.file), `: ${tensor.summary}`));
  }
  if (places.length > 0) blocks.push(list(places));
  return section('first-difference', 'First difference', blocks, { standing: 'measured' });
}

/** Findings that infer. Null where the runs agree and nothing is suspected. */
export function likelyCauseSection(report: Report, limits: Limits): Section | null {
  const inferred = report.findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding));
  if (inferred.length > 0) {
    return section('likely-cause', 'Likely cause', cutList(inferred.map(findingText), limits.rows), {
      standing: 'inferred',
    });
  }
  if (report.judgement.outcome !== 'divergent') return null;
  return section(
    'likely-cause',
    'Likely cause',
    [paragraph('Not known: no check found grounds for one in what the runs left behind.')],
    { standing: 'inferred' },
  );
}
