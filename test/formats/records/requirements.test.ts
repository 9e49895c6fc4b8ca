import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { parseRequirementLine, redactCredentials } from '../../../src/formats/records/requirement-line.ts';
import { requirements } from '../../../src/formats/records/requirements.ts';
import type { RequirementsRecord } from '../../../src/model/record.ts';

const read = (text: string | Uint8Array): RequirementsRecord => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const record = requirements.read('out/requirements.txt', 'out/requirements.txt', memorySource('r', bytes));
  if (record.kind !== 'requirements') throw new Error('expected a package list');
  return record;
};
const line = (text: string) => {
  const { name, pinned, source, problem } = parseRequirementLine(text, 1);
  return { name, pinned, source, problem };
};
const index = { source: 'index', problem: null };

describe('is recognized by its name', () => {
  const source = memorySource('r', new Uint8Array());
  test.each([
    'requirements.txt',
    'out/requirements-gpu.txt',
    'requirements.lock',
    'pip-freeze.txt',
    'a/pip_freeze.txt',
    'dev-requirements.txt',
  ])('%s', (path) => {
    expect(requirements.recognizes(path, source)).toBe(true);
  });
  test.each(['notes.txt', 'requirements.md', 'requirements/readme.txt', 'requirementstxt'])('not %s', (path) => {
    expect(requirements.recognizes(path, source)).toBe(false);
  });
});

describe('a line', () => {
  test.each([
    ['torch==2.6.0', { ...index, name: 'torch', pinned: '2.6.0' }],
    ['torch==2.6.0+cu124', { ...index, name: 'torch', pinned: '2.6.0+cu124' }],
    ['Torch_Vision == 0.21', { ...index, name: 'torch-vision', pinned: '0.21' }],
    ['ruamel.yaml.clib===weird-1', { ...index, name: 'ruamel-yaml-clib', pinned: 'weird-1' }],
    ['numpy==1.0.0.RC1', { ...index, name: 'numpy', pinned: '1.0.0rc1' }],
    ['a==1.0,>=0.5', { ...index, name: 'a', pinned: '1.0' }],
    ['numpy', { ...index, name: 'numpy', pinned: null }],
    ['numpy>=1.0,<2', { ...index, name: 'numpy', pinned: null }],
    ['numpy~=1.26', { ...index, name: 'numpy', pinned: null }],
    ['numpy==1.*', { ...index, name: 'numpy', pinned: null }],
    ['numpy (>=1.0)', { ...index, name: 'numpy', pinned: null }],
    ['requests[security, socks]==2.32.3', { ...index, name: 'requests', pinned: '2.32.3' }],
    [
      'a==1; python_version >= "3.8" and (sys_platform == \'linux\' or extra == "x")',
      { ...index, name: 'a', pinned: '1' },
    ],
    ['a==1 --hash=sha256:aa --hash=sha256:bb', { ...index, name: 'a', pinned: '1' }],
    ['-e .', { name: null, pinned: null, source: 'editable', problem: null }],
    [
      '-e git+https://github.com/a/b.git@0123456789012345678901234567890123456789#egg=My_Lib',
      { name: 'my-lib', pinned: '0123456789012345678901234567890123456789', source: 'editable', problem: null },
    ],
    ['lib @ git+ssh://git@github.com/a/b.git@main', { name: 'lib', pinned: null, source: 'vcs', problem: null }],
    ['git+https://github.com/a/b.git#egg=b', { name: 'b', pinned: null, source: 'vcs', problem: null }],
    [
      'https://host/torch-2.1.0%2Bcu121-cp311-cp311-linux_x86_64.whl',
      { name: 'torch', pinned: '2.1.0+cu121', source: 'url', problem: null },
    ],
    [
      'numpy @ file:///home/conda/numpy-1.26.4-cp311-cp311-linux_x86_64.whl#sha256=ab',
      { name: 'numpy', pinned: '1.26.4', source: 'path', problem: null },
    ],
    [
      'mkl-service @ file:///tmp/build/80754af9/mkl-service_159',
      { name: 'mkl-service', pinned: null, source: 'path', problem: null },
    ],
    ['./local/pkg', { name: null, pinned: null, source: 'path', problem: null }],
    ['../plain', { name: null, pinned: null, source: 'path', problem: null }],
    ['.[gpu]', { name: null, pinned: null, source: 'path', problem: null }],
    [
      '-e .[dev] --config-settings=editable_mode=compat',
      { name: null, pinned: null, source: 'editable', problem: null },
    ],
    [
      '-e my-lib @ git+https://github.com/a/b.git@0123456789012345678901234567890123456789',
      { name: 'my-lib', pinned: '0123456789012345678901234567890123456789', source: 'editable', problem: null },
    ],
    [
      'lib[x] @ git+https://github.com/a/b.git@0123456789ABCDEF789012345678901234567890#subdirectory=packages/lib',
      { name: 'lib', pinned: '0123456789abcdef789012345678901234567890', source: 'vcs', problem: null },
    ],
    ['lib@git+https://github.com/a/b.git@feature/x', { name: 'lib', pinned: null, source: 'vcs', problem: null }],
    ['lib @ git+https://github.com/a/b.git@a8f051a', { name: 'lib', pinned: null, source: 'vcs', problem: null }],
    ['svn+https://host/repo/trunk@2019#egg=lib', { name: 'lib', pinned: '2019', source: 'vcs', problem: null }],
    [
      'https://github.com/a/b/archive/0123456789012345678901234567890123456789.zip#egg=b&subdirectory=x',
      { name: 'b', pinned: '0123456789012345678901234567890123456789', source: 'url', problem: null },
    ],
    ['https://host/my_lib-1.2.0.tar.gz', { name: 'my-lib', pinned: '1.2.0', source: 'url', problem: null }],
    [
      'lib @ https://host/download?file=7#sha256=ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789',
      {
        name: 'lib',
        pinned: 'sha256=abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789',
        source: 'url',
        problem: null,
      },
    ],
    ['six-1.17.0-py2.py3-none-any.whl', { name: 'six', pinned: '1.17.0', source: 'path', problem: null }],
    ['a==1.0+Ubuntu-1', { ...index, name: 'a', pinned: '1.0+ubuntu.1' }],
    ['a==2.1.0a0+12e4567', { ...index, name: 'a', pinned: '2.1.0a0+12e4567' }],
    ['a==1 ; python_version < "3.10"    --hash=sha256:aa', { ...index, name: 'a', pinned: '1' }],
  ])('%s', (text, expected) => {
    expect(line(text)).toEqual(expected);
  });

  test.each([
    ['numpy=1.26', '"=1.26" is not a version specifier'],
    ['numpy==not a version', '"==not a version" is not a version specifier'],
    ['numpy==banana', '"banana" is not a version by PEP 440'],
    ['numpy>=1.*', '"1.*" is not a version by PEP 440'],
    ['numpy>=1.0+cu124', '">=" cannot stand before a local version such as "1.0+cu124"'],
    ['numpy~=1', '"~=" asks for a version of two parts or more, "1" has one'],
    ['numpy==1.0+cu.*', '"1.0+cu.*" is not a version by PEP 440'],
    ['!!', 'no package name at the start of the line'],
    ['numpy[extra', 'the extras are not closed by "]"'],
    ['a==1; import os', '"import os" is not a marker'],
    ['--frobnicate', 'not an option that pip knows in a requirements file'],
    ['<<<<<<< HEAD', 'no package name at the start of the line'],
  ])('%s is not a requirement, and why', (text, problem) => {
    expect(line(text).problem).toBe(problem);
  });
});

