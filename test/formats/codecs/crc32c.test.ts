import { describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from '../../../src/formats/codecs/crc32c.ts';

describe('crc32c', () => {
  // RFC 3720, appendix B.4.
  it.each([
    [new Uint8Array(32), 0x8a9136aa],
    [new Uint8Array(32).fill(0xff), 0x62a8ab43],
    [Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
    [Buffer.from('123456789'), 0xe3069283],
    [new Uint8Array(0), 0],
  ])('agrees with the published values', (bytes, crc) => {
    expect(crc32c(bytes)).toBe(crc);
  });

  it('is masked as TFRecord does', () => {
    expect(maskedCrc32c(new Uint8Array(0))).toBe(0xa282ead8);
  });
});
