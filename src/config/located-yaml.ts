/**
 * YAML 1.2 (core schema) → plain JSON in which every value knows its line and column. Never throws: everything that is
 * wrong is a complaint.
 *
 * The library's composer recurses and its check for duplicate keys is quadratic, so depth is measured on the syntax
 * tokens first (iteratively; a stack overflow inside a regular expression aborts the whole process), and keys are
 * checked here. Left out on purpose: merge keys, tags of one's own, several documents.
 */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type Scalar,
} from 'yaml';
import { type Complaint, type Location, type Pointer, quotedText } from './complaint.ts';
import type { Json } from './option.ts';

export const yamlLimits = {
  /** A configuration of a thousand lines has 50 KB. */
  characters: 256 * 1024,
  /** The deepest option has five levels. */
  depth: 32,
  /** With aliases written out: what one alias bomb multiplies. */
  values: 20_000,
} as const;

export interface LocatedYaml {
  readonly value: Json;
  readonly complaints: readonly Complaint[];
  locate(pointer: Pointer, part?: 'key' | 'value'): Location;
}

export interface YamlPlaces {
  /** The location of a line and column, both from 1. */
  at(line: number, column: number): Location;
  /** True where a plain scalar is a text as it is spelled: there `1.10` is no number. */
  isText(pointer: Pointer): boolean;
}

/** Reads one document; an empty one is null. */
export function readLocatedYaml(text: string, places: YamlPlaces): LocatedYaml {
  const counter = new LineCounter();
  const at = (offset: number): Location => {
    const { line, col } = counter.linePos(offset);
    return places.at(Math.max(line, 1), Math.max(col, 1));
  };
  const failed = (offset: number, message: string): LocatedYaml => {
    const location = at(offset);
    return { value: null, complaints: [{ location, message }], locate: () => location };
  };
  if (text.length > yamlLimits.characters) {
    return failed(0, `${text.length} characters of YAML; expected at most ${yamlLimits.characters}`);
  }
  try {
    const tokens = [...new Parser(counter.addNewLine).parse(text)];
    const tooDeep = firstTooDeep(tokens);
    if (tooDeep !== null) return failed(tooDeep, `nested deeper than ${yamlLimits.depth} levels`);
    const composer = new Composer({ uniqueKeys: false, prettyErrors: false, schema: 'core', logLevel: 'silent' });
    const [document, second] = [...composer.compose(tokens, true, text.length)];
    if (document === undefined) return { value: null, complaints: [], locate: () => at(0) };
    if (second !== undefined) return failed(second.range[0], 'a second YAML document begins here; expected one');
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0) {
      const complaints = faults.map((fault) => ({ location: at(fault.pos[0]), message: faultMessage(fault.message) }));
      return { value: null, complaints, locate: () => at(0) };
    }
    return new Plain(document, at, places.isText).read();
  } catch (error) {
    return failed(0, `not readable as YAML (${error instanceof Error ? error.message : 'unknown fault'})`);
  }
}

/** The library's sentences, with the one mistake that everybody makes explained. */
function faultMessage(message: string): string {
  const sentence = message.charAt(0).toLowerCase() + message.slice(1);
  if (/alias/i.test(message)) return `${sentence}; a text that begins with * must be in quotes`;
  if (/unresolved tag/i.test(message))
    return `${sentence}; tags are not supported, and a text that begins with ! must be in quotes`;
  return sentence;
}

