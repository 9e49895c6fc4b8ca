/** Package lists as the real tools write them: what each line of a file says, with its place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { pipList } from '../../../src/formats/records/pip-list.ts';
import { recordFormats } from '../../../src/formats/records/registry.ts';
import type { RequirementsRecord } from '../../../src/model/record.ts';

const folder = join(import.meta.dirname, '../../fixtures/requirements');
const commit = 'a8f051a450b041577e12e82aec552630516e43fc';

/** As an audit reads it: by the first format that recognizes it under that name. */
async function read(fixture: string, name = fixture): Promise<RequirementsRecord> {
  const source = memorySource(name, readFileSync(join(folder, fixture)));
  const format = recordFormats.find((one) => one.recognizes(name, source));
  const record = await format?.read(name, name, source);
  if (record?.kind !== 'requirements') throw new Error(`${name} is not read as a package list`);
  return record;
}

async function kindOf(fixture: string, name = fixture) {
  const { format, scope, manager, problems } = await read(fixture, name);
  return { format, scope, manager, problems };
}

async function rowsOf(fixture: string, name = fixture) {
  const { lines } = await read(fixture, name);
  return lines.map(({ line, name: packageName, pinned, source }) => [line, packageName, pinned, source]);
}

describe('pip freeze', () => {
  test('is what was installed, and every line has its package, pin and place', async () => {
    expect(await kindOf('pip-freeze.txt', 'out/requirements.txt')).toEqual({
      format: 'requirements',
      scope: 'installed',
      manager: 'pip',
      problems: [],
    });
    expect(await rowsOf('pip-freeze.txt')).toEqual([
      [3, 'bad-remote', '0.1.0.dev3', 'editable'],
      [4, 'click', '8.1.8', 'index'],
      [5, 'iniconfig', '2.0.0', 'index'],
      [7, 'no-remote', '0.1.0.dev3', 'editable'],
      [8, 'packaging', '26.4', 'index'],
      [10, 'plain-lib', '1.2.0', 'editable'],
      [11, 'pyyaml', '6.0.2', 'index'],
      [12, 'ruamel-yaml', '0.18.6', 'index'],
      [13, 'ruamel-yaml-clib', '0.2.15', 'index'],
      [14, 'six', '1.17.0', 'path'],
      [15, 'tiny-lib', commit, 'vcs'],
      [16, 'with-remote', '5db42103943cb43eb221bfb486cd9f6e07f1ce45', 'editable'],
    ]);
  });

  test('of uv tells editable installs by their folder alone', async () => {
    const { lines } = await read('uv-pip-freeze.txt');
    expect(
      lines.filter(({ source }) => source === 'editable').map(({ name, pinned, text }) => [name, pinned, text]),
    ).toEqual([
      [null, null, '-e file:///home/user/badremote'],
      [null, null, '-e file:///home/user/noremote'],
      [null, null, '-e file:///home/user/plain'],
      [null, null, '-e file:///home/user/withremote'],
    ]);
    expect(await kindOf('uv-pip-freeze.txt')).toMatchObject({ scope: 'installed', problems: [] });
  });
});

