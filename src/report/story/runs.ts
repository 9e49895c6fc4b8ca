/** The runs side by side: what differs in how they were made, how they ended, what they left; once, what they share; then what is odd. */

import type { InventorySummary } from '../../model/evidence.ts';
import { formatBytes, formatDuration, plural } from '../../model/format-number.ts';
import { seenProcesses } from '../../model/observed-process.ts';
import type { Report } from '../../model/report.ts';
import { describeRunEnd, type RunRecord, runSucceeded } from '../../model/run-record.ts';
import { code, joined, quiet, strong, type Text, words } from '../text/span.ts';
import { recordedDifferences } from './recorded-differences.ts';
import { type Fact, type RunFacts, runFacts } from './run-facts.ts';
import { runName } from './run-names.ts';
import { type Block, cutList, type Limits, left, paragraph, type Row, type Section, section } from './section.ts';

/** Of a run that failed, so many of its last lines are shown. */
const tailLines = 20;

export function runsSection(report: Report, limits: Limits): Section {
  const { runs } = report;
  if (runs.length === 0) return section('runs', 'Runs', [paragraph('None was started.')]);
  const facts = runFacts(report);
  const rows = [...differingRows(report, facts), ...outcomeRows(report), ...facts.partial.map(plainRow)];
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [left(''), ...runs.map((run) => left(runName(run.number)))],
      rows: rows.filter((row) => row.slice(1).some((cell) => cell.length > 0)),
    },
  ];
  const shared = sharedText(report, facts);
  if (shared.length > 0) blocks.push(paragraph(shared));
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
  const seed = facts.same.find(({ title }) => title === 'Seed')?.values[0] ?? null;
  return section('runs', 'Runs', blocks, { aside: seed === null ? null : `seed ${seed}` });
}

/** As they were seen; where nobody saw the runs, as they were written down. */
function differingRows(report: Report, facts: RunFacts): readonly Row[] {
  const seen = report.runs.every((run) => seenProcesses(run.observed).length > 0);
  return [...facts.differing, ...(seen ? [] : recordedDifferences(report))].map(({ title, values }) => [
    words({ text: `≠ ${title}`, style: 'doubt' }),
    ...values.map(cell),
  ]);
}

function plainRow({ title, values }: Fact): Row {
  return [words(strong(title)), ...values.map(cell)];
}

function cell(value: string | null): Text {
  return value === null ? words(quiet('not known')) : words(code(value));
}

/** How a fact is called inside a sentence, where that is not its title. */
const inSentence: ReadonlyMap<string, string> = new Map([
  ['Command', 'command'],
  ['Driver', 'driver'],
  ['Code', 'code at'],
  ['Packages', 'imported packages:'],
]);

/** The seed stands behind the title of the section. */
function sharedText(report: Report, { same }: RunFacts): Text {
  const told = same
    .filter(({ title }) => title !== 'Seed')
    .map(({ title, values }) => words(`${inSentence.get(title) ?? title} `, code(values[0] ?? '')));
  if (told.length === 0) return [];
  const { length } = report.runs;
  const whose = length === 1 ? 'Made with' : `The same in ${length === 2 ? 'both' : 'all'}`;
  return words(strong(whose), ': ', joined(told, '; '), '.');
}

function outcomeRows(report: Report): readonly Row[] {
  const each = (title: string, text: (run: RunRecord) => Text): Row => [words(strong(title)), ...report.runs.map(text)];
  const inventory = (run: RunRecord): InventorySummary | null =>
    report.inventories.find((candidate) => candidate.run === run.number) ?? null;
  return [
    each('End', endText),
    each('Took', (run) => (run.end === null ? [] : words(formatDuration(run.durationMs)))),
    each('Left', (run) => leftText(inventory(run))),
    each('Could not be read', (run) => {
      const unread = inventory(run)?.unread.length ?? 0;
      return unread === 0 ? [] : words({ text: plural(unread, 'file'), style: 'doubt' });
    }),
  ];
}

function endText(run: RunRecord): Text {
  if (run.end === null) return words(quiet('not run by this audit'));
  return words({ text: describeRunEnd(run.end), style: runSucceeded(run.end) ? 'plain' : 'bad' });
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
