/**
 * How conda writes packages: match specifications (`channel::name=version=build`, `name >=1`) and the names of its archives
 * (`name-version-build.conda`). A single `=` without a build asks for a version that begins so; an export writes the installed
 * version there, so it is taken as one.
 */
import { normalizePackageName } from '../../model/package-name.ts';
import type { RequirementLine } from '../../model/record.ts';
import { shownRequirement } from './requirement-line.ts';
import { parseLocation } from './requirement-location.ts';

const packageName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/;

/** `name`, `name=version`, `name==version=build`, `name version build`, with a channel in front or a query behind. */
export function condaSpecLine(written: string, line: number): RequirementLine {
  const text = shownRequirement(written);
  const spec = written.slice(0, 2000).trim();
  const make = (part: Partial<RequirementLine>): RequirementLine => ({
    name: null,
    pinned: null,
    source: 'index',
    problem: null,
    text,
    line,
    ...part,
  });
  if (/^[a-z]+:\/\//i.test(spec) || /\.(?:conda|tar\.bz2)(?:#|$)/.test(spec)) return make(archiveOf(spec));
  const bare = spec.replace(/^[^\s=<>!~[]*::/, '').replace(/\[[^\]]*\]$/, '');
  const end = bare.search(/[\s=<>!~]/);
  const name = end < 0 ? bare : bare.slice(0, end);
  if (!packageName.test(name)) return make({ problem: 'no package name at the start of the line' });
  return make({ name: normalizePackageName(name), pinned: end < 0 ? null : pinOf(bare.slice(end).trim()) });
}

/** Behind the name: `=1.2=build`, `==1.2`, `1.2 build`; null for a range. */
function pinOf(rest: string): string | null {
  const match = /^(?:={1,2}\s*)?([A-Za-z0-9][A-Za-z0-9._+!-]*)(?:(?:=|\s+)[^\s=,|*]+)?$/.exec(rest);
  return match?.[1] ?? null;
}

/** The address of an archive: `…/linux-64/numpy-2.1.3-py311_0.conda#md5`, or of a wheel. */
export function archiveOf(address: string): Pick<RequirementLine, 'name' | 'pinned' | 'problem' | 'source'> {
  const file = (address.split(/[?#]/)[0] ?? '').replace(/^.*\//s, '');
  const stem = file.replace(/\.(?:conda|tar\.bz2)$/, '');
  if (stem === file) {
    const found = parseLocation(address);
    return { ...found, problem: found.name === null ? 'not the address of a package' : null };
  }
  const build = stem.lastIndexOf('-');
  const version = stem.lastIndexOf('-', build - 1);
  const name = stem.slice(0, Math.max(0, version));
  if (build < 1 || !packageName.test(name))
    return { name: null, pinned: null, source: 'index', problem: 'not the name of a conda package' };
  return { name: normalizePackageName(name), pinned: stem.slice(version + 1, build), source: 'index', problem: null };
}
