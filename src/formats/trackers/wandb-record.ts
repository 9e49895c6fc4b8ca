/**
 * Weights & Biases' records, as far as they hold results (wandb/proto/wandb_internal.proto, SDK 0.12 to 0.31): history,
 * summary, configuration, environment. Statistics of the machine, output, telemetry, files and requests are only counted;
 * fields and records that are not known are passed over, as the tracker itself does.
 */
import { isProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';
import { floatScalar } from '../../model/scalar.ts';
import { readFields, type WireField } from '../codecs/protobuf.ts';
import { readPythonJson } from '../codecs/python-json.ts';

/** One value under its key, nested keys as a list. */
export interface WandbItem {
  readonly keys: readonly string[];
  /** Null where the text is no JSON. */
  readonly value: PlainValue | null;
  /** As it was written. */
  readonly text: string;
}

export interface WandbUpdate {
  readonly updated: readonly WandbItem[];
  readonly removed: readonly (readonly string[])[];
}

export type WandbRecord =
  | { readonly kind: 'history'; readonly step: number | null; readonly items: readonly WandbItem[] }
  | ({ readonly kind: 'summary' | 'config' } & WandbUpdate)
  | { readonly kind: 'environment'; readonly fields: readonly WireField[] }
  | { readonly kind: 'exit' | 'statistics' | 'other' };

const limits = { maxDepth: 64, maxValues: 200_000 } as const;
/** Of a tree of keys; what is deeper is no configuration. */
const maxKeys = 64;

/** One record. @throws FormatProblem `PROTO_*` */
export function readWandbRecord(message: Uint8Array): WandbRecord {
  let record: WandbRecord = { kind: 'other' };
  for (const field of readFields(message)) {
    if (field.wire !== 'bytes') continue;
    if (field.number === 2) record = historyOf(field.bytes);
    else if (field.number === 3) record = { kind: 'summary', ...updateOf(field.bytes) };
    else if (field.number === 5) record = { kind: 'config', ...updateOf(field.bytes) };
    else if (field.number === 7) record = { kind: 'statistics' };
    else if (field.number === 17) record = { kind: 'config', ...configOfRun(field.bytes) };
    else if (field.number === 18) record = { kind: 'exit' };
    else if (field.number === 26) record = { kind: 'environment', fields: [...readFields(field.bytes)] };
  }
  return record;
}

function historyOf(message: Uint8Array): WandbRecord {
  const items: WandbItem[] = [];
  let step: number | null = null;
  for (const field of readFields(message)) {
    if (field.wire !== 'bytes') continue;
    if (field.number === 1) items.push(itemOf(field.bytes));
    else if (field.number === 2) {
      step = 0;
      for (const part of readFields(field.bytes))
        if (part.number === 1 && part.wire === 'varint') step = Number(BigInt.asIntN(64, part.bits));
    }
  }
  return { kind: 'history', step, items };
}

/** Configuration and summary have the same form. */
function updateOf(message: Uint8Array): WandbUpdate {
  const updated: WandbItem[] = [];
  const removed: (readonly string[])[] = [];
  for (const field of readFields(message)) {
    if (field.wire !== 'bytes') continue;
    if (field.number === 1) updated.push(itemOf(field.bytes));
    else if (field.number === 2) removed.push(itemOf(field.bytes).keys);
  }
  return { updated, removed };
}

function configOfRun(message: Uint8Array): WandbUpdate {
  let update: WandbUpdate = { updated: [], removed: [] };
  for (const field of readFields(message))
    if (field.number === 4 && field.wire === 'bytes') update = updateOf(field.bytes);
  return update;
}

/** Values stand as JSON (`value_json`); newer definitions have fields by type beside it. */
function itemOf(message: Uint8Array): WandbItem {
  let key: string | null = null;
  const nested: string[] = [];
  let value: PlainValue | null = { type: 'none', text: 'None' };
  let text = 'null';
  for (const field of readFields(message)) {
    if (field.wire === 'bytes') {
      const content = textOf(field.bytes);
      if (field.number === 1) key = content;
      else if (field.number === 2) nested.push(content);
      else if (field.number === 16 || field.number === 8) [value, text] = [jsonOf(content), content];
      else if (field.number === 7) [value, text] = [{ type: 'str', text: content }, content];
    } else if (field.wire === 'varint' && field.number === 4)
      value = { type: 'bool', text: field.bits === 0n ? 'False' : 'True' };
    else if (field.wire === 'varint' && field.number === 5) value = { type: 'int', text: String(zigzag(field.bits)) };
    else if (field.wire === 'fixed64' && field.number === 6) value = floatScalar(doubleOf(field.bytes));
  }
  if (text === 'null' && value !== null && 'text' in value) text = value.text;
  return { keys: nested.length > 0 ? nested.slice(0, maxKeys) : [key ?? ''], value, text };
}

function zigzag(bits: bigint): bigint {
  return (bits >> 1n) ^ -(bits & 1n);
}

function doubleOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
}

function jsonOf(text: string): PlainValue | null {
  try {
    return readPythonJson(text, limits).value;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
