/**
 * Builds src/compare/kernels/float-difference.wat into float-difference-wasm.ts: the module as base64, so that dist needs no
 * further file. `node scripts/build-wasm.mjs` writes it; with `--check` it only says whether the written file is fresh.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const folder = new URL('../src/compare/kernels/', import.meta.url);

/** What differs between the three element types; the places are described in the .wat file. */
const variants = [
  {
    name: 'float32',
    stepBytes: '16',
    load: (offset) => `(v128.load offset=${offset} (local.get $at))`,
    infinities: four('0x7f800000'),
    orderShift: '0',
    value: (bits) => bits,
  },
  {
    name: 'bfloat16',
    stepBytes: '8',
    load: (offset) => `(i32x4.shl (v128.load16x4_u offset=${offset} (local.get $at)) (i32.const 16))`,
    infinities: four('0x7f800000'),
    orderShift: '16',
    value: (bits) => bits,
  },
  {
    name: 'float16',
    stepBytes: '8',
    load: (offset) => `(i32x4.shl (v128.load16x4_u offset=${offset} (local.get $at)) (i32.const 16))`,
    infinities: four('0x7c000000'),
    orderShift: '16',
    // The magnitude moved to where float32 keeps it, times 2^112 for the other bias: exact, subnormals included. What is
    // not finite becomes NaN.
    value: (bits) => `(v128.or (v128.or (v128.and ${bits} ${four('0x80000000')}) (f32x4.mul
          (i32x4.shr_u (v128.and ${bits} ${four('0x7fff0000')}) (i32.const 3))
          (v128.const f32x4 0x1p112 0x1p112 0x1p112 0x1p112)))
          (i32x4.eq (v128.and ${bits} (local.get $infinities)) (local.get $infinities)))`,
  },
];

function four(text) {
  return `(v128.const i32x4 ${text} ${text} ${text} ${text})`;
}

function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

/** The text of float-difference-wasm.ts, made from the .wat file. */
export async function buildWasmModule() {
  const source = await readFile(new URL('float-difference.wat', folder), 'utf8');
  const [module, body] = source.split(';; ---- function ----');
  const functions = variants
    .map(({ name, stepBytes, load, infinities, orderShift, value }) =>
      fill(body, {
        name,
        stepBytes,
        infinities,
        orderShift,
        loadFirst: load(1024),
        loadSecond: load(1024 + 256 * 1024),
        valueFirst: value('(local.get $x)'),
        valueSecond: value('(local.get $y)'),
      }),
    )
    .join('\n');
  const { parseWat } = await wabt();
  const parsed = parseWat('float-difference.wat', fill(module, { functions }), { simd: true });
  const { buffer } = parsed.toBinary({ write_debug_names: false });
  parsed.destroy();
  const digest = createHash('sha256').update(source).digest('hex');
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,112}/g) ?? [];
  return [
    '/** The module built from float-difference.wat by `node scripts/build-wasm.mjs`: do not edit. A test holds it fresh. */',
    '',
    `// SHA-256 of the .wat file that this was built from: ${digest}`,
    '',
    `/** The WebAssembly module (${buffer.byteLength} bytes), in base64. */`,
    'export const floatDifferenceWasm =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('float-difference-wasm.ts', folder);
  const built = await buildWasmModule();
  if (process.argv.includes('--check')) {
    if ((await readFile(target, 'utf8')) !== built) {
      console.error('float-difference-wasm.ts is stale: run `node scripts/build-wasm.mjs`.');
      process.exitCode = 1;
    }
  } else await writeFile(target, built);
}
