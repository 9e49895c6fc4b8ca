import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/model/progress.ts';
import type { RunRecord, WrittenFile } from '../../src/model/run-record.ts';
import { cancellationSource } from '../../src/run/cancellation.ts';
import { refuseWindows, train } from '../../src/run/train.ts';
import { clonesFiles, hostFor, scratchFolder, scriptRequest } from './scratch.ts';

async function trainIn(root: string, script: string, more: Parameters<typeof scriptRequest>[2] = {}) {
  return train(scriptRequest(root, script, more), hostFor(root));
}

function paths(files: readonly WrittenFile[] | undefined): readonly string[] {
  return (files ?? []).map(({ path, change }) => `${change} ${path}`);
}

function codes(record: RunRecord | undefined): readonly string[] {
  return (record?.doubts ?? []).map(({ code }) => code);
}

function contentOf(record: RunRecord | undefined, path: string): string {
  const file = record?.written.find((one) => one.path === path);
  if (file === undefined) throw new Error(`run ${record?.number} did not write ${path}`);
  return readFileSync(file.absolutePath, 'utf8');
}

describe('training twice', () => {
  it('gives a record of each run with what it wrote, the first one moved away, the last one in place', async () => {
    const root = scratchFolder();
    const [first, second] = await trainIn(
      root,
      'mkdir -p out/empty; echo $TRAIN_TWICE_RUN > out/model.pt; echo trained',
    );
    expect(paths(first?.written)).toEqual(['created out/model.pt']);
    expect(paths(second?.written)).toEqual(['created out/model.pt']);
    expect([contentOf(first, 'out/model.pt'), contentOf(second, 'out/model.pt')]).toEqual(['1\n', '2\n']);
    expect(second?.written[0]?.absolutePath).toBe(join(root, 'out/model.pt'));
    expect(first).toMatchObject({ number: 1, seed: 42, end: { kind: 'exited', code: 0 }, doubts: [], survivors: [] });
    expect(first?.logTail).toEqual(['trained']);
  });

  it('starts the second run without anything that the first one left, empty folders too', async () => {
    const root = scratchFolder();
    const script = 'test ! -e out && test ! -e cache && mkdir -p out/empty cache && touch out/x && ln -s x out/latest';
    const records = await trainIn(root, script, { outputs: ['out'], runs: 3 });
    expect(records.map(({ end }) => end)).toEqual(Array(3).fill({ kind: 'exited', code: 0 }));
    expect(records.flatMap(codes)).toEqual([]);
  });

  it('gives each run an empty output folder at the same path, and takes what is in it for written', async () => {
    const root = scratchFolder();
    const script =
      'test -z "$(ls -A $TRAIN_TWICE_OUTPUT_DIR)"; echo "$TRAIN_TWICE_OUTPUT_DIR" > $TRAIN_TWICE_OUTPUT_DIR/where';
    const [first, second] = await trainIn(root, script, { outputs: ['nothing-here'] });
    const path = '$TRAIN_TWICE_OUTPUT_DIR/where';
    expect(paths(first?.written)).toEqual([`created ${path}`]);
    expect(contentOf(first, path)).toBe(contentOf(second, path));
  });

  it('keeps the identity of each file with its record, after the move too', async () => {
    const root = scratchFolder();
    const records = await trainIn(root, 'echo x > a; mkdir d; echo y > d/b; echo z > $TRAIN_TWICE_OUTPUT_DIR/c');
    for (const { absolutePath, state } of records.flatMap(({ written }) => [...written])) {
      const now = lstatSync(absolutePath, { bigint: true });
      expect(state).toMatchObject({
        inode: String(now.ino),
        mtimeNs: String(now.mtimeNs),
        ctimeNs: String(now.ctimeNs),
      });
    }
  });

  it('puts {seed} into an argument vector', async () => {
    const root = scratchFolder();
    const command = { kind: 'argv', argv: ['bash', '-c', 'echo "$0" > out', 'seed={seed}'] } as const;
    const [first] = await trainIn(root, '', { command });
    expect(contentOf(first, 'out')).toBe('seed=42\n');
    expect(first?.argv.at(-1)).toBe('seed=42');
  });

  it('tells the listener what happens, with the expected time from run 1', async () => {
    const root = scratchFolder();
    const progress: Progress[] = [];
    await train(scriptRequest(root, 'echo x'), hostFor(root, { progress }));
    expect(progress.map(({ kind }) => kind)).toEqual([
      'run-started',
      'run-output',
      'run-ended',
      'run-started',
      'run-output',
      'run-ended',
    ]);
    expect(progress[0]).toMatchObject({ command: 'echo x', expectedMs: null });
    expect(progress[3]).toMatchObject({ run: 2, expectedMs: expect.any(Number) });
  });
});

