/**
 * `pylock.toml`, the lock file that all tools share (PEP 751): written by `uv export`, `pip lock` and PDM. Packages in folders
 * may stand there without a version.
 */
import type { PackageOrigin } from './locked-package.ts';
import type { DeferredRecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';
import { wholeCommit } from './requirement-location.ts';
import { type TomlTable, tomlText, tomlValue } from './toml-document.ts';
import { readTomlLock } from './toml-lock.ts';

export const pylock: DeferredRecordFormat = {
  id: 'pylock',
  title: 'package list: pylock.toml',
  recognizes: (path) => /^pylock(?:\.[\w-]+)?\.toml$/.test(baseName(path)),
  read: (path, neutralPath, source) =>
    readTomlLock(path, neutralPath, source, { format: 'pylock', packages: 'packages', originOf }),
};

function originOf(table: TomlTable): PackageOrigin {
  const vcs = tomlValue(table, 'vcs');
  const commit = tomlText(vcs, 'commit-id');
  if (commit !== null) {
    const address = tomlText(vcs, 'url') ?? tomlText(vcs, 'path') ?? '';
    return { kind: 'vcs', tool: tomlText(vcs, 'type') ?? 'git', address, commit: wholeCommit(commit) };
  }
  const directory = tomlValue(table, 'directory');
  const folder = tomlText(directory, 'path');
  if (folder !== null)
    return { kind: tomlValue(directory, 'editable') === true ? 'editable' : 'path', address: folder };
  const archive = tomlValue(table, 'archive');
  const url = tomlText(archive, 'url');
  if (url !== null) return { kind: 'url', address: url };
  const path = tomlText(archive, 'path');
  return path === null ? { kind: 'index' } : { kind: 'path', address: path };
}
