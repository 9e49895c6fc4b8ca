/**
 * A series of DVCLive: `plots/metrics/NAME.tsv`, a row for each step (dvclive/plots/metric.py). The table's own header has the
 * last part of the name only; here the series has the whole name, which is the one that `metrics.json` beside it says the
 * last value of.
 *
 * The column of times, where the training asked for one, is shown as any clock and does not decide.
 */
import { peekText } from '../codecs/text.ts';
import { csv } from './csv.ts';
import type { MetricFormat } from './metric-format.ts';

export const dvclive: MetricFormat = {
  id: 'dvclive',
  title: "DVCLive's metrics",
  recognizes(source, path) {
    const name = nameOf(path);
    if (name === null) return false;
    const [header = ''] = peekText(source, 4096).split(/\r?\n/, 1);
    return /^(?:timestamp\t)?step\t[^\t]+$/.test(header) && header.endsWith(`\t${lastPart(name, 'latin1')}`);
  },
  async read(source, path, context) {
    const name = nameOf(path) ?? path;
    const column = lastPart(name, 'utf8');
    const { series, notes } = await csv.read(source, path, context);
    const renamed = series.map((one) =>
      one.name === column || one.name.startsWith(`${column} (`)
        ? { ...one, name: `${name}${one.name.slice(column.length)}` }
        : one,
    );
    return { series: renamed, notes };
  },
};

/** The name of the metric; null for every other path. */
function nameOf(path: string): string | null {
  return /(?:^|\/)plots\/metrics\/(.+)\.tsv$/.exec(path)?.[1] ?? null;
}

/** As it stands in the header; `latin1` for bytes that are not decoded yet. */
function lastPart(name: string, encoding: 'latin1' | 'utf8'): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return encoding === 'utf8' ? last : Buffer.from(last).toString('latin1');
}
