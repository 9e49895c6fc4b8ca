import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  addNote,
  columnMajorStrides,
  createReading,
  dimensions,
  elementCount,
  executableReferences,
  flatten,
  flattenLimits,
  holdsObjects,
  isLegacyStream,
  memorySource,
  openNestedFile,
  openZip,
  parseNumpyType,
  rawArrayAfter,
  readPickle,
  rechunk,
  rowMajorStrides,
  sourceChunks,
  startFile,
  startFlattening,
  stridedChunks,
  swapInPlace,
  torchLegacy,
  torchZip
} from "./chunk-5G2ENKUY.js";
import {
  parsePythonLiteral
} from "./chunk-QWE4LJPZ.js";
import {
  peekText,
  readText
} from "./chunk-D7BS742Q.js";
import {
  parsePythonJson,
  readPythonJson
} from "./chunk-OJCESHJP.js";
import {
  FormatProblem,
  LimitProblem,
  isProblem,
  withPlace
} from "./chunk-B5J4NNO2.js";

// src/formats/checkpoints/npy.ts
var npyMagic = "NUMPY";
var maxHeaderBytes = 1e4;
var maxDimensions = 64;
var npy = {
  id: "npy",
  title: "NumPy array",
  role: "checkpoint",
  recognizes: (source) => peekText(source, npyMagic.length) === npyMagic,
  async open(source) {
    const header = readNpyHeader(source);
    return {
      format: npy.id,
      entries: npyEntries([], header, { random: () => source }, source.byteLength),
      notes: [],
      container: { "npy version": header.version },
      executableReferences: [],
      close: () => {
      }
    };
  }
};
function readNpyHeader(source) {
  const problem2 = (code, message, offset) => new FormatProblem(code, message, {
    place: { file: source.name, offset },
    remedy: "Save the array again with numpy.save."
  });
  if (peekText(source, npyMagic.length) !== npyMagic)
    throw problem2("NPY_HEADER", "The file does not begin as NPY files do.", 0);
  const [major = 0, minor = 0] = source.read(6, 2);
  if (major < 1 || major > 3 || minor !== 0)
    throw problem2("NPY_VERSION", `The version is ${major}.${minor}; 1.0, 2.0 and 3.0 are known.`, 6);
  const lengthBytes = major === 1 ? 2 : 4;
  const length = Buffer.from(source.read(8, lengthBytes)).readUIntLE(0, lengthBytes);
  if (length > maxHeaderBytes)
    throw new LimitProblem("NPY_HEADER", `The header claims ${length} bytes; NumPy reads at most ${maxHeaderBytes}.`, {
      place: { file: source.name, offset: 8 }
    });
  const bytes = source.read(8 + lengthBytes, length);
  let literal;
  try {
    literal = parsePythonLiteral(new TextDecoder(major === 3 ? "utf-8" : "latin1", { fatal: true }).decode(bytes));
  } catch (error) {
    const why = isProblem(error) ? error.message : "It is not UTF-8.";
    throw problem2(
      "NPY_HEADER",
      `The header is no Python literal. ${why}`,
      8 + lengthBytes + (isProblem(error) ? error.place.offset ?? 0 : 0)
    );
  }
  const field = (name) => literal.type === "map" ? literal.items.find(([key]) => key === name)?.[1] : void 0;
  const descr = field("descr");
  const order = field("fortran_order");
  const extents = field("shape");
  if (literal.type !== "map" || literal.items.length !== 3 || descr === void 0 || order?.type !== "bool" || extents?.type !== "list")
    throw problem2(
      "NPY_HEADER",
      'The header has not exactly the keys "descr", "fortran_order" and "shape" with their types.',
      8 + lengthBytes
    );
  const type = parseNumpyType(descr);
  if (type === null) {
    const text = descr.type === "str" ? descr.text : "a list of fields";
    throw problem2("NPY_DTYPE", `The element type ${JSON.stringify(text)} is not known.`, 8 + lengthBytes);
  }
  const shape = dimensions(extents);
  if (shape === null || shape.length > maxDimensions)
    throw problem2(
      "NPY_HEADER",
      `The shape is no tuple of at most ${maxDimensions} sizes from 0 to 2^53.`,
      8 + lengthBytes
    );
  const dataOffset = 8 + lengthBytes + length;
  const found = source.byteLength - dataOffset;
  const wanted = shape.reduce((product, extent) => product * BigInt(extent), BigInt(type.itemBytes));
  const objects = holdsObjects(type);
  if (!objects && wanted !== BigInt(found))
    throw problem2("NPY_SIZE", `The header claims ${wanted} bytes of data; the file holds ${found}.`, dataOffset);
  return {
    version: `${major}.${minor}`,
    type,
    fortranOrder: order.text === "True",
    shape,
    dataOffset,
    dataBytes: objects ? null : found
  };
}
function npyEntries(path, header, access, fileBytes) {
  const { type, shape, dataOffset, dataBytes } = header;
  if (dataBytes === null) {
    const what = `NumPy object array of shape [${shape.join(", ")}]: a pickle, not run`;
    const byteLength = fileBytes - dataOffset;
    const chunks = () => tailChunks(access, dataOffset, 0);
    return [{ kind: "opaque", path, structure: {}, what, byteLength, chunks }];
  }
  const folded = isFolded(header);
  const strides = header.fortranOrder ? columnMajorStrides(shape, type.itemBytes) : rowMajorStrides(shape, type.itemBytes);
  const structure = folded ? { strides: "Fortran order" } : {};
  const entries = [];
  const add = (at, of, offset, shape2, strides2) => {
    if (of.kind === "record") {
      entries.push({
        kind: "container",
        path: at,
        structure: { type: "structured array" },
        container: "mapping",
        size: of.fields.length
      });
      for (const field of of.fields) {
        const inner = rowMajorStrides(field.shape, field.type.itemBytes);
        add([...at, field.name], field.type, offset + field.offset, [...shape2, ...field.shape], [...strides2, ...inner]);
      }
      return;
    }
    const { itemBytes } = of;
    const swapBytes = of.kind === "object" ? 0 : of.swapBytes;
    const byteLength = elementCount(shape2) * itemBytes;
    const whole = of === type && !folded;
    const chunks = () => whole ? tailChunks(access, dataOffset, swapBytes) : gatheredChunks(access, { offset, shape: shape2, strides: strides2, itemBytes, swapBytes });
    const order = swapBytes > 1 ? { ...structure, "byte-order": "big" } : structure;
    if (of.kind === "number")
      entries.push({ kind: "tensor", path: at, structure: order, dtype: of.dtype, shape: shape2, byteLength, chunks });
    else {
      const what = `NumPy array of ${of.descr}, shape [${shape2.join(", ")}]`;
      entries.push({ kind: "opaque", path: at, structure: order, what, byteLength, chunks });
    }
  };
  add(path, type, dataOffset, shape, strides);
  return entries;
}
function isFolded(header) {
  return header.fortranOrder && !header.shape.includes(0) && header.shape.filter((extent) => extent > 1).length > 1;
}
async function* tailChunks(access, offset, swapBytes) {
  const chunks = access.stream === void 0 ? sourceChunks(await access.random(), offset) : rechunk(access.stream(), offset);
  for await (const chunk of chunks) {
    swapInPlace(chunk, swapBytes);
    yield chunk;
  }
}
async function* gatheredChunks(access, array) {
  yield* stridedChunks({ ...array, source: await access.random() });
}

