/** One package of a lock file as a line of a package list, in the words that pip would use for it. */
import { normalizePackageName } from '../../model/package-name.ts';
import { normalizeVersion } from '../../model/python-version.ts';
import type { RequirementLine } from '../../model/record.ts';
import { shownRequirement } from './requirement-line.ts';

/** Where the package comes from; `address` is a URL or a path as the lock writes it. */
export type PackageOrigin =
  | { readonly kind: 'index' }
  | { readonly kind: 'vcs'; readonly tool: string; readonly address: string; readonly commit: string | null }
  | { readonly kind: 'url' | 'path' | 'editable'; readonly address: string };

export interface LockedPackage {
  readonly name: string | null;
  /** Null where the project decides it when it is built. */
  readonly version: string | null;
  readonly origin: PackageOrigin;
  readonly line: number;
}

/** The package as a line; without a name it is a line that cannot be read. */
export function lockedLine({ name, version, origin, line }: LockedPackage): RequirementLine {
  const { kind } = origin;
  const pin = version === null ? null : (normalizeVersion(version) ?? version.slice(0, 200));
  return {
    name: name === null ? null : normalizePackageName(name.slice(0, 200)),
    pinned: kind === 'vcs' ? origin.commit : pin,
    text: shownRequirement(textOf(name ?? '(no name)', version, origin)),
    line,
    problem: name === null ? 'a package without a name' : null,
    source: kind,
  };
}

function textOf(name: string, version: string | null, origin: PackageOrigin): string {
  const { kind } = origin;
  switch (kind) {
    case 'index':
      return version === null ? name : `${name}==${version}`;
    case 'vcs':
      return `${name} @ ${origin.tool}+${origin.address}${origin.commit === null ? '' : `@${origin.commit}`}`;
    case 'url':
    case 'path':
      return `${name} @ ${origin.address}`;
    case 'editable':
      return `-e ${origin.address} (${version === null ? name : `${name}==${version}`})`;
    default:
      return kind satisfies never;
  }
}
