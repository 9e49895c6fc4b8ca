import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenNames, ownNamesLimit, relativeTo, selectOwnNames } from '../../src/collect/own-names.ts';
import { type OwnName, withoutOwnNames } from '../../src/model/own-names.ts';
import { runRecord, temporaryFolder } from './fake-run.ts';

const select = (...names: readonly OwnName[]) => selectOwnNames(names.map((name) => ({ name, count: 1 })));
const name = (text: string, placeholder = '‹time›'): OwnName => ({ text, placeholder });

describe('selectOwnNames', () => {
  it.each(['3', '42', '100', '4711', '123456', '2024', 'a', '', '...', '/', 'time', 'date'])('refuses %j', (text) => {
    expect(select(name(text))).toEqual([]);
  });

  it.each(['1705329000', '14-30-00', '2024-01-15', 'version_3'])('accepts %j', (text) => {
    expect(select(name(text))).toEqual([name(text)]);
  });

  it('refuses an id of letters alone, because it may be a word', () => {
    expect(select(name('baseline', '‹id›'), name('ab12cd34', '‹id›'))).toEqual([name('ab12cd34', '‹id›')]);
  });

  it('refuses what stands in a placeholder', () => {
    expect(select(name('runs/k3x9', 'runs/k3x9/‹id›'), name('folder', '‹folder›'))).toEqual([]);
  });

  it('puts the longest first', () => {
    expect(select(name('14-30-00'), name('/out/14-30-00', '‹folder›')).map(({ text }) => text)).toEqual([
      '/out/14-30-00',
      '14-30-00',
    ]);
  });

  it('keeps each text once', () => {
    expect(select(name('14-30-00'), name('14-30-00'))).toHaveLength(1);
  });

  it('keeps of too many those that stand in the most paths', () => {
    const rare = Array.from({ length: 400 }, (_, index) => ({ name: name(`rare-${index + 1000}`), count: 1 }));
    const selected = selectOwnNames([...rare, { name: name('14-30-00'), count: 7 }]);
    expect(selected).toHaveLength(ownNamesLimit);
    expect(selected).toContainEqual(name('14-30-00'));
  });
});

describe('withoutOwnNames', () => {
  it.each([
    ['outputs/14-30-00/best.ckpt', 'outputs/‹time›/best.ckpt', 1],
    ['14-30-00 and 14-30-00', '‹time› and ‹time›', 2],
    ['version_3', 'version_‹n›', 1],
    ['version_31', 'version_31', 0],
    ['14-30-001', '14-30-001', 0],
    ['114-30-00', '114-30-00', 0],
    ['nothing of it', 'nothing of it', 0],
    ['', '', 0],
  ])('%j → %j', (text, neutral, replaced) => {
    const names = [name('version_3', 'version_‹n›'), name('14-30-00')];
    expect(withoutOwnNames(text, names)).toEqual({ text: neutral, replaced });
  });

  const texts = fc
    .array(fc.constantFrom('a', '1', '12', '-', '/', 'run', 'x9', '2024-01-15', '‹', '›', ' '), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const placeholders = fc.constantFrom('‹time›', '‹id›', 'version_‹n›', '‹time 2›', 'runs/‹id›');
  const names = fc.array(fc.record({ text: texts, placeholder: placeholders }), { maxLength: 6 });

  it('changes nothing the second time, for any names that are selected', () => {
    fc.assert(
      fc.property(texts, names, (text, candidates) => {
        const selected = select(...candidates);
        const once = withoutOwnNames(text, selected).text;
        expect(withoutOwnNames(once, selected)).toEqual({ text: once, replaced: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it('never splits a number', () => {
    fc.assert(
      fc.property(fc.nat(), texts, names, (number, around, candidates) => {
        const selected = select(...candidates.filter(({ text }) => text !== String(number)));
        const digits = String(number).padStart(12, '9');
        const kept = withoutOwnNames(`${around.replace(/\d+$/, '')}=${digits}=`, selected).text;
        const whole = selected.some(({ text }) => text.includes(digits) || text.includes('='));
        expect(whole || kept.includes(`=${digits}=`)).toBe(true);
      }),
    );
  });
});

describe('givenNames', () => {
  const root = temporaryFolder();

  it('takes the fresh output folder, absolute and as seen from the working directory', () => {
    const record = runRecord(root, { environment: { TRAIN_TWICE_OUTPUT_DIR: `${root}/.train-twice/abc/output-1` } });
    expect(givenNames(record)).toEqual([
      name(`${root}/.train-twice/abc/output-1`, '‹folder›'),
      name('.train-twice/abc/output-1', '‹folder›'),
    ]);
  });

  it('takes the folder of results that were there already', () => {
    const record = runRecord('/data/runs/adam', { end: null, hostName: '', written: [] });
    expect(givenNames(record)).toEqual([name('/data/runs/adam', '‹folder›'), name('runs/adam', '‹folder›')]);
  });

  it('leaves the working directory of a training alone, because both runs share it', () => {
    expect(givenNames(runRecord(root))).toEqual([]);
  });

  it('takes a host name that can be nothing else', () => {
    expect(givenNames(runRecord(root, { hostName: 'gpu-7' }))).toEqual([name('gpu-7', '‹host›')]);
  });
});

describe('relativeTo', () => {
  it.each([
    ['/a/b', '/a/b/c/d', 'c/d'],
    ['/a/b/', '/a/b/c', 'c'],
    ['/a/b', '/a/bc', null],
    ['/a/b', '/a/b', null],
  ])('%s, %s → %s', (base, path, expected) => {
    expect(relativeTo(base, path)).toBe(expected);
  });
});
