import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInventory } from '../../src/collect/take-inventory.ts';
import type { Inventory, InventoryFile } from '../../src/model/inventory.ts';
import { isProblem } from '../../src/model/problem.ts';
import type { Policy } from '../../src/model/request.ts';
import type { RunRecord, WrittenFile } from '../../src/model/run-record.ts';
import { fakeFormats, folderWith, policyWith, runRecord, stateOf, temporaryFolder } from './fake-run.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function inventory(
  files: Files,
  policy: Partial<Policy> = {},
  record: Partial<RunRecord> = {},
): Promise<Inventory> {
  return takeInventory(runRecord(folderWith(files), record), policyWith(policy), fakeFormats);
}

function file(from: Inventory, name: string): InventoryFile {
  const found = from.files.find(({ path: at }) => at === name);
  if (found === undefined) throw new Error(`no ${name} among ${from.files.map(({ path: at }) => at).join(', ')}`);
  return found;
}

const roleOf = (from: Inventory, name: string): string => file(from, name).role;
const unreadCodes = (from: Inventory): readonly string[] =>
  from.unread.map(({ path: at, role, code }) => `${at} ${role} ${code}`);

describe('data that was declared', () => {
  const policy = { datasets: [{ path: './data/', sha256: null }] };
  const changedOnly = (changed: readonly string[], files: Files): RunRecord => {
    const record = runRecord(folderWith(files));
    const written = record.written.map(
      (one): WrittenFile => ({ ...one, change: changed.includes(one.path) ? 'changed' : 'created' }),
    );
    return { ...record, written };
  };

  it('is no result where a run changed what was there', async () => {
    const run = changedOnly(['data/points.csv'], { 'data/points.csv': 'a' });
    const found = await takeInventory(run, policyWith(policy), fakeFormats);
    expect(file(found, 'data/points.csv')).toMatchObject({ role: 'ignored', because: '`datasets` names it: ./data/' });
  });

  it('stays a result where a run made it, and where it lies beside the data', async () => {
    const run = changedOnly(['data2/other.bin'], { 'data/made.bin': 'a', 'data2/other.bin': 'b' });
    const found = await takeInventory(run, policyWith(policy), fakeFormats);
    expect(roleOf(found, 'data/made.bin')).toBe('checkpoint');
    expect(roleOf(found, 'data2/other.bin')).toBe('checkpoint');
  });
});

describe('what cannot be read', () => {
  it.each([
    'a.pt',
    'a.ckpt',
    'a.safetensors',
    'a.npz',
    'a.h5',
    'a.keras',
    'a.pkl',
    'a.msgpack',
    'a.onnx',
    'a.gguf',
    'a.joblib',
    'a.bin',
    'A.PTH',
    'a.pkl.gz',
    'dcp/.metadata',
  ])('an unknown %s is an unread checkpoint, never a file compared by bytes', async (name) => {
    const found = await inventory({ [name]: 'what is this' });
    expect(unreadCodes(found)).toEqual([`${name} checkpoint UNKNOWN_FORMAT`]);
    expect(found.unread[0]?.remedy).toContain('checkpoints: exclude');
    expect(roleOf(found, name)).toBe('checkpoint');
  });

  it('an empty checkpoint is EMPTY', async () => {
    expect(unreadCodes(await inventory({ 'a.pt': '' }))).toEqual(['a.pt checkpoint EMPTY']);
  });

  it('damaged metrics are unread, and there is no series', async () => {
    const found = await inventory({ 'm.csv': 'METRIC!' });
    expect(unreadCodes(found)).toEqual(['m.csv metrics FAKE_DAMAGED']);
    expect(found.metrics).toEqual([]);
  });

  it('a file that changed since the run ended is unread', async () => {
    const root = folderWith({ 'm.csv': 'METRIC\n1' });
    const record = runRecord(root);
    appendFileSync(path.join(root, 'm.csv'), '\n2');
    const found = await takeInventory(record, policyWith(), fakeFormats);
    expect(unreadCodes(found)).toEqual(['m.csv metrics CHANGED_DURING_READ']);
    expect(found.metrics).toEqual([]);
  });

  it('a file that is gone is unread, by the role of its name', async () => {
    const gone: WrittenFile = {
      path: 'gone.pt',
      change: 'created',
      type: 'file',
      absolutePath: '/does/not/exist.pt',
      state: null,
    };
    expect(unreadCodes(await inventory({}, {}, { written: [gone] }))).toEqual(['gone.pt checkpoint ENOENT']);
  });

  it.runIf(process.getuid?.() !== 0)('a file without permission is unread', async () => {
    const root = folderWith({ 'a.pt': 'CKPT\n' });
    chmodSync(path.join(root, 'a.pt'), 0);
    expect(unreadCodes(await takeInventory(runRecord(root), policyWith(), fakeFormats))).toEqual([
      'a.pt checkpoint EACCES',
    ]);
  });

  it('what the run room could not look at is unread, and still has a place in the pairing', async () => {
    const locked: WrittenFile = {
      path: 'locked',
      change: 'created',
      type: 'unreadable',
      absolutePath: '/x',
      state: null,
      detail: 'EACCES',
    };
    const found = await inventory({}, {}, { written: [locked] });
    expect(unreadCodes(found)).toEqual(['locked other UNREADABLE']);
    expect(() => file(found, 'locked').openBytes()).toThrow('EACCES');
  });

  it('a FIFO among the outputs is listed and never opened', async () => {
    const root = temporaryFolder();
    execFileSync('mkfifo', [path.join(root, 'pipe'), path.join(root, 'model.pt')]);
    const found = await takeInventory(runRecord(root), policyWith(), fakeFormats);
    expect(unreadCodes(found)).toEqual([
      'model.pt checkpoint NOT_A_REGULAR_FILE',
      'pipe bookkeeping NOT_A_REGULAR_FILE',
    ]);
    expect(found.files).toEqual([]);
  });

  it('what the run deleted is no output', async () => {
    const deleted: WrittenFile = {
      path: 'old.pt',
      change: 'deleted',
      type: 'deleted',
      absolutePath: '/x',
      state: null,
    };
    const found = await inventory({}, {}, { written: [deleted] });
    expect([found.files, found.unread]).toEqual([[], []]);
  });
});

