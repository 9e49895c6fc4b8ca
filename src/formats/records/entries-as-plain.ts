/**
 * The entries of a small checkpoint as one plain value, for a record that is framed as a checkpoint. Nothing is lost that
 * could differ: an enumeration becomes its value, an object the mapping of its fields with its class beside them, and
 * tensors and opaque parts become digests.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '../../model/entry.ts';
import { formatEntryPath, type Segment } from '../../model/entry-path.ts';
import { LimitProblem } from '../../model/problem.ts';
import type { PlainValue } from '../../model/record.ts';

/** Settings of the largest trainers have two hundred. */
const maxEntries = 20_000;
const maxDigestBytes = 16 * 1024 * 1024;
/** Under which the class of an object stands beside its fields. */
const classKey = '(class)';

interface Node {
  readonly container: 'list' | 'map';
  readonly className: string | null;
  readonly members: (readonly [string, PlainValue | Node])[];
}

/** @throws LimitProblem `RECORD_ENTRIES`, and whatever reading the bytes of an opaque part throws */
export async function entriesAsPlain(entries: readonly Entry[]): Promise<PlainValue> {
  if (entries.length > maxEntries)
    throw new LimitProblem('RECORD_ENTRIES', `it holds ${entries.length} values; at most ${maxEntries} are read`);
  const nodes = new Map<string, Node>();
  let root: PlainValue | Node = { type: 'map', items: [] };
  for (const entry of entries) {
    const value = await readEntry(entry);
    if ('members' in value) nodes.set(formatEntryPath(entry.path), value);
    const last = entry.path.at(-1);
    const parent = nodes.get(formatEntryPath(entry.path.slice(0, -1)));
    if (last === undefined) root = value;
    else parent?.members.push([keyText(last), value]);
  }
  return plainOf(root);
}

async function readEntry(entry: Entry): Promise<PlainValue | Node> {
  const { kind } = entry;
  switch (kind) {
    case 'scalar':
      return entry.value;
    case 'container': {
      const isList = entry.container === 'sequence' || entry.container === 'set';
      return { container: isList ? 'list' : 'map', className: entry.class ?? null, members: [] };
    }
    case 'tensor':
    case 'opaque': {
      const what = kind === 'tensor' ? `${entry.dtype} tensor [${entry.shape.join(', ')}]` : entry.what;
      if (entry.byteLength > maxDigestBytes)
        throw new LimitProblem(
          'RECORD_ENTRIES',
          `${formatEntryPath(entry.path)} has ${entry.byteLength} bytes of data`,
        );
      const hash = createHash('sha256');
      for await (const chunk of entry.chunks()) hash.update(chunk);
      return { type: 'str', text: `${what}, sha256:${hash.digest('hex')}` };
    }
    default:
      return kind satisfies never;
  }
}

function plainOf(value: PlainValue | Node): PlainValue {
  if (!('members' in value)) return value;
  const members = value.members.map(([key, member]) => [key, plainOf(member)] as const);
  if (value.container === 'list') return { type: 'list', items: members.map(([, member]) => member) };
  if (value.className === null) return { type: 'map', items: members };
  // `SchedulerType('linear')`: a call that was not made, with the one value that tells it.
  const [only] = members;
  if (members.length === 1 && only?.[0] === '[argument 0]') return only[1];
  return { type: 'map', items: [[classKey, { type: 'name', text: value.className }], ...members] };
}

function keyText(segment: Segment): string {
  return typeof segment === 'string' ? segment : formatEntryPath([segment]);
}
