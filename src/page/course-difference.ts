/** What a chart says of its series: how the runs differ, in the words of the story, and in the tone that the style sheet colours. */
import type { MetricRow } from '../report/story/metric-rows.ts';
import { seriesDifference } from '../report/story/series-difference.ts';

export interface CourseDifference {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'doubt' | 'quiet';
}

/** `proves`: the audit came to a verdict; without one what is the same proves nothing, and is not green. */
export function courseDifference(row: MetricRow, proves: boolean): CourseDifference {
  const difference = seriesDifference(row);
  const { decides } = row.series;
  if (difference === null) {
    return { words: 'the same to the end', tone: proves && decides ? 'good' : 'quiet' };
  }
  const { words, tolerated } = difference;
  return { words: tolerated ? `${words}, tolerated` : words, tone: !decides ? 'quiet' : tolerated ? 'doubt' : 'bad' };
}

/** Of what several comparisons say of one series, the weightiest. */
export function weightier(a: CourseDifference, b: CourseDifference): CourseDifference {
  const weight: readonly CourseDifference['tone'][] = ['good', 'quiet', 'doubt', 'bad'];
  return weight.indexOf(b.tone) > weight.indexOf(a.tone) ? b : a;
}
