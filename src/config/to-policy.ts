/** Given options → Policy: globs, patterns, tolerances, check ids and waivers, each checked before anything is started. */

import type { Severity } from '../model/finding.ts';
import type {
  ChecksPolicy,
  DatasetRequest,
  FailOn,
  GlobSelection,
  Ignore,
  Layout,
  LayoutPaths,
  MetricsSelection,
  Policy,
  RecordPaths,
  Tolerance,
  ToleranceRule,
  Waiver,
} from '../model/request.ts';
import type { PassingVerdict } from '../model/verdict.ts';
import { type Pointer, pointerText, quotedText } from './complaint.ts';
import { type Given, listOf, oneOf, textOf } from './given.ts';
import { globProblem, matchesEverything } from './glob-problem.ts';
import { nearestName } from './nearest-name.ts';
import type { Json } from './option.ts';
import { isJsonArray, isJsonObject } from './option-schema.ts';
import { readEnvironmentSchema } from './read-environment-schema.ts';

const verdicts: readonly PassingVerdict[] = ['identical', 'equivalent', 'within-tolerance'];
const layouts: readonly Layout[] = ['auto', 'hydra', 'experiment-timestamp', 'lightning', 'hugging-face', 'none'];
const failOns: readonly FailOn[] = ['error', 'warning', 'never'];

export async function toPolicy(given: Given): Promise<Policy> {
  const require = oneOf(given.value('require'), verdicts, 'equivalent');
  const tolerance = toTolerance(given);
  const isExact = tolerance.everywhere === null && tolerance.rules.length === 0;
  if (require === 'within-tolerance' && isExact && !given.isBroken('tolerance')) {
    given.complain(
      'require',
      [],
      '"within-tolerance" without a tolerance; expected "tolerance" to be given, e.g. rtol=1e-5',
    );
  }
  return {
    require,
    tolerance,
    checkpoints: toSelection(given, 'checkpoints'),
    metrics: await toMetrics(given),
    ignore: toIgnore(given),
    ...toLayout(given),
    records: toRecords(given),
    datasets: toDatasets(given),
    requireGpu: given.value('require-gpu') === true,
    environmentSchema: await readEnvironmentSchema(given),
    checks: toChecks(given),
    failOn: oneOf(given.value('fail-on'), failOns, 'error'),
  };
}

function toTolerance(given: Given): Tolerance {
  const value = given.value('tolerance');
  if (!isJsonObject(value)) return { everywhere: null, rules: [] };
  const rules = isJsonArray(value.rules ?? null) ? (value.rules as readonly Json[]) : [];
  return {
    everywhere: toRule(given, value, []),
    rules: rules.filter(isJsonObject).map((rule, index) => {
      const pointer = ['rules', index];
      const glob = textOf(rule.glob ?? null) ?? '';
      checkGlob(given, 'tolerance', [...pointer, 'glob'], glob);
      const bounds = toRule(given, rule, pointer);
      if (bounds === null) {
        const name = pointerText(['tolerance', ...pointer]);
        given.complain(
          'tolerance',
          pointer,
          `"${name}" has no bound; expected "atol", "rtol" or "max-ulp" (0 for exact)`,
        );
      }
      return { glob, rule: bounds ?? { atol: 0, rtol: 0, maxUlp: 0 } };
    }),
  };
}

/** Null where no bound is named. */
function toRule(given: Given, value: { readonly [key: string]: Json }, pointer: Pointer): ToleranceRule | null {
  const bounds = ['atol', 'rtol', 'max-ulp'].filter((name) => value[name] !== undefined);
  if (bounds.length === 0) return null;
  // A bound with which nothing could fail is no tolerance: ajv has refused NaN and infinity, this refuses 1e300.
  if (Number(value.atol ?? 0) > 1e6) {
    given.complain(
      'tolerance',
      [...pointer, 'atol'],
      `an atol of ${String(value.atol)} lets everything pass; expected at most 1e6`,
    );
  }
  return { atol: Number(value.atol ?? 0), rtol: Number(value.rtol ?? 0), maxUlp: Number(value['max-ulp'] ?? 0) };
}

function toSelection(given: Given, name: 'checkpoints' | 'metrics'): GlobSelection {
  const value = given.value(name);
  const include: string[] = [];
  const exclude: string[] = [];
  const add = (list: string[], glob: string, pointer: Pointer) => {
    checkGlob(given, name, pointer, glob);
    list.push(glob);
  };
  if (isJsonObject(value)) {
    each(value.include, ['include'], (glob, pointer) => add(include, glob, pointer));
    each(value.exclude, ['exclude'], (glob, pointer) => add(exclude, glob, pointer));
  } else {
    each(value, [], (glob, pointer) =>
      glob.startsWith('!') ? add(exclude, glob.slice(1), pointer) : add(include, glob, pointer),
    );
  }
  if (matchesEverything(exclude)) {
    given.complain(
      name,
      ['exclude'],
      `${name} leave out everything, and nothing would be compared; expected narrower globs`,
    );
  }
  return { include, exclude };
}

async function toMetrics(given: Given): Promise<MetricsSelection> {
  const value = given.value('metrics');
  const stdout = isJsonObject(value) ? listOf(value.stdout) : [];
  if (stdout.length > 0) {
    // Loaded only here: few configurations have a pattern.
    const { patternProblem } = await import('./pattern-problem.ts');
    each(isJsonObject(value) ? value.stdout : null, ['stdout'], (pattern, pointer) => {
      const problem = patternProblem(pattern);
      if (problem !== null) given.complain('metrics', pointer, `${quotedText(pattern)} ${problem}`);
    });
  }
  return { ...toSelection(given, 'metrics'), stdout };
}

