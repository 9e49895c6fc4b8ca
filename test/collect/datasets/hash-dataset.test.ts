import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HashWishes, hashDataset } from '../../../src/collect/datasets/hash-dataset.ts';
import { lookAtDataset } from '../../../src/collect/datasets/look-at-dataset.ts';
import { folderWith, temporaryFolder } from '../fake-run.ts';

const wishes: HashWishes = {
  md5OfContents: true,
  isClaimed: () => false,
  isIgnoredByDvc: () => false,
  onBytes: () => {},
  stopped: () => false,
};

async function hash(at: string, part: Partial<HashWishes> = {}) {
  const look = await lookAtDataset(at, () => false);
  return hashDataset(at, look.files, look.state === 'folder', { ...wishes, ...part });
}

async function digests(at: string, part: Partial<HashWishes> = {}): Promise<Readonly<Record<string, string>>> {
  const hashed = await hash(at, part);
  if (typeof hashed === 'string') throw new Error(hashed);
  const known: Record<string, string> = {};
  for (const { algorithm, scheme, digest } of hashed.digests) {
    const name = `${algorithm} ${scheme}`;
    known[known[name] === undefined ? name : `${name}, legacy`] = digest;
  }
  return known;
}

const digest = (algorithm: string, ...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((sum, part) => sum.update(part), createHash(algorithm)).digest('hex');

/** Names and contents on which writers of JSON, orders of sorting and rules for text disagree. */
const awkward: Readonly<Record<string, string | Uint8Array>> = {
  'b/a.bin': 'y',
  'b.txt': 'q',
  empty: '',
  'crlf.csv': 'a,b\r\n1,2\r\n',
  '"q"\\.txt': 'k',
  '\u{1F600}.txt': 'emoji',
  '\uFB00.txt': 'hi',
  'Ünï.txt': 'e',
  'del\u007f.txt': 'd',
  'tab\t.txt': 't',
  'bin.dat': Uint8Array.of(0, 13, 10),
};

describe('the digests of a folder', () => {
  test("are those of Python's hashlib over sorted paths, and of DVC 3.67 and 2.58", async () => {
    expect(await digests(folderWith(awkward))).toEqual({
      'sha256 contents': 'cc7839b269e411fae79affe55ec01f16078c722c51e4595ed67f9c9cbd262bdc',
      'sha256 paths-and-contents': '469219cdc3b9f46682ab09f01f369b1850d9211ae463af4283c34aac39bac7cc',
      'sha256 manifest': 'ec299a4bea00005e48bb1c663fdc4b6c359dd640ad9edbcfb609e3b6dce5a2d8',
      'md5 contents': '8dadaacaeddef35a8fbfd4bbe41cce7d',
      'md5 paths-and-contents': '5f938414616542c7b1d487a283d9ee1b',
      'md5 manifest': 'a6d5bae59c4269f650b31825f94562b4',
      'md5 dvc-folder': '833517b493ad4b814e10bb91d52c93ef',
      'md5 dvc-folder, legacy': 'b40cf0eaed5ad1afa7474c9c4334bcf4',
    });
  });

  test('leave the MD5 of contents out where nobody wants it', async () => {
    const known = await digests(folderWith({ a: '1' }), { md5OfContents: false });
    expect(Object.keys(known)).toEqual([
      'sha256 contents',
      'sha256 paths-and-contents',
      'sha256 manifest',
      'md5 manifest',
      'md5 dvc-folder',
    ]);
  });

  test('of DVC are without what .dvcignore names, the others are not', async () => {
    const all = await digests(folderWith({ a: '1', 'b.tmp': '2' }), {
      isIgnoredByDvc: (file) => file.endsWith('.tmp'),
    });
    const only = await digests(folderWith({ a: '1' }));
    expect(all['md5 dvc-folder']).toBe(only['md5 dvc-folder']);
    expect(all['sha256 contents']).not.toBe(only['sha256 contents']);
  });

  test('of an empty folder are those of nothing', async () => {
    const known = await digests(temporaryFolder());
    expect(known['sha256 contents']).toBe(digest('sha256'));
    expect(known['md5 dvc-folder']).toBe(digest('md5', '[]'));
  });

  test('with a name that is not UTF-8 are all but the one of DVC, which cannot add it', async () => {
    const folder = temporaryFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff, 0x61)]), 'x');
    const known = await digests(folder);
    expect(known['sha256 paths-and-contents']).toBe(digest('sha256', Buffer.of(0xff, 0x61), 'x'));
    expect(known['md5 dvc-folder']).toBeUndefined();
  });

  test('follow their definitions for any files', async () => {
    const names = fc.uniqueArray(
      fc.stringMatching(/^[a-zA-Z0-9 ._-]{1,8}$/).filter((name) => !/^\.+$|^\.(git|hg|dvc)$/.test(name)),
      { maxLength: 5, selector: (name) => name.toLowerCase() },
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 5, maxLength: 5 }),
        async (list, contents) => {
          const folder = folderWith(
            Object.fromEntries(list.map((name, index) => [name, contents[index] ?? new Uint8Array()])),
          );
          const known = await digests(folder);
          const sorted = list
            .map((name, index) => ({ name, bytes: contents[index] ?? new Uint8Array() }))
            .sort((a, b) => (a.name < b.name ? -1 : 1));
          expect(known['sha256 contents']).toBe(digest('sha256', ...sorted.map(({ bytes }) => bytes)));
          expect(known['md5 paths-and-contents']).toBe(
            digest('md5', ...sorted.flatMap(({ name, bytes }) => [name, bytes])),
          );
          expect(known['sha256 manifest']).toBe(
            digest('sha256', sorted.map(({ name, bytes }) => `${digest('sha256', bytes)}  ${name}\n`).join('')),
          );
          expect(known['md5 dvc-folder']).toBe(
            digest(
              'md5',
              `[${sorted.map(({ name, bytes }) => `{"md5": "${digest('md5', bytes)}", "relpath": "${name}"}`).join(', ')}]`,
            ),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('the digests of a file', () => {
  test('are SHA-256 and MD5, and the MD5 of DVC before version 3 where line ends make it another', async () => {
    expect(await digests(path.join(folderWith({ f: 'x,y\r\n0.5,1\r\n' }), 'f'))).toEqual({
      'sha256 file': digest('sha256', 'x,y\r\n0.5,1\r\n'),
      'md5 file': 'd22a8644d5c4c7c57c35d0b506380fa4',
      'md5 file, legacy': '21e5b4b8a99e6306ebe521d9e9c258e9',
    });
  });

  test('have no second MD5 for binary data, or text with the line ends of Unix', async () => {
    const folder = folderWith({
      text: 'a\nb\n',
      lone: 'a\rb\n',
      binary: Uint8Array.of(0, 13, 10),
      accents: Buffer.alloc(600, 'é\r\n'),
    });
    for (const [name, count] of [
      ['text', 2],
      ['lone', 2],
      ['binary', 2],
      ['accents', 2],
    ] as const)
      expect(Object.keys(await digests(path.join(folder, name))).length, name).toBe(count);
  });

  test('are the same whatever its size is to a megabyte, and a CRLF that a megabyte parts stays as DVC leaves it', async () => {
    const megabyte = 1024 * 1024;
    const content = Buffer.alloc(2 * megabyte + 5, 'abc\n');
    content.write('\r\n', 10);
    content.write('\r\n', megabyte - 1);
    const folder = folderWith({ f: content });
    const legacy = Buffer.concat([content.subarray(0, 10), content.subarray(11)]);
    expect(await digests(path.join(folder, 'f'))).toEqual({
      'sha256 file': digest('sha256', content),
      'md5 file': digest('md5', content),
      'md5 file, legacy': digest('md5', legacy),
    });
  });

  test('come with bytes done that never go back and end at the size', async () => {
    const told: number[] = [];
    await hash(folderWith({ a: Buffer.alloc(3 * 1024 * 1024), b: 'x' }), { onBytes: (done) => told.push(done) });
    expect(told).toEqual([1048576, 2097152, 3145728, 3145729]);
  });
});

describe('files that a record names one by one', () => {
  test('have their own digests', async () => {
    const hashed = await hash(folderWith({ 'a.csv': '1', 'b.csv': '2' }), { isClaimed: (file) => file === 'b.csv' });
    expect(hashed).toMatchObject({
      members: [
        {
          path: 'b.csv',
          digests: [{ algorithm: 'sha256', scheme: 'file', digest: digest('sha256', '2') }, { algorithm: 'md5' }],
        },
      ],
    });
  });
});

describe('Git LFS pointers', () => {
  const oid = 'ab'.repeat(32);
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`;

  test('are found in a folder and as a file of their own', async () => {
    const folder = folderWith({ 'img/a.png': pointer, 'img/b.png': 'data' });
    expect(await hash(path.join(folder, 'img'))).toMatchObject({
      pointers: [{ path: 'a.png', sha256: oid, sizeBytes: 12345 }],
    });
    expect(await hash(path.join(folder, 'img/a.png'))).toMatchObject({ pointers: [{ path: '', sha256: oid }] });
  });

  test.each([
    ['a text about them', `${pointer}more\n`],
    ['without the size', pointer.replace(/size.*\n/, '')],
    ['a digest that is too short', pointer.replace(oid, oid.slice(1))],
    ['lines in another order', `oid sha256:${oid}\nversion https://git-lfs.github.com/spec/v1\nsize 1\n`],
    ['Windows line ends', pointer.replaceAll('\n', '\r\n')],
    ['another service', pointer.replace('git-lfs', 'evil')],
    ['no line end', pointer.trimEnd()],
  ])('are not seen in %s', async (_, text) => {
    expect(await hash(path.join(folderWith({ f: text }), 'f'))).toMatchObject({ pointers: [] });
  });
});

describe('what cannot be hashed says why', () => {
  test.runIf(process.getuid?.() !== 0)('a file that may not be read', async () => {
    const folder = folderWith({ secret: 'x' });
    chmodSync(path.join(folder, 'secret'), 0);
    expect(await hash(folder)).toBe('"secret" in it cannot be opened (EACCES)');
  });

  test('a file that is gone, or grew, since it was listed', async () => {
    const folder = folderWith({ a: 'x', b: 'y' });
    const look = await lookAtDataset(folder, () => false);
    appendFileSync(path.join(folder, 'b'), 'more');
    expect(await hashDataset(folder, look.files, true, wishes)).toBe('"b" in it changed while it was hashed');
    rmSync(path.join(folder, 'a'));
    expect(await hashDataset(folder, look.files, true, wishes)).toBe('"a" in it cannot be opened (ENOENT)');
  });

  test('a file that grows while it is read', async () => {
    const folder = folderWith({ f: Buffer.alloc(3 * 1024 * 1024) });
    const file = path.join(folder, 'f');
    const look = await lookAtDataset(file, () => false);
    const hashed = await hashDataset(file, look.files, false, { ...wishes, onBytes: () => appendFileSync(file, 'x') });
    expect(hashed).toBe('it changed while it was hashed');
  });

  test('a file that became a folder', async () => {
    const folder = folderWith({ f: 'x' });
    const look = await lookAtDataset(folder, () => false);
    rmSync(path.join(folder, 'f'));
    mkdirSync(path.join(folder, 'f'));
    expect(await hashDataset(folder, look.files, true, wishes)).toMatch(
      /^"f" in it (changed while it was hashed|cannot be opened)/,
    );
  });

  test('an audit that was cancelled', async () => {
    const told: number[] = [];
    const folder = folderWith({ f: Buffer.alloc(5 * 1024 * 1024) });
    const hashed = await hash(folder, { onBytes: (done) => told.push(done), stopped: () => told.length === 2 });
    expect([hashed, told.length]).toEqual(['the audit was cancelled', 2]);
  });

  test('nothing is wrong with a link into another folder', async () => {
    const folder = folderWith({ 'store/x': 'data', 'set/plain': 'p' });
    symlinkSync('../store/x', path.join(folder, 'set/x'));
    expect(await digests(path.join(folder, 'set'))).toMatchObject({ 'sha256 contents': digest('sha256', 'p', 'data') });
  });
});
