/**
 * What stands in a metric file and is no number: texts, truth values, long lists, histograms, a last line that is cut off.
 * It becomes series of its own, `NAME (text)`, so that a difference in it is seen; it is no evidence by itself.
 *
 * Times, durations and random ids are left out, and told in a note: no two runs share them.
 */
import { createHash } from 'node:crypto';
import type { ReadNote } from '../../model/entry.ts';
import type { Point, Series } from '../../model/point.ts';
import type { PlainValue } from '../../model/record.ts';
import { numberFromScalar } from './metric-number.ts';

export interface Remains {
  /** One more text under this name; those of one name are compared in their order. */
  add(name: string, text: string): void;
  /** The same for what cannot be a time or an id, whatever it looks like. */
  addExact(name: string, text: string): void;
  /** Every text and truth value in a JSON value, under its keys joined by `/`. */
  addTexts(value: PlainValue): void;
  /** In order of first appearance. */
  finish(): { readonly series: readonly Series[]; readonly notes: readonly ReadNote[] };
}

/** A model logs some hundred series; what is beyond that shares one. */
const maxSeries = 20_000;
/** What is longer is compared by its digest, in which own names cannot be seen. Printed arguments have some thousand. */
const maxCharacters = 64 * 1024;
const shownCharacters = 100;

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?: ?[AP]M)?`;
const clockInName = String.raw`\d{2}-\d{2}-\d{2}|\d{6}`;
const volatileTexts: readonly RegExp[] = [
  new RegExp(
    String.raw`^\d{4}[-/]?\d{2}[-/]?\d{2}(?:[T _-](?:${clock}|${clockInName}))?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$`,
  ),
  /^(?:[A-Z][a-z]{2},? )(?:\d{1,2} )?[A-Z][a-z]{2} .*\d{2}:\d{2}:\d{2}.*$/,
  new RegExp(String.raw`^(?:\d+ days?,? )?${clock}$`),
  /^\d+(?:\.\d+)? ?(?:ns|us|µs|ms|s|sec|secs|seconds?|min|minutes?|h|hours?)$/,
  /^\d+(?:\.\d+)? ?(?:(?:it|iter|step|sample|token|batch|[kMG]?i?B)s?\/(?:s|sec)|s\/(?:it|iter|step|batch))$/,
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
];

/** Collects what one file holds beside its numbers. */
export function collectRemains(): Remains {
  const texts = new Map<string, Point[]>();
  const volatile = new Map<string, number>();
  const add = (name: string, text: string): void => {
    if (volatileTexts.some((pattern) => text.length < shownCharacters && pattern.test(text.trim()))) {
      volatile.set(name, (volatile.get(name) ?? 0) + 1);
      return;
    }
    addExact(name, text);
  };
  const addExact = (name: string, text: string): void => {
    const full = texts.size >= maxSeries && !texts.has(name);
    const points = texts.get(full ? '' : name) ?? [];
    texts.set(full ? '' : name, points);
    points.push({ step: points.length, value: Number.NaN, text: bounded(full ? `${name}: ${text}` : text) });
  };
  const addTexts = (value: PlainValue, name: string): void => {
    if (value.type === 'map')
      for (const [key, inner] of value.items) addTexts(inner, name === '' ? key : `${name}/${key}`);
    else if (value.type === 'list') for (const inner of value.items) addTexts(inner, name);
    else if (value.type !== 'none' && numberFromScalar(value) === null) add(name, value.text);
  };
  return {
    add,
    addExact,
    addTexts: (value) => addTexts(value, ''),
    finish: () => ({
      series: [...texts].map(([name, points]) => ({
        name: `${name} (text)`,
        stepKind: 'row' as const,
        points,
        rewritten: 0,
        precision: 'float64' as const,
      })),
      notes: [...volatile].map(([name, count]) => ({
        code: 'TEXT_VOLATILE',
        message: `${count} texts of ${JSON.stringify(name)} are times, durations or random ids, and were not compared.`,
      })),
    }),
  };
}

/** Stands for what is too long, too deep or no text at all. */
export function digestText(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function bounded(text: string): string {
  return text.length <= maxCharacters ? text : `${text.slice(0, shownCharacters)}… ${digestText(text)}`;
}