describe('the same starting state', () => {
  it('is restored where run 1 changed or deleted small files in place', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'log.txt'), 'old\n');
    writeFileSync(join(root, 'input.txt'), 'data\n');
    mkdirSync(join(root, 'dir'));
    writeFileSync(join(root, 'dir/inner'), 'inner\n');
    symlinkSync('input.txt', join(root, 'link'));
    const script = 'cat dir/inner input.txt link >> log.txt; rm -r dir input.txt; ln -sf log.txt link';
    const [first, second] = await trainIn(root, script);
    expect(contentOf(first, 'log.txt')).toBe('old\ninner\ndata\ndata\n');
    expect(contentOf(second, 'log.txt')).toBe(contentOf(first, 'log.txt'));
    expect(paths(first?.written)).toEqual([
      'deleted dir/inner',
      'deleted input.txt',
      'changed link',
      'changed log.txt',
    ]);
    expect(codes(first)).toEqual([]);
    expect(second?.end).toEqual({ kind: 'exited', code: 0 });
  });

  it.skipIf(clonesFiles)(
    'is in doubt where a big file was changed in place: it stays, and a copy is compared',
    async () => {
      const root = scratchFolder();
      writeFileSync(join(root, 'data.db'), '');
      truncateSync(join(root, 'data.db'), 5 * 1024 * 1024);
      const [first, second] = await trainIn(root, 'printf $TRAIN_TWICE_RUN >> data.db');
      expect(contentOf(first, 'data.db').slice(-1)).toBe('1');
      expect(contentOf(second, 'data.db').slice(-2)).toBe('12');
      expect(first?.doubts).toEqual([{ code: 'STATE_CHANGED', message: expect.stringContaining('"data.db"') }]);
    },
  );

  it('keeps a run apart from what it only linked, renamed back or touched', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'data'), 'x');
    const [first] = await trainIn(
      root,
      'mv data data2; mv data2 data; chmod 600 data; ln data hard; rm hard; echo y > out',
    );
    expect(paths(first?.written)).toEqual(['created out']);
    expect(codes(first)).toEqual([]);
  });

  it('is kept by copies that are gone afterwards', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'data'), 'x');
    const host = hostFor(root);
    await train(scriptRequest(root, 'echo y > data'), host);
    expect(readdirSync(host.auditDir).sort()).toEqual(['command.sh', 'logs', 'output', 'run-1', 'run-1-output']);
  });
});

describe('outputs', () => {
  it('narrowed, put what a run did elsewhere outside', async () => {
    const root = scratchFolder();
    writeFileSync(join(root, 'input'), 'x');
    const script = 'mkdir -p out; echo m > out/model.pt; echo c > cache; echo more >> input';
    const [first, second] = await trainIn(root, script, { outputs: ['out'] });
    for (const record of [first, second]) {
      expect(paths(record?.written)).toEqual(['created out/model.pt']);
      expect(paths(record?.outside)).toEqual(['created cache', 'changed input']);
    }
  });

  it('that were there before and stayed as they were are not written, and a doubt', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/model.pt'), 'stale');
    const [first] = await trainIn(root, 'true', { outputs: ['out'] });
    expect(first?.written).toEqual([]);
    expect(first?.doubts).toEqual([{ code: 'STALE_OUTPUTS', message: expect.stringContaining('"out/model.pt"') }]);
  });

  it('that were there before beside fresh ones are told in another word', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out/yesterday.pt'), 'stale');
    const [first] = await trainIn(root, 'echo x > out/today.pt', { outputs: ['out'] });
    expect(codes(first)).toEqual(['OLD_OUTPUTS']);
  });

  it('behind a symlink are noticed, though not compared', async () => {
    const far = scratchFolder();
    const root = scratchFolder();
    symlinkSync(far, join(root, 'checkpoints'));
    const [first] = await trainIn(root, 'echo m > checkpoints/model.pt; echo x > metrics.csv');
    expect(codes(first)).toEqual(['WROTE_BEHIND_SYMLINK']);
  });

  it('may be pipes and symlinks out of the folder: listed, never opened', async () => {
    const root = scratchFolder();
    const [first, second] = await trainIn(root, 'mkfifo pipe; ln -s /etc/passwd leak; echo x > file');
    for (const record of [first, second]) {
      expect(record?.written.map(({ path, type, detail }) => [path, type, detail])).toEqual([
        ['file', 'file', undefined],
        ['leak', 'symlink', '/etc/passwd'],
        ['pipe', 'fifo', undefined],
      ]);
    }
  });

  it('may have names that are no UTF-8', async () => {
    const root = scratchFolder();
    const [first, second] = await trainIn(root, "echo x > $'a\\xff.pt'");
    for (const record of [first, second]) {
      const [file] = record?.written ?? [];
      expect(file?.path).toBe('a\\xff.pt');
      expect(readFileSync(Buffer.from(file?.nameBytes ?? '', 'hex'), 'utf8')).toBe('x\n');
    }
  });

  it('may be nothing at all', async () => {
    const [first, second] = await trainIn(scratchFolder(), 'true');
    expect([first?.written, second?.written, first?.doubts]).toEqual([[], [], []]);
  });

  it('may go into a folder that is called like the variable, by a mistake in quoting', async () => {
    const root = scratchFolder();
    const script =
      "mkdir '$TRAIN_TWICE_OUTPUT_DIR'; echo 1 > '$TRAIN_TWICE_OUTPUT_DIR/x'; echo 2 > $TRAIN_TWICE_OUTPUT_DIR/x";
    const [first] = await trainIn(root, script);
    expect(paths(first?.written)).toEqual(['created $TRAIN_TWICE_OUTPUT_DIR/x', 'created ./$TRAIN_TWICE_OUTPUT_DIR/x']);
  });

  it('may not be hidden by replacing the output folder', async () => {
    const root = scratchFolder();
    const far = scratchFolder();
    const script = `rmdir $TRAIN_TWICE_OUTPUT_DIR; ln -s ${far} $TRAIN_TWICE_OUTPUT_DIR; echo x > far`;
    const records = await trainIn(root, script);
    expect(records.map((record) => codes(record).includes('OUTPUT_DIR_REPLACED'))).toEqual([true, true]);
  });
});

