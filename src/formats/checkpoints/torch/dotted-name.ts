/**
 * The one spelling of a name in a pickle: Python 2 names as Python 3's (`_compat_pickle`), modules that moved under one
 * name (`numpy.core` → `numpy._core`), so that the version of the writer is no difference in content.
 */
import { createHash } from 'node:crypto';
import type { PickleNode } from '../../codecs/pickle/pickle-node.ts';

const modules: ReadonlyMap<string, string> = new Map([
  ['__builtin__', 'builtins'],
  ['exceptions', 'builtins'],
  ['copy_reg', 'copyreg'],
  ['cPickle', '_pickle'],
  ['Queue', 'queue'],
  ['ConfigParser', 'configparser'],
  ['StringIO', 'io'],
  ['cStringIO', 'io'],
  ['UserDict', 'collections'],
  ['UserList', 'collections'],
  ['UserString', 'collections'],
  ['torch.tensor', 'torch._tensor'],
  ['pathlib._local', 'pathlib'],
]);

const names: ReadonlyMap<string, string> = new Map([
  ['builtins.xrange', 'builtins.range'],
  ['builtins.long', 'builtins.int'],
  ['builtins.unicode', 'builtins.str'],
  ['builtins.basestring', 'builtins.str'],
  ['builtins.unichr', 'builtins.chr'],
  ['builtins.reduce', 'functools.reduce'],
  ['builtins.intern', 'sys.intern'],
  ['builtins.raw_input', 'builtins.input'],
  ['itertools.izip', 'builtins.zip'],
  ['itertools.imap', 'builtins.map'],
  ['itertools.ifilter', 'builtins.filter'],
  ['collections.UserDict', 'collections.UserDict'],
]);

/** Longer names are no names: they are cut, and told apart by a digest. */
const maxLength = 300;

/** The dotted name of a global or of a class that torch keeps outside (`("module", class, …)`); null for other nodes. */
export function dottedName(node: PickleNode): string | null {
  if (node.kind === 'extension') return `extension ${node.code}`;
  if (node.kind === 'persistent') {
    const [tag, wrapped] = node.id.kind === 'tuple' ? node.id.items : [];
    const isModule = tag?.kind === 'str' && tag.value === 'module' && wrapped?.kind === 'global';
    return isModule ? globalName(wrapped.module, wrapped.name) : null;
  }
  return node.kind === 'global' ? globalName(node.module, node.name) : null;
}

/** Module and name under their one spelling. */
export function globalName(module: string, name: string): string {
  // Memory formats name whichever module exported them; the name itself is dotted.
  if (/^torch\.(channels_last(_3d)?|contiguous_format|preserve_format)$/.test(name)) return name;
  const renamed = modules.get(module) ?? module.replace(/^numpy\.core(?=\.|$)/, 'numpy._core');
  const dotted = `${renamed}.${name}`;
  const known = names.get(dotted) ?? dotted;
  if (known.length <= maxLength) return known;
  return `${known.slice(0, 100)}… (${known.length} characters, SHA-256 ${createHash('sha256').update(known).digest('hex').slice(0, 16)})`;
}
