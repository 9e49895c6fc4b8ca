/**
 * File names are bytes. Inside this room a path is a `key`: the bytes below the root as a latin1 string, one character a
 * byte, so that names that are not UTF-8 survive (Node's default decoding loses such files).
 */

/** The path to give to node:fs: text where it can be, bytes where it must be. */
export function systemPath(root: string | Buffer, key: string): string | Buffer {
  if (key === '') return root;
  const bytes = Buffer.from(key, 'latin1');
  const text = typeof root === 'string' ? decode(bytes) : null;
  if (text !== null) return `${root}/${text}`;
  return Buffer.concat([typeof root === 'string' ? Buffer.from(root) : root, Buffer.from('/'), bytes]);
}

/** The key of the folder that holds this one; empty for the root. */
export function parentOf(key: string): string {
  const slash = key.lastIndexOf('/');
  return slash === -1 ? '' : key.slice(0, slash);
}

/** The key of a path below the root that is known as text. */
export function keyOf(relativePath: string): string {
  return Buffer.from(relativePath, 'utf8').toString('latin1');
}

/**
 * The path as reports show it. Bytes that are no UTF-8, control characters and the backslash itself become `\xHH`, so that
 * two names never look the same.
 */
export function displayPath(key: string): string {
  const bytes = Buffer.from(key, 'latin1');
  const whole = decode(bytes);
  if (whole !== null) return escapeText(whole);
  let shown = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const text = length === 0 ? null : decode(bytes.subarray(at, at + length));
    if (text === null) {
      shown += hex(bytes[at] ?? 0);
      at += 1;
    } else {
      shown += escapeText(text);
      at += length;
    }
  }
  return shown;
}

/** Where a file is, for a WrittenFile: the absolute path, and its bytes where it is not UTF-8. */
export function location(root: string, key: string): { absolutePath: string; nameBytes?: string } {
  const path = systemPath(root, key);
  if (typeof path === 'string') return { absolutePath: path };
  return { absolutePath: `${root}/${displayPath(key)}`, nameBytes: path.toString('hex') };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

function escapeText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\\]/g, (character) => hex(character.charCodeAt(0)));
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