// src/formats/checkpoints/npz.ts
var prefixBytes = 10012;
var maxUnfoldedBytes = 128 * 1024 * 1024;
var npz = {
  id: "npz",
  title: "NumPy archive",
  role: "checkpoint",
  recognizes(source) {
    const head = peekText(source, 30 + 4096);
    if (!head.startsWith("PK") || head.length < 30) return false;
    const nameLength = head.charCodeAt(26) + 256 * head.charCodeAt(27);
    return head.slice(30, 30 + nameLength).endsWith(".npy");
  },
  async open(source) {
    const archive = await openZip(source);
    const members = archive.entries.filter((entry) => !entry.name.endsWith("/") || entry.size > 0);
    const entries = [
      { kind: "container", path: [], structure: {}, container: "mapping", size: members.length }
    ];
    const names = new Set(members.map((entry) => entry.name));
    const notes = [];
    for (const member of members) {
      try {
        entries.push(...await memberEntries(source, archive, member, names));
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
        compression: [...new Set(members.map(({ method }) => method === 0 ? "stored" : "deflate"))].join(", "),
        "order of members": members.map(({ name }) => name).join(", ").slice(0, 2e3)
      },
      executableReferences: [],
      close: () => {
      }
    };
  }
};
async function memberEntries(source, archive, member, names) {
  const prefix = await readPrefix(archive, member);
  const isNpy = member.name.endsWith(".npy") && peekText(memorySource(member.name, prefix), npyMagic.length) === npyMagic;
  const short = member.name.replace(/\.npy$/, "");
  const path = [names.has(short) ? member.name : short];
  if (!isNpy) {
    const chunks = () => archive.chunks(member);
    return [{ kind: "opaque", path, structure: {}, what: "archive member", byteLength: member.size, chunks }];
  }
  const header = readNpyHeader(prefixSource(`${source.name}/${member.name}`, prefix, member.size));
  return npyEntries(path, header, accessTo(source, archive, member), member.size);
}
function accessTo(source, archive, member) {
  return {
    stream: () => archive.chunks(member),
    async random() {
      if (member.method === 0) return archive.storedSource(member);
      if (member.size <= maxUnfoldedBytes)
        return memorySource(`${source.name}/${member.name}`, await archive.read(member, maxUnfoldedBytes));
      throw new LimitProblem(
        "NPZ_UNFOLD",
        `The compressed array in Fortran order has ${member.size} bytes; at most ${maxUnfoldedBytes} can be put into C order.`,
        {
          place: { file: source.name, entry: member.name },
          remedy: "Save it with numpy.savez, or as numpy.ascontiguousarray(array)."
        }
      );
    }
  };
}
async function readPrefix(archive, member) {
  if (member.method === 0) {
    const stored = archive.storedSource(member);
    return stored.read(0, Math.min(prefixBytes, stored.byteLength));
  }
  for await (const chunk of archive.chunks(member)) return chunk.slice(0, prefixBytes);
  return new Uint8Array(0);
}
function prefixSource(name, prefix, byteLength) {
  return { ...memorySource(name, prefix), byteLength };
}

