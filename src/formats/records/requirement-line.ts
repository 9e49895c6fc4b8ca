/**
 * One logical line of a requirements file: PEP 508 requirements (versions by PEP 440), and pip's own additions: editable
 * installs, VCS and plain URLs, local paths, wheel names, per-requirement options. Every pattern runs in linear time.
 *
 * Left out on purpose: markers are checked for their tokens, not evaluated; hashes are recognized, not verified.
 */
import { normalizePackageName } from '../../model/package-name.ts';
import { normalizeVersion } from '../../model/python-version.ts';
import type { RequirementLine } from '../../model/record.ts';
import { parseLocation } from './requirement-location.ts';

/** Longer than any line that pip writes, hashes of a hundred wheels included. */
const lengthLimit = 64 * 1024;
/** What is kept of a line for messages. */
const textLimit = 300;

/** Options of pip that say where packages come from, not which: they are no requirement. */
const options =
  /^(?:-i|-f|--(?:index-url|extra-index-url|pypi-url|no-index|find-links|trusted-host|pre|all-releases|only-final|prefer-binary|require-hashes|no-binary|only-binary|use-feature|always-unzip|process-dependency-links))(?:[\s=]|$)/;

/** What pip lets stand behind one requirement; hashes are the files that are accepted, not a name for one of them. */
const lineOptions = /\s(?:--(?:hash|config-settings?|global-option|install-option)[\s=]|-C\s).*$/s;

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
  if (editable !== null)
    return make({ ...fromEditable((editable[1] ?? '').replace(lineOptions, '')), source: 'editable' });
  if (line.startsWith('-')) return make({ problem: 'not an option that pip knows in a requirements file' });
  const body = line.replace(lineOptions, '').trim();
  return make(isAddress(body) ? parseLocation(body) : fromRequirement(body));
}

function isAddress(body: string): boolean {
  return (
    /^[A-Za-z][\w+.-]*:\/\//.test(body) ||
    /^(?:file:|git@|\.{0,2}\/|\.{1,2}(?:\[|$)|[A-Za-z]:\\)/.test(body) ||
    (/\.whl$/i.test(body.slice(-4)) && !body.includes('@'))
  );
}

/** `-e .`, `-e git+…#egg=name`, and the newer `-e name @ git+…`. */
function fromEditable(body: string): Partial<RequirementLine> {
  const named = /^[A-Za-z0-9][\w.-]*\s*(?:\[[\s\w.,-]*\]\s*)?@\s/.test(body.slice(0, textLimit));
  return named ? fromRequirement(body) : parseLocation(body);
}

/** A name at the start: letters and digits at both ends (PEP 508). */
const nameAtStart = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;

function fromRequirement(body: string): Partial<RequirementLine> {
  const name = nameAtStart.exec(body)?.[0];
  if (name === undefined) return { problem: 'no package name at the start of the line' };
  let rest = body.slice(name.length).trimStart();
  const normal = normalizePackageName(name);
  if (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0 || !/^\[[\s\w.,-]*$/.test(rest.slice(0, end)))
      return { name: normal, problem: 'the extras are not closed by "]"' };
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith('@')) return { ...parseLocation(rest.slice(1).trim()), name: normal };
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
    if (operator === '===') {
      pinned = version;
      continue;
    }
    const wild = version.endsWith('.*');
    const normal = normalizeVersion(wild ? version.slice(0, -2) : version);
    const exact = operator === '==' || operator === '!=';
    if (normal === null || (wild && (!exact || normal.includes('+'))))
      return { problem: `"${version.slice(0, 80)}" is not a version by PEP 440` };
    if (!exact && normal.includes('+'))
      return { problem: `"${operator}" cannot stand before a local version such as "${version.slice(0, 80)}"` };
    if (operator === '~=' && !normal.includes('.'))
      return { problem: `"~=" asks for a version of two parts or more, "${version.slice(0, 80)}" has one` };
    if (operator === '==' && !wild) pinned = normal;
  }
  return { pinned };
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

/** A line of the reader's own making, where a file has none to quote: without credentials, and of bounded length. */
export function shownRequirement(text: string): string {
  return redactCredentials(text.slice(0, 4 * textLimit)).slice(0, textLimit);
}

const secretParameter =
  /([?&;](?:[\w-]*(?:token|secret|password|passwd|api[_-]?key|signature)|sig|key|auth)=)[^&#\s;]+/gi;

/** Conda's private channels: `https://host/t/TOKEN/channel`. */
const channelToken = /(\/\/[^/\s]+\/t\/)[\w-]{6,}(?=\/)/g;

/** The text with user names, passwords and tokens in URLs replaced by `***`; the bare user `git` is no secret. */
export function redactCredentials(text: string): string {
  return text
    .replaceAll(/(:\/\/)([^/\s@#?]+(?:@[^/\s@#?]+)*)@/g, (whole, slashes: string, user: string) =>
      user === 'git' ? whole : `${slashes}***@`,
    )
    .replaceAll(secretParameter, '$1***')
    .replaceAll(channelToken, '$1***');
}
