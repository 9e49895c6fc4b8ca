/** The runs side by side: how they ended, after how long, with which seed, what they left; then what is odd. */
import type { InventorySummary } from '../../model/evidence.ts';
import { formatBytes, formatDuration, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import { describeRunEnd, type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { code, quiet, strong, type Text, words } from '../text/span.ts';
import { runName } from './run-names.ts';
import { type Block, cutList, type Limits, left, paragraph, type Section, section } from './section.ts';

/** Of a run that failed, so many of its last lines are shown. */
const tailLines = 20;

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
  const seed = sameSeed(report);
  return section('runs', 'Runs', blocks, { aside: seed === null ? null : `seed ${seed}` });
}

/** The seed that all runs were given; null where they were not, or were given none. */
function sameSeed({ runs }: Report): number | null {
  const seed = runs[0]?.seed ?? null;
  return runs.every((run) => run.seed === seed) ? seed : null;
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
    ...(sameSeed(report) === null ? [each('Seed', (run) => (run.seed === null ? [] : words(String(run.seed))))] : []),
    each('Left', (run) => leftText(inventory(run))),
    each('Could not be read', (run) => {
      const unread = inventory(run)?.unread.length ?? 0;
      return unread === 0 ? [] : words({ text: plural(unread, 'file'), style: 'doubt' });
    }),
  ];
}

function endText(run: RunRecord): Text {
  if (run.end === null) return words(quiet('not run by this audit'));
  return words(
    { text: describeRunEnd(run.end), style: runSucceeded(run.end) ? 'plain' : 'bad' },
    ` after ${formatDuration(run.durationMs)}`,
  );
}

function leftText(inventory: InventorySummary | null): Text {
  if (inventory === null) return [];
  const bytes = inventory.files.reduce((sum, file) => sum + file.byteLength, 0);
  const checkpoints = inventory.checkpoints.length;
  return words(
    `${plural(inventory.files.length, 'file')} (${formatBytes(bytes)}), ${plural(checkpoints, 'checkpoint')}`,
  );
}

function oddities(run: RunRecord): readonly Text[] {
  const name = runName(run.number);
  const survivors = run.survivors.map((survivor) =>
    words(
      `${name} left process ${survivor.pid} (`,
      code(survivor.command),
      survivor.killed ? ') behind; it was killed.' : ') behind, and it could not be killed.',
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