describe('symbolic links', () => {
  async function withLinks(
    links: Readonly<Record<string, string>>,
    files: Files = { 'ckpt/epoch_3/model.pt': 'CKPT\n' },
  ) {
    const root = folderWith(files);
    for (const [name, target] of Object.entries(links)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      symlinkSync(target.replace('ROOT', root), path.join(root, name));
    }
    return takeInventory(runRecord(root), policyWith(), fakeFormats);
  }

  it.each(['epoch_3', './epoch_3/', 'epoch_3/model.pt', '../ckpt/epoch_3', 'ROOT/ckpt/epoch_3'])(
    'a link to %s inside the outputs counts by the name of its target',
    async (target) => {
      const found = await withLinks({ 'ckpt/latest': target });
      expect(found.unread).toEqual([]);
      const source = file(found, 'ckpt/latest').openBytes();
      const expected = target.endsWith('.pt') ? 'ckpt/epoch_3/model.pt' : 'ckpt/epoch_3';
      expect(new TextDecoder().decode(source.read(0, source.byteLength))).toBe(expected);
    },
  );

  it.each([
    ['latest', 'nowhere', 'other SYMLINK_OUTSIDE'],
    ['latest', '../../etc/passwd', 'other SYMLINK_OUTSIDE'],
    ['latest.pt', '/etc/passwd', 'checkpoint SYMLINK_OUTSIDE'],
    ['latest', 'latest', 'other SYMLINK_LOOP'],
    ['latest', '.', 'other SYMLINK_OUTSIDE'],
    ['latest', '', 'other SYMLINK_OUTSIDE'],
  ])('the link %s → %j is unread: %s', async (name, target, expected) => {
    const link: WrittenFile = {
      path: name,
      change: 'created',
      type: 'symlink',
      absolutePath: '/x',
      state: null,
      detail: target,
    };
    expect(unreadCodes(await inventory({}, {}, { written: [link] }))).toEqual([`${name} ${expected}`]);
  });

  it('a chain of links leads to the last one', async () => {
    const found = await withLinks({ a: 'b', b: 'ckpt' });
    const source = file(found, 'a').openBytes();
    expect(new TextDecoder().decode(source.read(0, source.byteLength))).toBe('ckpt');
  });

  it("a tracker's link is bookkeeping, wherever it leads", async () => {
    const found = await withLinks({ 'wandb/latest-run': '/somewhere' });
    expect(found.unread).toEqual([]);
    expect(roleOf(found, 'wandb/latest-run')).toBe('bookkeeping');
  });
});

