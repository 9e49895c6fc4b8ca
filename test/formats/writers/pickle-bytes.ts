/** A small pickle assembler for tests: opcodes as Python writes them, or as nobody should. */

export type PicklePart = string | number | Uint8Array;

/** Strings are Latin-1, numbers single bytes. */
export function pickleBytes(...parts: readonly PicklePart[]): Uint8Array {
  const bytes = parts.map((part) => {
    if (typeof part === 'string') return Buffer.from(part, 'latin1');
    return typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part);
  });
  return Uint8Array.from(Buffer.concat(bytes));
}

export function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function u64(value: bigint | number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

/** BINUNICODE. */
export function text(value: string): Uint8Array {
  const bytes = Buffer.from(value);
  return pickleBytes('X', u32(bytes.length), bytes);
}

/** BININT. */
export function int(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return pickleBytes('J', bytes);
}

export function tuple(...members: readonly PicklePart[]): Uint8Array {
  return pickleBytes('(', ...members, 't');
}

export function global(module: string, name: string): Uint8Array {
  return pickleBytes(`c${module}\n${name}\n`);
}

/** REDUCE of a global. */
export function call(module: string, name: string, ...args: readonly PicklePart[]): Uint8Array {
  return pickleBytes(global(module, name), tuple(...args), 'R');
}

/** A dict with text keys. */
export function dict(members: Readonly<Record<string, PicklePart>>): Uint8Array {
  const pairs = Object.entries(members).flatMap(([key, value]) => [text(key), value]);
  return pickleBytes('}(', ...pairs, 'u');
}

/** A whole pickle of protocol 2. */
export function protocol2(...parts: readonly PicklePart[]): Uint8Array {
  return pickleBytes(0x80, 2, ...parts, '.');
}

export function storage(type: string, key: string, count: number, location = 'cpu'): Uint8Array {
  return pickleBytes(tuple(text('storage'), global('torch', type), text(key), text(location), int(count)), 'Q');
}

export interface TensorSpec {
  readonly storage: PicklePart;
  readonly offset?: number;
  readonly size: readonly number[];
  readonly stride: readonly number[];
  readonly grad?: boolean;
}

/** `_rebuild_tensor_v2`. */
export function tensor(spec: TensorSpec): Uint8Array {
  const { offset = 0, size, stride, grad = false } = spec;
  return call(
    'torch._utils',
    '_rebuild_tensor_v2',
    spec.storage,
    int(offset),
    tuple(...size.map(int)),
    tuple(...stride.map(int)),
    grad ? 0x88 : 0x89,
    call('collections', 'OrderedDict'),
  );
}
