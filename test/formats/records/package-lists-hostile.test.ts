/** Package lists that somebody wrote to break a reader: bounded in time, said with a place, and never an exception. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { condaEnvironment } from '../../../src/formats/records/conda-environment.ts';
import { condaList } from '../../../src/formats/records/conda-list.ts';
import { pipList } from '../../../src/formats/records/pip-list.ts';
import { pixiLock } from '../../../src/formats/records/pixi-lock.ts';
import { poetryLock } from '../../../src/formats/records/poetry-lock.ts';
import { pylock } from '../../../src/formats/records/pylock.ts';
import type { AnyRecordFormat } from '../../../src/formats/records/record-format.ts';
import { uvLock } from '../../../src/formats/records/uv-lock.ts';
import type { RequirementsRecord } from '../../../src/model/record.ts';

const names: ReadonlyMap<AnyRecordFormat, string> = new Map<AnyRecordFormat, string>([
  [condaEnvironment, 'environment.yml'],
  [condaList, 'conda.txt'],
  [pipList, 'pip-list.txt'],
  [pixiLock, 'pixi.lock'],
  [poetryLock, 'poetry.lock'],
  [pylock, 'pylock.toml'],
  [uvLock, 'uv.lock'],
]);

async function read(
  format: AnyRecordFormat,
  text: string,
  name = names.get(format) ?? 'x',
): Promise<RequirementsRecord> {
  const source = memorySource(name, new TextEncoder().encode(text));
  format.recognizes(name, source);
  const record = await format.read(name, name, source);
  if (record.kind !== 'requirements') throw new Error('expected a package list');
  return record;
}

const formats = [...names.keys()];
const crumbs = [
  ...[
    '[[package]]',
    '[[packages]]',
    'name = "a"',
    'version = "1"',
    'source = { git = "https://u:hunter2@host/a#b" }',
    '\n',
  ],
  ...[
    'packages:\n',
    '- conda: https://host/a-1-0.conda\n',
    '  name: a\n',
    '- pypi: ',
    '&a',
    '*a',
    '<<: ',
    '[',
    '{',
    '"',
    "'",
  ],
  ...[
    'dependencies:\n',
    '  - a=1=b\n',
    '  - pip:\n',
    '      - ',
    '-e .',
    '@EXPLICIT\n',
    '# packages in environment at /\n',
  ],
  ...[
    'Package Version\n',
    '------- -------\n',
    'a       1\n',
    '__proto__',
    '=',
    '\u0000',
    '\ud800',
    '\t',
    'é',
    ':',
    '::',
  ],
];

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  test('is read whatever stands in it', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...crumbs)).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const record = await read(format, text);
        for (const { text: shown, line, problem, name } of record.lines) {
          expect(line).toBeGreaterThan(0);
          expect(shown.length).toBeLessThanOrEqual(300);
          expect(name === null && problem === null && record.scope === 'installed').toBe(false);
        }
        expect(JSON.stringify(record)).not.toContain('hunter2');
      }),
    );
  });

  test('that is too large is refused before it is read', async () => {
    const never = () => expect.fail('read');
    const large = { name: 'x', byteLength: 17 * 1024 * 1024, read: never, readInto: never };
    await expect(async () => format.read('x', 'x', large)).rejects.toThrow(/a record may have at most (?:4|16)\.0 MiB/);
  });

  test('that is not text says so', async () => {
    const name = names.get(format) ?? 'x';
    const record = await format.read(name, name, memorySource(name, Uint8Array.of(0x23, 0x0a, 0xff, 0x0a)));
    expect(record.problems[0]).toMatchObject({ code: 'BAD_ENCODING', line: 2 });
  });
});

describe('what is wrong is said with its line', () => {
  test.each([
    [uvLock, 'version = 1\n[[package]]\nname = "a\n', { code: 'TOML_SYNTAX', line: 3 }],
    [uvLock, '[[package]]\nname = "a"\nname = "b"\n', { code: 'TOML_SYNTAX', line: 3 }],
    [uvLock, 'version = 1\n', { code: 'NO_PACKAGES', line: 1 }],
    [poetryLock, '<<<<<<< HEAD\n[[package]]\n', { code: 'TOML_SYNTAX', line: 1 }],
    [pylock, 'packages = 7\n', { code: 'NO_PACKAGES', line: 1 }],
    [uvLock, `a = ${'['.repeat(5000)}`, { code: 'TOML_SYNTAX', line: 1 }],
    [pixiLock, 'version: 6\n', { code: 'NO_PACKAGES', line: 1 }],
    [pixiLock, 'packages:\n- conda: https://host/a-1-0.conda\n- conda: "https\n  name: x\n', { line: 3 }],
    [condaEnvironment, 'dependencies:\n- a=1=b\n- "c\n', { line: 4 }],
  ])('%# %j', async (format, text, problem) => {
    expect((await read(format, text)).problems[0]).toMatchObject(problem);
  });

  test.each([
    [uvLock, '[[package]]\nversion = "1"\n', { line: 1, problem: 'a package without a name' }],
    [condaList, '@EXPLICIT\nhttps://host/odd.conda\n', { line: 2, problem: 'not the name of a conda package' }],
    [
      condaList,
      '# packages in environment at /:\nlonely\n',
      { line: 2, problem: 'not a row of name, version and build' },
    ],
    [pipList, 'Package Version\n------- -------\nlonely\n', { line: 3, problem: 'not a row of name and version' }],
    [condaEnvironment, 'dependencies:\n- 3.11\n', { problem: 'not a text; a package was expected' }],
    [condaEnvironment, 'dependencies:\n- pip:\n  - a==\n', { line: 3, problem: '"==" is not a version specifier' }],
  ])('line %# %j', async (format, text, line) => {
    expect((await read(format, text)).lines[0]).toMatchObject(line);
  });

  test('a package that calls itself __proto__ is a package', async () => {
    const text =
      '[[package]]\nname = "__proto__"\nversion = "1"\n[package.source]\n__proto__ = "x"\nconstructor = "y"\n';
    expect((await read(uvLock, text)).lines).toMatchObject([{ name: '-proto-', pinned: '1' }]);
    expect({}).not.toHaveProperty('x');
  });
});

describe('a large file is read in linear time', () => {
  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join('');
  test.each([
    ['100,000 packages', uvLock, many(100_000, (at) => `[[package]]\nname = "p${at}"\nversion = "1"\n`)],
    ['a deep key', poetryLock, `${'a.'.repeat(200_000)}b = 1`],
    ['one long string', pylock, `a = "${'x'.repeat(8_000_000)}`],
    ['100,000 dashes', pixiLock, `packages:\n${'- \n'.repeat(100_000)}`],
    ['one package without an end', pixiLock, `packages:\n- conda: x\n${'  purls: a\n'.repeat(100_000)}`],
    ['nested flow collections', pixiLock, `packages:\n- conda: ${'['.repeat(60_000)}\n`],
    [
      'an alias bomb',
      condaEnvironment,
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${many(9, (at) => `${at}: &${at} [${`*${at === 0 ? 'a' : at - 1},`.repeat(10)}]\n`)}dependencies:\n- *8\n`,
    ],
    ['names that are written with escapes', condaEnvironment, `dependencies:\n${'- "\\u0061"\n'.repeat(20_000)}`],
    [
      '100,000 rows',
      condaList,
      `@EXPLICIT\n${'https://host/linux-64/name-of-some-length-1.2.3-0.conda\n'.repeat(60_000)}`,
    ],
    ['one long row', condaList, `@EXPLICIT\n${'a-'.repeat(1_000_000)}1-0.conda`],
    ['one long specification', condaList, `# packages in environment at /:\na=${'='.repeat(1_000_000)}`],
    ['a wide table', pipList, `Package Version\n------- -------\n${'a       1\n'.repeat(100_000)}`],
    ['a table of many columns', pipList, `Package Version\n${'-- '.repeat(500_000)}\n${'a  1\n'.repeat(100_000)}`],
  ])('%s', async (_title, format, text) => {
    const started = performance.now();
    await read(format, text);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
