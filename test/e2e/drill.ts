/** For the drill of false greens: the command line's verdict on two folders or on a training, and small files to put there. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dict, pickleBytes, protocol2, storage, tensor, text } from '../formats/writers/pickle-bytes.ts';
import { safetensorsBytes } from '../formats/writers/safetensors-bytes.ts';
import { zipBytes } from '../formats/writers/zip-bytes.ts';
import { root } from '../house/source-tree.ts';

const cli = path.join(root, 'dist', 'cli.js');
const node = process.env.TRAIN_TWICE_NODE ?? process.execPath;

export interface Verdict {
  /** Of the report, or `refused` where there is none. */
  readonly outcome: string;
  readonly passed: boolean;
  readonly code: number | null;
}

/** By name; texts or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

function scratch(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-drill-')));
}

function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** The verdict of `train-twice WORDS`. */
function verdict(cwd: string, words: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Verdict> {
  return new Promise((resolve) => {
    const argv = [cli, ...words, '--format', 'json', '--quiet'];
    const child = spawn(node, argv, { cwd, env: { ...process.env, ...variables } });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.resume();
    child.on('close', (code) => {
      const judgement = stdout === '' ? { outcome: 'refused', passed: false } : JSON.parse(stdout).judgement;
      resolve({ outcome: judgement.outcome, passed: judgement.passed, code });
    });
  });
}

/** The verdict on two folders with these files. */
export function compareFolders(first: Files, second: Files, words: readonly string[] = []): Promise<Verdict> {
  const folder = scratch();
  for (const [name, files] of [['a', first] as const, ['b', second] as const]) {
    mkdirSync(path.join(folder, name));
    write(path.join(folder, name), files);
  }
  return verdict(folder, ['compare', 'a', 'b', ...words]);
}

/** Writes equal results; `$1` is the folder of the metrics, `$2` that of the model, `$DRIFT` is added to a weight of run 2. */
const trainingScript = `
import json, os, struct, sys
results = sys.argv[1] if len(sys.argv) > 1 else "outputs"
models = sys.argv[2] if len(sys.argv) > 2 else results
os.makedirs(results, exist_ok=True)
os.makedirs(models, exist_ok=True)
with open(os.path.join(results, "metrics.jsonl"), "w") as out:
    for step in range(1, 6):
        out.write(json.dumps({"step": step, "loss": 1.0 / step}) + "\\n")
drift = float(os.environ.get("DRIFT", "0")) if os.environ.get("TRAIN_TWICE_RUN") != "1" else 0.0
data = struct.pack("<3d", 1.0, 2.0, 3.0 + drift)
header = json.dumps({"w": {"dtype": "F64", "shape": [3], "data_offsets": [0, 24]}}).encode()
with open(os.path.join(models, "model.safetensors"), "wb") as out:
    out.write(struct.pack("<Q", len(header)) + header + data)
`;

/**
 * The verdict on a training. `$OUTSIDE` is a folder outside of the working directory that both runs share; `ck` is a link
 * to a folder in it.
 */
export function train(script: string, words: readonly string[], files: Files): Promise<Verdict> {
  const [folder, outside] = [scratch(), scratch()];
  write(folder, { 'train.py': trainingScript, ...files });
  mkdirSync(path.join(outside, 'linked', 'exp'), { recursive: true });
  symlinkSync(path.join(outside, 'linked'), path.join(folder, 'ck'));
  return verdict(folder, ['run', ...words, '--command', script], { OUTSIDE: outside });
}

export const f32 = (...values: readonly number[]) => new Uint8Array(Float32Array.from(values).buffer);

/** A safetensors file with one float32 tensor. */
export const model = (...values: readonly number[]) =>
  safetensorsBytes([{ name: 'w', dtype: 'F32', shape: [values.length], data: f32(...values) }]);

/** JSON lines; texts as they are. */
export const jsonLines = (...rows: readonly unknown[]) =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');

/** Metrics by step, from 1 on. */
export const losses = (...values: readonly number[]) =>
  jsonLines(...values.map((loss, index) => ({ step: index + 1, loss })));

type Pairs = readonly (string | number | Uint8Array)[];

/** A torch archive whose dictionary holds a tensor and these pickled keys and values. */
export function torchFile(pairs: Pairs, records: Files = {}): Uint8Array {
  const w = tensor({ storage: storage('FloatStorage', '0', 3), size: [3], stride: [1] });
  const members = { 'data.pkl': protocol2('}(', text('w'), w, ...pairs, 'u'), 'data/0': f32(1, 2, 3), ...records };
  return zipBytes(
    Object.entries(members).map(([name, data]) => ({ name: `archive/${name}`, data: Buffer.from(data) })),
  );
}

/** BINFLOAT with any bits. */
export function floatBits(bits: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(bits);
  return pickleBytes('G', bytes);
}

/** A plain pickle of a dictionary. */
export const plainPickle = (members: Readonly<Record<string, Uint8Array>>) => protocol2(dict(members));
