/**
 * Writes checkpoints as `torch.save` does, without torch: a ZIP of stored records aligned to 64 bytes, and a pickle of
 * protocol 2 that rebuilds every tensor. What a training of a small transformer with Adam leaves: a model of 195 parameters,
 * and step, exp_avg and exp_avg_sq of each, 780 tensors in all. One tensor is in memory at a time.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Elements of each parameter: an embedding, then layers of big matrices and small vectors, scaled to `bytes` in all. */
export function parameterSizes(bytes, parameters = 195) {
  const layer = [4, 4, 4, 4, 0.004, 0.004, 0.004, 0.004, 16, 0.016, 16, 0.004, 0.004, 0.004, 0.004, 4];
  const parts = [60, ...Array.from({ length: parameters - 1 }, (_, index) => layer[index % layer.length])];
  const sum = parts.reduce((total, part) => total + part, 0);
  // Weights and both moments are float32.
  return parts.map((part) => Math.max(1, Math.round((part / sum) * (bytes / 12))));
}

/** The tensors of a checkpoint in their order: name for people, number of elements. */
export function tensorsOf(bytes, parameters) {
  const sizes = parameterSizes(bytes, parameters);
  const model = sizes.map((size, index) => ({ kind: 'weight', parameter: index, size }));
  const optimizer = sizes.flatMap((size, parameter) => [
    { kind: 'step', parameter, size: 1 },
    { kind: 'exp_avg', parameter, size },
    { kind: 'exp_avg_sq', parameter, size },
  ]);
  return [...model, ...optimizer];
}

/**
 * Writes one checkpoint; `change(values, index)` may alter the values of tensor `index` before they are written.
 * `archive` is the name of the folder inside, which torch takes from the file's name.
 */
export function writeCheckpoint(path, { bytes, archive, parameters, change = () => {} }) {
  const tensors = tensorsOf(bytes, parameters);
  const file = openSync(path, 'w');
  try {
    const zip = zipWriter(file, archive);
    zip.record('data.pkl', pickle(tensors));
    zip.record('byteorder', Buffer.from('little'));
    const noise = noiseOf(1 << 21);
    for (const [index, tensor] of tensors.entries()) {
      const values = valuesOf(tensor, index, noise);
      change(values, index);
      zip.record(`data/${index}`, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    }
    zip.record('version', Buffer.from('3\n'));
    zip.end();
  } finally {
    closeSync(file);
  }
}

/** Floats between 2^-7 and 2^-3 of either sign, the same in every run (xorshift). */
function noiseOf(count) {
  const bits = new Uint32Array(count);
  let state = 0x9e3779b9;
  for (let index = 0; index < count; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bits[index] = ((state & 0x807fffff) | ((120 + ((state >>> 24) & 3)) << 23)) >>> 0;
  }
  return new Float32Array(bits.buffer);
}

function valuesOf({ kind, size }, index, noise) {
  if (kind === 'step') return Float32Array.of(1000);
  const values = new Float32Array(size);
  for (let done = 0; done < size; ) {
    const from = done === 0 ? (index * 7919) % noise.length : 0;
    const part = noise.subarray(from, Math.min(noise.length, from + size - done));
    values.set(part, done);
    done += part.length;
  }
  return values;
}

function zipWriter(file, archive) {
  let offset = 0;
  const directory = [];
  const write = (bytes) => {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, Math.min(1 << 24, bytes.length - done));
    offset += bytes.length;
  };
  return {
    record(name, content) {
      const fullName = Buffer.from(`${archive}/${name}`);
      const header = Buffer.alloc(30);
      // Padding in an extra field `FB`, so that the content begins at a multiple of 64 bytes.
      const bare = offset + 30 + fullName.length + 4;
      const extra = Buffer.alloc(4 + ((64 - (bare % 64)) % 64), 'Z');
      extra.write('FB');
      extra.writeUInt16LE(extra.length - 4, 2);
      const crc = crc32(content);
      const common = Buffer.alloc(26);
      common.writeUInt16LE(0x0800, 2);
      common.writeUInt32LE(crc, 10);
      common.writeUInt32LE(content.length, 14);
      common.writeUInt32LE(content.length, 18);
      common.writeUInt16LE(fullName.length, 22);
      header.writeUInt32LE(0x04034b50, 0);
      common.copy(header, 4);
      header.writeUInt16LE(extra.length, 28);
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      common.copy(entry, 6);
      entry.writeUInt32LE(offset, 42);
      directory.push(entry, fullName);
      write(header);
      write(fullName);
      write(extra);
      write(content);
    },
    end() {
      const start = offset;
      for (const part of directory) write(part);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length / 2, 8);
      end.writeUInt16LE(directory.length / 2, 10);
      end.writeUInt32LE(offset - start, 12);
      end.writeUInt32LE(start, 16);
      write(end);
    },
  };
}

