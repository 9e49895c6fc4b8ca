/**
 * Which keys are the same: what a dict or set in the stream needs, without running anybody's `__hash__`.
 *
 * Values are the same when type and value are (1, 1.0 and True stay three keys: nothing is folded together that a
 * comparison should see). Objects are the same only when they are one node. Tuples and frozen sets count by their members.
 */
import { createHash } from 'node:crypto';
import type { ByteRange, PickleNode } from './pickle-node.ts';

export interface KeyIdentity {
  /** A text that is equal exactly for equal keys; null where the value cannot be a key at all (a list, a dict, …). */
  of(node: PickleNode): string | null;
}

/** Longer texts are interned, so that a tuple's identity stays short. */
const maxPlain = 64;

/** Identities for the nodes of one stream. */
export function keyIdentity(): KeyIdentity {
  const known = new Map<PickleNode, string | null>();
  const interned = new Map<string, string>();
  const intern = (text: string): string => {
    const short = interned.get(text) ?? `#${interned.size}`;
    interned.set(text, short);
    return short;
  };
  // A long text or a range is looked at once for each node, however often the stream refers to it.
  const digested = new Map<PickleNode, string>();
  const once = (node: PickleNode, make: () => string): string => {
    const text = digested.get(node) ?? intern(make());
    digested.set(node, text);
    return text;
  };
  const simple = (node: PickleNode): string | null | undefined => {
    switch (node.kind) {
      case 'none':
        return 'n';
      case 'bool':
        return node.value ? 'bt' : 'bf';
      case 'int':
        return typeof node.value === 'number' ? `i${node.value}` : once(node, () => `i${node.value}`);
      case 'float':
        // A NaN is equal to nothing, but the same object is found again: identity decides.
        return Number.isNaN(node.value) ? undefined : `f${Object.is(node.value, -0) ? '-0' : node.value}`;
      case 'str':
        if (node.value === null) return once(node, () => `u${rangeDigest(node.range)}`);
        return node.value.length <= maxPlain ? `s${node.value}` : once(node, () => `s${node.value}`);
      case 'bytes':
        return node.mutable ? null : once(node, () => `y${rangeDigest(node.range)}`);
      case 'list':
      case 'dict':
        return null;
      case 'set':
        return node.frozen ? undefined : null;
      case 'global':
        return once(node, () => `g${node.module}\n${node.name}`);
      case 'extension':
        return `x${node.code}`;
      case 'tuple':
      case 'object':
      case 'persistent':
        return undefined;
      default:
        return node satisfies never;
    }
  };
  const of = (root: PickleNode): string | null => {
    const quick = simple(root);
    if (quick !== undefined) return quick;
    // Members first, on a stack of our own: tuples may nest as deep as the stream likes.
    const pending: PickleNode[] = [root];
    while (pending.length > 0) {
      const node = pending[pending.length - 1] ?? root;
      if (known.has(node)) {
        pending.pop();
        continue;
      }
      if (node.kind !== 'tuple' && node.kind !== 'set') {
        const text = simple(node);
        known.set(node, text === undefined ? `o${known.size}` : text);
        pending.pop();
        continue;
      }
      const open = node.items.filter((item) => simple(item) === undefined && !known.has(item));
      if (open.length > 0) {
        for (const item of open) pending.push(item);
        continue;
      }
      const parts = node.items.map((item) => simple(item) ?? known.get(item) ?? null);
      if (parts.includes(null)) known.set(node, null);
      else
        known.set(
          node,
          intern(
            `${node.kind === 'tuple' ? 't' : 'z'}${JSON.stringify(node.kind === 'tuple' ? parts : parts.toSorted())}`,
          ),
        );
      pending.pop();
    }
    return known.get(root) ?? null;
  };
  return { of };
}

function rangeDigest(range: ByteRange | null): string {
  if (range === null) return '';
  const hash = createHash('sha256');
  for (let done = 0; done < range.length; ) {
    const bytes = range.source.read(range.offset + done, Math.min(1024 * 1024, range.length - done));
    hash.update(bytes);
    done += bytes.length;
  }
  return hash.digest('hex');
}
