import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/formats/records/yaml-value.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const codes = (text: string): readonly string[] => parseYaml(text).problems.map(({ code }) => code);

describe('values', () => {
  test('are plain data in their own order', () => {
    const text = 'lr: 0.1\nepochs: 3\nname: base\nuse: true\nnothing: null\nlist: [1, a]\nnested: {a: {b: 1}}\n';
    expect(parseYaml(text)).toEqual({
      value: plain({
        lr: 0.1,
        epochs: 3,
        name: 'base',
        use: true,
        nothing: null,
        list: [1, 'a'],
        nested: { a: { b: 1 } },
      }),
      problems: [],
    });
  });
  test('keep integers of any size', () => {
    expect(parseYaml('n: 123456789012345678901234567890').value).toEqual(plain({ n: 123456789012345678901234567890n }));
  });
  test('keep interpolations as text', () => {
    expect(parseYaml('key: \u0024{oc.env:SECRET}').value).toEqual(plain({ key: '\u0024{oc.env:SECRET}' }));
  });
  test('know YAML 1.1 booleans, as PyYAML does', () => {
    expect(parseYaml('a: yes\nb: off').value).toEqual(plain({ a: true, b: false }));
  });
  test('follow aliases and merges', () => {
    expect(parseYaml('base: &b {lr: 1, wd: 2}\nx:\n  <<: *b\n  wd: 3\n').value).toEqual(
      plain({ base: { lr: 1, wd: 2 }, x: { lr: 1, wd: 3 } }),
    );
  });
  test('of unknown tags are inert', () => {
    expect(parseYaml('a: !!python/object/apply:os.system ["echo"]').value).toEqual(plain({ a: ['echo'] }));
  });
  test('under __proto__ are ordinary', () => {
    expect(parseYaml('__proto__: {x: 1}').value).toMatchObject({ items: [['__proto__', plain({ x: 1 })]] });
  });
  test('of nothing are an empty mapping', () => {
    expect(parseYaml('# only a comment\n')).toEqual({ value: plain({}), problems: [] });
  });
});

describe('problems', () => {
  test('name a key that stands twice, with its line', () => {
    const { value, problems } = parseYaml('lr: 0.1\nwd: 0\nlr: 0.2\n');
    expect(problems).toEqual([{ code: 'DUPLICATE_KEY', message: 'key "lr" stands twice in one mapping', line: 3 }]);
    expect(value).toEqual(plain({ lr: 0.2, wd: 0 }));
  });
  test('a key that overrides a merged one is no duplicate', () => {
    expect(codes('b: &b {lr: 1}\nx: {<<: *b, lr: 2}')).toEqual([]);
  });
  test('name broken syntax with its line', () => {
    expect(parseYaml('a: 1\nb: [1, 2\nc: 3\n').problems[0]).toMatchObject({ line: expect.any(Number) });
  });
  test('an alias bomb is refused', () => {
    const bomb = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
    ].join('\n');
    expect(codes(bomb)).toEqual(['YAML_ALIAS']);
  });
  test('an alias to itself is refused', () => {
    expect(codes('a: &a [*a]')).toEqual(['YAML_DEPTH']);
  });
  test.each(['['.repeat(100_000), '{a: '.repeat(5000), '- '.repeat(20_000)])('depth %# is refused', (text) => {
    expect(codes(text)).toEqual(['YAML_DEPTH']);
  });
  test('40,000 keys are read in seconds', () => {
    const started = performance.now();
    expect(codes(Array.from({ length: 40_000 }, (_, i) => `key${i}: ${i}`).join('\n'))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test('nothing makes the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseYaml(text)));
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a',
            ': ',
            '- ',
            '\n',
            '  ',
            '[',
            ']',
            '{',
            '}',
            '&x ',
            '*x',
            '!!t ',
            '|',
            '"',
            "'",
            '<<',
            '? ',
            '\t',
            '#',
            '---\n',
          ),
        ),
        (parts) => void parseYaml(parts.join('')),
      ),
    );
  });
});
