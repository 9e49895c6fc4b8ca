/**
 * Configurations that a training prints: after a word such as `Config:` a JSON document or a Python `repr` (`{…}`,
 * `Namespace(…)`, a dataclass), on one line or over many, or the lines of a YAML document (`OmegaConf.to_yaml`). Loggers put
 * times and levels before the first line, or before each: what stands before the word tells what they look like.
 *
 * Each line is looked at once. What does not end, or cannot be read whole, is no configuration: half of one would be compared as
 * if it were all. Left out on purpose: boxes and trees that `rich` draws.
 */
import { isProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { readPythonJson } from '../codecs/python-json.ts';
import { parsePythonRepr } from '../codecs/python-repr.ts';
import { parseYaml } from './yaml-value.ts';

export interface LogConfiguration {
  readonly value: PlainValue;
  /** Where its word stands, from 1. */
  readonly line: number;
}

export interface ConfigurationCollector {
  take(line: string, number: number): void;
  /** After the last line. */
  end(): readonly LogConfiguration[];
}

/** A log tells one or two; a sweep that prints hundreds is no record of one run. */
const mostFound = 4;
const mostLines = 2_000;
const mostCharacters = 1024 * 1024;
/** YAML that is made of aliases takes a second to be refused. */
const mostYamlReadings = 8;
const mostAliases = 100;
/** The word stands near the beginning of a message. */
const wordWithin = 300;
const mostCuts = 30;

const word =
  /(?<![\w./"'-])(?<lead>(?:[\w-]{0,40}[_ -])?)(?<word>configurations?|config|cfg|conf|hyper-?_?param(?:eter)?s|hparams|parameters|params|arguments|args|settings|options|opts?|flags)(?:\s+(?:is|are|used|values?))?\s*(?::|=|->)?\s*(?=$|\{|[A-Z]\w*\(|\w{0,20}dict\()/i;
/** `print(args)`: argparse's own type needs no word before it. */
const namespace = /(?<![\w.])Namespace\(/;
const valueStart = /^(?:\{|[A-Z]\w*\(|\w{0,20}[dD]ict\()/;
const ruler = /^[-=*#~_]{3,}$/;
/** `Model parameters:` comes before a list of layers, which looks like YAML and is none of this. */
const beforeYaml = /^(?:configurations?|config|cfg|hyper-?_?parameters|hparams|arguments|args|settings)$/i;
const yamlLine = /^(?:- .*|-$|["']?[A-Za-z_][\w./-]*["']?:(?:\s.*)?)$/;

type State =
  | { readonly kind: 'idle' }
  /** The word stood alone on its line. */
  | { readonly kind: 'waiting'; readonly from: Start; readonly lines: number }
  | { readonly kind: 'brackets'; readonly from: Start; readonly text: Bracketed }
  | { readonly kind: 'yaml'; readonly from: Start; readonly lines: string[]; characters: number };

interface Start {
  readonly line: number;
  readonly mayBeYaml: boolean;
  /** Patterns of what may stand before a message, the longest first. */
  readonly prefixes: readonly RegExp[];
}

/** A collector for one log. */
export function configurationCollector(): ConfigurationCollector {
  const found = new Map<string, LogConfiguration>();
  let state: State = { kind: 'idle' };
  let yamlReadings = 0;
  const shapes = new Map<string, readonly RegExp[]>();

  const keep = (value: PlainValue | null, { line }: Start): void => {
    state = { kind: 'idle' };
    if (value === null || value.type !== 'map' || value.items.length === 0 || found.size >= mostFound) return;
    const key = JSON.stringify(value);
    if (!found.has(key)) found.set(key, { value, line });
  };
  const begin = (from: Start, text: string): void => {
    const brackets = new Bracketed();
    state = { kind: 'brackets', from, text: brackets };
    if (brackets.add(text)) keep(readValue(brackets.text), from);
  };
  const start = (line: string, number: number): boolean => {
    const head = line.slice(0, wordWithin);
    const match = word.exec(head) ?? namespace.exec(head);
    if (match === null) return false;
    const { lead = '', word: written = '' } = match.groups ?? {};
    const from = {
      line: number,
      mayBeYaml: beforeYaml.test(written),
      prefixes: prefixesOf(line.slice(0, match.index + lead.length), shapes),
    };
    const rest = line.slice(written === '' ? match.index : match.index + match[0].length);
    // A head that was cut ends in the middle of a message.
    if (rest.trim() !== '' && valueStart.test(rest)) begin(from, rest);
    else if (rest.trim() === '') state = { kind: 'waiting', from, lines: 0 };
    else return false;
    return true;
  };
  const endYaml = (): void => {
    if (state.kind !== 'yaml') return;
    const { lines, from } = state;
    const text = lines.join('\n');
    // One line is a message that happens to have a colon.
    const isReadable = lines.length > 1 && yamlReadings < mostYamlReadings && aliasesIn(text) <= mostAliases;
    yamlReadings += 1;
    const { value, problems } = isReadable ? parseYaml(text) : { value: null, problems: [] };
    keep(problems.length === 0 ? value : null, from);
  };

  const take = (line: string, number: number): void => {
    const now = state;
    const { kind } = now;
    switch (kind) {
      case 'idle':
        start(line, number);
        return;
      case 'waiting': {
        const message = withoutPrefix(line, now.from).text;
        const text = message.trimStart();
        if (valueStart.test(text)) begin(now.from, text);
        else if ((text === '' || ruler.test(text)) && now.lines < 3) state = { ...now, lines: now.lines + 1 };
        else if (now.from.mayBeYaml && yamlLine.test(message) && !endsInValue(message))
          state = { kind: 'yaml', from: now.from, lines: [message], characters: message.length };
        else {
          state = { kind: 'idle' };
          start(line, number);
        }
        return;
      }
      case 'brackets': {
        const { text, hasPrefix } = withoutPrefix(line, now.from);
        // A message of its own that begins another one: the one before never ended.
        if (hasPrefix && start(line, number)) return;
        if (now.text.add(`\n${text}`)) keep(readValue(now.text.text), now.from);
        else if (now.text.isTooLong) state = { kind: 'idle' };
        return;
      }
      case 'yaml': {
        const isMessage = withoutPrefix(line, now.from).hasPrefix;
        const belongs = !isMessage && (/^\s+\S/.test(line) || yamlLine.test(line));
        if (belongs && now.lines.length < mostLines && now.characters < mostCharacters) {
          now.lines.push(line);
          now.characters += line.length;
          return;
        }
        // Cut at the limit it would be half of one.
        if (belongs) state = { kind: 'idle' };
        else endYaml();
        start(line, number);
        return;
      }
      default:
        kind satisfies never;
    }
  };
  return {
    take,
    end: () => {
      endYaml();
      return [...found.values()];
    },
  };
}

/** `Arguments: Namespace(…)` under a `Config:` that was followed by nothing. */
function endsInValue(message: string): boolean {
  const match = word.exec(message.slice(0, wordWithin));
  return match !== null && valueStart.test(message.slice(match.index + match[0].length));
}

/** Brackets outside strings, counted as the text comes in; each character is looked at once. */
class Bracketed {
  readonly #parts: string[] = [];
  #depth = 0;
  #quote = '';
  #escaped = false;
  #characters = 0;

  /** True once the bracket that opened first is closed; what comes after it is dropped. */
  add(text: string): boolean {
    this.#characters += text.length;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (this.#quote !== '') {
        if (this.#escaped) this.#escaped = false;
        else if (character === '\\') this.#escaped = true;
        // No string of either language goes over the end of a line.
        else if (character === this.#quote || character === '\n') this.#quote = '';
      } else if (character === '"' || character === "'") this.#quote = character;
      else if (character === '{' || character === '[' || character === '(') this.#depth += 1;
      else if (character === '}' || character === ']' || character === ')') {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        this.#parts.push(text.slice(0, at + 1));
        return true;
      }
    }
    this.#parts.push(text);
    return false;
  }

  get isTooLong(): boolean {
    return this.#parts.length > mostLines || this.#characters > mostCharacters;
  }

  get text(): string {
    return this.#parts.join('');
  }
}

const jsonLimits = { maxDepth: 64, maxValues: 50_000 } as const;

function readValue(text: string): PlainValue | null {
  for (const read of [(json: string) => readPythonJson(json, jsonLimits).value, parsePythonRepr])
    try {
      return read(text);
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  return null;
}

function aliasesIn(text: string): number {
  return text.match(/[&*][A-Za-z0-9_]/g)?.length ?? 0;
}

/** Loggers of more kinds than this do not write one log. */
const mostShapes = 200;

/** What a logger puts before each line, with any digits: up to each place where its part could end, the longest first. */
function prefixesOf(before: string, known: Map<string, readonly RegExp[]>): readonly RegExp[] {
  const key = before.replaceAll(/\d+/g, '0');
  const found = known.get(key);
  if (found !== undefined) return found;
  const ends: number[] = [];
  for (let at = before.length; at > 0 && ends.length < mostCuts; at -= 1)
    if (/[\s\]|>:)]/.test(before[at - 1] ?? '')) ends.push(at);
  const parts = ends.map((end) => before.slice(0, end)).filter((part) => part.trim() !== '');
  const prefixes = parts.map((part) => {
    const shape = part
      .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replaceAll(/\d+/g, '\\d+')
      .replaceAll(/ +/g, ' +');
    return new RegExp(`^${shape}`);
  });
  if (known.size < mostShapes) known.set(key, prefixes);
  return prefixes;
}

function withoutPrefix(line: string, { prefixes }: Start): { readonly text: string; readonly hasPrefix: boolean } {
  for (const prefix of prefixes) {
    const match = prefix.exec(line);
    if (match !== null) return { text: line.slice(match[0].length), hasPrefix: true };
  }
  return { text: line, hasPrefix: false };
}
