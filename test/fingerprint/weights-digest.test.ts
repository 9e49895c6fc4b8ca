import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import { weightsCompared, weightsOfRun } from '../../src/fingerprint/weights-digest.ts';
import type { TensorDigest } from '../../src/model/coverage.ts';
import { folderWith, policyWith, runRecord } from '../collect/fake-run.ts';
import { comparedCheckpoint, comparison, coverage } from '../fixtures/audits/evidence.ts';
import { safetensorsBytes } from '../formats/writers/safetensors-bytes.ts';

const tensor = (path: string, digest: string, part: Partial<TensorDigest> = {}): TensorDigest => ({
  path,
  dtype: 'float32',
  shape: [2],
  digests: { first: digest, second: `${digest}'` },
  ...part,
});
const digestsOf = (...checkpoints: readonly (readonly [place: string, ...tensors: readonly TensorDigest[]])[]) =>
  weightsCompared(
    comparison({
      coverage: coverage({
        checkpoints: checkpoints.map(([place, ...digests]) => comparedCheckpoint(place, { digests })),
      }),
    }),
    'first',
  );

describe('weightsCompared', () => {
  it('is the same for the same tensors under other names, in another order', () => {
    const found = digestsOf(
      ['a.pt', tensor('model/fc.weight', 'x'), tensor('model/fc.bias', 'y')],
      ['b.pt', tensor('fc.bias', 'y'), tensor('fc.weight', 'x')],
      ['c.pt', tensor('fc.bias', 'y'), tensor('fc.weight', 'z')],
    );
    expect(found.get('a.pt')).toBe(found.get('b.pt'));
    expect(found.get('a.pt')).not.toBe(found.get('c.pt'));
  });

  it('leaves out the optimizer, integers, and files that hold no weights', () => {
    const found = digestsOf(
      [
        'a.pt',
        tensor('model/fc.weight', 'x'),
        tensor('optimizer_state_dict/exp_avg', 'o'),
        tensor('steps', 's', { dtype: 'int64' }),
      ],
      ['b.pt', tensor('model/fc.weight', 'x')],
      ['checkpoint-5/optimizer.pt', tensor('exp_avg', 'o')],
    );
    expect(found.get('a.pt')).toBe(found.get('b.pt'));
    expect(found.has('checkpoint-5/optimizer.pt')).toBe(false);
  });

  it('takes each run by itself', () => {
    const both = comparison({
      coverage: coverage({
        checkpoints: [
          comparedCheckpoint('x', { paths: { first: 'one/x', second: 'two/x' }, digests: [tensor('w', 'd')] }),
        ],
      }),
    });
    expect([...weightsCompared(both, 'first').keys()]).toEqual(['one/x']);
    expect([...weightsCompared(both, 'second').keys()]).toEqual(['two/x']);
    expect(weightsCompared(both, 'first').get('one/x')).not.toBe(weightsCompared(both, 'second').get('two/x'));
  });
});

describe('weightsOfRun', () => {
  it('reads a run that stands alone, and passes over what cannot be read', async () => {
    const weights = new Float32Array([1, 2]);
    const bytes = (name: string) =>
      safetensorsBytes([{ name, dtype: 'F32', shape: [2], data: new Uint8Array(weights.buffer) }]);
    const folder = folderWith({
      'a.safetensors': bytes('w'),
      'b.safetensors': bytes('model.w'),
      'c.safetensors': 'cut',
    });
    const found = await weightsOfRun(await takeInventory(runRecord(folder), policyWith()));
    expect([...found.keys()]).toEqual(['a.safetensors', 'b.safetensors']);
    expect(new Set(found.values()).size).toBe(1);
  });
});
