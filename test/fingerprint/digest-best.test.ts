import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import { digestBest } from '../../src/fingerprint/digest-best.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { type Progress, silent } from '../../src/model/progress.ts';
import { folderWith, policyWith, runRecord } from '../collect/fake-run.ts';
import { comparedCheckpoint, comparison, coverage } from '../fixtures/audits/evidence.ts';
import { safetensorsBytes } from '../formats/writers/safetensors-bytes.ts';

const model = (value: number) =>
  safetensorsBytes([
    { name: 'w', dtype: 'F32', shape: [2], data: new Uint8Array(Float32Array.from([value, 1]).buffer) },
  ]);
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const never = { listener: silent, stopped: () => false };

interface Run {
  readonly folder: string;
  readonly inventory: Inventory;
  /** Paths in the order in which they were opened for a digest. */
  readonly opened: string[];
}

async function inventoryOf(number: number, files: Readonly<Record<string, string | Uint8Array>>): Promise<Run> {
  const folder = folderWith(files);
  const taken = await takeInventory({ ...runRecord(folder), number }, policyWith({}));
  const opened: string[] = [];
  const counted = taken.files.map((file) => ({
    ...file,
    openBytes: () => {
      opened.push(file.path);
      return file.openBytes();
    },
  }));
  return { folder, opened, inventory: { ...taken, run: number, files: counted } };
}

const chosenIn = (run: number, file: string) => ({ run, chosen: [{ path: file, chosenBy: 'name' as const }] });

describe('digestBest', () => {
  it('gives what sha256sum prints', async () => {
    const { folder, inventory } = await inventoryOf(1, { 'best_model.safetensors': model(1) });
    const best = await digestBest([chosenIn(1, 'best_model.safetensors')], [inventory], [], never);
    expect(best).toEqual([
      {
        run: 1,
        path: 'best_model.safetensors',
        chosenBy: 'name',
        files: [
          {
            path: 'best_model.safetensors',
            byteLength: model(1).byteLength,
            sha256: sha256(path.join(folder, 'best_model.safetensors')),
          },
        ],
      },
    ]);
  });

  it('names the files that a checkpoint is spread over, each with its own digest', async () => {
    const index = JSON.stringify({ metadata: {}, weight_map: { w: 'part-1.safetensors' } });
    const files = { 'model.safetensors.index.json': index, 'part-1.safetensors': model(3) };
    const { folder, inventory } = await inventoryOf(1, files);
    const best = await digestBest([chosenIn(1, 'model.safetensors.index.json')], [inventory], [], never);
    expect(best[0]?.files.map((file) => [file.path, file.sha256])).toEqual(
      Object.keys(files).map((name) => [name, sha256(path.join(folder, name))]),
    );
  });

  it('reads a file of the second run only where its bytes are others', async () => {
    const first = await inventoryOf(1, { 'a/best.safetensors': model(1) });
    const second = await inventoryOf(2, { 'b/best.safetensors': model(1) });
    const choices = [chosenIn(1, 'a/best.safetensors'), chosenIn(2, 'b/best.safetensors')];
    const inventories = [first.inventory, second.inventory];
    const paths = { first: 'a/best.safetensors', second: 'b/best.safetensors' };
    const compared = (sameBytes: boolean) => [
      comparison({ coverage: coverage({ checkpoints: [comparedCheckpoint('‹folder›/best', { paths, sameBytes })] }) }),
    ];
    const once = await digestBest(choices, inventories, compared(true), never);
    expect([first.opened, second.opened]).toEqual([['a/best.safetensors'], []]);
    const twice = await digestBest(choices, inventories, compared(false), never);
    expect(second.opened).toEqual(['b/best.safetensors']);
    expect(once).toEqual(twice);
  });

  it('has no digest for a file that is gone or was written again since it was compared', async () => {
    const gone = await inventoryOf(1, { 'best.safetensors': model(1), 'last.safetensors': model(2) });
    rmSync(path.join(gone.folder, 'best.safetensors'));
    const choices = [chosenIn(1, 'best.safetensors'), chosenIn(1, 'last.safetensors'), chosenIn(1, 'unknown')];
    const best = await digestBest(choices, [gone.inventory], [], never);
    expect(best.map((one) => one.path)).toEqual(['last.safetensors']);
  });

  it('tells how far it is', async () => {
    const { inventory } = await inventoryOf(1, { 'best.safetensors': model(1) });
    const heard: Progress[] = [];
    const host = { listener: (progress: Progress) => void heard.push(progress), stopped: () => false };
    await digestBest([chosenIn(1, 'best.safetensors')], [inventory], [], host);
    const bytesTotal = model(1).byteLength;
    expect(heard).toEqual([{ kind: 'hashing', file: 'best.safetensors', bytesDone: bytesTotal, bytesTotal }]);
  });

  it('gives nothing once it is stopped, so that half a list is never taken for the whole', async () => {
    const { inventory } = await inventoryOf(1, { 'a.safetensors': model(1), 'b.safetensors': model(2) });
    let asked = 0;
    const stopped = { listener: silent, stopped: () => ++asked > 2 };
    expect(
      await digestBest([chosenIn(1, 'a.safetensors'), chosenIn(1, 'b.safetensors')], [inventory], [], stopped),
    ).toEqual([]);
  });
});
