/** What tests ask of readers: entries by path with their bytes, Problems by code. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { memorySource } from '../../src/formats/codecs/memory-source.ts';
import type { ByteSource, Chunks } from '../../src/model/byte-source.ts';
import type { Checkpoint, Entry } from '../../src/model/entry.ts';
import { formatEntryPath } from '../../src/model/entry-path.ts';
import { isProblem, type Problem } from '../../src/model/problem.ts';

export function fixture(name: string): ByteSource {
  return memorySource(name, readFileSync(new URL(`../fixtures/formats/${name}`, import.meta.url)));
}

export async function collect(chunks: Chunks): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

export function entryAt(checkpoint: Checkpoint, path: string): Entry {
  const entry = checkpoint.entries.find((one) => formatEntryPath(one.path) === path);
  if (entry === undefined) throw new Error(`no entry ${path}`);
  return entry;
}

export async function bytesAt(checkpoint: Checkpoint, path: string): Promise<Buffer> {
  const entry = entryAt(checkpoint, path);
  if (!('chunks' in entry)) throw new Error(`${path} is a ${entry.kind}`);
  const bytes = await collect(entry.chunks());
  if (bytes.length !== entry.byteLength)
    throw new Error(`${path} claims ${entry.byteLength} bytes and gave ${bytes.length}`);
  return bytes;
}

/** One line an entry: `tensor weight float32 [2, 4] 7a861e64`. */
export async function listing(checkpoint: Checkpoint): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const entry of checkpoint.entries) {
    const path = formatEntryPath(entry.path);
    if (entry.kind === 'scalar') lines.push(`scalar ${path} ${entry.value.type} ${entry.value.text}`);
    else if (entry.kind === 'container') lines.push(`${entry.container} ${path} of ${entry.size}`);
    else {
      const digest = createHash('sha256')
        .update(await bytesAt(checkpoint, path))
        .digest('hex')
        .slice(0, 8);
      const what = entry.kind === 'tensor' ? `${entry.dtype} [${entry.shape.join(', ')}]` : entry.what;
      lines.push(`${entry.kind} ${path} ${what} ${digest}`);
    }
  }
  return lines;
}

/** The Problem that `run` ends in. */
export async function problemOf(run: () => unknown): Promise<Problem> {
  try {
    await run();
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('no Problem came');
}

/** Its code, the shortest thing to expect. */
export async function codeOf(run: () => unknown): Promise<string> {
  return (await problemOf(run)).code;
}
