/** The runs side by side: how they ended, how long they took, what they left, their last metrics; then what is odd. */
import type { InventorySummary } from '../../model/evidence.ts';
import { formatBytes, formatDuration, formatInteger, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { describeRunEnd, type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { code, quiet, strong, type Text, words } from '../text/span.ts';
import { runName } from './run-names.ts';
import { type Block, cutList, type Limits, left, paragraph, type Section, section } from './section.ts';

/** Of a run that failed, so many of its last lines are shown. */
const tailLines = 20;
const metricRows = 6;

export function runsSection(report: Report, limits: Limits): Section {
  const { runs } = report;
  if (runs.length === 0) return section('runs', 'Runs', [paragraph('None was started.')]);
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [left(''), ...runs.map((run) => left(runName(run.number)))],
      rows: rowsOf(report).filter((row) => row.slice(1).some((cell) => cell.length > 0)),
    },
  ];
  if (runs.length < report.runsRequested) {
    blocks.push(paragraph(`${plural(report.runsRequested, 'run')} were asked for.`));
  }
  const odd = runs.flatMap(oddities);
  if (odd.length > 0) blocks.push(...cutList(odd, limits.rows));
  for (const run of runs) {
    if (run.end === null || runSucceeded(run.end) || run.logTail.length === 0) continue;
    blocks.push(paragraph(`The last lines that ${runName(run.number)} printed:`));
    blocks.push({ kind: 'output', lines: run.logTail.slice(-tailLines) });
  }
  return section('runs', 'Runs', blocks);
}

function rowsOf(report: Report): readonly (readonly Text[])[] {
  const each = (title: string, cell: (run: RunRecord) => Text): readonly Text[] => [
    words(strong(title)),
    ...report.runs.map(cell),
  ];
  const inventory = (run: RunRecord): InventorySummary | null =>
    report.inventories.find((candidate) => candidate.run === run.number) ?? null;
  return [
    each('End', (run) => endText(run)),
    each('Time', (run) => (run.end === null ? [] : words(formatDuration(run.durationMs)))),
    each('Seed', (run) => (run.seed === null ? [] : words(String(run.seed)))),
    each('Files', (run) => filesText(inventory(run))),
    each('Checkpoints', (run) => {
      const found = inventory(run);
      return found === null ? [] : words(formatInteger(found.checkpoints.length));
    }),
    each('Could not be read', (run) => {
      const unread = inventory(run)?.unread.length ?? 0;
      return unread === 0 ? [] : words({ text: plural(unread, 'file'), style: 'doubt' });
    }),
    ...metricTexts(report),
    each('Log', (run) =>
      run.logPath === null ? [] : words(code(`run-${run.number}.log`), ` (${formatBytes(run.logBytes)})`),
    ),
  ];
}

function endText(run: RunRecord): Text {
  if (run.end === null) return words(quiet('not run by this audit'));
  return words({ text: describeRunEnd(run.end), style: runSucceeded(run.end) ? 'plain' : 'bad' });
}

function filesText(inventory: InventorySummary | null): Text {
  if (inventory === null) return [];
  const bytes = inventory.files.reduce((sum, file) => sum + file.byteLength, 0);
  return words(`${formatInteger(inventory.files.length)} (${formatBytes(bytes)})`);
}

/** The last point of the first few series that decide, one row a series. */
function metricTexts(report: Report): readonly (readonly Text[])[] {
  const [base] = report.comparisons;
  if (base === undefined) return [];
  return base.coverage.series
    .filter((series) => series.decides)
    .slice(0, metricRows)
    .map((series) => [
      words(code(series.name)),
      ...report.runs.map((run): Text => {
        const isFirst = run.number === base.first;
        const comparison = isFirst ? base : report.comparisons.find((candidate) => candidate.second === run.number);
        const mine = comparison?.coverage.series.find(
          (candidate) => candidate.place === series.place && candidate.name === series.name,
        );
        const point = isFirst ? mine?.last.first : mine?.last.second;
        return point === null || point === undefined
          ? []
          : words(code(point.value), ` (${series.stepKind} ${point.step})`);
      }),
    ]);
}

function oddities(run: RunRecord): readonly Text[] {
  const name = runName(run.number);
  const survivors = run.survivors.map((process) =>
    words(
      `${name} left process ${process.pid} (`,
      code(process.command),
      process.killed ? ') behind; it was killed.' : ') behind, and it could not be killed.',
    ),
  );
  const outside =
    run.outside.length === 0
      ? []
      : [words(`${name} changed ${plural(run.outside.length, 'file')} outside its outputs.`)];
  return [
    ...run.doubts.map((doubt) => words(`${name}: ${doubt.message} (`, code(doubt.code), ')')),
    ...survivors,
    ...outside,
  ];
}