function toIgnore(given: Given): Ignore {
  const value = given.value('ignore');
  const lists = isJsonObject(value) ? value : {};
  const take = (kind: 'series' | 'scalars' | 'files'): readonly string[] => {
    const globs = listOf(lists[kind]);
    each(lists[kind], [kind], (glob, pointer) => checkGlob(given, 'ignore', pointer, glob));
    if (matchesEverything(globs.filter((glob) => globProblem(glob) === null))) {
      given.complain('ignore', [kind], `${quotedText(globs.join(', '))} ignores all ${kind}; expected narrower globs`);
    }
    return globs;
  };
  return { series: take('series'), scalars: take('scalars'), files: take('files') };
}

function toLayout(given: Given): { readonly layout: Layout; readonly layoutPaths: LayoutPaths } {
  const value = given.value('layout');
  if (!isJsonObject(value))
    return { layout: oneOf(value, layouts, 'auto'), layoutPaths: { required: [], allowed: [] } };
  const take = (kind: 'required' | 'allowed'): readonly string[] => {
    each(value[kind], [kind], (glob, pointer) => {
      // The placeholders stand for patterns of our own; a glob's own braces hold a comma.
      const unknown = /\{(?!experiment\}|timestamp\}|epoch\}|step\})([^{},]*)\}/.exec(glob);
      if (unknown !== null) {
        const message = `${quotedText(glob)} has an unknown placeholder ${quotedText(unknown[0])}; expected {experiment}, {timestamp}, {epoch} or {step}`;
        given.complain('layout', pointer, message);
      } else checkGlob(given, 'layout', pointer, glob.replaceAll(/\{(?:experiment|timestamp|epoch|step)\}/g, '*'));
    });
    return listOf(value[kind]);
  };
  const layoutPaths = { required: take('required'), allowed: take('allowed') };
  if (layoutPaths.required.length + layoutPaths.allowed.length === 0) {
    given.complain('layout', [], 'a layout without paths asks for nothing; expected "required" or "allowed"');
  }
  return { layout: 'paths', layoutPaths };
}

function toRecords(given: Given): RecordPaths {
  const value = given.value('records');
  const lists = isJsonObject(value) ? value : {};
  const take = (kind: keyof RecordPaths): readonly string[] => {
    each(lists[kind], [kind], (glob, pointer) => checkGlob(given, 'records', pointer, glob));
    return listOf(lists[kind]);
  };
  return {
    environment: take('environment'),
    requirements: take('requirements'),
    configuration: take('configuration'),
    dataset: take('dataset'),
  };
}

function toDatasets(given: Given): readonly DatasetRequest[] {
  const value = given.value('datasets');
  if (value === null) return [];
  const items = isJsonArray(value) ? value : [value];
  return items.map((item): DatasetRequest => {
    const written = textOf(isJsonObject(item) ? (item.path ?? null) : item) ?? '';
    const path = written.replace(/^(?:\.\/)+/, '').replace(/(?<=.)\/+$/, '');
    const sha256 = isJsonObject(item) ? textOf(item.sha256 ?? null) : null;
    return { path, sha256: sha256?.toLowerCase() ?? null };
  });
}

function toChecks(given: Given): ChecksPolicy {
  const value = given.value('checks');
  if (!isJsonObject(value)) return { severities: {}, waivers: [] };
  const severities: (readonly [string, Severity | 'off'])[] = [];
  for (const [id, severity] of Object.entries(value)) {
    if (id === 'waivers') continue;
    checkId(given, id, [id], 'key');
    severities.push([id, oneOf(severity, ['error', 'warning', 'notice', 'off'], 'error')]);
  }
  const waivers = isJsonArray(value.waivers ?? null) ? (value.waivers as readonly Json[]) : [];
  return {
    severities: Object.fromEntries(severities),
    waivers: waivers.filter(isJsonObject).map((waiver, index) => toWaiver(given, waiver, index)),
  };
}

function toWaiver(given: Given, value: { readonly [key: string]: Json }, index: number): Waiver {
  const text = (key: string) => textOf(value[key] ?? null) ?? '';
  const waiver: Waiver = { id: text('id'), place: text('place'), reason: text('reason'), until: text('until') };
  checkId(given, waiver.id, ['waivers', index, 'id'], 'value');
  if (!isRealDate(waiver.until)) {
    const message = `${quotedText(waiver.until)} is no real date; expected a day of the calendar, such as 2027-01-31`;
    given.complain('checks', ['waivers', index, 'until'], message);
  }
  return waiver;
}

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function checkId(given: Given, id: string, pointer: Pointer, part: 'key' | 'value'): void {
  const known = given.host.known.checks;
  if (known === null || known.includes(id)) return;
  const groups = [...new Set(known.map((name) => `${name.split('/')[0]}/*`))];
  if (groups.includes(id)) return;
  const near = nearestName(id, [...known, ...groups]);
  const hint = near === null ? `expected a check's id or one of ${groups.join(', ')}` : `did you mean "${near}"?`;
  given.complain('checks', pointer, `there is no check ${quotedText(id)}; ${hint}`, part);
}

function checkGlob(given: Given, name: string, pointer: Pointer, glob: string): void {
  const problem = globProblem(glob);
  if (problem !== null) given.complain(name, pointer, `${quotedText(glob)} ${problem}`);
}

/** A text, or the texts of a list, each with its pointer. */
function each(value: Json | undefined, pointer: Pointer, visit: (text: string, pointer: Pointer) => void): void {
  const isList = value !== undefined && isJsonArray(value);
  listOf(value).forEach((text, index) => {
    visit(text, isList ? [...pointer, index] : pointer);
  });
}
