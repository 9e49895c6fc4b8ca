/**
 * YAML as plain data with exact numbers, through the `yaml` library in its YAML 1.1 reading, which is PyYAML's.
 *
 * Left out on purpose: interpolations (`${oc.env:…}`) stay text, tags (`!!python/object:…`) are inert, nothing is printed.
 * The library's own check for duplicate keys is quadratic and is switched off: ours is a Set. Depth, aliases and nodes are
 * bounded; a library error of any class becomes a problem.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar as YamlScalar,
} from 'yaml';
import { LimitProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { floatScalar } from '../../model/scalar.ts';
import type { RecordProblem } from './record-text.ts';

export interface YamlReading {
  readonly value: PlainValue;
  readonly problems: readonly RecordProblem[];
}

/** Deeper than any configuration that a person reads; keeps the library's recursion far from the end of the stack. */
const depthLimit = 64;
/** Aliases make small files large: 200,000 values are more than any configuration has. */
const nodeLimit = 200_000;

const nothing: PlainValue = { type: 'map', items: [] };

/** The first document of the text. Never throws. */
export function parseYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const tooDeep = bracketDepth(text) > depthLimit || indentDepth(text) > depthLimit;
  if (tooDeep) return refused('YAML_DEPTH', `the document is nested more than ${depthLimit} levels deep`);
  try {
    const document = parseDocument(text, {
      version: '1.1',
      uniqueKeys: false,
      logLevel: 'silent',
      intAsBigInt: true,
      strict: false,
      prettyErrors: false,
      keepSourceTokens: false,
      lineCounter: lines,
    });
    const problems: RecordProblem[] = document.errors.slice(0, 20).map((error) => ({
      code: `YAML_${error.code}`,
      message: withoutSource(error.message),
      line: lines.linePos(error.pos[0]).line,
    }));
    if (document.contents === null) return { value: nothing, problems };
    const walk: Walk = {
      nodes: 0,
      problems,
      lines,
      resolve: (alias) => (isAlias(alias) ? alias.resolve(document) : undefined),
    };
    return { value: plainOf(document.contents, 0, walk), problems };
  } catch (error) {
    if (error instanceof LimitProblem) return refused(error.code, error.message);
    return refused(
      'YAML_UNREADABLE',
      `the YAML reader gave up: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
    );
  }
}

/** What stands there may be a secret, and its line is told. */
function withoutSource(message: string): string {
  return /^(?:Unexpected|Block scalar)\b/.test(message) ? (message.split(': ')[0] ?? message) : message;
}

function refused(code: string, message: string): YamlReading {
  return { value: nothing, problems: [{ code, message }] };
}

interface Walk {
  nodes: number;
  readonly problems: RecordProblem[];
  readonly lines: LineCounter;
  resolve(alias: unknown): Node | undefined;
}

function plainOf(node: unknown, depth: number, walk: Walk): PlainValue {
  walk.nodes += 1;
  if (walk.nodes > nodeLimit) throw new LimitProblem('YAML_ALIAS', `aliases unfold to more than ${nodeLimit} values`);
  if (depth > depthLimit) throw new LimitProblem('YAML_DEPTH', `values are nested more than ${depthLimit} levels deep`);
  if (isAlias(node)) {
    const target = walk.resolve(node);
    if (target === undefined) {
      walk.problems.push({ code: 'YAML_ALIAS', message: `alias "*${node.source}" has no anchor` });
      return { type: 'none', text: 'None' };
    }
    return plainOf(target, depth + 1, walk);
  }
  if (isSeq(node)) return { type: 'list', items: node.items.map((item) => plainOf(item, depth + 1, walk)) };
  if (isMap(node)) {
    const items = new Map<string, PlainValue>();
    const written = new Set<string>();
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === '<<') mergeInto(items, plainOf(pair.value, depth + 1, walk));
      else {
        if (written.has(key)) {
          const line = lineOf(pair.key, walk.lines);
          const problem = { code: 'DUPLICATE_KEY', message: `key "${key}" stands twice in one mapping` };
          walk.problems.push(line === null ? problem : { ...problem, line });
        }
        written.add(key);
        items.set(key, plainOf(pair.value, depth + 1, walk));
      }
    }
    return { type: 'map', items: [...items] };
  }
  // An `!!omap` is a sequence of pairs.
  if (isPair(node)) return { type: 'map', items: [[keyText(node.key), plainOf(node.value, depth + 1, walk)]] };
  return isScalar(node) ? scalarOf(node) : { type: 'none', text: 'None' };
}

/** `<<`: keys of the merged mapping, where the mapping itself does not say otherwise later. */
function mergeInto(items: Map<string, PlainValue>, merged: PlainValue): void {
  const sources = merged.type === 'list' ? merged.items : [merged];
  for (const source of sources)
    if (source.type === 'map') for (const [key, value] of source.items) if (!items.has(key)) items.set(key, value);
}

function keyText(key: unknown): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  if (isAlias(key)) return `*${key.source}`;
  return '(compound key)';
}

function lineOf(node: unknown, lines: LineCounter): number | null {
  const range = isScalar(node) ? (node as YamlScalar & Pick<ParsedNode, 'range'>).range : undefined;
  return range === undefined || range === null ? null : lines.linePos(range[0]).line;
}

function scalarOf(node: YamlScalar): PlainValue {
  const { value } = node;
  if (typeof value === 'string') return { type: 'str', text: value };
  if (typeof value === 'bigint') return { type: 'int', text: value.toString() };
  if (typeof value === 'number') return floatScalar(value);
  if (typeof value === 'boolean') return { type: 'bool', text: value ? 'True' : 'False' };
  if (value === null || value === undefined) return { type: 'none', text: 'None' };
  // Dates and binary, which YAML 1.1 knows: their text as written is exact.
  return { type: 'str', text: node.source ?? String(value) };
}

/** Deepest nesting of flow brackets, strings not looked at: an upper bound that costs one pass. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return deepest;
}

/** Deepest nesting that block indentation could mean: `- - - x` on one line, or one level a column. */
function indentDepth(text: string): number {
  let deepest = 0;
  for (const [marks] of text.matchAll(/^(?:[ ]|[-?:][ ])+/gm)) {
    const dashes = marks.length - marks.replaceAll(/[-?:]/g, '').length;
    if (dashes > deepest) deepest = dashes;
  }
  return deepest;
}
