/**
 * `poetry.lock`: what Poetry may install (lock versions 1.x and 2.x: packages with their source; 1.x keeps the hashes in a
 * table of its own). One package may stand there in several versions, each behind its marker; the project itself does not.
 */
import type { PackageOrigin } from './locked-package.ts';
import type { DeferredRecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';
import { wholeCommit } from './requirement-location.ts';
import { type TomlTable, tomlText, tomlValue } from './toml-document.ts';
import { readTomlLock } from './toml-lock.ts';

export const poetryLock: DeferredRecordFormat = {
  id: 'poetry-lock',
  title: 'package list: poetry.lock',
  recognizes: (path) => /^(?:[\w-]+[._-])?poetry\.lock$/i.test(baseName(path)),
  read: (path, neutralPath, source) =>
    readTomlLock(path, neutralPath, source, { format: 'poetry-lock', packages: 'package', originOf }),
};

function originOf(table: TomlTable): PackageOrigin {
  const source = tomlValue(table, 'source');
  const address = tomlText(source, 'url') ?? '';
  switch (tomlText(source, 'type')) {
    case 'git':
      return { kind: 'vcs', tool: 'git', address, commit: wholeCommit(tomlText(source, 'resolved_reference') ?? '') };
    case 'url':
      return { kind: 'url', address };
    case 'file':
      return { kind: 'path', address };
    case 'directory':
      return { kind: tomlValue(table, 'develop') === true ? 'editable' : 'path', address };
    default:
      // `legacy` is an index of the user's own.
      return { kind: 'index' };
  }
}
