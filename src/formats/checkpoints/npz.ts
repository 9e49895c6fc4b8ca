/**
 * NumPy's NPZ archives (`numpy.savez`, `numpy.savez_compressed`): a ZIP file with one NPY member for each array.
 *
 * The path of an array is its name without `.npy`, as `numpy.load` gives it. Members are streamed: whether they were
 * compressed shows nowhere in the entries. A member that is no NPY file is compared as bytes.
 */
import type { ByteSource } from '../../model/byte-source.ts';
import type { Checkpoint, Entry, ReadNote } from '../../model/entry.ts';
import { isProblem, LimitProblem, withPlace } from '../../model/problem.ts';
import { memorySource } from '../codecs/memory-source.ts';
import { peekText } from '../codecs/text.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../codecs/zip.ts';
import type { CheckpointFormat } from './checkpoint-format.ts';
import { type NpyAccess, npyEntries, npyMagic, readNpyHeader } from './npy.ts';

/** The longest header that is read, with what stands before it. */
const prefixBytes = 10_012;
/** A compressed array in Fortran order has to be unfolded in memory; larger ones cannot be read. */
const maxUnfoldedBytes = 128 * 1024 * 1024;

export const npz: CheckpointFormat = {
  id: 'npz',
  title: 'NumPy archive',
  role: 'checkpoint',
  recognizes(source) {
    const head = peekText(source, 30 + 4096);
    if (!head.startsWith('PK\u0003\u0004') || head.length < 30) return false;
    const nameLength = head.charCodeAt(26) + 256 * head.charCodeAt(27);
    return head.slice(30, 30 + nameLength).endsWith('.npy');
  },
  async open(source): Promise<Checkpoint> {
    const archive = await openZip(source);
    const members = archive.entries.filter((entry) => !entry.name.endsWith('/') || entry.size > 0);
    const entries: Entry[] = [
      { kind: 'container', path: [], structure: {}, container: 'mapping', size: members.length },
    ];
    const names = new Set(members.map((entry) => entry.name));
    const notes: ReadNote[] = [];
    for (const member of members) {
      try {
        entries.push(...(await memberEntries(source, archive, member, names)));
      } catch (error) {
        throw isProblem(error) ? withPlace(error, { file: source.name, entry: member.name }) : error;
      }
    }
    return {
      format: npz.id,
      entries,
      get notes() {
        return [...notes, ...archive.notes];
      },
      container: {
        compression: [...new Set(members.map(({ method }) => (method === 0 ? 'stored' : 'deflate')))].join(', '),
        'order of members': members
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 2000),
      },
      executableReferences: [],
      close: () => {},
    };
  },
};

async function memberEntries(
  source: ByteSource,
  archive: ZipArchive,
  member: ZipEntry,
  names: ReadonlySet<string>,
): Promise<readonly Entry[]> {
  const prefix = await readPrefix(archive, member);
  const isNpy =
    member.name.endsWith('.npy') && peekText(memorySource(member.name, prefix), npyMagic.length) === npyMagic;
  const short = member.name.replace(/\.npy$/, '');
  // `x.npy` beside `x`: each keeps its full name.
  const path = [names.has(short) ? member.name : short];
  if (!isNpy) {
    const chunks = () => archive.chunks(member);
    return [{ kind: 'opaque', path, structure: {}, what: 'archive member', byteLength: member.size, chunks }];
  }
  const header = readNpyHeader(prefixSource(`${source.name}/${member.name}`, prefix, member.size));
  return npyEntries(path, header, accessTo(source, archive, member), member.size);
}

function accessTo(source: ByteSource, archive: ZipArchive, member: ZipEntry): NpyAccess {
  return {
    stream: () => archive.chunks(member),
    async random() {
      if (member.method === 0) return archive.storedSource(member);
      if (member.size <= maxUnfoldedBytes)
        return memorySource(`${source.name}/${member.name}`, await archive.read(member, maxUnfoldedBytes));
      throw new LimitProblem(
        'NPZ_UNFOLD',
        `The compressed array in Fortran order has ${member.size} bytes; at most ${maxUnfoldedBytes} can be put into C order.`,
        {
          place: { file: source.name, entry: member.name },
          remedy: 'Save it with numpy.savez, or as numpy.ascontiguousarray(array).',
        },
      );
    },
  };
}

async function readPrefix(archive: ZipArchive, member: ZipEntry): Promise<Uint8Array> {
  if (member.method === 0) {
    const stored = archive.storedSource(member);
    return stored.read(0, Math.min(prefixBytes, stored.byteLength));
  }
  for await (const chunk of archive.chunks(member)) return chunk.slice(0, prefixBytes);
  return new Uint8Array(0);
}

/** The beginning of a member that claims the length of all of it. */
function prefixSource(name: string, prefix: Uint8Array, byteLength: number): ByteSource {
  return { ...memorySource(name, prefix), byteLength };
}
