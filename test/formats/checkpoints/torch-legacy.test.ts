/** The old stream of PyTorch, by itself and inside pickles. */
import { describe, expect, it } from 'vitest';
import { noSiblings } from '../../../src/formats/checkpoints/checkpoint-format.ts';
import { pickle } from '../../../src/formats/checkpoints/pickle.ts';
import { torchLegacy } from '../../../src/formats/checkpoints/torch-legacy.ts';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { bytesAt, codeOf, entryAt, listing, problemOf } from '../read-entries.ts';
import { float32, torchFixture } from '../torch-fixtures.ts';
import {
  call,
  dict,
  global,
  int,
  pickleBytes,
  protocol2,
  tensor,
  text,
  tuple,
  u32,
  u64,
} from '../writers/pickle-bytes.ts';

const magic = pickleBytes(0x8a, 10, Buffer.from('6cfc9c46f9206aa85019', 'hex'));

/** ("storage", class, key, location, count, view). */
function storage(key: string, count: number, view: Uint8Array | string = 'N'): Uint8Array {
  const parts = [text('storage'), global('torch', 'FloatStorage'), text(key), text('cpu'), int(count), view];
  return pickleBytes(tuple(...parts), 'Q');
}

interface StreamParts {
  readonly magic?: Uint8Array;
  readonly version?: number;
  readonly keys?: Uint8Array;
  readonly storages?: readonly Uint8Array[];
}

const numbers = pickleBytes(u64(4), float32(1, 2, 3, 4));

function stream(object: Uint8Array, parts: StreamParts = {}): Uint8Array {
  return pickleBytes(
    protocol2(parts.magic ?? magic),
    protocol2('M', Uint8Array.of((parts.version ?? 1001) & 0xff, (parts.version ?? 1001) >> 8)),
    protocol2(dict({ little_endian: pickleBytes(0x88) })),
    protocol2(object),
    protocol2(parts.keys ?? pickleBytes('](', text('94'), 'e')),
    ...(parts.storages ?? [numbers]),
  );
}

const whole = tensor({ storage: storage('94', 4), size: [4], stride: [1] });
const open = (bytes: Uint8Array) => torchLegacy.open(memorySource('old.pt', bytes), noSiblings);

describe('the old stream', () => {
  it('is known by its magic number alone', async () => {
    expect(await torchLegacy.recognizes(torchFixture('torch1_13_0a0_legacy.pt'))).toBe(true);
    expect(await torchLegacy.recognizes(torchFixture('torch2_13_0.pt'))).toBe(false);
    expect(await torchLegacy.recognizes(memorySource('x', protocol2('K', 1)))).toBe(false);
    expect(await torchLegacy.recognizes(memorySource('x', protocol2(global('a', 'b'), ')R')))).toBe(false);
  });

  it('holds tensors over the raw storages at its end', async () => {
    const checkpoint = await open(stream(dict({ w: whole })));
    expect(await bytesAt(checkpoint, 'w')).toEqual(Buffer.from(float32(1, 2, 3, 4)));
    expect(checkpoint.notes).toEqual([]);
  });

  it('may have views on storages', async () => {
    const root = storage('94', 4);
    const view = storage('94', 4, tuple(text('95'), int(1), int(2)));
    const object = dict({
      w: tensor({ storage: root, size: [4], stride: [1] }),
      v: tensor({ storage: view, size: [2], stride: [1] }),
    });
    expect(await bytesAt(await open(stream(object)), 'v')).toEqual(Buffer.from(float32(2, 3)));
  });

  it('refuses views past their storage', async () => {
    const view = storage('94', 4, tuple(text('95'), int(3), int(2)));
    const object = dict({ v: tensor({ storage: view, size: [2], stride: [1] }) });
    expect(await codeOf(() => open(stream(object)))).toBe('TENSOR_BOUNDS');
  });

  it('keeps classes with their source as names', async () => {
    const module = pickleBytes(tuple(text('module'), global('user', 'Net'), text('net.py'), text('class Net: …')), 'Q');
    const checkpoint = await open(stream(pickleBytes(module, ')', 0x81, dict({ w: whole }), 'b')));
    expect(checkpoint.entries[0]).toMatchObject({ container: 'object', class: 'user.Net' });
    expect(entryAt(checkpoint, 'w')).toMatchObject({ kind: 'tensor' });
  });

  it.each([
    ['another magic number', { magic: pickleBytes('K', 1) }, 'LEGACY_MAGIC'],
    ['a magic number that would be computed', { magic: call('builtins', 'eval', text('1')) }, 'LEGACY_MAGIC'],
    ['another version', { version: 1002 }, 'LEGACY_VERSION'],
    ['a key that nobody uses', { keys: pickleBytes('](', text('94'), text('1'), 'e') }, 'LEGACY_KEYS'],
    [
      'a key twice',
      { keys: pickleBytes('](', text('94'), text('94'), 'e'), storages: [numbers, numbers] },
      'LEGACY_KEYS',
    ],
    ['keys that are no list', { keys: pickleBytes('N') }, 'LEGACY_KEYS'],
    ['a storage that is not in the list', { keys: pickleBytes(']') }, 'RECORD_MISSING'],
    ['a storage of another size', { storages: [pickleBytes(u64(3), float32(1, 2, 3))] }, 'STORAGE_SIZE'],
    ['a storage that is cut off', { storages: [pickleBytes(u64(4), float32(1, 2))] }, 'TRUNCATED'],
    ['no storage at all', { storages: [] }, 'TRUNCATED'],
  ])('with %s is refused', async (_, parts: StreamParts, code) => {
    const problem = await problemOf(() => open(stream(dict({ w: whole }), parts)));
    expect(problem.code).toBe(code);
    expect(problem.place.file).toBe('old.pt');
  });

  it('compares what follows the last storage', async () => {
    const checkpoint = await open(pickleBytes(stream(dict({ w: whole })), 'tail'));
    expect(await bytesAt(checkpoint, '[trailing bytes]')).toEqual(Buffer.from('tail'));
    expect(checkpoint.notes.map(({ code }) => code)).toEqual(['TRAILING_DATA']);
  });
});

describe('a stream inside a pickle', () => {
  const inside = (bytes: Uint8Array) =>
    call('torch.storage', '_load_from_bytes', pickleBytes('B', u32(bytes.length), bytes));
  const openPickle = (bytes: Uint8Array) => pickle.open(memorySource('t.pkl', bytes), noSiblings);

  it('is the storage of a tensor that was pickled without torch.save', async () => {
    const file = stream(storage('94', 4));
    const bytes = protocol2(dict({ w: tensor({ storage: inside(file), size: [2, 2], stride: [1, 2] }) }));
    const checkpoint = await openPickle(bytes);
    expect(await bytesAt(checkpoint, 'w')).toEqual(Buffer.from(float32(1, 3, 2, 4)));
    expect(checkpoint.executableReferences).toEqual([]);
  });

  it('may hold any object', async () => {
    const checkpoint = await openPickle(protocol2(inside(stream(dict({ w: whole })))));
    expect(await listing(checkpoint)).toEqual([
      'mapping (root) of 1',
      expect.stringMatching(/^tensor w float32 \[4\]/),
    ]);
  });

  it('is not followed for ever', async () => {
    let bytes = stream(dict({ w: whole }));
    for (let level = 0; level < 6; level++) bytes = stream(inside(bytes), { keys: pickleBytes(']'), storages: [] });
    expect(await codeOf(() => openPickle(protocol2(inside(bytes))))).toBe('DEPTH_LIMIT');
  });
});
