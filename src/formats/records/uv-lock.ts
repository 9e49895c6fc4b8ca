/**
 * `uv.lock`: what uv may install, for every platform and Python version at once (uv, "Lockfile"; version 1). One package may
 * stand there in several versions, and the members of the workspace stand there too.
 */
import type { PackageOrigin } from './locked-package.ts';
import type { DeferredRecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';
import { wholeCommit } from './requirement-location.ts';
import { type TomlTable, tomlText, tomlValue } from './toml-document.ts';
import { readTomlLock } from './toml-lock.ts';

export const uvLock: DeferredRecordFormat = {
  id: 'uv-lock',
  title: 'package list: uv.lock',
  recognizes: (path) => /^(?:[\w-]+[._-])?uv\.lock$/i.test(baseName(path)),
  read: (path, neutralPath, source) =>
    readTomlLock(path, neutralPath, source, { format: 'uv-lock', packages: 'package', originOf }),
};

function originOf(table: TomlTable): PackageOrigin {
  const source = tomlValue(table, 'source');
  const git = tomlText(source, 'git');
  if (git !== null) {
    const [url = '', commit = ''] = git.split('#');
    return { kind: 'vcs', tool: 'git', address: url.split('?')[0] ?? '', commit: wholeCommit(commit) };
  }
  const url = tomlText(source, 'url');
  if (url !== null) return { kind: 'url', address: url };
  const path = tomlText(source, 'path') ?? tomlText(source, 'directory');
  if (path !== null) return { kind: 'path', address: path };
  // A virtual project is not installed: its folder is where the training is started.
  const editable = tomlText(source, 'editable') ?? tomlText(source, 'virtual');
  return editable === null ? { kind: 'index' } : { kind: 'editable', address: editable };
}
