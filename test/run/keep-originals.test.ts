import { readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepOriginals, sameAsOriginal } from '../../src/run/keep-originals.ts';
import { snapshotAtOnce } from '../../src/run/snapshot.ts';
import { scratchFolder } from './scratch.ts';

async function keep(root: string, select: ((path: string) => boolean) | null = null) {
  return keepOriginals(root, snapshotAtOnce(root), select, join(scratchFolder(), 'kept'), () => false);
}

describe('keeping originals', () => {
  it('copies small files', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'config.yaml'), 'lr: 1');
    const originals = await keep(root);
    expect(readFileSync(originals.get('config.yaml') ?? '', 'utf8')).toBe('lr: 1');
  });

  it('copies a big file only where it is an output, or where copying costs nothing', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'big'), '');
    truncateSync(join(root, 'big'), 5 * 1024 * 1024);
    expect((await keep(root, (path) => path === 'big')).has('big')).toBe(true);
  });

  it('knows whether a file still has its content', async () => {
    const root = scratchFolder();
    for (const name of ['same', 'other']) writeFileSync(join(root, name), 'abc');
    const originals = await keep(root);
    writeFileSync(join(root, 'other'), 'abd');
    utimesSync(join(root, 'same'), 1, 1);
    expect(sameAsOriginal(root, originals, 'same')).toBe(true);
    expect(sameAsOriginal(root, originals, 'other')).toBe(false);
    expect(sameAsOriginal(root, originals, 'unknown')).toBeNull();
  });
});
