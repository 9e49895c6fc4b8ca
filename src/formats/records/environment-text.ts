/**
 * Environment records that are plain text: what `python -m torch.utils.collect_env` prints, and lists of `key: value` or
 * `key = value`. The five keys of the environment record come first in the value where they can be told.
 *
 * Left out on purpose: `collect_env`'s lists of CPU features and packages. The first differ from minute to minute (clock
 * rates), the second is a list of packages in a form that cannot be installed again.
 */
import type { PlainValue } from '../../model/record.ts';

const lineLimit = 2_000;
const textLimit = 400;

/** True for the output of torch's `collect_env`, whatever is printed before it. */
export function isCollectEnv(text: string): boolean {
  return /^PyTorch version: /m.test(text) && /^(?:Is debug build|CUDA used to build PyTorch): /m.test(text);
}

/** The mapping that a text of lines stands for; null where it holds fewer than two `key: value` lines. */
export function environmentOfText(text: string): PlainValue | null {
  if (isCollectEnv(text)) return collectEnv(text);
  const items = new Map<string, PlainValue>();
  for (const line of text.split(/\r\n|\n|\r/).slice(0, lineLimit)) {
    const match = /^\s*([A-Za-z][\w .()/-]{0,60}?)\s*[:=]\s*(.*)$/.exec(line.slice(0, textLimit));
    const [, written = '', value = ''] = match ?? [];
    if (match === null) continue;
    const word = written
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replace(/_$/, '');
    const key = ownKeys.get(word) ?? word;
    if (!items.has(key)) items.set(key, typedValue(key, value.trim()));
  }
  return items.size < 2 ? null : { type: 'map', items: [...items] };
}

/** How people call the five. */
const ownKeys: ReadonlyMap<string, string> = new Map([
  ...['python', 'python_version'].map((word) => [word, 'python_version'] as const),
  ...['torch', 'pytorch', 'torch_version', 'pytorch_version'].map((word) => [word, 'torch_version'] as const),
  ...['cuda', 'cuda_version', 'torch_cuda_version'].map((word) => [word, 'cuda_version'] as const),
  ...['gpu', 'gpu_model', 'gpu_name', 'device_name'].map((word) => [word, 'gpu_model'] as const),
  ...['gpus', 'gpu_count', 'num_gpus', 'n_gpus', 'n_gpu', 'number_of_gpus'].map((word) => [word, 'gpu_count'] as const),
]);

/** A text has no types: numbers are only counts, `3.10` is a version. */
function typedValue(key: string, text: string): PlainValue {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2');
  if (/^(?:none|null|n\/a|-|)$/i.test(bare)) return { type: 'none', text: 'None' };
  if (/count|^num_|^n_|^number_of_/.test(key) && /^\d{1,9}$/.test(bare))
    return { type: 'int', text: String(Number(bare)) };
  if (/^(?:true|false)$/i.test(bare)) return { type: 'bool', text: /^true$/i.test(bare) ? 'True' : 'False' };
  return { type: 'str', text: bare };
}

/** What stays the same from start to start. */
const kept = [
  'Is debug build',
  'ROCm used to build PyTorch',
  'OS',
  'GCC version',
  'Clang version',
  'Libc version',
  'Python platform',
  'Is CUDA available',
  'CUDA runtime version',
  'Nvidia driver version',
  'cuDNN version',
];

function collectEnv(text: string): PlainValue {
  const lines = text.split(/\r\n|\n|\r/).slice(0, lineLimit);
  const at = (key: string): string | null => {
    const line = lines.find((one) => one.startsWith(`${key}: `));
    const value = line?.slice(key.length + 2, textLimit).trim() ?? '';
    return /^(?:could not collect|no cuda|n\/a|none|)$/i.test(value) ? null : value;
  };
  const gpus = lines.flatMap((line) => {
    const name = /^(?:GPU models and configuration: )?GPU \d+: (.+?)(?: \(UUID: [^)]*\))?$/.exec(
      line.slice(0, textLimit),
    )?.[1];
    return name === undefined ? [] : [name.trim()];
  });
  const plainText = (value: string | null): PlainValue =>
    value === null ? { type: 'none', text: 'None' } : { type: 'str', text: value };
  const items: (readonly [string, PlainValue])[] = [];
  // What the output does not tell is left out, and the schema says that it is missing.
  const python = at('Python version');
  if (python !== null) items.push(['python_version', plainText(python.split(' ')[0] ?? python)]);
  const torch = at('PyTorch version');
  if (torch !== null) items.push(['torch_version', plainText(torch)]);
  items.push(['cuda_version', plainText(at('CUDA used to build PyTorch'))]);
  const models = [...new Set(gpus)];
  items.push([
    'gpu_model',
    models.length > 1 ? { type: 'list', items: gpus.map(plainText) } : plainText(models[0] ?? null),
  ]);
  if (
    gpus.length > 0 ||
    lines.some((line) => /^(?:GPU models and configuration: No CUDA|Is CUDA available: (?:False|No))/.test(line))
  )
    items.push(['gpu_count', { type: 'int', text: String(gpus.length) }]);
  for (const key of kept) {
    const value = at(key);
    if (value !== null) items.push([key, plainText(value)]);
  }
  return { type: 'map', items };
}
