/** Runs for these tests: a temporary folder with real files, its RunRecord, and three formats of a few lines each. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Formats } from '../../src/collect/identify-file.ts';
import type { CheckpointFormat } from '../../src/formats/checkpoints/checkpoint-format.ts';
import type { MetricFormat } from '../../src/formats/metrics/metric-format.ts';
import type { RecordFormat } from '../../src/formats/records/record-format.ts';
import type { ByteSource } from '../../src/model/byte-source.ts';
import type { Entry } from '../../src/model/entry.ts';
import type { Inventory, InventoryFile } from '../../src/model/inventory.ts';
import { FormatProblem } from '../../src/model/problem.ts';
import type { Policy } from '../../src/model/request.ts';
import type { FileState, RunRecord, WrittenFile } from '../../src/model/run-record.ts';
import { plainPolicy } from '../fixtures/plain-policy.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'collect-')));
  folders.push(folder);
  return folder;
}

/** Writes the files, relative to a new folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

export function stateOf(file: string | Buffer): FileState {
  const stat = lstatSync(file, { bigint: true });
  return {
    device: String(stat.dev),
    inode: String(stat.ino),
    size: Number(stat.size),
    mtimeNs: String(stat.mtimeNs),
    ctimeNs: String(stat.ctimeNs),
  };
}

/** Everything below the folder, as the run room would list it. */
function writtenBelow(root: string, below = ''): readonly WrittenFile[] {
  return readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry): readonly WrittenFile[] => {
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    const absolutePath = path.join(root, relative);
    if (entry.isDirectory()) return writtenBelow(root, relative);
    const type = entry.isSymbolicLink() ? 'symlink' : entry.isFIFO() ? 'fifo' : entry.isSocket() ? 'socket' : 'file';
    const detail = type === 'symlink' ? { detail: readlinkSync(absolutePath) } : {};
    return [{ path: relative, change: 'created', type, absolutePath, state: stateOf(absolutePath), ...detail }];
  });
}

export function runRecord(root: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    number: 1,
    argv: [],
    workingDirectory: root,
    environment: {},
    seed: 42,
    start: '2024-01-15T14:29:58.000Z',
    end: { kind: 'exited', code: 0 },
    durationMs: 60_000,
    survivors: [],
    logPath: null,
    logBytes: 0,
    logTail: [],
    written: changes.written ?? writtenBelow(root),
    outside: [],
    hostName: 'vm',
    pid: 4711,
    observed: [],
    unobserved: [],
    machine: null,
    workingTree: null,
    doubts: [],
    ...changes,
  };
}

export function policyWith(changes: Partial<Policy> = {}): Policy {
  return { ...plainPolicy, ...changes };
}

/** An Inventory of paths alone, for pairing. */
export function inventoryOf(files: readonly InventoryFile[], changes: Partial<Inventory> = {}): Inventory {
  return {
    run: 1,
    files,
    metrics: [],
    records: [],
    unread: [],
    ownNames: [],
    openCheckpoint: () => Promise.reject(new Error('nothing is opened while pairing')),
    ...changes,
  };
}

function text(source: ByteSource): string {
  return new TextDecoder().decode(source.read(0, source.byteLength));
}

/** `CKPT` and then the names of scalars, one a line: `name=value`; `CKPT!` cannot be opened. */
const fakeCheckpoint: CheckpointFormat = {
  id: 'fake-checkpoint',
  title: 'fake checkpoint',
  role: 'checkpoint',
  recognizes: (source) => source.byteLength >= 4 && text(source).startsWith('CKPT'),
  parts: (source) => {
    const line = text(source)
      .split('\n')
      .find((one) => one.startsWith('parts='));
    return line === undefined ? [] : line.slice('parts='.length).split(',');
  },
  async open(source, context) {
    if (text(source).startsWith('CKPT!')) throw new FormatProblem('FAKE_DAMAGED', 'the checkpoint is damaged');
    const parts = (fakeCheckpoint.parts?.(source) ?? []).map((name) => {
      const part = context.sibling(name);
      if (part === null) throw new FormatProblem('FAKE_MISSING_PART', `no ${name} beside it`);
      return part;
    });
    const lines = [source, ...parts]
      .flatMap((one) => text(one).split('\n').slice(1))
      .filter((line) => line.includes('='));
    const entries = lines.map((line): Entry => {
      const [name = '', value = ''] = line.split('=');
      return { kind: 'scalar', path: [name], structure: {}, value: { type: 'str', text: value } };
    });
    const root: Entry = { kind: 'container', path: [], structure: {}, container: 'mapping', size: entries.length };
    return {
      format: 'fake-checkpoint',
      entries: [root, ...entries],
      notes: [],
      container: {},
      executableReferences: [],
      close: () => {
        for (const part of parts) part.close();
      },
    };
  },
};

/** `PIC`: a picture. */
const fakeImage: CheckpointFormat = {
  ...fakeCheckpoint,
  id: 'fake-image',
  title: 'fake image',
  role: 'image',
  recognizes: (source) => source.byteLength >= 3 && text(source).startsWith('PIC'),
};

/** `METRIC` and one value a line; `METRIC!` is damaged. */
const fakeMetrics: MetricFormat = {
  id: 'fake-metrics',
  title: 'fake metrics',
  recognizes: (source) => text(source).startsWith('METRIC'),
  async read(source) {
    if (text(source).startsWith('METRIC!')) throw new FormatProblem('FAKE_DAMAGED', 'the metrics are damaged');
    const points = text(source)
      .split('\n')
      .slice(1)
      .map((line, step) => ({ step, value: Number(line) }));
    return {
      series: [{ name: 'loss', stepKind: 'step', points, rewritten: 0, precision: 'float64' }],
      notes: [],
    };
  },
};

/** `TRACKER`: a run inside a file, with its parameters; its one point tells what lies around the file. */
export const fakeTracker: MetricFormat = {
  id: 'fake-tracker',
  title: 'fake tracker',
  inTrackersPlaces: 'also',
  recognizes: (source) => text(source).startsWith('TRACKER'),
  async read(source, file, context) {
    const beside = context?.sibling('beside.txt') ?? null;
    const value = (beside ?? source).byteLength;
    beside?.close();
    const part = { name: 'ab12', neutralName: '‹run›' };
    const points = [{ step: context?.startedMs ?? 0, value }];
    const parameter = { type: 'int', text: '1' } as const;
    return {
      series: [],
      notes: [],
      parts: [
        { ...part, series: [{ name: file, stepKind: 'step', points, rewritten: 0, precision: 'float64' }], notes: [] },
      ],
      records: [{ part, record: { kind: 'configuration', format: 'fake-tracker', problems: [], value: parameter } }],
    };
  },
};

/** `config.yaml`. */
const fakeRecord: RecordFormat = {
  id: 'fake-record',
  title: 'fake record',
  recognizes: (file) => file.endsWith('config.yaml'),
  read: (file, neutralPath, source) => ({
    kind: 'configuration',
    path: file,
    neutralPath,
    format: 'fake-record',
    problems: [],
    value: { type: 'str', text: text(source) },
  }),
};

/** Whatever is asked, if it is framed as a checkpoint. */
export const fakeFramedRecord: RecordFormat = { ...fakeRecord, framedAsCheckpoint: true, recognizes: () => true };

export const fakeFormats: Formats = {
  checkpoints: [fakeCheckpoint, fakeImage],
  metrics: async () => [fakeTracker, fakeMetrics],
  records: async () => [fakeRecord],
};