describe('pip list', () => {
  test('is read in UTF-16, as Windows PowerShell writes it', () => {
    const table = 'Package Version\r\n------- -------\r\nnumpy   2.1.3\r\n';
    const source = memorySource('r', new Uint8Array(Buffer.from(`\ufeff${table}`, 'utf16le')));
    expect(pipList.recognizes('out/requirements.txt', source)).toBe(true);
    expect(pipList.read('r', 'r', source)).toMatchObject({ lines: [{ name: 'numpy', pinned: '2.1.3' }], problems: [] });
  });

  test.each(['pip-list.txt', 'pip-list.json', 'pip-list-freeze.txt'])(
    '%s has all packages with their versions',
    async (file) => {
      const { lines, scope, problems } = await read(file);
      expect({ scope, problems }).toEqual({ scope: 'installed', problems: [] });
      expect(lines.map(({ name, pinned }) => `${name} ${pinned}`)).toEqual([
        'bad-remote 0.1.0.dev3',
        'click 8.1.8',
        'iniconfig 2.0.0',
        'no-remote 0.1.0.dev3',
        'packaging 26.4',
        'pip 26.3',
        'plain-lib 1.2.0',
        'pyyaml 6.0.2',
        'ruamel-yaml 0.18.6',
        'ruamel-yaml-clib 0.2.15',
        'setuptools 65.5.0',
        'six 1.17.0',
        'tiny-lib 0.3.0',
        'wheel 0.48.0',
        'with-remote 0.2.0',
      ]);
    },
  );
  test.each(['pip-list.txt', 'pip-list.json'])('%s tells which are editable', async (file) => {
    const { lines } = await read(file);
    expect(lines.filter(({ source }) => source === 'editable').map(({ name }) => name)).toEqual([
      'bad-remote',
      'no-remote',
      'plain-lib',
      'with-remote',
    ]);
  });
  test('a table is known by its head under any name of a package list', async () => {
    expect((await kindOf('pip-list.txt', 'out/requirements.txt')).format).toBe('pip-list');
    expect((await rowsOf('pip-list.txt'))[0]).toEqual([3, 'bad-remote', '0.1.0.dev3', 'editable']);
  });
});

describe('what may be installed is told from what was there', () => {
  test.each([
    ['pip-compile.txt', 'requirements'],
    ['uv-pip-compile.txt', 'requirements'],
    ['uv-export.txt', 'requirements'],
    ['uv.lock', 'uv-lock'],
    ['pylock.toml', 'pylock'],
    ['poetry-2.lock', 'poetry-lock'],
    ['pixi-6.lock', 'pixi-lock'],
  ])('%s', async (file, format) => {
    const name = file.endsWith('.txt') ? `out/requirements-${file}` : file.replace(/-[\d.]+(?=\.lock)/, '');
    expect(await kindOf(file, name)).toMatchObject({ format, scope: 'locked', problems: [] });
  });
});

test('pip-compile: continued lines with hashes are one requirement each', async () => {
  expect(await rowsOf('pip-compile.txt', 'requirements.txt')).toEqual([
    [7, 'click', '8.1.8', 'index'],
    [11, 'six', '1.17.0', 'index'],
  ]);
});

test('uv export: markers, folders, wheels and a commit', async () => {
  expect(await rowsOf('uv-export.txt')).toEqual([
    [3, null, null, 'editable'],
    [4, null, null, 'editable'],
    [6, null, null, 'path'],
    [8, 'six', '1.17.0', 'path'],
    [11, 'click', '8.1.8', 'index'],
    [15, 'click', '8.5.1', 'index'],
    [19, 'colorama', '0.4.6', 'index'],
    [23, 'pip', '26.0.1', 'index'],
    [27, 'pip', '26.3', 'index'],
    [31, 'tiny-lib', commit, 'vcs'],
  ]);
});

test('uv.lock: several versions of one package, members of the workspace, a wheel, a folder, a commit', async () => {
  expect(await rowsOf('uv.lock')).toEqual([
    [15, 'click', '8.1.8', 'index'],
    [30, 'click', '8.5.1', 'index'],
    [42, 'colorama', '0.4.6', 'index'],
    [51, 'data-tools', '0.2.0', 'editable'],
    [56, 'pip', '26.0.1', 'index'],
    [68, 'pip', '26.3', 'index'],
    [80, 'plain-lib', '1.2.0', 'path'],
    [85, 'six', '1.17.0', 'path'],
    [93, 'tiny-lib', commit, 'vcs'],
    [98, 'tiny-train', '0.1.0', 'editable'],
  ]);
});

test('pylock.toml: the same lock in the form that all tools share', async () => {
  const rows = await rowsOf('pylock.toml');
  expect(rows.map(([, ...rest]) => rest)).toEqual([
    ['click', '8.1.8', 'index'],
    ['click', '8.5.1', 'index'],
    ['colorama', '0.4.6', 'index'],
    ['data-tools', null, 'editable'],
    ['pip', '26.0.1', 'index'],
    ['pip', '26.3', 'index'],
    ['plain-lib', null, 'path'],
    ['six', '1.17.0', 'path'],
    ['tiny-lib', commit, 'vcs'],
    ['tiny-train', null, 'editable'],
  ]);
  expect(rows[0]?.[0]).toBe(7);
});

