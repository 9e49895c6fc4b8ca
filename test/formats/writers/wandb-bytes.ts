/** Logs of Weights & Biases for tests: the frames of LevelDB's log, and the few protobuf messages that they need. */
import { crc32 } from 'node:zlib';
import { field } from './event-bytes.ts';

export const wandbHeader = Buffer.from([0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0x00]);
const blockBytes = 32 * 1024;

/** Records framed one after the other, the first byte at `begin` of the file; long ones are cut at the ends of blocks. */
export function logBytes(records: readonly Uint8Array[], begin = 0): Buffer {
  const parts: Buffer[] = [];
  let offset = begin;
  const push = (bytes: Buffer): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const record of records) {
    let done = 0;
    for (let isFirst = true; isFirst || done < record.length; isFirst = false) {
      if (blockBytes - (offset % blockBytes) < 7) push(Buffer.alloc(blockBytes - (offset % blockBytes)));
      const room = blockBytes - (offset % blockBytes) - 7;
      const piece = record.subarray(done, done + room);
      done += piece.length;
      const isLast = done === record.length;
      push(chunk(isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3, piece));
      if (isLast) break;
    }
  }
  return Buffer.concat(parts);
}

export function chunk(type: number, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.of(type), data]);
  const head = Buffer.alloc(6);
  head.writeUInt32LE(crc32(typed), 0);
  head.writeUInt16LE(data.length, 4);
  return Buffer.concat([head, typed]);
}

export function wandbFile(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat([wandbHeader, logBytes(records, wandbHeader.length)]);
}

/** Keys joined by `/` are nested ones, as the tracker writes them since 0.17. */
export function item(name: string, json: string): Buffer {
  return Buffer.concat([...name.split('/').map((key) => field(2, key)), field(16, json)]);
}

export function history(step: number | null, values: Readonly<Record<string, string>>): Buffer {
  const items = Object.entries(values).map(([name, json]) => field(1, item(name, json)));
  const at = step === null ? [] : [field(2, step === 0 ? '' : field(1, BigInt(step)))];
  return field(2, Buffer.concat([...items, ...at]));
}

export function summary(values: Readonly<Record<string, string>>, removed: readonly string[] = []): Buffer {
  return field(3, update(values, removed));
}

export function config(values: Readonly<Record<string, string>>, removed: readonly string[] = []): Buffer {
  return field(5, update(values, removed));
}

/** The record of the run itself, which holds the first configuration. */
export function run(values: Readonly<Record<string, string>>): Buffer {
  return field(17, Buffer.concat([field(1, 'ab12cd34'), field(4, update(values, []))]));
}

export const exit = field(18, field(2, 7n));

function update(values: Readonly<Record<string, string>>, removed: readonly string[]): Buffer {
  return Buffer.concat([
    ...Object.entries(values).map(([name, json]) => field(1, item(name, json))),
    ...removed.map((name) => field(2, item(name, ''))),
  ]);
}
