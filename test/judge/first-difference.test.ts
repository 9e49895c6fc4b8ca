import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../src/judge/first-difference.ts';
import { differing, evidence, fileGroup, runGroup, withDifference } from '../fixtures/audits/evidence.ts';
import * as leaf from '../fixtures/audits/leaves.ts';

const metrics = 'outputs/metrics.jsonl';

describe('the first difference', () => {
  test('is empty where nothing differs', () => {
    expect(firstDifference(evidence())).toEqual({ metric: null, tensor: null, sentence: '' });
  });
  test('is the earliest step of any series', () => {
    const given = differing(
      metrics,
      'metrics',
      leaf.series('val/loss', { firstStep: 30 }),
      leaf.series('train/loss', { firstStep: 12 }),
    );
    expect(firstDifference(given).metric).toMatchObject({ series: 'train/loss', step: 12 });
  });
  test('prefers steps to epochs, which say less about when', () => {
    const given = differing(
      metrics,
      'metrics',
      leaf.series('epoch loss', { stepKind: 'epoch', firstStep: 0 }),
      leaf.series('loss', { firstStep: 40 }),
    );
    expect(firstDifference(given).metric?.series).toBe('loss');
  });
  test('is in the checkpoint of the earliest epoch, not in the first by name', () => {
    const given = withDifference(
      runGroup(
        fileGroup('out/best_model.pt', 'checkpoint', [leaf.values('a')]),
        fileGroup('out/checkpoint_epoch_10.pt', 'checkpoint', [leaf.values('b')]),
        fileGroup('out/checkpoint_epoch_9.pt', 'checkpoint', [leaf.values('c')]),
      ),
    );
    expect(firstDifference(given).tensor).toMatchObject({ file: 'out/checkpoint_epoch_9.pt', path: 'c' });
  });
  test('does not count what does not decide', () => {
    expect(firstDifference(differing(metrics, 'metrics', leaf.series('time', { decides: false }))).sentence).toBe('');
  });
  test('is what was tolerated only where nothing else differs', () => {
    const given = differing('x.pt', 'checkpoint', leaf.values('a', { tolerated: true }), leaf.values('b'));
    expect(firstDifference(given).tensor?.path).toBe('b');
  });
  test('is said in one sentence', () => {
    const given = withDifference(
      runGroup(
        fileGroup(metrics, 'metrics', [leaf.series('train/loss')]),
        fileGroup('out/checkpoint_epoch_1.pt', 'checkpoint', [leaf.values('model/fc.weight')]),
      ),
    );
    expect(firstDifference(given).sentence).toBe(
      '"train/loss" differs first at step 12: 0.6931 in the first run, 0.6932 in the second; the first tensor that differs is "model/fc.weight" in "out/checkpoint_epoch_1.pt": 37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute).',
    );
  });
  test('names a file where there is neither metric nor tensor', () => {
    expect(firstDifference(differing('x.bin', 'other', leaf.bytes())).sentence).toBe(
      'The bytes of "x.bin" differ from byte 1,234 on (2,048 bytes in the first run, 2,050 bytes in the second).',
    );
  });
});