describe('poetry.lock', () => {
  const expected = (folderInstall: boolean) => [
    ['click', '8.1.8', 'index'],
    ['click', '8.2.1', 'index'],
    ['colorama', '0.4.6', 'index'],
    ...(folderInstall ? [['plain-lib', '1.2.0', 'editable']] : []),
    ['six', '1.17.0', 'path'],
    ['tiny-lib', commit, 'vcs'],
  ];
  test.each([
    ['poetry-1.1.lock', false],
    ['poetry-1.8.lock', true],
    ['poetry-2.lock', true],
  ])('%s', async (file, folderInstall) => {
    const rows = await rowsOf(file, 'poetry.lock');
    expect(rows.map(([, ...rest]) => rest)).toEqual(expected(folderInstall));
  });
  test('gives the line of each package', async () => {
    expect((await rowsOf('poetry-2.lock', 'poetry.lock')).map(([line]) => line)).toEqual([3, 24, 45, 63, 77, 92]);
  });
});

describe('pixi.lock', () => {
  test('conda packages go by the names that PyPI has for them', async () => {
    expect(await rowsOf('pixi-6.lock', 'pixi.lock')).toEqual([
      [23, 'numpy', '1.26.4', 'index'],
      [35, 'numpy', '2.1.3', 'index'],
      [47, 'python', '3.11.11', 'index'],
      [55, 'torch', '2.5.1', 'index'],
      [66, 'tiny-lib', commit, 'vcs'],
      [69, 'click', '8.1.8', 'index'],
      [76, 'tiny-train', '0.1.0', 'editable'],
    ]);
  });
  test('of version 5 and of version 7', async () => {
    expect((await rowsOf('pixi-5.lock', 'pixi.lock')).map(([, ...rest]) => rest)).toEqual([
      ['pytorch', '2.1.2', 'index'],
      ['click', '8.1.8', 'index'],
      ['tiny-train', '0.1.0', 'editable'],
    ]);
    expect((await rowsOf('pixi-7.lock', 'pixi.lock')).map(([, ...rest]) => rest)).toEqual([
      ['numpy', '1.26.4', 'index'],
      ['numpy', '2.1.3', 'index'],
      ['python', '3.11.11', 'index'],
      ['torch', '2.5.1', 'index'],
      ['tiny-train', null, 'editable'],
      ['tiny-lib', commit, 'vcs'],
      ['click', '8.1.8', 'index'],
    ]);
  });
});