describe('what was printed', () => {
  const stdout = { metrics: { include: [], exclude: [], stdout: ['step (?<step>\\d+) loss (?<loss>\\S+)'] } };

  it('becomes a metric file named (stdout)', async () => {
    const log = path.join(folderWith({ 'run.log': 'step 1 loss 0.5\nstep 2 loss nan\n' }), 'run.log');
    const found = await inventory({}, stdout, { logPath: log });
    expect(found.metrics).toMatchObject([{ path: '(stdout)', neutralPath: '(stdout)' }]);
    expect(found.metrics[0]?.series[0]?.points.map(({ value }) => value)).toEqual([0.5, Number.NaN]);
  });

  it('is noted where no line matched', async () => {
    const log = path.join(folderWith({ 'run.log': 'nothing' }), 'run.log');
    expect((await inventory({}, stdout, { logPath: log })).metrics[0]?.notes).toMatchObject([
      { code: 'STDOUT_NO_MATCH' },
    ]);
  });

  it('is noted where there is no log', async () => {
    expect((await inventory({}, stdout)).metrics[0]?.notes).toMatchObject([{ code: 'STDOUT_NO_LOG' }]);
  });

  it('is unread where the log is gone', async () => {
    expect(unreadCodes(await inventory({}, stdout, { logPath: '/does/not/exist' }))).toEqual([
      '(stdout) metrics ENOENT',
    ]);
  });
});

describe('opening checkpoints', () => {
  const sharded = {
    'm/index.ckpt': 'CKPT\nparts=s1.bin,s2.bin,missing.bin,../up.bin',
    'm/s1.bin': 'CKPT\na=1',
    'm/s2.bin': 'CKPT\nb=2',
    'up.bin': 'CKPT\nc=3',
  };

  it('an index names the parts that are there, and never one outside its folder', async () => {
    expect(file(await inventory(sharded), 'm/index.ckpt').parts).toEqual(['m/s1.bin', 'm/s2.bin']);
  });

  it('reads a checkpoint through its parts', async () => {
    const found = await inventory({ ...sharded, 'm/index.ckpt': 'CKPT\nparts=s1.bin,s2.bin' });
    const opened = await found.openCheckpoint(file(found, 'm/index.ckpt'));
    expect(opened.entries.map((entry) => entry.path[0])).toEqual([undefined, 'parts', 'a', 'b']);
    opened.close();
  });

  it.each(['missing.bin', '../up.bin', '/etc/passwd', '..', '', 'a\\b', 'x\0y'])(
    'gives no sibling %j',
    async (name) => {
      const found = await inventory({ ...sharded, 'm/index.ckpt': `CKPT\nparts=${name}` });
      await expect(found.openCheckpoint(file(found, 'm/index.ckpt'))).rejects.toThrow('beside it');
    },
  );

  it('says what is wrong with a damaged one, each time', async () => {
    const found = await inventory({ 'a.pt': 'CKPT!' });
    await expect(found.openCheckpoint(file(found, 'a.pt'))).rejects.toMatchObject({ code: 'FAKE_DAMAGED' });
    await expect(found.openCheckpoint(file(found, 'a.pt'))).rejects.toMatchObject({ code: 'FAKE_DAMAGED' });
  });

  it('refuses a file that no format recognized', async () => {
    const found = await inventory({ 'a.txt': 'x' });
    await expect(found.openCheckpoint(file(found, 'a.txt'))).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
  });

  it('says at the end that the file changed while it was open', async () => {
    const root = folderWith({ 'a.pt': 'CKPT\na=1' });
    const found = await takeInventory(runRecord(root), policyWith(), fakeFormats);
    const opened = await found.openCheckpoint(file(found, 'a.pt'));
    appendFileSync(path.join(root, 'a.pt'), 'x');
    expect(() => opened.close()).toThrow(expect.objectContaining({ code: 'CHANGED_DURING_READ' }));
  });

  it('leaves no file open', async () => {
    const found = await inventory({ ...sharded, 'm/index.ckpt': 'CKPT\nparts=s1.bin,missing.bin', 'x.pt': 'CKPT!' });
    const { readdirSync } = await import('node:fs');
    const before = readdirSync('/proc/self/fd').length;
    for (let index = 0; index < 20; index += 1)
      for (const one of found.files)
        await found.openCheckpoint(one).then(
          (opened) => opened.close(),
          () => {},
        );
    expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before + 1);
  });
});

