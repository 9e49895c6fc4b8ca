import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { printTo } from '../../src/publish/print-to.ts';

function streamThatFailsWith(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: refused, write`), { code })),
  });
}

test('a disk that takes no more is told, with what to do', async () => {
  await expect(printTo(streamThatFailsWith('ENOSPC'), 'result')).rejects.toMatchObject({
    tag: 'publish',
    message: expect.stringContaining('ENOSPC'),
    remedy: expect.stringContaining('--output'),
  });
});

test('a reader that went away is no error', async () => {
  await expect(printTo(streamThatFailsWith('EPIPE'), 'result')).resolves.toBeUndefined();
});
