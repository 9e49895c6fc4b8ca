import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeVersion, sameRelease, satisfiesPin } from '../../src/model/python-version.ts';

describe('the normal form of PEP 440', () => {
  test.each([
    ['1.0', '1.0'],
    ['v1.0', '1.0'],
    [' 1.0\n', '1.0'],
    ['01.002', '1.2'],
    ['1.0.0.RC1', '1.0.0rc1'],
    ['1.0-alpha', '1.0a0'],
    ['1.0_beta.2', '1.0b2'],
    ['1.0c3', '1.0rc3'],
    ['1.0-preview-4', '1.0rc4'],
    ['1.0-1', '1.0.post1'],
    ['1.0.r5', '1.0.post5'],
    ['1.0post', '1.0.post0'],
    ['1.0.DEV', '1.0.dev0'],
    ['1.0a1.post2.dev3', '1.0a1.post2.dev3'],
    ['2!1.0', '2!1.0'],
    ['0!1.0', '1.0'],
    ['2.6.0+cu124', '2.6.0+cu124'],
    ['2.6.0+CU124', '2.6.0+cu124'],
    ['1.0+ubuntu-1', '1.0+ubuntu.1'],
    ['1.0+ubuntu_01.x', '1.0+ubuntu.1.x'],
    ['2.1.0a0+12e4567', '2.1.0a0+12e4567'],
    ['1.0.dev20240101123456789012', '1.0.dev20240101123456789012'],
  ])('%s is %s', (text, normal) => {
    expect(normalizeVersion(text)).toBe(normal);
  });

  test.each(['', 'banana', '1.', '.1', '1..0', '1.0+', '1.0+a..b', '1.0 .0', '1.0*', '1.*', '1.0+a b', 'unknown'])(
    '%j is no version',
    (text) => {
      expect(normalizeVersion(text)).toBeNull();
    },
  );

  test('of a normal form is itself', () => {
    const part = fc.nat(50).map(String);
    const version = fc
      .record({
        epoch: fc.option(part, { nil: null }),
        release: fc.array(part, { minLength: 1, maxLength: 4 }),
        pre: fc.constantFrom('', 'a1', '-RC', '_beta_3', '.c2'),
        post: fc.constantFrom('', '-4', '.post', 'r2'),
        dev: fc.constantFrom('', '.dev', '-DEV7'),
        local: fc.constantFrom('', '+cu124', '+Ubuntu-01', '+1e5'),
      })
      .map(
        ({ epoch, release, pre, post, dev, local }) =>
          `${epoch === null ? '' : `${epoch}!`}${release.join('.')}${pre}${post}${dev}${local}`,
      );
    fc.assert(
      fc.property(version, (text) => {
        const normal = normalizeVersion(text);
        expect(normal).not.toBeNull();
        expect(normalizeVersion(normal ?? '')).toBe(normal);
        expect(satisfiesPin(text, normal ?? '')).toBe(true);
        expect(sameRelease(text, normal ?? '')).toBe(true);
      }),
    );
  });
});

describe('a pin', () => {
  test.each([
    ['2.6.0', '2.6.0', true],
    ['2.6', '2.6.0', true],
    ['2.6.0+cu124', '2.6.0', true],
    ['2.6.0', '2.6.0+cu124', false],
    ['2.6.0+cu121', '2.6.0+cu124', false],
    ['2.6.0+cu124', '2.6.0+CU124', true],
    ['2.1.0a0+12e4567', '2.1.0a0+34e4567', false],
    ['2.6.1', '2.6.0', false],
    ['2.6.0rc1', '2.6.0', false],
    ['2.6.0.post1', '2.6.0', false],
    ['1!2.6.0', '2.6.0', false],
    ['1.0.dev20240101123456789012', '1.0.dev20240101123456789013', false],
    ['weird-1', 'weird-1', true],
    ['weird-1', 'weird-2', false],
  ])('%s installed, ==%s asked for: %s', (version, pin, holds) => {
    expect(satisfiesPin(version, pin)).toBe(holds);
  });
});

test('builds of one release are of the same release, and a version that cannot be read says nothing', () => {
  expect(sameRelease('2.5.1.post101', '2.5.1')).toBe(true);
  expect(sameRelease('2.5.1+cu124', '2.5.1.0')).toBe(true);
  expect(sameRelease('2.5.2', '2.5.1')).toBe(false);
  expect(sameRelease('unknown', '1.0')).toBeNull();
});

test.each([
  `1${'.0'.repeat(50_000)}`,
  '1'.repeat(100_000),
  `1.0+${'a.'.repeat(50_000)}`,
  `1${'.0'.repeat(200)}${'-'.repeat(90)}`,
  `1.0${'.post1'.repeat(60)}`,
])('a hostile version %# is looked at in no time', (text) => {
  const started = performance.now();
  normalizeVersion(text);
  satisfiesPin(text, '1.0');
  expect(performance.now() - started).toBeLessThan(5000);
});
