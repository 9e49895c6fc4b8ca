/** Whatever is handed in: a Request or an InputProblem, never anything else, and always soon. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { options } from '../../src/config/options.ts';
import { InputProblem } from '../../src/model/problem.ts';
import { actionRequest, fileRequest, memoryHost } from './memory-host.ts';

const whole = `command: [python, train.py]
runs: 3
tolerance: {rtol: 1e-5, rules: [{glob: "a/**", atol: 1}]}
metrics:
  include: ["*.csv"]
  stdout: 'step (?<step>\\d+) (?<loss>\\S+)'
ignore: {series: &lr "lr-*", files: *lr }
checks:
  record/*: off
  waivers: [{id: weights/values-differ, place: a, reason: b, until: 2027-01-31}]
environment-variables: {A: 1, PYTHONHASHSEED: null}
`;

async function settles(promise: Promise<unknown>): Promise<void> {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(InputProblem);
  }
}

const yamlish = fc.stringMatching(/^[ab:,\-?[\]{}&*!|>%@`"'#\n\t 01~<.]{0,40}$/);

describe('the configuration file', () => {
  test('every prefix', async () => {
    for (let length = 0; length <= whole.length; length++) await settles(fileRequest(whole.slice(0, length)));
  });

  test('with any piece replaced', async () => {
    const at = fc.nat(whole.length);
    await fc.assert(
      fc.asyncProperty(at, fc.nat(12), fc.oneof(yamlish, fc.string()), async (start, length, text) => {
        await settles(fileRequest(whole.slice(0, start) + text + whole.slice(start + length)));
      }),
      { numRuns: 500 },
    );
  });
});

const names = options.map((option) => option.name);
const text = fc.oneof(
  yamlish,
  fc.string(),
  fc.constantFrom('2', '6h', 'off', '2GB', 'a=1', 'atol=1', 'record/*=off', '{', '{}', 'a: b'),
);

test('any inputs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), text, (name, value) =>
      settles(actionRequest({ command: 'true', [name]: value })),
    ),
    { numRuns: 500 },
  );
});

test('any command line', async () => {
  const flag = fc.oneof(
    fc.constantFrom(...names).map((name) => `--${name}`),
    fc.constantFrom('--', '-h', '-x', '--help', '-V', ''),
  );
  const argument = fc.oneof(
    flag,
    text,
    fc.constantFrom('run', 'compare', 'check', 'report', 'fingerprint', 'explain', 'init', 'demo', 'help', 'a', 'b'),
  );
  const host = memoryHost({ a: null, b: null });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'run',
        'compare',
        'check',
        'report',
        'fingerprint',
        'explain',
        'init',
        'demo',
        'help',
        '--help',
        'x',
      ),
      fc.array(argument, { maxLength: 6 }),
      (command, rest) => settles(parseCommandLine([command, ...rest], host)),
    ),
    { numRuns: 500 },
  );
});