describe('credentials', () => {
  test.each([
    ['lib @ git+https://user:secret@host/a.git', 'lib @ git+https://***@host/a.git'],
    ['https://ghp_token@host/a.whl', 'https://***@host/a.whl'],
    ['https://u:p@ss@host/a.whl', 'https://***@host/a.whl'],
    ['git+ssh://git@github.com/a/b.git', 'git+ssh://git@github.com/a/b.git'],
    ['https://host/a.whl?token=abc&x=1', 'https://host/a.whl?token=***&x=1'],
    [
      'https://conda.host/t/tk-0123-secret/main/linux-64/a-1-0.conda',
      'https://conda.host/t/***/main/linux-64/a-1-0.conda',
    ],
    ['https://host/a.whl?X-Amz-Signature=abc', 'https://host/a.whl?X-Amz-Signature=***'],
  ])('%s is kept as %s', (text, kept) => {
    expect(redactCredentials(text)).toBe(kept);
  });
  test('never stand in a record, also not in its problems', () => {
    const text =
      'lib @ https://user:hunter2@host/x\n-e git+https://user:hunter2@host/y\n-r https://user:hunter2@host/z.txt\na==https://user:hunter2@host\n--index-url https://user:hunter2@host/simple';
    expect(JSON.stringify(read(text))).not.toContain('hunter2');
  });
});