/**
 * `{'model_state_dict': {…}, 'optimizer_state_dict': {'state': {…}, 'param_groups': […]}, 'epoch': 3}`, opcode by opcode as
 * Python's pickler writes it: whatever may come again is put into the memo, and got from there when it does.
 */
function pickle(tensors) {
  const parts = [Buffer.from([0x80, 2])];
  const known = new Map();
  let puts = 0;
  const op = (...bytes) => parts.push(Buffer.from(bytes));
  const numbered = (short, long, number) => {
    const wide = Buffer.from([long, 0, 0, 0, 0]);
    wide.writeUInt32LE(number, 1);
    parts.push(number < 256 ? Buffer.from([short, number]) : wide);
  };
  const put = () => numbered(0x71, 0x72, puts++); // BINPUT, LONG_BINPUT
  const once = (key, write) => {
    const place = known.get(key);
    if (place !== undefined) return numbered(0x68, 0x6a, place); // BINGET, LONG_BINGET
    write();
    known.set(key, puts);
    put();
  };
  const global = (module, name) => once(`${module} ${name}`, () => parts.push(Buffer.from(`c${module}\n${name}\n`)));
  const int = (value) => {
    const bytes = Buffer.from([0x4a, 0, 0, 0, 0]); // BININT, BININT1
    bytes.writeInt32LE(value, 1);
    parts.push(value < 256 ? Buffer.from([0x4b, value]) : bytes);
  };
  const text = (value) =>
    once(`"${value}`, () => {
      const encoded = Buffer.from(value);
      const head = Buffer.from([0x58, 0, 0, 0, 0]); // BINUNICODE
      head.writeUInt32LE(encoded.length, 1);
      parts.push(head, encoded);
    });
  const dict = (fill) => {
    op(0x7d); // EMPTY_DICT
    put();
    op(0x28); // MARK
    fill();
    op(0x75); // SETITEMS
  };
  const tensor = (index) => {
    const { kind, size } = tensors[index];
    global('torch._utils', '_rebuild_tensor_v2');
    op(0x28, 0x28); // MARK MARK
    text('storage');
    global('torch', 'FloatStorage');
    text(String(index));
    text('cpu');
    int(size);
    op(0x74); // TUPLE
    put();
    op(0x51); // BINPERSID
    int(0);
    for (const step of [size, 1]) {
      if (kind === 'step') {
        op(0x29); // EMPTY_TUPLE
        continue;
      }
      int(step);
      op(0x85); // TUPLE1
      put();
    }
    op(0x89); // NEWFALSE
    global('collections', 'OrderedDict');
    op(0x29, 0x52); // EMPTY_TUPLE REDUCE
    put();
    op(0x74); // TUPLE
    put();
    op(0x52); // REDUCE
    put();
  };
  const count = tensors.length / 4;
  dict(() => {
    text('model_state_dict');
    dict(() => {
      for (let index = 0; index < count; index++) {
        text(`layers.${Math.floor(index / 16)}.parameter_${index % 16}.weight`);
        tensor(index);
      }
    });
    text('optimizer_state_dict');
    dict(() => {
      text('state');
      dict(() => {
        for (let parameter = 0; parameter < count; parameter++) {
          int(parameter);
          dict(() => {
            for (const [place, name] of ['step', 'exp_avg', 'exp_avg_sq'].entries()) {
              text(name);
              tensor(count + 3 * parameter + place);
            }
          });
        }
      });
      text('param_groups');
      op(0x5d); // EMPTY_LIST
      put();
    });
    text('epoch');
    int(3);
  });
  op(0x2e); // STOP
  return Buffer.concat(parts);
}
