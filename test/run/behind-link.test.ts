import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedBehindLink } from '../../src/run/behind-link.ts';

function scratch(): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-link-')));
}

/** A root with `link` to a folder or file outside of it. */
function linked(target: string): { readonly root: string; readonly link: string } {
  const root = scratch();
  const link = path.join(root, 'link');
  symlinkSync(target, link);
  return { root, link };
}

describe('behind a symlink', () => {
  it('a file deep below that is written again shows', () => {
    const outside = scratch();
    mkdirSync(path.join(outside, 'a', 'b'), { recursive: true });
    const file = path.join(outside, 'a', 'b', 'model.pt');
    writeFileSync(file, 'x');
    const { root, link } = linked(outside);
    const before = changedBehindLink(root, link);
    utimesSync(file, 4_000_000_000, 4_000_000_000);
    expect(changedBehindLink(root, link)).not.toBe(before);
  });

  it('a file that the link itself leads to shows', () => {
    const file = path.join(scratch(), 'model.pt');
    writeFileSync(file, 'x');
    const { root, link } = linked(file);
    const before = changedBehindLink(root, link);
    utimesSync(file, 4_000_000_000, 4_000_000_000);
    expect(changedBehindLink(root, link)).not.toBe(before);
  });

  it('compiled Python code does not show', () => {
    const outside = scratch();
    mkdirSync(path.join(outside, 'package', '__pycache__'), { recursive: true });
    const { root, link } = linked(outside);
    const before = changedBehindLink(root, link);
    writeFileSync(path.join(outside, 'package', '__pycache__', 'a.pyc'), 'x');
    expect(changedBehindLink(root, link)).toBe(before);
  });

  it('what lies inside the root is left to the walk, and a link to nowhere says nothing', () => {
    const root = scratch();
    mkdirSync(path.join(root, 'real'));
    symlinkSync('real', path.join(root, 'inside'));
    symlinkSync('/nowhere/at/all', path.join(root, 'dangling'));
    expect(changedBehindLink(root, path.join(root, 'inside'))).toBeNull();
    expect(changedBehindLink(root, path.join(root, 'dangling'))).toBeNull();
  });
});
