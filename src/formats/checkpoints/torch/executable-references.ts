/**
 * Names in a pickle that `torch.load(weights_only=False)` would import and call, and that are not plain data.
 *
 * A list of what is known to be data, never of what is known to be dangerous: such lists always miss something.
 */
import type { GlobalNode } from '../../codecs/pickle/pickle-node.ts';
import { globalName } from './dotted-name.ts';

const plain: ReadonlySet<string> = new Set([
  ...['OrderedDict', 'defaultdict', 'Counter', 'deque'].map((name) => `collections.${name}`),
  ...[
    ...['set', 'frozenset', 'complex', 'bytearray', 'bytes', 'slice', 'range', 'Ellipsis', 'NotImplemented', 'object'],
    ...['list', 'dict', 'tuple', 'int', 'float', 'bool', 'str'],
  ].map((name) => `builtins.${name}`),
  ...['_codecs.encode', 'copyreg._reconstructor', 'copyreg.__newobj__', 'copyreg.__newobj_ex__'],
  ...['numpy.dtype', 'numpy.ndarray', 'numpy._core.multiarray._reconstruct', 'numpy._core.multiarray.scalar'],
  ...['numpy.matrix', 'numpy.ma.core._mareconstruct', 'numpy.ma.MaskedArray', 'joblib.numpy_pickle.NumpyArrayWrapper'],
  ...['numpy._core.numeric._frombuffer', 'numpy.random._pickle.__randomstate_ctor'],
  ...['numpy.random._pickle.__generator_ctor', 'numpy.random._pickle.__bit_generator_ctor'],
  ...['datetime.datetime', 'datetime.date', 'datetime.time', 'datetime.timedelta', 'datetime.timezone'],
  ...['decimal.Decimal', 'uuid.UUID', 'fractions.Fraction', 'argparse.Namespace'],
  ...['pathlib.PosixPath', 'pathlib.PurePosixPath', 'pathlib.WindowsPath', 'pathlib.PureWindowsPath', 'pathlib.Path'],
  ...['torch.Size', 'torch.device', 'torch.Tensor', 'torch.nn.parameter.Parameter', 'torch.nn.parameter.Buffer'],
  ...['torch.serialization._get_layout', 'torch.storage._load_from_bytes', 'torch._tensor._rebuild_from_type_v2'],
]);

const plainFamilies = [
  /^torch\._utils\._rebuild_\w+$/,
  // Storages of any module, dtypes, layouts, memory formats, quantization schemes.
  /^torch(\.cuda|\.storage|\.sparse|\.cuda\.sparse)?\.\w*Storage$/,
  /^torch\.(bool|(u?int|q?u?int|float|bfloat|complex|bits)[0-9][\w]*|per_(tensor|channel)_\w+|strided|sparse_\w+)$/,
  /^torch\.(channels_last(_3d)?|contiguous_format|preserve_format)$/,
  /^numpy\.random\.bit_generator\.(__pyx_unpickle_)?SeedSequence$/,
  /^numpy\.random\.(_mt19937\.MT19937|_pcg64\.PCG64(DXSM)?|_philox\.Philox|_sfc64\.SFC64)$/,
];

/** The names, once each, in order of appearance. */
export function executableReferences(globals: readonly GlobalNode[]): readonly string[] {
  const found = new Set(globals.map(({ module, name }) => globalName(module, name)));
  return [...found].filter((name) => !plain.has(name) && !plainFamilies.some((family) => family.test(name)));
}
