import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/fingerprint-listing.v1.json' with { type: 'json' };
import { type FingerprintListing, type ListedFile, listFingerprints } from '../../src/fingerprint/list-fingerprints.ts';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import type { Inventory, InventoryFile } from '../../src/model/inventory.ts';
import { FormatProblem } from '../../src/model/problem.ts';
import { fingerprintListingText } from '../../src/report/fingerprint-listing.ts';
import { checkpoint, floats, series } from '../compare/build.ts';
import { hostileTexts } from '../fixtures/reports/hostile.ts';
import { digestA, digestB, digestC } from '../fixtures/reports/parts.ts';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

const nothing = { tensors: [], scalars: [], opaques: [], series: [], problem: null };

const listing: FingerprintListing = {
  listingVersion: 1,
  path: 'outputs',
  files: [
    {
      ...nothing,
      path: 'checkpoints/best_model.pt',
      role: 'checkpoint',
      format: 'torch-zip',
      byteLength: 3_400,
      sha256: digestA,
      tensors: [
        tensor('model/fc.weight', { min: -0.53, max: 0.61, mean: 0.0123456 }),
        tensor('model/fc.bias', { min: -1e308, max: 1e308, nonFinite: 1 }),
        tensor('model/dead', { nonFinite: 4_096 }),
      ],
      scalars: [
        { path: 'epoch', type: 'int', text: '3' },
        { path: 'best_metric', type: 'float', text: '0.91' },
      ],
      opaques: [{ path: 'callbacks/state', what: 'bytes', byteLength: 2_048, digest: digestC }],
    },
    {
      ...nothing,
      path: 'metrics.jsonl',
      role: 'metrics',
      format: 'jsonl',
      byteLength: 410,
      sha256: digestB,
      series: [{ name: 'train/loss', stepKind: 'step', points: 20, digest: digestC }],
    },
    {
      ...nothing,
      path: 'pipe',
      role: 'other',
      format: null,
      byteLength: 0,
      sha256: null,
      problem: 'a FIFO is never opened',
    },
  ],
};

function tensor(path: string, statistics: Partial<ListedFile['tensors'][number]>): ListedFile['tensors'][number] {
  return {
    path,
    digest: digestB,
    dtype: 'float32',
    shape: [64, 64],
    byteLength: 16_384,
    nonFinite: 0,
    min: null,
    max: null,
    mean: null,
    ...statistics,
  };
}

describe('the listing of fingerprints', () => {
  test('reads well', async () => {
    await expect(fingerprintListingText(listing, { color: false })).toMatchFileSnapshot(
      'golden/fingerprint-listing.txt',
    );
  });

  test('reads well in colour', async () => {
    await expect(fingerprintListingText(listing, { color: true })).toMatchFileSnapshot(
      'golden/fingerprint-listing.ansi.txt',
    );
  });

  test('of hostile names moves and colours nothing, and is no workflow command', () => {
    const files = hostileTexts.map(
      (text): ListedFile => ({
        ...nothing,
        path: text,
        role: 'other',
        format: null,
        byteLength: 1,
        sha256: null,
        tensors: [tensor(text, {})],
        scalars: [{ path: text, type: 'str', text }],
        opaques: [{ path: text, what: text, byteLength: 1, digest: digestA }],
        series: [{ name: text, stepKind: 'row', points: 1, digest: digestA }],
        problem: text,
      }),
    );
    const shown = fingerprintListingText({ listingVersion: 1, path: 'x', files }, { color: false });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e\u2066\u200b\ufeff]/);
    expect(shown.split('\n').filter((line) => /^[\s\u0085\u00a0]*::|##\[/.test(line))).toEqual([]);
  });
});

describe('the published schema of the listing', () => {
  test('holds for one with everything in it', () => {
    expect(validate(JSON.parse(JSON.stringify(listing))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('holds for one that was made of a folder, with a tensor of NaN, a series, and a file that cannot be read', async () => {
    const made = await listFingerprints('outputs', folder());
    expect(made.files.map((file) => file.problem)).toEqual([null, null, 'It is damaged.']);
    expect(validate(JSON.parse(JSON.stringify(made))), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['another version', { ...listing, listingVersion: 2 }],
    ['a member that nobody knows', { ...listing, more: 1 }],
    [
      'a shortened digest',
      { ...listing, files: [{ ...nothing, path: 'a', role: 'other', format: null, byteLength: 1, sha256: 'abc' }] },
    ],
  ])('refuses %s', (_, document) => {
    expect(validate(document)).toBe(false);
  });
});

/** A folder of three files as the inventory sees it. */
function folder(): Inventory {
  const file = (path: string, role: InventoryFile['role'], format: string | null): InventoryFile => ({
    path,
    neutralPath: path,
    role,
    format,
    byteLength: 3,
    state: null,
    because: '',
    parts: [],
    openBytes: () => {
      if (path === 'z.bin') throw new FormatProblem('DAMAGED', 'It is damaged.');
      return { ...memorySource(path, new Uint8Array(3)), close: () => undefined };
    },
  });
  const content = checkpoint([floats('w', [1, 2, 3]), floats('dead', [Number.NaN, Number.POSITIVE_INFINITY])]);
  return {
    run: 1,
    files: [file('a.npz', 'checkpoint', 'npz'), file('m.csv', 'metrics', 'csv'), file('z.bin', 'other', null)],
    metrics: [{ path: 'm.csv', neutralPath: 'm.csv', format: 'csv', series: [series('loss', [[0, 1]])], notes: [] }],
    records: [],
    unread: [],
    ownNames: [],
    openCheckpoint: async () => content,
  };
}
