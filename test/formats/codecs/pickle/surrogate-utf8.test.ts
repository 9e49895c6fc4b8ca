/** Python's UTF-8 with surrogates passed through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSurrogateUtf8, encodeSurrogateUtf8 } from '../../../../src/formats/codecs/pickle/surrogate-utf8.ts';

describe('UTF-8 with surrogates', () => {
  it('gives back every text that was encoded, lone surrogates and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeSurrogateUtf8(encodeSurrogateUtf8(text))).toEqual({ valid: true, text, ambiguous: false });
      }),
    );
    const lone = 'a\udc00b\ud800';
    expect(decodeSurrogateUtf8(encodeSurrogateUtf8(lone))).toEqual({ valid: true, text: lone, ambiguous: false });
  });

  it('never gives the same text for different bytes without saying so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const decoded = decodeSurrogateUtf8(bytes);
        if (decoded.valid && !decoded.ambiguous) expect(encodeSurrogateUtf8(decoded.text)).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says where the first bad byte stands', () => {
    expect(decodeSurrogateUtf8(Uint8Array.of(0x61, 0xed, 0xa0, 0x80, 0xff))).toEqual({ valid: false, at: 4 });
  });
});
