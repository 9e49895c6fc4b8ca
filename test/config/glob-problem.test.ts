import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { globProblem, matchesEverything } from '../../src/config/glob-problem.ts';

describe('globs that are refused', () => {
  const cases: readonly (readonly [glob: string, message: string])[] = [
    ['', 'is empty'],
    ['x'.repeat(257), 'has 257 characters; expected at most 256'],
    ['a\nb', 'control character'],
    ['!a', 'begins with "!"'],
    ['a\\b', 'backslash'],
    ['+(ab|abab)', 'group in parentheses'],
    ['(a+)+$', 'group in parentheses'],
    ['@(a)', 'group in parentheses'],
    ['[!ab]', 'expected [^abc]'],
    ['[ab', 'bracket without its partner'],
    ['{a,b', 'braces that are nested or without a partner'],
    ['{a,{b,c}}', 'braces that are nested'],
    ['a}', 'without a partner'],
    ['{a}', 'braces around one name'],
    ['{1..1000000}', 'a range in braces'],
    ['***************X', 'three stars'],
    ['*a*a*a*aX', '4 wildcards between two "/"'],
    ['{*a*a*a*aX,b}', '4 wildcards between two "/"'],
    ['**/a/**/a/**/a/**/a', '4 times **'],
    ['*a*/*a*/*a*/*a*', '8 wildcards; expected at most 6'],
    ['*a*a*a/*a*a*aX', '3 wildcards in several parts'],
    [`{${'a,'.repeat(40)}a}{${'a,'.repeat(40)}a}`, 'stands for 1681 globs; expected at most 256'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}', '5 groups in braces'],
  ];
  test.each(cases)('%j', (glob, message) => expect(globProblem(glob)).toContain(message));
});

test.each([
  '*.pt',
  '**/checkpoint_*/**/*.pt',
  'run [(]1[)]',
  '[^a]*',
  'a/?/b',
  '{best,latest}.{pt,ckpt}',
  'logs/',
  './out',
  '[*]',
])('%j is taken', (glob) => expect(globProblem(glob)).toBeNull());

test('the worst glob that is taken is matched against a hostile name in a moment', () => {
  const globs = [
    '*a*a*aX',
    '**/*a*a*aX',
    '*a*a*a/*a*a/*aX',
    '**/a/**/a/**/aX',
    `{${'a,'.repeat(15)}a}{${'a,'.repeat(15)}a}*a*aX`,
  ];
  const names = ['a'.repeat(255), `${'a'.repeat(120)}/${'a'.repeat(120)}`, `${'a/'.repeat(100)}b`];
  for (const glob of globs) {
    expect(globProblem(glob)).toBeNull();
    const matches = picomatch(glob, { dot: true, nonegate: true, noextglob: true });
    const started = performance.now();
    for (const name of names) matches(name);
    expect(performance.now() - started, glob).toBeLessThan(5000);
  }
});

describe('globs that leave nothing', () => {
  test.each([[['**']], [['*']], [['**/*']], [['?*']], [['*', '**/*']], [['[^z]*', 'z*']]])('%j', (globs) =>
    expect(matchesEverything(globs)).toBe(true),
  );
  test.each([[[]], [['*.pt']], [['*/**']], [['**/loss']], [['.*']]])('%j leaves something', (globs) =>
    expect(matchesEverything(globs)).toBe(false),
  );
});