describe('a file', () => {
  test('keeps the number of each line, without comments and options', () => {
    const { lines, problems } = read(
      '# pip freeze\n--index-url https://pypi.org/simple\n\nnumpy==2.1.3  # pinned\r\ntorch==2.6.0\n',
    );
    expect(lines.map(({ name, line: number }) => [name, number])).toEqual([
      ['numpy', 4],
      ['torch', 5],
    ]);
    expect(problems).toEqual([]);
  });
  test('takes name and version of an editable install from the comment right above it, and from no other', () => {
    const { lines } = read(
      [
        '# Editable install with no version control (My_Lib==1.0)',
        '-e /home/user/my_lib',
        '# Editable Git install (gone===weird-1) with either a deleted local remote or invalid URI:',
        "# 'C:\\\\gone\\\\'",
        '-e /home/user/gone',
        '# Editable Git install with no remote (other==2.0)',
        'numpy==2.1.3',
        '-e /home/user/nameless',
        '# Editable Git install with no remote (named==3.0)',
        '-e git+https://host/named.git@0123456789012345678901234567890123456789#egg=named',
      ].join('\n'),
    );
    expect(lines.map(({ name, pinned }) => [name, pinned])).toEqual([
      ['my-lib', '1.0'],
      ['gone', 'weird-1'],
      ['numpy', '2.1.3'],
      [null, null],
      ['named', '0123456789012345678901234567890123456789'],
    ]);
  });
  test.each([
    ['pip freeze', 'numpy==2.1.3\nlib @ https://host/a;b/lib.zip\n', 'installed'],
    ['hashes', 'numpy==2.1.3 --hash=sha256:aa\n', 'locked'],
    ['markers', "pywin32==306 ; sys_platform == 'win32'\n", 'locked'],
    [
      'the header of pip-compile',
      '#\n# This file is autogenerated by pip-compile with Python 3.11\nnumpy==2.1.3\n',
      'locked',
    ],
    ['the header of uv', '# This file was autogenerated by uv via the following command:\nnumpy==2.1.3\n', 'locked'],
  ])('%s: tells what was there from what may be installed', (_title, text, scope) => {
    expect(read(text).scope).toBe(scope);
  });
  test('joins continued lines', () => {
    const { lines } = read('numpy==2.1.3 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\ntorch==2.6.0\n');
    expect(lines.map(({ name, pinned, line: number }) => [name, pinned, number])).toEqual([
      ['numpy', '2.1.3', 1],
      ['torch', '2.6.0', 4],
    ]);
  });
  test('ends a continued line at a comment and at the end of the file', () => {
    expect(read('a==1 \\\n# comment\nb==2\\').lines.map(({ name }) => name)).toEqual(['a', 'b']);
  });
  test.each(['-r other.txt', '--requirement=other.txt', '-c constraints.txt', '-rother.txt'])(
    'notes %s and does not follow it',
    (text) => {
      expect(read(text)).toMatchObject({ lines: [], problems: [{ code: 'INCLUDE_NOT_FOLLOWED', line: 1 }] });
    },
  );
  test('is read in UTF-16, as Windows PowerShell writes it', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeffnumpy==2.1.3\r\n', 'utf16le'));
    expect(read(bytes).lines).toMatchObject([{ name: 'numpy', pinned: '2.1.3' }]);
  });
  test('that is not text says so', () => {
    expect(read(Uint8Array.of(0x61, 0x0a, 0xff, 0x0a)).problems).toMatchObject([{ code: 'BAD_ENCODING', line: 2 }]);
  });
  test('that is too large is refused before it is read', () => {
    const large = { name: 'r', byteLength: 5e6, read: () => expect.fail('read'), readInto: () => expect.fail('read') };
    expect(() => requirements.read('r', 'r', large)).toThrow('the file has 4.8 MiB; a record may have at most 4.0 MiB');
  });
  test('of 100,000 lines is read in linear time', () => {
    const started = performance.now();
    expect(read('package-name-of-some-length==1.2.3\n'.repeat(100_000)).lines).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test('never makes the reader throw, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)));
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a',
            '==',
            '1',
            '@',
            ' ',
            '[',
            ']',
            ';',
            '"',
            '#',
            '\\\n',
            '-e ',
            'git+',
            '://',
            '.whl',
            '--hash=',
            '\n',
          ),
        ),
        (parts) => void read(parts.join('')),
      ),
    );
  });
  test.each([
    'a'.repeat(60_000),
    `a${'.'.repeat(60_000)}`,
    `a[${','.repeat(60_000)}`,
    `a;${' '.repeat(60_000)}x`,
    `a==${'1.'.repeat(30_000)}`,
    `https://${'@'.repeat(60_000)}`,
    `a ${' --hash'.repeat(9000)}`,
  ])('a hostile line %# is read at once', (text) => {
    const started = performance.now();
    read(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