// src/formats/checkpoints/torch/plain-pickle.ts
var maxPickles = 8;
function readPlainPickle(source, offset, file, depth = 0) {
  const attachments = /* @__PURE__ */ new Map();
  const reading = createReading(file, {
    storage: () => null,
    openNested: openNestedFile,
    attachments
  });
  const afterBuild = (object, at) => {
    const raw = rawArrayAfter(object, source, at);
    if (raw === null) return 0;
    if (raw.kind === "bytes") {
      attachments.set(object, { source, offset: raw.offset, length: raw.length });
      return raw.skip;
    }
    if (depth >= maxPickles)
      throw reading.limitProblem("DEPTH_LIMIT", `Pickles are nested more than ${maxPickles} levels deep.`);
    const inner = readPlainPickle(source, at, file, depth + 1);
    attachments.set(object, { node: inner.root, reading: inner.reading });
    return inner.end - at;
  };
  const { root, end, protocol, globals } = readPickle(source, { offset, afterBuild });
  for (const node of globals) file.globals.push(node);
  return { root, reading, end, protocol };
}

// src/formats/checkpoints/pickle.ts
var pickle = {
  id: "pickle",
  title: "Python pickle",
  role: "checkpoint",
  recognizes: isPickle,
  async open(source) {
    const file = startFile(source.name);
    const { root, reading, end, protocol } = readPlainPickle(source, 0, file);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    flatten(flattening, root, [], reading);
    const trailing = source.byteLength - end;
    if (trailing > 0) {
      addNote(file, {
        code: "TRAILING_DATA",
        message: `${trailing} bytes follow the end of the pickle; pickle.load does not read them. They are compared.`
      });
      const chunks = () => sourceChunks(source, end);
      const path = [{ compound: "trailing bytes" }];
      flattening.entries.push({
        kind: "opaque",
        path,
        structure: {},
        what: "trailing bytes",
        byteLength: trailing,
        chunks
      });
    }
    return {
      format: pickle.id,
      entries: flattening.entries,
      notes: file.notes,
      container: { "pickle protocol": String(protocol) },
      executableReferences: executableReferences(file.globals),
      close: () => {
      }
    };
  }
};
var certainOpcodes = 12;
function isPickle(source) {
  if (source.byteLength < 4 || isLegacyStream(source)) return false;
  const [first = 0, protocol = 0, third = 0] = source.read(0, 3);
  const hasHeader = first === 128 && protocol >= 2 && protocol <= 5;
  if (hasHeader && protocol >= 4 && third === 149 && source.byteLength >= 11)
    return Buffer.from(source.read(3, 8)).readBigUInt64LE(0) < 2n ** 40n;
  if (!hasHeader && !"(]}c".includes(String.fromCharCode(first))) return false;
  try {
    const { root, end } = readPickle(source, hasHeader ? { limits: { maxOpcodes: certainOpcodes } } : {});
    return hasHeader || end === source.byteLength && isContainer(root.kind);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return hasHeader && (error.code === "OPCODE_LIMIT" || (error.place.offset ?? 0) >= 3 * certainOpcodes);
  }
}
function isContainer(kind) {
  return ["list", "tuple", "dict", "object"].includes(kind);
}

// src/formats/checkpoints/png.ts
import { crc32, inflateSync } from "node:zlib";

// src/formats/codecs/png-pixels.ts
function samplesPerPixel(colour) {
  return colour === 2 ? 3 : colour === 4 ? 2 : colour === 6 ? 4 : 1;
}
function unfilter(header, rows) {
  const bitsPerPixel = samplesPerPixel(header.colour) * header.depth;
  const step = Math.max(1, bitsPerPixel >> 3);
  const rowBytes = Math.ceil(header.width * bitsPerPixel / 8);
  const plain = new Uint8Array(header.height * rowBytes);
  for (let row = 0; row < header.height; row++) {
    const from = row * (rowBytes + 1);
    const filter = rows[from] ?? 0;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at++) {
      const left = at < step ? 0 : plain[to + at - step] ?? 0;
      const up = row === 0 ? 0 : plain[to + at - rowBytes] ?? 0;
      const corner = at < step || row === 0 ? 0 : plain[to + at - rowBytes - step] ?? 0;
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? left + up >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
      plain[to + at] = (rows[from + 1 + at] ?? 0) + guess;
    }
  }
  return plain;
}
function paeth(left, up, corner) {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
function toRgba(header, plain, palette, transparency) {
  const { width, height, depth, colour } = header;
  const samples = samplesPerPixel(colour);
  const rowBytes = Math.ceil(width * samples * depth / 8);
  const wide = depth === 16;
  const top = 2 ** depth - 1;
  const full = wide ? 65535 : 255;
  const output = new Uint8Array(width * height * (wide ? 8 : 4));
  const key = transparencyKey(transparency, samples);
  let at = 0;
  const put = (value) => {
    output[at++] = value & 255;
    if (wide) output[at++] = value >> 8;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sample = (index) => {
        const position = x * samples + index;
        if (wide)
          return 256 * (plain[y * rowBytes + 2 * position] ?? 0) + (plain[y * rowBytes + 2 * position + 1] ?? 0);
        if (depth === 8) return plain[y * rowBytes + position] ?? 0;
        const bit = position * depth;
        return (plain[y * rowBytes + (bit >> 3)] ?? 0) >> 8 - depth - (bit & 7) & top;
      };
      if (colour === 3) {
        const index = sample(0);
        if (palette === null || 3 * index + 2 >= palette.length) return null;
        for (let part = 0; part < 3; part++) put(palette[3 * index + part] ?? 0);
        put(transparency?.[index] ?? 255);
        continue;
      }
      const grey = colour === 0 || colour === 4;
      for (let part = 0; part < 3; part++) put(sample(grey ? 0 : part) * full / top);
      if (colour === 4 || colour === 6) put(sample(samples - 1));
      else put(key?.every((value, part) => value === sample(part)) === true ? 0 : full);
    }
  }
  return output;
}
function transparencyKey(transparency, samples) {
  if (transparency === null || transparency.length !== 2 * samples) return null;
  return Array.from(
    { length: samples },
    (_, part) => 256 * (transparency[2 * part] ?? 0) + (transparency[2 * part + 1] ?? 0)
  );
}