describe('conda', () => {
  test.each(['conda-explicit.txt', 'conda-list-export.txt', 'conda-list.txt'])(
    '%s is known by its head, even as requirements.txt',
    async (file) => {
      expect(await kindOf(file, 'out/requirements.txt')).toEqual({
        format: 'conda-list',
        scope: 'installed',
        manager: 'conda',
        problems: [],
      });
    },
  );
  test('an explicit list names packages by their archives', async () => {
    expect(await rowsOf('conda-explicit.txt')).toEqual([
      [6, '-libgcc-mutex', '0.1', 'index'],
      [7, 'python', '3.11.11', 'index'],
      [8, 'typing-extensions', '4.12.2', 'index'],
      [9, 'numpy', '2.1.3', 'index'],
      [10, 'pytorch', '2.5.1', 'index'],
    ]);
  });
  test('an export and a table', async () => {
    expect((await rowsOf('conda-list-export.txt')).slice(1)).toEqual([
      [6, 'click', '8.1.8', 'index'],
      [7, 'numpy', '2.1.3', 'index'],
      [8, 'python', '3.11.11', 'index'],
      [9, 'pytorch', '2.5.1', 'index'],
      [10, 'ruamel-yaml', '0.18.6', 'index'],
    ]);
    expect((await rowsOf('conda-list.txt')).slice(1)).toEqual([
      [5, 'click', '8.1.8', 'index'],
      [6, 'numpy', '2.1.3', 'index'],
      [7, 'plain-lib', '1.2.0', 'editable'],
      [8, 'python', '3.11.11', 'index'],
      [9, 'pytorch', '2.5.1', 'index'],
      [10, 'ruamel-yaml', '0.18.6', 'index'],
    ]);
    expect(await rowsOf('conda-list.json')).toEqual([
      [1, 'numpy', '2.1.3', 'index'],
      [1, 'click', '8.1.8', 'index'],
    ]);
    expect((await read('conda-list.json')).manager).toBe('conda');
  });
  test('environment.yml, with what pip installed', async () => {
    expect(await kindOf('environment.yml')).toEqual({
      format: 'conda-environment',
      scope: 'installed',
      manager: 'conda',
      problems: [],
    });
    expect((await rowsOf('environment.yml')).slice(1)).toEqual([
      [7, 'numpy', '2.1.3', 'index'],
      [8, 'pip', '24.3.1', 'index'],
      [9, 'python', '3.11.11', 'index'],
      [10, 'pytorch', '2.5.1', 'index'],
      [11, 'ruamel-yaml', '0.18.6', 'index'],
      [13, 'click', '8.1.8', 'index'],
      [14, 'tiny-lib', commit, 'vcs'],
    ]);
  });
  test('environment.yml from the history: what was asked for, not what was there', async () => {
    expect(await rowsOf('environment-from-history.yml')).toEqual([
      [5, 'python', '3.11', 'index'],
      [6, 'pytorch', null, 'index'],
      [7, 'numpy', null, 'index'],
      [8, 'ruamel-yaml', null, 'index'],
      [9, 'pip', null, 'index'],
      [11, 'click', null, 'index'],
    ]);
    expect((await read('environment-from-history.yml')).problems).toMatchObject([
      { code: 'INCLUDE_NOT_FOLLOWED', line: 12 },
    ]);
  });
});

describe('names under which they are found', () => {
  const text = (content: string) => memorySource('x', new TextEncoder().encode(content));
  const formatOf = (path: string, content = '') =>
    recordFormats.find((format) => format.recognizes(path, text(content)))?.id ?? null;

  test.each([
    ['uv.lock', 'uv-lock'],
    ['out/run_uv.lock', 'uv-lock'],
    ['poetry.lock', 'poetry-lock'],
    ['pylock.toml', 'pylock'],
    ['pylock.gpu.toml', 'pylock'],
    ['pixi.lock', 'pixi-lock'],
    ['requirements.lock', 'requirements'],
    ['pip-freeze.txt', 'requirements'],
    ['uv_freeze.txt', 'requirements'],
    ['uv-pip-freeze.txt', 'requirements'],
    ['pip_list.json', 'pip-list'],
    ['conda-list.json', 'pip-list'],
    ['Cargo.lock', null],
    ['yarn.lock', null],
    ['pyproject.toml', null],
    ['packages.txt', null],
  ])('%s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });

  test.each([
    ['environment.yml', 'dependencies:\n  - python=3.11\n', 'conda-environment'],
    ['environment.yaml', 'name: x\ndependencies:\n\n# all\n- python\n', 'conda-environment'],
    ['out/conda_env.yml', 'dependencies: [python=3.11]\n', 'conda-environment'],
    ['environment.yml', 'python_version: 3.11\n', null],
    ['environment.yml', 'dependencies:\n  torch: 2.6.0\n', null],
    ['environment.yml', 'record:\n  dependencies:\n    - torch\n', null],
    ['config.yaml', 'dependencies:\n  - python=3.11\n', 'configuration'],
    ['spec-file.txt', '# platform: linux-64\n@EXPLICIT\nhttps://host/a-1-0.conda\n', 'conda-list'],
    ['conda-linux-64.lock', '@EXPLICIT\n', 'conda-list'],
    ['notes.txt', 'see below\n@EXPLICIT\n', null],
    ['packages.txt', 'Package Version\n------- -------\nclick   8.1.8\n', 'pip-list'],
    ['requirements.txt', 'WARNING: old\nPackage Version\n------- -------\n', 'pip-list'],
  ])('%s with %j is %s', (path, content, format) => {
    const found = formatOf(path, content);
    expect(found === 'environment' ? null : found).toBe(format);
  });
});
