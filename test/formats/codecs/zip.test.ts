import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { openZip } from '../../../src/formats/codecs/zip.ts';
import { chunkBytes } from '../../../src/model/byte-source.ts';
import { codeOf, collect, fixture, problemOf } from '../read-entries.ts';
import { type ZipMember, type ZipOptions, zipBytes } from '../writers/zip-bytes.ts';

const hello = Buffer.from('hello, hello, hello');
/** The local header and data of an entry `c`, to be hidden in another one. */
const inside = zipBytes([{ name: 'c', data: hello }]).slice(0, 31 + hello.length);
const member = (changes: Partial<ZipMember> = {}): ZipMember => ({ name: 'a/data.pkl', data: hello, ...changes });
const open = (members: readonly ZipMember[], options: ZipOptions = {}) =>
  openZip(memorySource('model.pt', zipBytes(members, options)));
const bytesOf = (index: number) =>
  Uint8Array.from({ length: 2 * chunkBytes + 75_712 }, (_, at) => (at * (index + 3)) & 255);

describe('openZip', () => {
  it('lists the members of a real torch file, with the data where the local headers say', async () => {
    const archive = await openZip(fixture('zip-torch-2.13.pt'));
    expect(archive.entries.length).toBe(27);
    expect(archive.notes).toEqual([]);
    const version = archive.entries.find(({ name }) => name.endsWith('/version'));
    expect(version && Buffer.from(await archive.read(version, 10)).toString()).toBe('3\n');
    const aligned = archive.entries.filter(({ name }) => name.includes('/data/'));
    expect(aligned.every(({ dataOffset }) => dataOffset % 64 === 0)).toBe(true);
  });

  it('says in one note that a writer recorded no CRCs', async () => {
    const archive = await openZip(fixture('zip-torch-2.13-nocrc.pt'));
    expect(archive.notes).toEqual([{ code: 'CRC_NOT_RECORDED', message: '8 of 8 entries carry no CRC.' }]);
  });

  it.each([0, 8])('reads the same bytes at once and in chunks (method %s)', async (method) => {
    const data = bytesOf(method);
    const archive = await open([member({ method, data, descriptor: true })]);
    const [entry] = archive.entries;
    if (entry === undefined) throw new Error('no entry');
    expect(Buffer.compare(await archive.read(entry, 4 * chunkBytes), data)).toBe(0);
    const sizes: number[] = [];
    for await (const chunk of archive.chunks(entry)) sizes.push(chunk.byteLength);
    expect(sizes).toEqual([chunkBytes, chunkBytes, data.length - 2 * chunkBytes]);
    expect(Buffer.compare(await collect(archive.chunks(entry)), data)).toBe(0);
    expect(archive.notes).toEqual([]);
  });

  it('accepts zero sizes in local headers, as torch writes them', async () => {
    expect((await open([member({ descriptor: true }), member({ name: 'b', descriptor: true })])).notes).toEqual([]);
  });

  it('keeps names that are special in JavaScript', async () => {
    const archive = await open([member({ name: '__proto__' }), member({ name: 'constructor' })]);
    expect(archive.entries.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });

  it.each<[string, string, readonly ZipMember[], ZipOptions]>([
    ['ZIP_DUPLICATE_ENTRY', 'two entries of one name', [member(), member()], {}],
    ['ZIP_EMPTY_ARCHIVE', 'no entries', [], {}],
    ['ZIP_ENTRY_COUNT', 'fewer entries counted than there are', [member(), member({ name: 'b' })], { entryCount: 1 }],
    ['ZIP_ENTRY_COUNT', 'more entries counted than there are', [member()], { entryCount: 2 }],
    ['ZIP_MULTIDISK', 'a split archive', [member()], { disk: 1 }],
    ['ZIP_ENCRYPTED', 'flag bit 0', [member({ flags: 0x1 })], {}],
    ['ZIP_ENCRYPTED', 'flag bit 6', [member({ flags: 0x40 })], {}],
    ['ZIP_PATCH', 'flag bit 5', [member({ flags: 0x20 })], {}],
    ['ZIP_METHOD', 'bzip2', [member({ method: 12 })], {}],
    ['ZIP_METHOD', 'deflate64', [member({ method: 9 })], {}],
    ['ZIP_HEADER_MISMATCH', 'another name in the local header', [member({ local: { name: 'b/data.pkl' } })], {}],
    ['ZIP_HEADER_MISMATCH', 'another method in the local header', [member({ local: { method: 8 } })], {}],
    ['ZIP_HEADER_MISMATCH', 'another size in the local header', [member({ local: { size: 3 } })], {}],
    ['ZIP_HEADER_MISMATCH', 'encryption in the local header alone', [member({ local: { flags: 0x801 } })], {}],
    [
      'ZIP_OVERLAP',
      'an entry inside the data of another',
      [member({ name: 'a', data: inside }), { name: 'c', data: hello, localOffset: 31 }],
      {},
    ],
    ['ZIP_HEADER_MISMATCH', 'two names for one local header', [member(), member({ name: 'b', localOffset: 0 })], {}],
    ['ZIP_SIZE_MISMATCH', 'a stored entry with two sizes', [member({ claimedSize: 5 })], {}],
    ['ZIP_RATIO', 'a claim that deflate cannot meet', [member({ method: 8, claimedSize: 1e9 })], {}],
    ['ZIP_NAME', 'parent folder', [member({ name: '../x' })], {}],
    ['ZIP_NAME', 'parent folder inside', [member({ name: 'a/../x' })], {}],
    ['ZIP_NAME', 'absolute', [member({ name: '/etc/passwd' })], {}],
    ['ZIP_NAME', 'drive letter', [member({ name: 'C:x' })], {}],
    ['ZIP_NAME', 'backslash', [member({ name: 'a\\x' })], {}],
    ['ZIP_NAME', 'NUL', [member({ name: 'a\0x' })], {}],
    ['ZIP_NAME', 'no UTF-8', [member({ name: Uint8Array.of(0xff, 0xfe) })], {}],
    ['ZIP_NAME', 'empty', [member({ name: '' })], {}],
    ['ZIP_NAME', 'very long', [member({ name: 'n'.repeat(60_000) })], {}],
  ])('refuses with %s: %s', async (code, _, members, options) => {
    const found = await problemOf(() => open(members, options));
    expect(found.code).toBe(code);
    expect(found.place.file).toBe('model.pt');
  });

  it('refuses two end records that both fit', async () => {
    const once = zipBytes([member()]);
    const end = once.slice(-22);
    const directory = Buffer.from(end).readUInt32LE(16);
    const size = Buffer.from(end).readUInt32LE(12);
    const comment = Buffer.concat([once.slice(directory, directory + size), end]);
    Buffer.from(comment.buffer, comment.byteOffset).writeUInt32LE(once.length, size + 16);
    const bytes = Buffer.concat([once, comment]);
    bytes.writeUInt16LE(comment.length, once.length - 2);
    expect(await codeOf(() => openZip(memorySource('x', bytes)))).toBe('ZIP_EOCD');
  });

  it('reads past a comment that only looks like an end record', async () => {
    const comment = Buffer.from('PK\u0005\u0006 and so on, more than 22 bytes');
    expect(await codeOf(() => open([member()], { comment }))).toBe('ZIP_DIRECTORY');
  });

  it('notes bytes that belong to no entry', async () => {
    const before = await open([member()], { prefix: Buffer.from('#!/bin/sh\n') });
    const after = await open([member()], { suffix: Buffer.from('more') });
    expect(before.notes.map(({ code }) => code)).toEqual(['EXTRA_BYTES']);
    expect(after.notes.map(({ code }) => code)).toEqual(['EXTRA_BYTES']);
  });

  it('notes links and reserved flags', async () => {
    const archive = await open([member({ externalAttributes: 0xa1ff0000, flags: 0x2800 })]);
    expect(archive.notes.map(({ code }) => code).toSorted()).toEqual(['ZIP_RESERVED_FLAG', 'ZIP_SPECIAL_MODE']);
  });

  it('refuses more entries than the limit, before it reads them', async () => {
    const limits = { maxEntries: 1, maxFreeBytes: 1, maxRatio: 1 };
    const bytes = zipBytes([member(), member({ name: 'b' })]);
    expect(await codeOf(() => openZip(memorySource('x', bytes), limits))).toBe('ZIP_ENTRY_COUNT');
  });

  it('refuses what claims too much in all', async () => {
    const limits = { maxEntries: 10, maxFreeBytes: 1000, maxRatio: 10 };
    const bytes = zipBytes([member({ data: new Uint8Array(100_000), method: 8 })]);
    expect(await codeOf(() => openZip(memorySource('x', bytes), limits))).toBe('ZIP_RATIO');
  });
});

describe('data of an entry', () => {
  it.each([0, 8])('has a wrong CRC: a note, once, and the data is still given (method %s)', async (method) => {
    const archive = await open([member({ method, crc: 1 })]);
    const [entry] = archive.entries;
    if (entry === undefined) throw new Error('no entry');
    expect(archive.notes).toEqual([]);
    expect(String(await collect(archive.chunks(entry)))).toBe(String(hello));
    await archive.read(entry, 100);
    expect(archive.notes.map(({ code, entry }) => `${code} ${entry}`)).toEqual(['CRC_MISMATCH a/data.pkl']);
    expect(await archive.verify(entry)).toBe(false);
  });

  it('is not read at once beyond the limit', async () => {
    const archive = await open([member()]);
    const problem = await problemOf(async () => archive.read(archive.entries[0] ?? fail(), 18));
    expect(problem).toMatchObject({ tag: 'limit', code: 'ZIP_ENTRY_SIZE', place: { entry: 'a/data.pkl' } });
  });

  it.each([
    ['ZIP_SIZE_MISMATCH', 'longer than claimed', { claimedSize: 18 }],
    ['ZIP_SIZE_MISMATCH', 'shorter than claimed', { claimedSize: 20 }],
    ['ZIP_INFLATE', 'cut off', { claimedCompressed: 5 }],
  ])('fails with %s where deflate data is %s, at once and in chunks', async (code, _, changes) => {
    const archive = await open([member({ method: 8, ...changes })]);
    const entry = archive.entries[0] ?? fail();
    expect(await codeOf(() => archive.read(entry, 1000))).toBe(code);
    expect(await codeOf(() => collect(archive.chunks(entry)))).toBe(code);
  });

  it('is windowed only where it is stored', async () => {
    const archive = await open([member(), member({ name: 'b', method: 8 })]);
    const [stored = fail(), deflated = fail()] = archive.entries;
    expect(String(Buffer.from(archive.storedSource(stored).read(7, 5)))).toBe('hello');
    expect(await codeOf(() => archive.storedSource(deflated))).toBe('ZIP_METHOD');
  });

  it('can be left in the middle', async () => {
    const archive = await open([member({ data: bytesOf(1), method: 8 })]);
    for await (const chunk of archive.chunks(archive.entries[0] ?? fail())) {
      expect(chunk.byteLength).toBe(chunkBytes);
      break;
    }
  });
});

function fail(): never {
  throw new Error('an entry is missing');
}
