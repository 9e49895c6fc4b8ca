import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPath, keyOf, location, systemPath } from '../../src/run/path-bytes.ts';

describe('paths as bytes', () => {
  it('are text where they are UTF-8', () => {
    expect(location('/runs', keyOf('modèle/é.pt'))).toEqual({ absolutePath: '/runs/modèle/é.pt' });
  });

  it('keep their true bytes where they are not', () => {
    const key = 'a\xff\xfe.pt';
    expect(displayPath(key)).toBe('a\\xff\\xfe.pt');
    const { nameBytes } = location('/runs', key);
    expect(Buffer.from(nameBytes ?? '', 'hex')).toEqual(Buffer.from('/runs/a\xff\xfe.pt', 'latin1'));
  });

  it('show control characters and backslashes as bytes', () => {
    expect(displayPath(keyOf('a\nb\\xff'))).toBe('a\\x0ab\\x5cxff');
  });

  it('never look the same for two names', () => {
    const name = fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
    fc.assert(fc.property(name, name, (a, b) => (displayPath(a) === displayPath(b)) === (a === b)));
  });

  it('reach the system as the bytes that they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (bytes) => {
        const path = systemPath('/r', Buffer.from(bytes).toString('latin1'));
        expect(Buffer.from(path as string).subarray(3)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});
