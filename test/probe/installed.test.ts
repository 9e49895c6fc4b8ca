/** Which distributions the observer says were imported, out of metadata in the forms of PEP 376 and 610 and of setuptools. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeenProcess } from '../../src/model/observed-process.ts';
import { observe, only, plainPython, pythons, scratch } from './python.ts';

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

interface Wheel {
  /** Modules, as paths below the folder of packages; empty files. */
  readonly modules: readonly string[];
  readonly directUrl?: unknown;
  readonly installer?: string;
  readonly others?: Readonly<Record<string, string>>;
}

/** A distribution as an installer leaves it. */
function install(packages: string, name: string, version: string, { modules, ...more }: Wheel): void {
  const folder = `${name.replaceAll('-', '_')}-${version}.dist-info`;
  const files: Record<string, string> = {
    [`${folder}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\nName: not this one\n`,
    [`${folder}/RECORD`]: [...modules, `${folder}/METADATA`].map((path) => `${path},sha256=x,1\n`).join(''),
  };
  for (const module of modules) files[module] ??= '';
  if (more.directUrl !== undefined) files[`${folder}/direct_url.json`] = JSON.stringify(more.directUrl);
  if (more.installer !== undefined) files[`${folder}/INSTALLER`] = more.installer;
  for (const [path, text] of Object.entries(more.others ?? {})) files[path.replace('INFO', folder)] = text;
  write(packages, files);
}

function imported(python: string, folder: string, code: string, path: readonly string[]): SeenProcess {
  const ran = observe(python, folder, ['-c', code], { PYTHONPATH: path.map((one) => join(folder, one)).join(':') });
  if (ran.stderr !== '') throw new Error(ran.stderr);
  return only(ran.observed);
}

const told = ({ distributions }: SeenProcess): readonly string[] =>
  distributions.map(({ name, version }) => `${name} ${version}`);

const secret = 'https://user:s3cret@example.org/x';

describe.each(pythons)('distributions in $title', ({ path: python }) => {
  it('are found by name, by RECORD, by top_level.txt, in namespaces and as eggs', () => {
    const folder = scratch();
    const site = join(folder, 'site-packages');
    install(site, 'plain', '1.0', { modules: ['plain/__init__.py'] });
    install(site, 'PyOther', '2.0+cu121', { modules: ['other/__init__.py', 'other/deep/a.py'] });
    install(site, 'single-file', '3.0', { modules: ['single.py'] });
    install(site, 'told', '3.1', { modules: [], others: { 'INFO/top_level.txt': 'other_top\n', 'other_top.py': '' } });
    install(site, 'space-one', '4.0', { modules: ['space/one/__init__.py'] });
    install(site, 'space-two', '5.0', { modules: ['space/two.py'] });
    install(site, 'space-none', '6.0', { modules: ['space/none/__init__.py'] });
    install(site, 'shared-a', '7.0', { modules: ['shared/__init__.py', 'shared/a.py'] });
    install(site, 'shared-b', '8.0', { modules: ['shared/__init__.py', 'shared/b.py'] });
    install(site, 'shared-c', '9.0', { modules: ['shared/__init__.py', 'shared/c.py'] });
    write(site, {
      'shared/__init__.py': '# shared\n__path__ = __import__("pkgutil").extend_path(__path__, __name__)\n',
      'egg.py': '',
      'Egg-0.1-py3.9.egg-info/PKG-INFO': 'Metadata-Version: 1.0\nName: Egg\nVersion: 0.1\n',
      'Egg-0.1-py3.9.egg-info/top_level.txt': 'egg\n',
      'oldest.py': '',
      'oldest-0.2.egg-info': 'Metadata-Version: 1.0\nName: oldest\nVersion: 0.2\n',
      'nobodys.py': '',
    });
    install(site, 'unused', '1.0', { modules: ['unused/__init__.py'] });
    const code =
      'import plain, other.deep.a, single, other_top, space.one, space.two, shared.a, shared.b, egg, oldest, nobodys';
    const seen = imported(python, folder, code, ['site-packages']);
    expect(told(seen)).toEqual([
      'Egg 0.1',
      'oldest 0.2',
      'plain 1.0',
      'PyOther 2.0+cu121',
      'shared-a 7.0',
      'shared-b 8.0',
      'single-file 3.0',
      'space-one 4.0',
      'space-two 5.0',
      'told 3.1',
    ]);
    expect(seen).toMatchObject({ distributionsComplete: true, faults: [] });
  });

  it('say how they were installed and by whom, and never an address', () => {
    const folder = scratch();
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const archived = 'a'.repeat(64);
    const wheels: Readonly<Record<string, unknown>> = {
      a_vcs: { url: secret, vcs_info: { vcs: 'git', commit_id: commit, requested_revision: 's3cret' } },
      b_archive: { url: secret, archive_info: { hashes: { sha256: archived } } },
      c_archive: { url: secret, archive_info: { hash: `sha256=${archived}` } },
      d_bare: { url: secret, archive_info: {} },
      e_folder: { url: 'file:///s3cret', dir_info: {} },
      f_forged: { url: secret, vcs_info: { vcs: 'git', commit_id: secret } },
    };
    for (const [name, directUrl] of Object.entries(wheels)) {
      install(join(folder, 'site-packages'), name, '1.0', { modules: [`${name}.py`], directUrl, installer: 'uv\n' });
    }
    install(join(folder, 'site-packages'), 'g_index', '1.0', { modules: ['g_index.py'], installer: 'pip\n' });
    install(join(folder, 'site-packages'), 'h_nobody', '1.0', { modules: ['h_nobody.py'] });
    const code = `import ${[...Object.keys(wheels), 'g_index', 'h_nobody'].join(', ')}`;
    const seen = imported(python, folder, code, ['site-packages']);
    expect(seen.distributions.map(({ source, revision, installer }) => [source, revision, installer])).toEqual([
      ['vcs', commit, 'uv'],
      ['archive', `sha256=${archived}`, 'uv'],
      ['archive', `sha256=${archived}`, 'uv'],
      ['archive', null, 'uv'],
      ['folder', null, 'uv'],
      ['vcs', null, 'uv'],
      ['index', null, 'pip'],
      ['index', null, null],
    ]);
    expect(JSON.stringify(seen.distributions)).not.toContain('s3cret');
  });

  it('are found where they are worked on: editable, and linked by an egg', () => {
    const folder = scratch();
    const site = join(folder, 'site-packages');
    const project = join(folder, 'pro ject é');
    write(project, { 'src/mine/__init__.py': '', 'src/beside.py': '' });
    write(folder, {
      'eggs/linked.py': '',
      'eggs/Linked.egg-info/PKG-INFO': 'Metadata-Version: 1.0\nName: Linked\nVersion: 0.3\n',
      'site-packages/Linked.egg-link': `${join(folder, 'eggs')}\n.`,
    });
    const directUrl = { url: new URL(`file://${project}`).href, dir_info: { editable: true } };
    install(site, 'mine', '1.0', {
      modules: [],
      directUrl,
      installer: 'pip\n',
      others: { 'INFO/top_level.txt': 'mine' },
    });
    const path = ['site-packages', 'pro ject é/src', 'eggs'];
    const seen = imported(python, folder, 'import mine, linked', path);
    expect(seen.distributions).toEqual([
      { name: 'Linked', version: '0.3', source: 'editable', revision: null, installer: null },
      { name: 'mine', version: '1.0', source: 'editable', revision: null, installer: 'pip' },
    ]);
    expect(
      told(
        imported(
          python,
          scratch(),
          `import sys; sys.path += ${JSON.stringify(path.map((one) => join(folder, one)))}
import beside`,
          [],
        ),
      ),
    ).toEqual([]);
  });
});

describe('distributions', () => {
  it('are those of the folder that their module came from, where several hold one', () => {
    const folder = scratch();
    for (const [where, version] of [
      ['venv/site-packages', '2.0'],
      ['user/site-packages', '1.0'],
    ] as const) {
      install(join(folder, where), 'both', version, { modules: ['both.py'] });
    }
    install(join(folder, 'user/site-packages'), 'extra', '1.1', { modules: ['extra.py'] });
    const path = ['venv/site-packages', 'user/site-packages'];
    expect(told(imported(plainPython, folder, 'import both, extra', path))).toEqual(['both 2.0', 'extra 1.1']);
    expect(
      told(
        imported(
          plainPython,
          scratch(),
          `import sys; sys.path += ${JSON.stringify([...path].reverse().map((one) => join(folder, one)))}
import both`,
          [],
        ),
      ),
    ).toEqual(['both 1.0']);
  });

  it('have the version of the module where an update left two', () => {
    const folder = scratch();
    for (const version of ['1.0', '2.0'])
      install(join(folder, 'site-packages'), 'twice', version, { modules: ['twice.py'] });
    write(folder, { 'site-packages/twice.py': '__version__ = "2.0"' });
    expect(told(imported(plainPython, folder, 'import twice', ['site-packages']))).toEqual(['twice 2.0']);
  });

  it('are none where a checkout holds its own egg-info, or a package lies among the sources', () => {
    const folder = scratch();
    write(folder, {
      'work/own.py': '',
      'work/own.egg-info/PKG-INFO': 'Metadata-Version: 1.0\nName: own\nVersion: 1\n',
    });
    expect(told(imported(plainPython, folder, 'import own', ['work']))).toEqual([]);
  });

  it('are found in a folder that pip was told to install into', () => {
    const folder = scratch();
    install(join(folder, 'vendor'), 'aside', '1.0', { modules: ['aside.py'] });
    expect(told(imported(plainPython, folder, 'import aside', ['vendor']))).toEqual(['aside 1.0']);
  });

  it('are said to be incomplete where the time was too short', () => {
    const folder = scratch();
    install(join(folder, 'site-packages'), 'plain', '1.0', { modules: ['plain.py'] });
    const code = 'import plain, train_twice_probe.installed as ours; ours.BUDGET_S = -1';
    expect(imported(plainPython, folder, code, ['site-packages'])).toMatchObject({
      distributions: [],
      distributionsComplete: false,
      faults: [],
    });
  });

  it('are complete although the program lies among more files than are looked at', () => {
    const folder = scratch();
    install(join(folder, 'site-packages'), 'plain', '1.0', { modules: ['plain.py'] });
    write(folder, Object.fromEntries(Array.from({ length: 2100 }, (_, number) => [`work/${number}.txt`, ''])));
    const code = 'import plain, train_twice_probe.installed as ours; ours.MOST_ENTRIES = 2000';
    const seen = imported(plainPython, folder, code, ['work', 'site-packages']);
    expect([told(seen), seen.distributionsComplete]).toEqual([['plain 1.0'], true]);
  });

  it('survive metadata that is damaged', () => {
    const folder = scratch();
    const site = join(folder, 'site-packages');
    write(site, {
      'a.py': '',
      'a-1.dist-info/METADATA': '\0\xff: \n::\nName',
      'a-1.dist-info/direct_url.json': '{"url": ',
      'b.py': '',
      'b-1.dist-info/METADATA/x': '',
      'b-1.dist-info/direct_url.json': '[]',
      'c.py': '',
      'c-1.dist-info': 'a file',
      'd.py': '',
      'd-1.dist-info/METADATA': 'Name: d\nVersion: 1\n',
      'd-1.dist-info/direct_url.json': `{"url": "file:///%00%zz", "dir_info": {"editable": true}, "vcs_info": 1, "archive_info": null}`,
      'e.py': '',
      'g.py': '',
      'g-1.dist-info/direct_url.json': '['.repeat(9000),
      'h.egg-link': '\0nowhere',
      '.dist-info/RECORD': ',,,\n\n/\n../../e.py',
      '-.egg-info': '',
    });
    write(folder, { 'work/own.py': '' });
    symlinkSync('nowhere', join(site, 'f-1.dist-info'));
    const seen = imported(plainPython, folder, 'import a, b, c, d, e, g, own', ['site-packages', 'work']);
    expect(told(seen)).toEqual(['a 1', 'b 1', 'c 1', 'd 1', 'g 1']);
    expect(seen).toMatchObject({ distributionsComplete: true, faults: [] });
  });
});
