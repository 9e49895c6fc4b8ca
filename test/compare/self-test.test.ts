/** FG47: a comparison that is broken in the same way for both runs must never give a verdict. */
import { describe, expect, it } from 'vitest';
import { compareTensors } from '../../src/compare/compare-tensors.ts';
import { proveComparison } from '../../src/compare/self-test.ts';

describe('the comparison proves itself before it is trusted', () => {
  it('passes as it stands', async () => {
    await expect(proveComparison()).resolves.toBeUndefined();
  });

  it('fails where differences are not seen', async () => {
    const blind: typeof compareTensors = async (...asked) => ({ ...(await compareTensors(...asked)), leaves: [] });
    await expect(proveComparison(blind)).rejects.toThrow(/flipped bit/);
  });

  it('fails where equal tensors come out different', async () => {
    const suspicious: typeof compareTensors = async (place, tensors, rule, meter) => {
      const compared = await compareTensors(place, tensors, rule, meter);
      const leaf = {
        kind: 'bytes',
        place,
        what: 'x',
        sizes: { first: 1, second: 1 },
        firstOffset: 0,
        digests: { first: '', second: '' },
      } as const;
      return { ...compared, leaves: [leaf] };
    };
    await expect(proveComparison(suspicious)).rejects.toThrow(/did not come out equal/);
  });

  it('fails where a digest is not SHA-256 of the elements', async () => {
    const careless: typeof compareTensors = async (...asked) => {
      const compared = await compareTensors(...asked);
      if (compared.digest === null) return compared;
      return { ...compared, digest: { ...compared.digest, digests: { first: '0', second: '0' } } };
    };
    await expect(proveComparison(careless)).rejects.toThrow(/did not come out equal/);
  });
});
