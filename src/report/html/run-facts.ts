/**
 * What each run was given and what was seen in it, side by side, to unfold below what the story says of it: every variable, every version, the GPU, the commit. What is not
 * the same in all runs is marked and stands on top; what has to differ (a run's own folder and number) is not marked.
 */
import { plural } from '../../model/format-number.ts';
import { seenProcesses } from '../../model/observed-process.ts';
import type { Report } from '../../model/report.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { runName } from '../story/run-names.ts';
import { shortened } from '../text/visible.ts';
import { scrolling } from './blocks.ts';
import { html, type Markup } from './markup.ts';

const valueLength = 300;
/** Packages and variables of one run that are told. */
const factsShown = 400;

interface Fact {
  readonly name: string;
  readonly value: string;
  /** Differs by its nature: marks nothing. */
  readonly own: boolean;
}

/** Null where no run was started by this audit: then nothing is known of how they were started. */
export function renderRunFacts(report: Report): Markup | null {
  const runs = report.runs.filter(({ end }) => end !== null);
  if (runs.length === 0) return null;
  const facts = runs.map((run) => new Map(factsOf(run).map((fact) => [fact.name, fact])));
  const names = [...new Set(facts.flatMap((known) => [...known.keys()]))].slice(0, factsShown);
  const rows = names.map((name) => {
    const cells = facts.map((known) => known.get(name) ?? null);
    const own = cells.some((cell) => cell?.own === true);
    return { name, cells, differs: !own && new Set(cells.map((cell) => cell?.value ?? null)).size > 1 };
  });
  const differing = rows.filter(({ differs }) => differs);
  const ordered = [...differing, ...rows.filter(({ differs }) => !differs)];
  const body = ordered.map(
    ({
      name,
      cells,
      differs,
    }) => html`<tr${differs ? html` class="differing"` : null}><th scope="row">${shortened(name, valueLength)}${
      differs ? html` <span class="bad">differs</span>` : null
    }</th>${cells.map((cell) => html`<td>${cell === null ? html`<span class="quiet">not there</span>` : html`<code>${shortened(cell.value, valueLength)}</code>`}</td>`)}</tr>
`,
  );
  const heads = runs.map((run) => html`<th scope="col">${runName(run.number)}</th>`);
  const title = 'What each run was given, and what was seen in it';
  const told =
    differing.length === 0
      ? 'nothing differs'
      : `${plural(differing.length, 'value')} ${differing.length === 1 ? 'differs' : 'differ'}`;
  return html`<details><summary>${title} <span class="${differing.length === 0 ? 'quiet' : 'bad'}">${runs.length < 2 ? '' : told}</span></summary>
${scrolling(title, html`<table class="facts"><thead><tr><th scope="col"></th>${heads}</tr></thead><tbody>${body}</tbody></table>`)}</details>`;
}

function factsOf(run: RunRecord): readonly Fact[] {
  const fact = (name: string, value: string | number | null | undefined, own = false): readonly Fact[] =>
    value === null || value === undefined || value === '' ? [] : [{ name, value: String(value), own }];
  const seen = seenProcesses(run.observed);
  const torch = seen.map((one) => one.torch).find((one) => one !== null) ?? null;
  const packages = new Map(seen.flatMap(({ distributions }) => distributions.map((one) => [one.name, one.version])));
  return [
    ...fact('Command', run.argv.join(' ')),
    ...fact('Seed', run.seed),
    ...fact('Folder', run.workingDirectory),
    ...fact('Start', run.start, true),
    ...fact('Host', run.hostName),
    ...fact('Commit', run.workingTree?.commit),
    ...fact('Changed since the commit', run.workingTree === null ? null : plural(run.workingTree.dirtyCount, 'file')),
    ...fact('Python', seen[0]?.interpreter.version ?? run.machine?.pythonVersion),
    ...fact('Platform', seen[0]?.interpreter.platform),
    ...fact('GPU', gpus(run, torch)),
    ...fact('GPU driver', [...new Set((run.machine?.gpus ?? []).map(({ driver }) => driver))].join(', ')),
    ...(torch === null
      ? []
      : [
          ...fact('torch', torch.version),
          ...fact('CUDA', torch.cuda),
          ...fact('cuDNN', torch.cudnn),
          ...fact('Deterministic algorithms', torch.deterministicAlgorithms ? 'on' : 'off'),
          ...fact('cuDNN benchmark', torch.cudnnBenchmark ? 'on' : 'off'),
          ...fact('Matrix multiplication precision', torch.matmulPrecision),
        ]),
    ...Object.entries(run.environment)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, value]) => fact(`$${name}`, value, /^TRAIN_TWICE(?:_|$)/.test(name))),
    ...[...packages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, version]) => fact(`Package ${name}`, version)),
  ];
}

function gpus(run: RunRecord, torch: { readonly devices: readonly { readonly name: string }[] } | null): string {
  const used = (torch?.devices ?? []).map(({ name }) => name);
  if (used.length > 0) return used.join(', ');
  if (run.machine === null || run.machine.gpus === null) return 'none was seen';
  return run.machine.gpus.length === 0 ? 'none' : run.machine.gpus.map(({ name }) => name).join(', ');
}