/** The offset of the first token that lies too deep; null where none does. */
function firstTooDeep(tokens: readonly CST.Token[]): number | null {
  const stack: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next;
    if (depth > yamlLimits.depth) return token.offset;
    if (token.type === 'document') {
      if (token.value) stack.push({ token: token.value, depth });
    } else if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
      for (const item of token.items) {
        if (item.key) stack.push({ token: item.key, depth: depth + 1 });
        if (item.value) stack.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return null;
}

interface Pending {
  readonly node: unknown;
  readonly pointer: Pointer;
  /** Where the value stands if the node does not know. */
  readonly offset: number;
  readonly put: (value: Json) => void;
}

/** A cursor over one document: nodes → plain values, without recursion, aliases written out. */
class Plain {
  readonly #document: Document.Parsed;
  readonly #at: (offset: number) => Location;
  readonly #isText: (pointer: Pointer) => boolean;
  readonly #complaints: Complaint[] = [];
  readonly #offsets = new Map<string, { readonly key: number; readonly value: number }>();
  readonly #anchors = new Map<string, unknown>();
  readonly #pending: Pending[] = [];
  #values = 0;

  constructor(document: Document.Parsed, at: (offset: number) => Location, isText: (pointer: Pointer) => boolean) {
    this.#document = document;
    this.#at = at;
    this.#isText = isText;
  }

  read(): LocatedYaml {
    let root: Json = null;
    const put = (value: Json) => {
      root = value;
    };
    this.#pending.push({ node: this.#document.contents, pointer: [], offset: 0, put });
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      this.#values += 1;
      if (this.#values > yamlLimits.values) {
        this.#complain(next.offset, `more than ${yamlLimits.values} values, aliases written out`);
        break;
      }
      this.#convert(next);
    }
    return {
      value: root,
      complaints: this.#complaints,
      locate: (pointer, part) => this.#at(this.#offsetOf(pointer, part ?? 'value')),
    };
  }

  #convert({ node, pointer, offset, put }: Pending): void {
    if (isAlias(node)) {
      if (this.#anchors.has(node.source)) {
        this.#pending.push({ node: this.#anchors.get(node.source), pointer, offset, put });
      } else {
        const written = quotedText(`*${node.source}`);
        this.#complain(offset, `${written} is an alias without an anchor; a text that begins with * must be in quotes`);
      }
    } else if (isMap(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      this.#convertMap(node.items, pointer, offset, put);
    } else if (isSeq(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      const list: Json[] = node.items.map(() => null);
      put(list);
      const children = node.items.map((item, index): Pending => {
        const at = offsetOfNode(item) ?? offset;
        const inner = [...pointer, index];
        this.#offsets.set(JSON.stringify(inner), { key: at, value: at });
        return { node: item, pointer: inner, offset: at, put: (value) => void list.splice(index, 1, value) };
      });
      this.#pending.push(...children.reverse());
    } else if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      put(this.#scalar(node, pointer));
    } else {
      put(null);
    }
  }

  #convertMap(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    pointer: Pointer,
    offset: number,
    put: (value: Json) => void,
  ): void {
    const map: { [key: string]: Json } = {};
    put(map);
    const seen = new Map<string, number>();
    const children: Pending[] = [];
    for (const pair of pairs) {
      const keyOffset = offsetOfNode(pair.key) ?? offset;
      const key = keyText(pair.key);
      if (key === null) {
        this.#complain(keyOffset, 'a key that is no single text; expected a name');
        continue;
      }
      const first = seen.get(key);
      if (first !== undefined) {
        const at = this.#at(first);
        const where = at.place.line === undefined ? '' : `; the first is in line ${at.place.line}`;
        this.#complain(keyOffset, `the key ${quotedText(key)} stands here a second time${where}`);
        continue;
      }
      seen.set(key, keyOffset);
      const inner = [...pointer, key];
      const valueOffset = offsetOfNode(pair.value) ?? keyOffset;
      this.#offsets.set(JSON.stringify(inner), { key: keyOffset, value: valueOffset });
      // Not an assignment: `__proto__` is a key like any other.
      const place = (value: Json) =>
        void Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
      place(null);
      children.push({ node: pair.value, pointer: inner, offset: valueOffset, put: place });
    }
    this.#pending.push(...children.reverse());
  }

  #scalar(node: Scalar, pointer: Pointer): Json {
    const value = node.value;
    if (value === null || value === undefined || typeof value === 'string') return value ?? null;
    if (this.#isText(pointer)) return node.source ?? String(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return String(value);
  }

  /** The nearest place that is known: a pointer to what is missing leads to what should hold it. */
  #offsetOf(pointer: Pointer, part: 'key' | 'value'): number {
    for (let length = pointer.length; length > 0; length--) {
      const found = this.#offsets.get(JSON.stringify(pointer.slice(0, length)));
      if (found !== undefined) return length === pointer.length ? found[part] : found.key;
    }
    return offsetOfNode(this.#document.contents) ?? 0;
  }

  #complain(offset: number, message: string): void {
    this.#complaints.push({ location: this.#at(offset), message });
  }
}

function keyText(node: unknown): string | null {
  if (!isScalar(node) || node.value === null || node.value === undefined) return null;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function offsetOfNode(node: unknown): number | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  return node.range?.[0] ?? null;
}