// src/formats/checkpoints/png.ts
var signature = "PNG\r\n\n";
var maxPixels = 2 ** 24;
var maxFileBytes = 256 * 1024 * 1024;
var depths = /* @__PURE__ */ new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]]
]);
var png = {
  id: "png",
  title: "PNG picture",
  role: "image",
  recognizes: (source) => peekText(source, signature.length) === signature,
  async open(source) {
    const { header, data, palette, transparency, notes, container } = readChunks(source);
    const rows = inflateRows(source, header, data);
    const pixels = toRgba(header, unfilter(header, rows), palette, transparency);
    if (pixels === null)
      throw problem(source, "PNG_PALETTE", "A pixel names a colour that the palette does not have.", 8);
    const dtype = header.depth === 16 ? "uint16" : "uint8";
    const { width, height } = header;
    return {
      format: png.id,
      entries: [
        {
          kind: "tensor",
          path: ["pixels"],
          structure: {},
          dtype,
          shape: [height, width, 4],
          byteLength: pixels.byteLength,
          chunks: () => sourceChunks(memorySource(source.name, pixels))
        }
      ],
      notes,
      container,
      executableReferences: [],
      close: () => {
      }
    };
  }
};
function problem(source, code, message, offset) {
  return new FormatProblem(code, message, { place: { file: source.name, offset }, remedy: "Save the picture again." });
}
function readChunks(source) {
  if (peekText(source, signature.length) !== signature)
    throw problem(source, "PNG_SIGNATURE", "The file does not begin as PNG files do.", 0);
  if (source.byteLength > maxFileBytes)
    throw new LimitProblem(
      "PNG_SIZE",
      `The picture has ${source.byteLength} bytes; at most ${maxFileBytes} are read.`,
      {
        place: { file: source.name }
      }
    );
  let header = null;
  let palette = null;
  let transparency = null;
  const data = [];
  const notes = [];
  const facts = /* @__PURE__ */ new Map();
  let offset = signature.length;
  for (let type = ""; type !== "IEND"; ) {
    const frame = Buffer.from(source.read(offset, 8));
    const length = frame.readUInt32BE(0);
    type = frame.toString("latin1", 4, 8);
    if (!/^[A-Za-z]{4}$/.test(type))
      throw problem(source, "PNG_CHUNK", "A chunk has no name of four letters.", offset + 4);
    const body = source.read(offset + 8, length);
    const recorded = Buffer.from(source.read(offset + 8 + length, 4)).readUInt32BE(0);
    if (crc32(body, crc32(frame.subarray(4, 8))) !== recorded)
      throw problem(source, "PNG_CRC", `The CRC of the chunk ${type} is wrong.`, offset);
    if (header === null) header = readHeader(source, type, body, offset);
    else if (type === "IDAT") data.push(body);
    else if (type === "PLTE") palette = body;
    else if (type === "tRNS") transparency = body;
    else if (type === "acTL")
      throw problem(source, "PNG_ANIMATED", "The picture is animated; only still ones are read.", offset);
    else if (type !== "IEND" && /^[A-Z]/.test(type))
      throw problem(source, "PNG_CHUNK", `The critical chunk ${type} is not known.`, offset);
    else if (type !== "IEND")
      facts.set(`chunk ${type}`, `${facts.get(`chunk ${type}`) ?? ""} ${recorded.toString(16)}`.trim().slice(0, 200));
    offset += 12 + length;
  }
  if (header === null) throw problem(source, "PNG_CHUNK", "The chunk IHDR is missing.", 8);
  if (header.colour === 3 && palette === null) throw problem(source, "PNG_PALETTE", "The palette is missing.", 8);
  if (offset < source.byteLength)
    notes.push({
      code: "EXTRA_BYTES",
      message: `${source.byteLength - offset} bytes stand after the end of the picture.`
    });
  facts.set("encoding", `colour type ${header.colour}, ${header.depth} bits`);
  return { header, data, palette, transparency, notes, container: Object.fromEntries(facts) };
}
function readHeader(source, type, body, offset) {
  if (type !== "IHDR" || body.byteLength !== 13)
    throw problem(
      source,
      "PNG_HEADER",
      `The first chunk is ${type} of ${body.byteLength} bytes; IHDR of 13 was expected.`,
      offset
    );
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, compression = 0, filter = 0, interlace = 0] = body.subarray(8);
  if (width === 0 || height === 0)
    throw problem(source, "PNG_HEADER", `The picture is ${width} × ${height}.`, offset + 8);
  if (width * height > maxPixels)
    throw new LimitProblem("PNG_SIZE", `The picture is ${width} × ${height}; at most ${maxPixels} pixels are read.`, {
      place: { file: source.name, offset: offset + 8 }
    });
  if (depths.get(colour)?.includes(depth) !== true)
    throw problem(source, "PNG_HEADER", `Colour type ${colour} with ${depth} bits is not defined.`, offset + 16);
  if (compression !== 0 || filter !== 0)
    throw problem(source, "PNG_HEADER", "The compression or filter method is not known.", offset + 18);
  if (interlace !== 0)
    throw problem(
      source,
      "PNG_INTERLACED",
      "The picture is interlaced; only plain ones are read by pixels.",
      offset + 20
    );
  return { width, height, depth, colour };
}
function inflateRows(source, header, data) {
  const rowBytes = Math.ceil(header.width * samplesPerPixel(header.colour) * header.depth / 8);
  const wanted = header.height * (1 + rowBytes);
  let found;
  try {
    const rows = inflateSync(Buffer.concat(data), { maxOutputLength: wanted + 1 });
    if (rows.byteLength === wanted) {
      for (let at = 0; at < wanted; at += 1 + rowBytes)
        if ((rows[at] ?? 0) > 4) throw problem(source, "PNG_FILTER", `The filter ${rows[at]} is not known.`, 8);
      return rows;
    }
    found = rows.byteLength;
  } catch (error) {
    if (isProblem(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw problem(source, "PNG_DATA", `The picture's data cannot be inflated to ${wanted} bytes: ${why}.`, 8);
  }
  throw problem(source, "PNG_DATA", `The picture's data has ${found} bytes; ${wanted} were expected.`, 8);
}

// src/formats/checkpoints/safetensors.ts
import { createHash } from "node:crypto";
var maxHeaderBytes2 = 1e8;
var maxHeaderValues = 2e6;
var maxDimensions2 = 64;
var elementTypes = /* @__PURE__ */ new Map([
  ["BOOL", { bits: 8, dtype: "bool" }],
  ["F4", { bits: 4, dtype: "float4_e2m1fn_x2" }],
  ["F6_E2M3", { bits: 6, dtype: null }],
  ["F6_E3M2", { bits: 6, dtype: null }],
  ["U8", { bits: 8, dtype: "uint8" }],
  ["I8", { bits: 8, dtype: "int8" }],
  ["F8_E5M2", { bits: 8, dtype: "float8_e5m2" }],
  ["F8_E4M3", { bits: 8, dtype: "float8_e4m3fn" }],
  ["F8_E8M0", { bits: 8, dtype: "float8_e8m0fnu" }],
  ["F8_E4M3FNUZ", { bits: 8, dtype: "float8_e4m3fnuz" }],
  ["F8_E5M2FNUZ", { bits: 8, dtype: "float8_e5m2fnuz" }],
  ["I16", { bits: 16, dtype: "int16" }],
  ["U16", { bits: 16, dtype: "uint16" }],
  ["F16", { bits: 16, dtype: "float16" }],
  ["BF16", { bits: 16, dtype: "bfloat16" }],
  ["I32", { bits: 32, dtype: "int32" }],
  ["U32", { bits: 32, dtype: "uint32" }],
  ["F32", { bits: 32, dtype: "float32" }],
  ["C64", { bits: 64, dtype: "complex64" }],
  ["F64", { bits: 64, dtype: "float64" }],
  ["I64", { bits: 64, dtype: "int64" }],
  ["U64", { bits: 64, dtype: "uint64" }]
]);
var safetensors = {
  id: "safetensors",
  title: "safetensors",
  role: "checkpoint",
  recognizes(source) {
    if (source.byteLength < 10) return false;
    const length = headerLength(source);
    return length >= 2n && length <= BigInt(maxHeaderBytes2) && /^\s*\{\s*["}]/.test(peekText(source, 64).slice(8));
  },
  async open(source) {
    return openSafetensors(source);
  }
};
function openSafetensors(source) {
  const { header, text, dataOffset } = readHeader2(source);
  const notes = [];
  if (!text.startsWith("{"))
    notes.push({
      code: "SAFETENSORS_HEADER_PADDING",
      message: 'White space stands before the header; the format wants "{" first.'
    });
  let metadata = [];
  const tensors = [];
  for (const [name, value] of header) {
    if (name === "__metadata__") metadata = readMetadata(source, value);
    else tensors.push(readTensor(source, name, value, notes));
  }
  const inOrder = tensors.toSorted((a, b) => a.begin - b.begin || a.end - b.end);
  checkCoverage(source, inOrder, source.byteLength - dataOffset);
  if (endsLikeZip(source))
    notes.push({
      code: "POLYGLOT",
      message: "The file ends like a ZIP archive: another reader may see another content."
    });
  const entries = [{ kind: "container", path: [], structure: {}, container: "mapping", size: tensors.length }];
  for (const tensor of tensors) entries.push(tensorEntry(source, tensor, dataOffset));
  for (const [key, text2] of metadata.toSorted(([a], [b]) => a < b ? -1 : 1))
    entries.push({ kind: "scalar", path: ["__metadata__", key], structure: {}, value: { type: "str", text: text2 } });
  const names = inOrder.map(({ name }) => name).join("\n");
  return {
    format: safetensors.id,
    entries,
    notes,
    container: {
      "header bytes": String(dataOffset - 8),
      "order of metadata": metadata.map(([key]) => key).join(", "),
      "order of tensors": createHash("sha256").update(names).digest("hex").slice(0, 12)
    },
    executableReferences: [],
    close: () => {
    }
  };
}
function headerLength(source) {
  return Buffer.from(source.read(0, 8)).readBigUInt64LE(0);
}
function readHeader2(source) {
  const file = source.name;
  if (source.byteLength < 8)
    throw new FormatProblem(
      "SAFETENSORS_HEADER_LENGTH",
      `The file has ${source.byteLength} bytes; the length alone takes 8.`,
      {
        place: { file, offset: 0 },
        remedy: "Save the file again: it is cut off."
      }
    );
  const length = headerLength(source);
  if (length > BigInt(maxHeaderBytes2) || length + 8n > BigInt(source.byteLength))
    throw new FormatProblem(
      "SAFETENSORS_HEADER_LENGTH",
      `The header claims ${length} bytes; ${source.byteLength - 8} follow, and at most ${maxHeaderBytes2} are allowed.`,
      { place: { file, offset: 0 }, remedy: "Save the file again: it is cut off or damaged." }
    );
  const bytes = source.read(8, Number(length));
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.startsWith("\uFEFF")) throw headerProblem(source, "begins with a byte order mark", 8);
    const { value, duplicates } = readPythonJson(text, { file, maxDepth: 8, maxValues: maxHeaderValues });
    const [twice] = duplicates;
    if (twice !== void 0)
      throw new FormatProblem(
        "SAFETENSORS_DUPLICATE_KEY",
        `The header has the key ${JSON.stringify(twice.key)} twice.`,
        {
          place: { file, entry: twice.key, offset: 8 + twice.offset },
          remedy: "Save the file again: readers disagree on which of the two counts."
        }
      );
    if (value.type !== "map") throw headerProblem(source, `is a ${value.type}, not an object`, 8);
    return { header: value.items, text, dataOffset: 8 + Number(length) };
  } catch (error) {
    if (error instanceof LimitProblem) throw withPlace(error, { file });
    if (isProblem(error) && error.code !== "JSON_SYNTAX") throw error;
    const why = isProblem(error) ? `is not JSON: ${error.message}` : "is not UTF-8";
    throw headerProblem(source, why, 8 + (isProblem(error) ? error.place.offset ?? 0 : 0));
  }
}
function headerProblem(source, what, offset) {
  return new FormatProblem("SAFETENSORS_HEADER_JSON", `The header ${what}`.replace(/\.?$/, "."), {
    place: { file: source.name, offset },
    remedy: "Save the file again: its header is damaged."
  });
}
function readMetadata(source, value) {
  if (value.type === "none") return [];
  const place = { file: source.name, entry: "__metadata__" };
  if (value.type !== "map")
    throw new FormatProblem(
      "SAFETENSORS_METADATA",
      `"__metadata__" is a ${value.type}; an object of strings was expected.`,
      { place }
    );
  return value.items.map(([key, item]) => {
    if (item.type === "str") return [key, item.text];
    throw new FormatProblem(
      "SAFETENSORS_METADATA",
      `The metadata ${JSON.stringify(key)} is a ${item.type}; a string was expected.`,
      {
        place,
        remedy: "Save the file with str() around its metadata."
      }
    );
  });
}
function readTensor(source, name, value, notes) {
  const problem2 = (code, message) => new FormatProblem(`SAFETENSORS_${code}`, message, {
    place: { file: source.name, entry: name },
    remedy: "Save the file again: its header is damaged."
  });
  if (value.type !== "map")
    throw problem2("HEADER_JSON", `The entry of a tensor is a ${value.type}; an object was expected.`);
  const field = (wanted) => value.items.find(([key]) => key === wanted)?.[1];
  const integers = (list, code, what) => {
    if (list === void 0 || list.type !== "list") throw problem2(code, `"${what}" is not a list.`);
    return list.items.map((item) => {
      const number = item.type === "int" ? Number(item.text) : Number.NaN;
      if (Number.isSafeInteger(number) && number >= 0) return number;
      throw problem2(code, `"${what}" has a member that is not an integer from 0 to 2^53.`);
    });
  };
  const type = field("dtype");
  if (type === void 0 || type.type !== "str") throw problem2("HEADER_JSON", 'The tensor has no "dtype".');
  const shape = integers(field("shape"), "SHAPE", "shape");
  if (shape.length > maxDimensions2)
    throw problem2("SHAPE", `The tensor has ${shape.length} dimensions; at most ${maxDimensions2} are read.`);
  const [begin, end, more] = integers(field("data_offsets"), "OFFSETS", "data_offsets");
  if (begin === void 0 || end === void 0 || more !== void 0 || end < begin)
    throw problem2("OFFSETS", '"data_offsets" is not a pair of ascending offsets.');
  const extra = value.items.find(([key]) => !["dtype", "shape", "data_offsets"].includes(key));
  if (extra !== void 0)
    notes.push({
      code: "SAFETENSORS_UNKNOWN_FIELD",
      message: `The field ${JSON.stringify(extra[0])} is not known.`,
      entry: name
    });
  const bits = elementTypes.get(type.text)?.bits;
  if (bits === void 0) {
    notes.push({
      code: "UNSUPPORTED_DTYPE",
      message: `The element type ${JSON.stringify(type.text)} is not known: compared as bytes.`,
      entry: name
    });
    return { name, type: type.text, shape, begin, end };
  }
  const allBits = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
  if (allBits % 8n !== 0n)
    throw problem2("MISALIGNED", `${type.text} elements of shape [${shape.join(", ")}] do not fill whole bytes.`);
  if (allBits / 8n !== BigInt(end - begin))
    throw problem2(
      "TENSOR_SIZE",
      `${type.text} [${shape.join(", ")}] takes ${allBits / 8n} bytes, but the offsets hold ${end - begin}.`
    );
  return { name, type: type.text, shape, begin, end };
}
function checkCoverage(source, tensors, dataBytes) {
  let position = 0;
  for (const { name, begin, end } of tensors) {
    if (begin !== position)
      throw new FormatProblem(
        "SAFETENSORS_OFFSETS",
        `The tensor begins at byte ${begin} of the data, but the one before it ends at ${position}: a hole or an overlap.`,
        { place: { file: source.name, entry: name }, remedy: "Save the file again: its header is damaged." }
      );
    position = end;
  }
  if (position !== dataBytes)
    throw new FormatProblem(
      "SAFETENSORS_COVERAGE",
      `The tensors take ${position} bytes, but the file holds ${dataBytes} bytes of data.`,
      {
        place: { file: source.name, offset: source.byteLength - dataBytes + Math.min(position, dataBytes) },
        remedy: position > dataBytes ? "Save the file again: it is cut off." : "Save the file again: bytes were added to it."
      }
    );
}
function endsLikeZip(source) {
  return source.byteLength > 30 && Buffer.from(source.read(source.byteLength - 22, 4)).toString("latin1") === "PK";
}
function tensorEntry(source, tensor, dataOffset) {
  const { name, type, begin, end } = tensor;
  const byteLength = end - begin;
  const base = {
    path: [name],
    structure: {},
    byteLength,
    chunks: () => sourceChunks(source, dataOffset + begin, byteLength)
  };
  const dtype = elementTypes.get(type)?.dtype ?? null;
  const shape = dtype === "float4_e2m1fn_x2" ? pairedShape(tensor.shape) : tensor.shape;
  if (dtype === null || shape === null)
    return { ...base, kind: "opaque", what: `${type} tensor of shape [${tensor.shape.join(", ")}]` };
  return { ...base, kind: "tensor", dtype, shape };
}
function pairedShape(shape) {
  const last = shape.at(-1);
  return last === void 0 || last % 2 !== 0 ? null : [...shape.slice(0, -1), last / 2];
}

// src/formats/checkpoints/safetensors-index.ts
var maxIndexBytes = 64 * 1024 * 1024;
var safetensorsIndex = {
  id: "safetensors-index",
  title: "sharded safetensors (index)",
  role: "checkpoint",
  recognizes(source) {
    if (source.byteLength > maxIndexBytes || !/^\s*\{/.test(peekText(source, 64))) return false;
    const text = peekText(source, source.byteLength);
    return /"weight_map"\s*:\s*\{/.test(text) && text.includes('.safetensors"');
  },
  parts: (source) => readIndex(source).shards,
  async open(source, context) {
    const index = readIndex(source);
    const opened = [];
    const sources = [];
    const close = () => {
      for (const part of [...opened, ...sources]) part.close();
    };
    try {
      for (const shard of index.shards) {
        const sibling = openShard(source, context, shard);
        sources.push(sibling);
        opened.push(openSafetensors(sibling));
      }
      return { ...merge(source, index, opened), close };
    } catch (error) {
      close();
      throw error;
    }
  }
};
function indexProblem(source, code, message, entry, remedy) {
  return new FormatProblem(`SAFETENSORS_INDEX_${code}`, message, { place: { file: source.name, entry }, remedy });
}
function readIndex(source) {
  let value;
  try {
    value = parsePythonJson(readText(source, maxIndexBytes), { file: source.name });
  } catch (error) {
    if (!isProblem(error) || error.code !== "JSON_DUPLICATE_KEY")
      throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
    throw new FormatProblem("SAFETENSORS_INDEX_DUPLICATE_KEY", error.message, {
      place: error.place,
      remedy: error.remedy
    });
  }
  const again = "Save the model again with save_pretrained.";
  const map = value.type === "map" ? value.items.find(([key]) => key === "weight_map")?.[1] : void 0;
  if (map?.type !== "map")
    throw indexProblem(source, "SHAPE", 'The index has no object "weight_map".', "/weight_map", again);
  const weightMap = /* @__PURE__ */ new Map();
  for (const [tensor, shard] of map.items) {
    if (shard.type !== "str")
      throw indexProblem(
        source,
        "SHAPE",
        `The shard of a tensor is a ${shard.type}; a file name was expected.`,
        tensor,
        again
      );
    if (shard.text === "" || shard.text === "." || shard.text.includes("..") || /[/\\\0]/.test(shard.text))
      throw indexProblem(
        source,
        "SHARD_NAME",
        `The shard ${JSON.stringify(shard.text)} is not a plain file name beside the index.`,
        tensor,
        "Keep all shards in the folder of the index."
      );
    weightMap.set(tensor, shard.text);
  }
  const facts = value.type === "map" ? value.items.find(([key]) => key === "metadata")?.[1] : void 0;
  const metadata = [];
  for (const [key, item] of facts?.type === "map" ? facts.items : [])
    if (item.type !== "map" && item.type !== "list") metadata.push([key, item.text]);
  return { weightMap, shards: [...new Set(weightMap.values())], metadata };
}
function openShard(source, context, shard) {
  const sibling = context.sibling(shard);
  if (sibling !== null) return sibling;
  throw indexProblem(
    source,
    "MISSING_SHARD",
    `The shard ${JSON.stringify(shard)} that the index names is not beside it.`,
    shard,
    "Write all shards, or compare the shards that are there on their own."
  );
}
function merge(source, index, shards) {
  const entries = [];
  const notes = [];
  const foundIn = /* @__PURE__ */ new Map();
  const metadata = /* @__PURE__ */ new Map();
  let bytes = 0;
  for (const [number, checkpoint] of shards.entries()) {
    const shard = index.shards[number] ?? "";
    notes.push(...checkpoint.notes.map((note) => ({ ...note, entry: note.entry ?? shard })));
    for (const entry of checkpoint.entries) {
      if (entry.path.length === 0) continue;
      if (entry.kind === "scalar") {
        const key = JSON.stringify(entry.path);
        const known = metadata.get(key);
        if (known === void 0) metadata.set(key, entry);
        else if (known.value.text !== entry.value.text)
          metadata.set(`${shard} ${key}`, { ...entry, path: ["__metadata__", shard, ...entry.path.slice(1)] });
        continue;
      }
      const name = String(entry.path[0]);
      const other = foundIn.get(name);
      if (other !== void 0)
        throw indexProblem(
          source,
          "DUPLICATE_TENSOR",
          `The tensor stands in ${JSON.stringify(other)} and in ${JSON.stringify(shard)}.`,
          name,
          "Remove old shards from the folder and save the model again."
        );
      foundIn.set(name, shard);
      const listed = index.weightMap.get(name);
      if (listed === void 0)
        notes.push({
          code: "SAFETENSORS_INDEX_UNLISTED",
          message: `The index does not name the tensor; it stands in ${shard}.`,
          entry: name
        });
      if ("byteLength" in entry) bytes += entry.byteLength;
      entries.push(entry);
    }
  }
  for (const [name, shard] of index.weightMap)
    if (foundIn.get(name) !== shard)
      throw indexProblem(
        source,
        "MISSING_TENSOR",
        `The index puts the tensor into ${JSON.stringify(shard)}, but it is ${foundIn.has(name) ? "elsewhere" : "not there"}.`,
        name,
        "Save the model again: index and shards do not belong together."
      );
  const total = index.metadata.find(([key]) => key === "total_size")?.[1];
  if (total !== void 0 && total !== String(bytes))
    notes.push({
      code: "SAFETENSORS_INDEX_TOTAL_SIZE",
      message: `The index says ${total} bytes in all, the shards hold ${bytes}.`
    });
  const root = { kind: "container", path: [], structure: {}, container: "mapping", size: entries.length };
  return {
    format: safetensorsIndex.id,
    entries: [root, ...entries, ...metadata.values()],
    notes,
    container: {
      shards: String(shards.length),
      ...Object.fromEntries(index.metadata.map(([key, text]) => [`metadata ${key}`, text]))
    },
    executableReferences: []
  };
}

// src/formats/checkpoints/registry.ts
var checkpointFormats = [
  npy,
  npz,
  png,
  torchZip,
  torchLegacy,
  safetensors,
  safetensorsIndex,
  pickle
];

// src/collect/registered-formats.ts
var registeredFormats = {
  checkpoints: checkpointFormats,
  metrics: async () => (await import("./registry-KUJZVDKC.js")).metricFormats,
  records: async () => (await import("./registry-WHGZYG3B.js")).recordFormats
};

export {
  registeredFormats
};