describe('a run that does not succeed', () => {
  it('is the last one, with what it left', async () => {
    const root = scratchFolder();
    const records = await trainIn(root, 'echo half > model.pt; exit 3');
    expect(records).toHaveLength(1);
    expect(records[0]?.end).toEqual({ kind: 'exited', code: 3 });
    expect(paths(records[0]?.written)).toEqual(['created model.pt']);
  });

  it('may be the second one only', async () => {
    const records = await trainIn(scratchFolder(), 'test $TRAIN_TWICE_RUN = 1');
    expect(records.map(({ end }) => end)).toEqual([
      { kind: 'exited', code: 0 },
      { kind: 'exited', code: 1 },
    ]);
  });

  it('may be one whose program the first run took away', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, '.git/train'), '#!/bin/bash\nrm -f .git/train\n', { mode: 0o755 });
    const [, second] = await trainIn(root, '', { command: { kind: 'argv', argv: ['.git/train'] } });
    expect(second?.end).toMatchObject({ kind: 'not-started', why: expect.stringContaining('ENOENT') });
  });

  it('keeps its record where the training deleted its own folder', async () => {
    const root = join(scratchFolder(), 'work');
    mkdirSync(root);
    const host = { ...hostFor(root), logDir: scratchFolder() };
    const [first] = await train(scriptRequest(root, 'rm -rf ../work'), host);
    expect(first?.end).toEqual({ kind: 'exited', code: 0 });
    expect(codes(first)).toEqual(['NOT_LISTED']);
  });

  it('that removed the folder of the audit is the last one, and in doubt', async () => {
    const records = await trainIn(scratchFolder(), 'echo 1 > a; rm -rf .train-twice');
    expect(records.map(codes)).toEqual([['AUDIT_FOLDER_GONE']]);
  });

  it('leaves survivors in doubt', async () => {
    const [first] = await trainIn(scratchFolder(), 'sleep 60 &', { runs: 2 });
    expect(codes(first)).toEqual(['SURVIVORS']);
  });
});

describe('cancelling an audit', () => {
  it('stops the run, starts no other and gives its record within six seconds', async () => {
    const root = scratchFolder();
    const source = cancellationSource();
    const running = train(scriptRequest(root, 'echo x > out; sleep 60'), hostFor(root, { cancellation: source }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    source.cancel('SIGTERM');
    const records = await running;
    expect(performance.now() - start).toBeLessThan(6000);
    expect(records.map(({ end }) => end)).toEqual([{ kind: 'cancelled', signal: 'SIGTERM' }]);
    expect(codes(records[0])).toEqual(['NOT_LISTED']);
  });

  it('before the first run starts nothing', async () => {
    const root = scratchFolder();
    const source = cancellationSource();
    source.cancel('SIGINT');
    expect(await train(scriptRequest(root, 'touch ran'), hostFor(root, { cancellation: source }))).toEqual([]);
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });
});

describe('bad input', () => {
  it.each([
    [{ workingDirectory: '/no/such/folder' }, 'WORKING_DIRECTORY'],
    [{ command: { kind: 'argv', argv: ['no-such-command'] } }, 'COMMAND_NOT_FOUND'],
    [{ outputs: ['../x'] }, 'OUTPUTS_OUTSIDE'],
    [{ environmentVariables: { 'A=B': '' } }, 'ENVIRONMENT_VARIABLE'],
  ] as const)('%j is refused before anything runs', async (more, code) => {
    const root = scratchFolder();
    await expect(trainIn(root, 'touch ran', more)).rejects.toMatchObject({ tag: 'input', code });
    expect(readdirSync(root)).toEqual([]);
  });

  it('is Windows, with WSL as the way out', () => {
    expect(() => refuseWindows('win32')).toThrow(expect.objectContaining({ remedy: expect.stringContaining('WSL') }));
    expect(() => refuseWindows('darwin')).not.toThrow();
  });
});

it('does not take the audit for long: a hundred files twice in two seconds', async () => {
  const root = scratchFolder();
  const start = performance.now();
  const [first] = await trainIn(root, 'mkdir out; for i in $(seq 100); do echo $i > out/$i; done');
  expect(first?.written).toHaveLength(100);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(statSync(join(root, 'out/100')).isFile()).toBe(true);
});
