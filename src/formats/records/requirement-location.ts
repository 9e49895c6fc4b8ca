/**
 * Where a requirement comes from when it comes from no index: a VCS, a URL, a path. The name is taken from `#egg=` or from the
 * name of the wheel or source archive, the pin from a full commit id, from the version in that name, or from the hash that
 * stands in the address itself (pip, "VCS Support"; PEP 427, PEP 625; direct references of PEP 508).
 *
 * Left out on purpose: short commit ids and tags are no pin, because they can mean something else tomorrow.
 */
import { normalizePackageName } from '../../model/package-name.ts';
import { normalizeVersion } from '../../model/python-version.ts';
import type { RequirementLine } from '../../model/record.ts';

type Location = Pick<RequirementLine, 'name' | 'pinned' | 'source'>;

const nameInEgg = /(?:^|&)egg=([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/;
const hashInFragment = /(?:^|&)(md5|sha1|sha224|sha256|sha384|sha512)=([0-9a-fA-F]{32,128})(?:&|$)/;
const archiveEnding = /\.(?:tar\.gz|tgz|tar\.bz2|tar\.xz|zip)$/i;

/** What an address says; the name is null where it says none, the pin where it may mean something else tomorrow. */
export function parseLocation(written: string): Location {
  const marker = written.indexOf(' ;');
  const location = (marker < 0 ? written : written.slice(0, marker)).trim();
  const at = location.indexOf('#');
  const address = at < 0 ? location : location.slice(0, at);
  const fragment = at < 0 ? '' : location.slice(at + 1);
  const vcs = /^(git|hg|svn|bzr)\+/i.exec(address)?.[1]?.toLowerCase() ?? (/^git@/.test(address) ? 'git' : null);
  const file = fileIn(address);
  const name = nameInEgg.exec(fragment)?.[1] ?? file?.name;
  return {
    name: name === undefined ? null : normalizePackageName(name),
    pinned: vcs === null ? (file?.version ?? commitArchive(address) ?? hashIn(fragment)) : revisionIn(address, vcs),
    source: vcs !== null ? 'vcs' : /^(?:https?|ftp|s3|gs):/i.test(address) ? 'url' : 'path',
  };
}

/** `@` and a whole commit id at the end; a number for those that count their revisions. */
function revisionIn(address: string, vcs: string): string | null {
  const revision = address.slice(address.lastIndexOf('@') + 1);
  if (vcs === 'svn' || vcs === 'bzr') return /^\d{1,12}$/.test(revision) ? revision : null;
  return wholeCommit(revision);
}

/** A whole commit id of Git or Mercurial, in lower case; null for what is none. */
export function wholeCommit(text: string): string | null {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : null;
}

/** `…/archive/<commit>.zip`, as forges serve the state of one commit. */
function commitArchive(address: string): string | null {
  return wholeCommit(lastPart(address).replace(archiveEnding, ''));
}

function hashIn(fragment: string): string | null {
  const match = hashInFragment.exec(fragment);
  return match === null ? null : `${match[1]}=${(match[2] ?? '').toLowerCase()}`;
}

interface NamedFile {
  readonly name: string;
  readonly version: string | null;
}

/** Name and version out of the name of a wheel or a source archive; undefined for other files. */
function fileIn(address: string): NamedFile | undefined {
  const file = lastPart(address);
  if (/\.whl$/i.test(file.slice(-4))) return wheelParts(file.slice(0, -4));
  if (!archiveEnding.test(file.slice(-8))) return undefined;
  const stem = file.replace(archiveEnding, '');
  const dash = stem.lastIndexOf('-');
  const version = dash < 1 ? null : normalizeVersion(stem.slice(dash + 1));
  return version === null ? undefined : { name: stem.slice(0, dash), version };
}

/** `name-version-python-abi-platform`, with an optional build number. */
function wheelParts(stem: string): NamedFile | undefined {
  const [name = '', version = '', ...tags] = stem.split('-');
  return tags.length < 3 || name === '' ? undefined : { name, version: normalizeVersion(version) };
}

function lastPart(address: string): string {
  const path = address.split('?')[0] ?? '';
  const part = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  // Indexes write the plus of a local version as %2B.
  return part.replaceAll(/%2b/gi, '+');
}
