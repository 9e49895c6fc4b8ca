import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withInlineCode } from '../../../src/report/text/inline-code.ts';
import { code, plainText, words } from '../../../src/report/text/span.ts';

describe('a sentence with names in backticks', () => {
  test('has them set as names', () => {
    expect(withInlineCode('`random.Random()` made without `seed`.')).toEqual(
      words(code('random.Random()'), ' made without ', code('seed'), '.'),
    );
  });

  test.each(['one ` alone', '`', 'a `b` and ` alone', ''])('loses no character of %j', (sentence) => {
    const bare = (text: string): string => text.replaceAll('`', '');
    expect(bare(plainText(withInlineCode(sentence)))).toBe(bare(sentence));
  });

  test('keeps a backtick that has no other half, and nothing else of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '`', 'é') }), (sentence) => {
        const ticks = sentence.split('`').length - 1;
        const left = plainText(withInlineCode(sentence)).split('`').length - 1;
        expect(left).toBe(ticks % 2);
      }),
    );
  });
});
