/** Records of the observer are files that the training could have written: nothing in them may do harm. */
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readObserved } from '../../src/run/read-observed.ts';
import { seen } from '../fixtures/audits/evidence.ts';
import { scratchFolder } from './scratch.ts';

const { kind: _kind, ...plain } = seen({ pid: 7 });
const good: Readonly<Record<string, unknown>> = { recordVersion: 1, ...plain };

function read(files: Readonly<Record<string, string>>) {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return readObserved(folder);
}

describe('the records of one run', () => {
  it('are read in the order in which the processes began', () => {
    const record = (pid: number): string => JSON.stringify({ ...good, pid });
    expect(read({ '20-2.json': record(2), '3-1.json': record(1) }).map(({ pid }) => pid)).toEqual([1, 2]);
  });

  it('are as they were written', () => {
    expect(read({ '1-7.json': JSON.stringify(good) })).toEqual([seen({ pid: 7 })]);
  });

  it('are none where there is no folder', () => {
    expect(readObserved('/nowhere/at/all')).toEqual([]);
  });

  it('say that a process came and left none, or that the observer failed', () => {
    expect(read({ '1-7.started': '', '2-8.started': '', '2-8.failed': 'TypeError: x\n' })).toEqual([
      { kind: 'unrecorded', pid: 7, why: expect.stringContaining('killed') },
      { kind: 'unrecorded', pid: 8, why: 'the observer failed: TypeError: x' },
    ]);
  });

  it('leave out what a process was before it became another program that was observed', () => {
    const record = JSON.stringify({ ...good, pid: 7, parent: 3 });
    expect(read({ '1-7.started': '3', '2-7.started': '3', '3-7.json': record })).toMatchObject([{ kind: 'seen' }]);
    const others = {
      '1-7.started': '4',
      '2-7.started': '',
      '3-7.json': record,
      '4-7.started': '3',
      '5-8.started': '3',
    };
    expect(read(others).map(({ kind }) => kind)).toEqual([
      'unrecorded',
      'unrecorded',
      'seen',
      'unrecorded',
      'unrecorded',
    ]);
  });

  it('are at most 256, and the rest is counted', () => {
    const many = Array.from({ length: 300 }, (_, index) => [`${index}-1.started`, ''] as const);
    const found = read(Object.fromEntries(many));
    expect([found.length, found.at(-1)]).toEqual([
      257,
      expect.objectContaining({ why: expect.stringMatching(/^44 /) }),
    ]);
  });
});

describe('a record that is not as it should be', () => {
  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...good, recordVersion: 2 })],
    ['no object', '[]'],
    ['a member that is missing', JSON.stringify({ ...good, seedings: undefined })],
    ['a number for a text', JSON.stringify({ ...good, neverSeeded: [1] })],
    ['a number that is not whole', JSON.stringify({ ...good, dropped: 0.5 })],
    [
      'an origin that nobody knows',
      JSON.stringify({ ...good, unseeded: [{ what: 'x', count: 1, file: 'x', line: 1, origin: 'x' }] }),
    ],
    ['an endless list', JSON.stringify({ ...good, faults: Array(5000).fill('x') })],
    ['a nesting that is endless', '['.repeat(100_000)],
  ])('is said to be unreadable: %s', (_what, text) => {
    expect(read({ '1-7.json': text })).toMatchObject([{ kind: 'unrecorded', pid: 7 }]);
  });

  it('is not opened where it is a link, a folder or too large', () => {
    const folder = scratchFolder();
    symlinkSync('/etc/hostname', join(folder, '1-1.json'));
    mkdirSync(join(folder, '2-2.json'));
    writeFileSync(join(folder, '3-3.json'), '');
    truncateSync(join(folder, '3-3.json'), 1 << 30);
    expect(readObserved(folder).map(({ kind }) => kind)).toEqual(['unrecorded', 'unrecorded', 'unrecorded']);
  });

  it('has its texts cut', () => {
    expect(read({ '1-7.json': JSON.stringify({ ...good, faults: ['x'.repeat(9000)] }) })).toMatchObject([
      { faults: ['x'.repeat(1000)] },
    ]);
  });
});
