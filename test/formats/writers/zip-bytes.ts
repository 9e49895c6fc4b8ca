/** A small ZIP writer for tests, which can also lie in every field that our reader checks. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly claimedSize?: number;
  readonly claimedCompressed?: number;
  readonly externalAttributes?: number;
  /** What the local header says instead. */
  readonly local?: {
    readonly name?: string;
    readonly method?: number;
    readonly flags?: number;
    readonly size?: number;
    readonly crc?: number;
  };
  /** Where the directory looks for the local header instead. */
  readonly localOffset?: number;
  /** Zero sizes and CRC in the local header, as PyTorch writes it. */
  readonly descriptor?: boolean;
}

export interface ZipOptions {
  readonly prefix?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly entryCount?: number;
  readonly disk?: number;
}

export function zipBytes(members: readonly ZipMember[], options: ZipOptions = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? [])];
  const central: Buffer[] = [];
  let position = parts[0]?.length ?? 0;
  for (const member of members) {
    const method = member.method ?? 0;
    const stored = method === 8 ? deflateRawSync(member.data) : Buffer.from(member.data);
    const name = Buffer.from(member.name);
    const crc = member.crc ?? crc32(member.data);
    const descriptor = member.descriptor === true;
    const flags = member.flags ?? (descriptor ? 0x808 : 0x800);
    const size = member.claimedSize ?? member.data.length;
    const compressed = member.claimedCompressed ?? stored.length;
    const localName = Buffer.from(member.local?.name ?? name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(member.local?.flags ?? flags, 6);
    local.writeUInt16LE(member.local?.method ?? method, 8);
    local.writeUInt32LE(member.local?.crc ?? (descriptor ? 0 : crc), 14);
    local.writeUInt32LE(descriptor ? 0 : compressed, 18);
    local.writeUInt32LE(member.local?.size ?? (descriptor ? 0 : size), 22);
    local.writeUInt16LE(localName.length, 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(0x031e, 4);
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(method, 10);
    header.writeUInt32LE(crc, 16);
    header.writeUInt32LE(compressed, 20);
    header.writeUInt32LE(size, 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt32LE(member.externalAttributes ?? 0, 38);
    header.writeUInt32LE(member.localOffset ?? position, 42);
    central.push(header, name);
    const tail = descriptor ? Buffer.alloc(16) : Buffer.alloc(0);
    parts.push(local, localName, stored, tail);
    position += local.length + localName.length + stored.length + tail.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.disk ?? 0, 4);
  end.writeUInt16LE(options.entryCount ?? members.length, 8);
  end.writeUInt16LE(options.entryCount ?? members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(position, 16);
  end.writeUInt16LE(options.comment?.length ?? 0, 20);
  return Buffer.concat([
    ...parts,
    directory,
    end,
    options.comment ?? Buffer.alloc(0),
    options.suffix ?? Buffer.alloc(0),
  ]);
}
