/**
 * One logical line of a requirements file: PEP 508 requirements (versions by PEP 440), and pip's own additions: editable
 * installs, VCS and plain URLs, local paths, wheel names, per-requirement options. Every pattern runs in linear time.
 *
 * Left out on purpose: markers are checked for their tokens, not evaluated; hashes are recognized, not verified.
 */
import { clean } from '@renovatebot/pep440/lib/version.js';
import type { RequirementLine } from '../../model/record.ts';

type Source = RequirementLine['source'];

/** Longer than any line that pip writes, hashes of a hundred wheels included. */
const lengthLimit = 64 * 1024;
/** What is kept of a line for messages. */
const textLimit = 300;

/** Options of pip that say where packages come from, not which: they are no requirement. */
const options =
  /^(?:-i|-f|--(?:index-url|extra-index-url|no-index|find-links|trusted-host|pre|prefer-binary|require-hashes|no-binary|only-binary|use-feature))(?:[\s=]|$)/;

/** True for a line that only sets an option of pip. */
export function isKnownOption(line: string): boolean {
  return options.test(line);
}

/** What one line says. Never throws: what cannot be read has a `problem`. */
export function parseRequirementLine(written: string, number: number): RequirementLine {
  // Before anything else, so that no part of a secret reaches a message.
  const line = redactCredentials(written.slice(0, lengthLimit));
  const text = line.slice(0, textLimit);
  const make = (part: Partial<RequirementLine>): RequirementLine => ({
    name: null,
    pinned: null,
    source: 'index',
    problem: null,
    text,
    line: number,
    ...part,
  });
  if (written.length > lengthLimit) return make({ problem: `the line has more than ${lengthLimit} characters` });
  const editable = /^(?:-e|--editable)(?:\s+|=)(.+)$/.exec(line);
  if (editable !== null) return make({ ...fromLocation(editable[1] ?? ''), source: 'editable' });
  if (line.startsWith('-')) return make({ problem: 'not an option that pip knows in a requirements file' });
  const body = line.replace(/\s--(?:hash|config-settings?|global-option|install-option)[\s=].*$/s, '').trim();
  if (/^[A-Za-z][\w+.-]*:\/\//.test(body) || /^(?:file:|\.{0,2}\/|[A-Za-z]:\\)/.test(body) || /\.whl$/i.test(body))
    return make(fromLocation(body));
  return make(fromRequirement(body));
}

/** A name at the start: letters and digits at both ends (PEP 508). */
const nameAtStart = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;

function fromRequirement(body: string): Partial<RequirementLine> {
  const name = nameAtStart.exec(body)?.[0];
  if (name === undefined) return { problem: 'no package name at the start of the line' };
  let rest = body.slice(name.length).trimStart();
  const normal = normalizeName(name);
  if (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0 || !/^\[[\s\w.,-]*$/.test(rest.slice(0, end)))
      return { name: normal, problem: 'the extras are not closed by "]"' };
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith('@')) return { ...fromLocation(rest.slice(1).trim()), name: normal };
  const semicolon = rest.indexOf(';');
  const marker = semicolon < 0 ? null : rest.slice(semicolon + 1);
  if (marker !== null && !isMarker(marker))
    return { name: normal, problem: `"${marker.trim().slice(0, 80)}" is not a marker` };
  let specifiers = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  if (specifiers.startsWith('(') && specifiers.endsWith(')')) specifiers = specifiers.slice(1, -1);
  return { name: normal, ...pinOf(specifiers) };
}

/** The pin among comma-separated specifiers, or what is wrong with them. */
function pinOf(specifiers: string): Partial<RequirementLine> {
  if (specifiers.trim() === '') return {};
  let pinned: string | null = null;
  for (const part of specifiers.split(',')) {
    const match = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*(\S+)\s*$/.exec(part);
    if (match === null) return { problem: `"${part.trim().slice(0, 80)}" is not a version specifier` };
    const [, operator = '', version = ''] = match;
    if (operator === '===') pinned = version;
    else {
      const wild = version.endsWith('.*');
      const normal = clean(wild ? version.slice(0, -2) : version);
      if (normal === null || (wild && operator !== '==' && operator !== '!='))
        return { problem: `"${version.slice(0, 80)}" is not a version by PEP 440` };
      if (operator === '==' && !wild) pinned = normal;
    }
  }
  return { pinned };
}

/** A URL or path: the name from its wheel or `#egg=`, the pin from the wheel's version or a full commit id. */
function fromLocation(location: string): Partial<RequirementLine> {
  const marker = location.indexOf(' ;');
  const [address = '', fragment = ''] = (marker < 0 ? location : location.slice(0, marker)).trimEnd().split('#');
  const egg = /(?:^|&)egg=([A-Za-z0-9._-]+)/.exec(fragment)?.[1];
  const vcs = /^(?:git|hg|svn|bzr)\+/.test(address) || /^git@/.test(address);
  const commit = vcs ? /^@([0-9a-f]{40})$/i.exec(address.slice(-41))?.[1] : undefined;
  const wheel = wheelParts(address);
  const source: Source = vcs ? 'vcs' : /^(?:https?|ftp|s3|gs):/i.test(address) ? 'url' : 'path';
  const name = egg ?? wheel?.name;
  return {
    name: name === undefined ? null : normalizeName(name),
    pinned: commit ?? (wheel === null ? null : clean(wheel.version)),
    source,
  };
}

/** Name and version out of `name-version-python-abi-platform.whl`, with an optional build number; null for other files. */
function wheelParts(address: string): { readonly name: string; readonly version: string } | null {
  const path = address.split('?')[0] ?? '';
  if (!/\.whl$/i.test(path.slice(-4))) return null;
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1, -4);
  const [name = '', version = '', ...tags] = base.split('-');
  return tags.length < 3 ? null : { name, version: version.replaceAll(/%2b/gi, '+') };
}

/** Variables of PEP 508, quoted strings, operators and parentheses, and nothing else. */
function isMarker(marker: string): boolean {
  const tokens =
    /\s*(?:"[^"]*"|'[^']*'|(?:python_version|python_full_version|os_name|sys_platform|platform_release|platform_system|platform_version|platform_machine|platform_python_implementation|implementation_name|implementation_version|extra|extras|dependency_groups)\b|===|==|~=|!=|<=|>=|<|>|and\b|or\b|not\b|in\b|\(|\))\s*/y;
  let at = 0;
  while (at < marker.length) {
    tokens.lastIndex = at;
    const match = tokens.exec(marker);
    if (match === null) return false;
    at = tokens.lastIndex;
  }
  return marker.trim() !== '';
}

/** A name as PEP 503 compares it: lower case, runs of `-`, `_` and `.` as one `-`. */
function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

const secretParameter =
  /([?&;](?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature)|sig|key|auth)=)[^&#\s;]+/gi;

/** The text with user names, passwords and tokens in URLs replaced by `***`; the bare user `git` is no secret. */
export function redactCredentials(text: string): string {
  return text
    .replaceAll(/(:\/\/)([^/\s@#?]+(?:@[^/\s@#?]+)*)@/g, (whole, slashes: string, user: string) =>
      user === 'git' ? whole : `${slashes}***@`,
    )
    .replaceAll(secretParameter, '$1***');
}
