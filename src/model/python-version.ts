/**
 * Versions of Python packages as PEP 440 orders and writes them, as far as equality goes. Numbers stay text of any length, and a
 * local part (`+cu124`, `+ubuntu.1`, `+12e4567`) is never taken for a number as a whole.
 *
 * Left out on purpose: which of two versions is the newer one. Nothing here asks for it.
 */

interface PythonVersion {
  /** Normalised, with the zeros that were written: `1.0.0rc1`. */
  readonly public: string;
  /** The same without the zeros at the end of the release: two versions are equal where these are. */
  readonly key: string;
  /** `1.0.0`: what stands before pre, post and dev. */
  readonly release: string;
  readonly local: string | null;
}

/** Longer than any version; keeps what a file says from growing inside messages. */
const longestVersion = 500;

const form =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|beta|preview|pre|a|b|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const preNames: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

function parse(text: string): PythonVersion | null {
  const match = text.length > longestVersion ? null : form.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, epoch = '', release = '', pre, preNumber = '', implicitPost, post, postNumber = '', dev, devNumber = ''] =
    match;
  const numbers = release.split('.').map(plain);
  const suffix = [
    pre === undefined ? '' : `${preNames[pre] ?? pre}${plain(preNumber)}`,
    implicitPost === undefined && post === undefined ? '' : `.post${plain(implicitPost ?? postNumber)}`,
    dev === undefined ? '' : `.dev${plain(devNumber)}`,
  ].join('');
  const prefix = plain(epoch) === '0' ? '' : `${plain(epoch)}!`;
  const significant = numbers.slice(0, numbers.findLastIndex((part) => part !== '0') + 1);
  const local = match[10];
  return {
    public: `${prefix}${numbers.join('.')}${suffix}`,
    key: `${prefix}${significant.join('.')}${suffix}`,
    release: `${prefix}${significant.join('.')}`,
    local:
      local === undefined
        ? null
        : local
            .split(/[-_.]/)
            .map((part) => (/^\d+$/.test(part) ? plain(part) : part))
            .join('.'),
  };
}

/** A number without zeros in front; where none is written it is 0. */
function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '') || '0';
}

/** The version as PEP 440 writes it, `1.0RC1` as `1.0rc1`; null where it is none. */
export function normalizeVersion(text: string): string | null {
  const version = parse(text);
  if (version === null) return null;
  return version.local === null ? version.public : `${version.public}+${version.local}`;
}

/**
 * Whether `==pin` accepts the version: `2.6.0` accepts the build `2.6.0+cu124`, and not the other way round. What is no version by
 * PEP 440 is compared as text, as `===` does.
 */
export function satisfiesPin(version: string, pin: string): boolean {
  const found = parse(version);
  const wanted = parse(pin);
  if (found === null || wanted === null) return version.trim().toLowerCase() === pin.trim().toLowerCase();
  return found.key === wanted.key && (wanted.local === null || wanted.local === found.local);
}

/** Whether two versions have the same release, `2.5.1` as in `2.5.1.post101`; null where one of them is no version. */
export function sameRelease(a: string, b: string): boolean | null {
  const first = parse(a);
  const second = parse(b);
  return first === null || second === null ? null : first.release === second.release;
}
