/** How a check says that its finding is repaired: the sentence before the first lines to copy, and these. */
import { checks } from '../../checks/registry.ts';
import type { Check } from '../../model/check.ts';
import { withInlineCode } from '../text/inline-code.ts';
import { code, type Text, words } from '../text/span.ts';
import { type Block, paragraph } from './section.ts';

/** The check of an id; null for one that this version does not know. */
export function checkOf(id: string): Check | null {
  return checks.find((check) => check.id === id) ?? null;
}

/** `train-twice explain seeds/unseeded-generator`. */
export function explainText(id: string): Text {
  return words(code(`train-twice explain ${id}`));
}

/** The first lines to copy out of a check's page, below the words that stand before them. Empty where it has none. */
export function fixBlocks(id: string): readonly Block[] {
  const fix = checkOf(id)?.fix ?? '';
  const match = /^([\s\S]*?)\n*```([a-z]*)\n([\s\S]*?)\n```/.exec(fix);
  if (match === null) return [];
  const [, before = '', language = '', snippet = ''] = match;
  return [
    ...(before.trim() === '' ? [] : [paragraph(...withInlineCode(unwrapped(before)))]),
    { kind: 'code', language, lines: snippet.split('\n') },
  ];
}

/** Why it matters, in its first sentence. */
export function firstGround(id: string): Text {
  const why = unwrapped(checkOf(id)?.why ?? '');
  const end = /\.(?= [A-Z`])/.exec(why);
  return withInlineCode(end === null ? why : why.slice(0, end.index + 1));
}

/** Texts of checks are broken into lines where they stand in the code. */
function unwrapped(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