describe('names', () => {
  it.each([
    '::error::x',
    '##[stop-commands]x',
    'a\nb',
    'a\rb',
    '\u001b[31m',
    '<script>',
    '"quoted"',
    '\u202egnp.exe',
    '-rf',
    'trailing ',
    'x'.repeat(250),
    '*',
    '[a]',
    '{a,b}',
  ])('a file named %j is read like any other', async (name) => {
    const found = await inventory({ [name]: 'CKPT\n' });
    expect(roleOf(found, name)).toBe('checkpoint');
  });

  it('a name that is not UTF-8 is opened by its bytes', async () => {
    const root = temporaryFolder();
    const bytes = Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff]), Buffer.from('.pt')]);
    writeFileSync(bytes, 'CKPT\n');
    const written: WrittenFile = {
      path: 'a\\xff.pt',
      change: 'created',
      type: 'file',
      absolutePath: `${root}/a\\xff.pt`,
      nameBytes: bytes.toString('hex'),
      state: stateOf(bytes),
    };
    const found = await inventory({}, {}, { written: [written] });
    expect([found.unread, roleOf(found, 'a\\xff.pt')]).toEqual([[], 'checkpoint']);
  });

  it('are taken out of paths and kept, the longest first', async () => {
    const found = await inventory({ 'outputs/2024-01-15/14-30-00/tb/events.out.tfevents.1705329000.vm.5268.0': 'x' });
    expect(found.files[0]?.neutralPath).toBe('outputs/‹date›/‹time›/tb/events.out.tfevents.‹time›.‹host›.‹pid›.0');
    expect(found.ownNames).toEqual([
      { text: '1705329000.vm.5268', placeholder: '‹time›.‹host›.‹pid›' },
      { text: '2024-01-15', placeholder: '‹date›' },
      { text: '14-30-00', placeholder: '‹time›' },
    ]);
  });

  it('of a folder that was there already are taken out too', async () => {
    const root = path.join(temporaryFolder(), '2024-01-15', '14-30-00');
    mkdirSync(root, { recursive: true });
    writeFileSync(path.join(root, 'a.txt'), 'x');
    const found = await takeInventory(runRecord(root, { end: null, hostName: '' }), policyWith(), fakeFormats);
    expect(found.ownNames.map(({ text }) => text)).toEqual([root, '2024-01-15/14-30-00', '2024-01-15', '14-30-00']);
  });

  it('the order in which files are listed does not matter', async () => {
    const root = folderWith({ 'b.pt': 'CKPT\n', 'a/m.csv': 'METRIC\n1', 'a/config.yaml': 'x', 'c.txt': 'x' });
    const plain = (taken: Inventory) => JSON.stringify(taken);
    const record = runRecord(root);
    const backwards = { ...record, written: record.written.toReversed() };
    const policy = policyWith();
    expect(plain(await takeInventory(backwards, policy, fakeFormats))).toBe(
      plain(await takeInventory(record, policy, fakeFormats)),
    );
  });

  it('hard links keep one identity, so that a comparison with itself can be seen', async () => {
    const root = folderWith({ 'a.pt': 'CKPT\n' });
    linkSync(path.join(root, 'a.pt'), path.join(root, 'b.pt'));
    const found = await takeInventory(runRecord(root), policyWith(), fakeFormats);
    expect(file(found, 'a.pt').state?.inode).toBe(file(found, 'b.pt').state?.inode);
  });
});

describe('takeInventory', () => {
  it('lets a fault of our own through, because it is no Problem', async () => {
    const faulty = {
      ...fakeFormats,
      metrics: async () => [
        {
          id: 'x',
          title: 'x',
          recognizes: () => {
            throw new TypeError('ours');
          },
          read: () => Promise.reject(new Error('never')),
        },
      ],
    };
    const taken = takeInventory(runRecord(folderWith({ 'a.txt': 'x' })), policyWith(), faulty);
    await expect(taken).rejects.toSatisfy((error) => !isProblem(error));
  });
});

describe('a folder that is audited where it lies', () => {
  const layouts = async (root: string, end: RunRecord['end']) =>
    (await takeInventory(runRecord(root, { end }), policyWith(), fakeFormats)).records.flatMap((record) =>
      record.kind === 'layout' ? [[record.layout, record.folder, record.timestamp]] : [],
    );

  it('may be the folder of a layout itself', async () => {
    const folder = folderWith({
      'base_20260115_143000/a.ckpt': 'CKPT',
      '2026-01-15/14-30-00/.hydra/config.yaml': 'a: 1',
    });
    expect(await layouts(`${folder}/base_20260115_143000`, null)).toEqual([
      ['experiment-timestamp', '.', '2026-01-15T14:30:00'],
    ]);
    expect(await layouts(`${folder}/2026-01-15/14-30-00`, null)).toEqual([['hydra', '.', '2026-01-15T14:30:00']]);
  });

  it('may hold it; the folders around a working directory do not count', async () => {
    const folder = folderWith({ 'base_20260115_143000/out/a.ckpt': 'CKPT' });
    expect(await layouts(folder, null)).toHaveLength(1);
    expect(await layouts(`${folder}/base_20260115_143000/out`, null)).toEqual([]);
    expect(await layouts(`${folder}/base_20260115_143000`, { kind: 'exited', code: 0 })).toEqual([]);
  });
});
