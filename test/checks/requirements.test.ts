/** What a package list is held against, and what is not claimed because nothing shows it. */
import { describe, expect, test } from 'vitest';
import { distributionNames } from '../../src/checks/conda-names.ts';
import { parseRequirementLine } from '../../src/formats/records/requirement-line.ts';
import { inspect } from '../../src/judge/inspect.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { ObservedDistribution, SeenProcess } from '../../src/model/observed-process.ts';
import type { RequirementsRecord } from '../../src/model/record.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { requirementsRecord, run, seen, withoutKind, withRecords } from '../fixtures/audits/evidence.ts';

const dist = (text: string, part: Partial<ObservedDistribution> = {}): ObservedDistribution => {
  const [name = '', version = ''] = text.split(' ');
  return { name, version, source: 'index', revision: null, installer: 'pip', ...part };
};

const list = (text: string, part: Partial<RequirementsRecord> = {}): RequirementsRecord =>
  requirementsRecord(
    {},
    { lines: text.split('\n').map((line, index) => parseRequirementLine(line, index + 1)), ...part },
  );

const process = (
  distributions: readonly ObservedDistribution[],
  folder = '/work/.venv/bin',
  part: Partial<SeenProcess> = {},
) => seen({ interpreter: { ...seen().interpreter, executable: `${folder}/python` }, distributions, ...part });

interface Given {
  readonly lists?: readonly RequirementsRecord[];
  readonly locks?: readonly RequirementsRecord[];
  readonly processes?: readonly SeenProcess[];
  readonly runs?: Partial<RunRecord>;
}

function audit({ lists = [], locks = [], processes = [], runs = {} }: Given): Evidence {
  return {
    ...withRecords([...withoutKind('requirements'), ...lists]),
    runs: [1, 2].map((number) => run(number, { observed: processes, ...runs })),
    locks,
  };
}

const found = (given: Given) =>
  inspect(audit(given))
    .filter(({ check }) => check.startsWith('requirements/'))
    .map(({ check, severity, message }) => `${severity} ${check}: ${message}`);

describe('true', () => {
  test.each([
    ['a build of the version', 'torch==2.6.0', dist('torch 2.6.0+cu124')],
    ['another spelling of name and version', 'Ruamel_Yaml==1.0.0RC1', dist('ruamel.yaml 1.0rc1')],
    ['a line without a pin', 'torch>=2', dist('torch 1.0')],
    ['a branch', 'lib @ git+https://host/lib@main', dist('lib 1.0', { source: 'vcs', revision: 'c'.repeat(40) })],
    ['a commit, where nobody saw which was installed', `lib @ git+https://host/lib@${'a'.repeat(40)}`, dist('lib 1.0')],
    [
      'a hash, where another kind of hash was seen',
      `lib @ https://host/x#sha256=${'a'.repeat(64)}`,
      dist('lib 1.0', { source: 'archive', revision: 'md5=abc' }),
    ],
    [
      'the hash of an archive',
      `lib @ https://host/x#sha256=${'a'.repeat(64)}`,
      dist('lib 1.0', { source: 'archive', revision: `sha256=${'a'.repeat(64)}` }),
    ],
    [
      'a version of a commit that was installed',
      'lib==1.0',
      dist('lib 1.0', { source: 'vcs', revision: 'c'.repeat(40) }),
    ],
    [
      'one of several lines with markers',
      'lib==1.0 ; python_version < "3.9"\nlib==2.0 ; python_version >= "3.9"',
      dist('lib 2.0'),
    ],
    ['what is no version', 'lib===weird-1', dist('lib weird-1')],
  ])('%s', (_title, text, distribution) => {
    expect(
      found({ lists: [list(text)], processes: [process([distribution])] }).filter((text) => text.includes('not-true')),
    ).toEqual([]);
  });

  test.each([
    ['torch==2.6.0+cu124', dist('torch 2.6.0'), 'torch is listed as 2.6.0+cu124 and was imported as 2.6.0'],
    ['torch==2.6.0+cu124', dist('torch 2.6.0+cu121'), 'torch is listed as 2.6.0+cu124 and was imported as 2.6.0+cu121'],
    [
      'lib==1.0 ; python_version < "3.9"\nlib==2.0 ; python_version >= "3.9"',
      dist('lib 3.0'),
      'lib is listed as 1.0 or 2.0 and was imported as 3.0',
    ],
    [
      `lib @ git+https://host/lib@${'a'.repeat(40)}`,
      dist('lib 1.0', { source: 'vcs', revision: 'B'.repeat(40) }),
      'lib is listed at commit aaaaaaaaaaaa and was imported at commit bbbbbbbbbbbb',
    ],
    [
      `lib @ https://host/x#sha256=${'a'.repeat(64)}`,
      dist('lib 1.0', { source: 'archive', revision: `sha256=${'b'.repeat(64)}` }),
      `lib is listed as sha256=${'a'.repeat(64)} and was imported as sha256=${'b'.repeat(64)}`,
    ],
  ])('not: %s', (text, distribution, says) => {
    expect(found({ lists: [list(text)], processes: [process([distribution])] })).toEqual([
      `error requirements/not-true: 1 package is not what the list says: ${says}.`,
    ]);
  });

  test('without an observer nothing is claimed', () => {
    expect(found({ lists: [list('torch==2.6.0')] })).toEqual([]);
  });

  test('a process whose imports could not all be looked up still shows what it shows', () => {
    const some = process([dist('torch 2.5.0'), dist('einops 0.8.0')], undefined, { distributionsComplete: false });
    expect(found({ lists: [list('torch==2.6.0')], processes: [some] })).toEqual([
      'error requirements/not-true: 1 package is not what the list says: torch is listed as 2.6.0 and was imported as 2.5.0.',
      'error requirements/incomplete: 1 of 2 imported distributions is not in the list: einops 0.8.0.',
    ]);
  });

  test('two versions on one path are said to be in some processes', () => {
    const processes = [process([dist('numpy 2.1.3')]), process([dist('numpy 1.26.4')])];
    expect(found({ lists: [list('numpy==2.1.3')], processes })).toEqual([
      'error requirements/not-true: 1 package is not what the list says: numpy is listed as 2.1.3 and was imported as 1.26.4 in some processes.',
    ]);
  });

  test('a run that differs is named', () => {
    const evidence = audit({ lists: [list('numpy==2.1.3')] });
    const [first, second] = [process([dist('numpy 2.1.3')]), process([dist('numpy 1.26.4')])];
    const findings = inspect({ ...evidence, runs: [run(1, { observed: [first] }), run(2, { observed: [second] })] });
    expect(findings.filter(({ check }) => check === 'requirements/not-true').map(({ place }) => place.run)).toEqual([
      2,
    ]);
  });
});

describe('two Python environments', () => {
  const training = process([dist('numpy 2.1.3'), dist('torch 2.6.0'), dist('packaging 24.1')]);
  const launcher = process([dist('dvc 3.1.0'), dist('packaging 23.0'), dist('numpy 2.1.3')], '/opt/pipx/venvs/dvc/bin');
  const lists = [list('numpy==2.1.3\ntorch==2.6.0\npackaging==24.1')];

  test('the list is held against the one that it fits best, and the other one is named', () => {
    expect(found({ lists, processes: [launcher, training] })).toEqual([
      'warning requirements/incomplete: 2 distributions were imported in a Python environment that no list describes ("/opt/pipx/venvs/dvc/bin"): dvc 3.1.0; packaging 23.0; a list of its own was expected.',
    ]);
  });
  test('a list of its own for each is complete', () => {
    const second = list('dvc==3.1.0\npackaging==23.0\nnumpy==2.1.3', {
      path: 'outputs/dvc-requirements.txt',
      neutralPath: 'outputs/dvc-requirements.txt',
    });
    expect(
      found({ lists: [...lists, second], processes: [launcher, training] }).filter((text) =>
        text.includes('incomplete'),
      ),
    ).toEqual([]);
  });
  test('an untrue list says which environment it was held against', () => {
    const stale = [list('numpy==2.1.3\ntorch==2.6.0\npackaging==24.0')];
    expect(found({ lists: stale, processes: [training, launcher] })[0]).toBe(
      'error requirements/not-true: 1 package is not what the list says: packaging is listed as 24.0 and was imported as 24.1 (of 2 Python environments, held against the one that the list fits best).',
    );
  });
});

describe('complete', () => {
  const processes = [process([dist('numpy 2.1.3'), dist('my-project 0.1.0', { source: 'editable' })])];

  test('what installs the others is never missed', () => {
    const tools = ['pip 24.0', 'setuptools 65.5.0', 'wheel 0.44.0', 'pkg_resources 0.0.0'].map((text) => dist(text));
    expect(found({ lists: [list('numpy==2.1.3')], processes: [process([dist('numpy 2.1.3'), ...tools])] })).toEqual([]);
  });
  test.each([
    ['by a folder without a name', 'numpy==2.1.3\n-e .'],
    ['by its name', 'numpy==2.1.3\nmy-project==0.1.0'],
    ['by the name of its folder', 'numpy==2.1.3\n-e git+https://host/you/my_project.git@main'],
  ])('the project itself, %s', (_title, text) => {
    expect(found({ lists: [list(text)], processes }).filter((finding) => finding.includes('incomplete'))).toEqual([]);
  });
  test('the project itself, left out with --exclude-editable, is a notice', () => {
    expect(found({ lists: [list('numpy==2.1.3')], processes })).toEqual([
      'notice requirements/incomplete: 1 of 2 imported distributions is not in the list: my-project 0.1.0 (editable).',
    ]);
  });
  test('as a member of the workspace in the lock that the run kept', () => {
    const lock = requirementsRecord({ numpy: '2.1.3', 'my-project': '0.1.0' }, { scope: 'locked' });
    expect(found({ lists: [lock], processes })).toEqual([]);
  });
  test('a name that only one of two lists has is enough', () => {
    const other = list('einops==0.8.0', { path: 'outputs/pip-freeze.txt', neutralPath: 'outputs/pip-freeze.txt' });
    const both = [process([dist('numpy 2.1.3'), dist('einops 0.8.0')])];
    expect(found({ lists: [list('numpy==2.1.3'), other], processes: both })).toEqual([]);
  });
  test('a list that includes another is not said to lack what may stand there', () => {
    const problems = [{ code: 'INCLUDE_NOT_FOLLOWED', message: '"base.txt" is included and not read', line: 2 }];
    const given = {
      lists: [list('numpy==2.1.3', { problems })],
      processes: [process([dist('numpy 2.1.3'), dist('torch 2.6.0')])],
    };
    expect(found(given).map((finding) => finding.split(':')[0])).toEqual(['error requirements/unparsable']);
  });
  test('a run without any list is told by not-recorded alone', () => {
    expect(found({ processes }).map((finding) => finding.split(':')[0])).toEqual(['warning requirements/not-recorded']);
  });
});

describe("conda's names and versions", () => {
  const conda = (versions: Readonly<Record<string, string>>) =>
    requirementsRecord(versions, { manager: 'conda', format: 'conda-list' });
  const byConda = (text: string) => dist(text, { installer: 'conda' });
  const check = (record: RequirementsRecord, ...distributions: readonly ObservedDistribution[]) =>
    found({ lists: [record], processes: [process(distributions)] }).map((finding) =>
      finding.split(': ').slice(1).join(': '),
    );

  test('pytorch is torch, and its builds have versions of their own', () => {
    expect(check(conda({ pytorch: '2.5.1' }), byConda('torch 2.5.1.post101'))).toEqual([]);
    expect(check(conda({ pytorch: '2.5.1' }), byConda('torch 2.4.0'))).toEqual([
      '1 package is not what the list says: torch is listed as 2.5.1 and was imported as 2.4.0.',
    ]);
  });
  test('one = asks for a version that begins so', () => {
    expect(check(conda({ numpy: '1.26' }), byConda('numpy 1.26.4'))).toEqual([]);
  });
  test('the Python side of a library has a version of its own', () => {
    expect(check(conda({ xxhash: '0.8.2', 'python-xxhash': '3.5.0' }), byConda('xxhash 3.5.0'))).toEqual([]);
  });
  test('a distribution of conda that is under no known name is not claimed', () => {
    expect(
      check(
        conda({ numpy: '2.1.3' }),
        byConda('numpy 2.1.3'),
        byConda('oddly-named 1.0'),
        dist('unknown 1.0', { installer: null }),
      ),
    ).toEqual([]);
  });
  test('what pip put into the environment is claimed, and to the letter', () => {
    expect(
      check(
        conda({ numpy: '2.1.3', click: '8.1.8' }),
        byConda('numpy 2.1.3'),
        dist('click 8.1.8.post1'),
        dist('einops 0.8.0'),
      ),
    ).toEqual([
      '1 package is not what the list says: click is listed as 8.1.8 and was imported as 8.1.8.post1.',
      '1 of 3 imported distributions is not in the list: einops 0.8.0.',
    ]);
  });
  test.each([
    ['pytorch', ['pytorch', 'torch']],
    ['python-xxhash', ['python-xxhash', 'xxhash']],
    ['matplotlib-base', ['matplotlib-base', 'matplotlib']],
    ['py-opencv', ['py-opencv', 'opencv-python', 'opencv']],
    ['numpy', ['numpy']],
    ['constructor', ['constructor']],
  ])('%s may be %j', (name, names) => {
    expect(distributionNames(name)).toEqual(names);
  });
});

describe('locks beside the code', () => {
  const lock = (versions: Readonly<Record<string, string>>, part: Partial<RequirementsRecord> = {}) =>
    requirementsRecord(versions, { path: '../uv.lock', neutralPath: '../uv.lock', scope: 'locked', ...part });
  const processes = [process([dist('numpy 2.1.3'), dist('torch 2.6.0')])];

  test('in the place of a list that no run left', () => {
    expect(found({ locks: [lock({ numpy: '2.1.3', torch: '2.6.0' })], processes })).toEqual([
      'notice requirements/not-recorded: No run left a list of its packages; "../uv.lock" beside the code was held against the imported packages instead.',
    ]);
  });
  test('are no substitute where nobody saw the imports', () => {
    expect(found({ locks: [lock({ numpy: '2.1.3' })] })).toEqual([
      'warning requirements/not-recorded: No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.',
    ]);
  });
  test('drift is told for each lock, and what a lock does not name is no drift', () => {
    const locks = [
      lock({ numpy: '2.0.0' }),
      lock({ torch: '2.5.1' }, { path: 'requirements.lock', neutralPath: 'requirements.lock' }),
    ];
    expect(found({ lists: [list('numpy==2.1.3\ntorch==2.6.0')], locks, processes })).toEqual([
      'warning requirements/lock-drifted: 1 imported package differs from the lock: numpy is listed as 2.0.0 and was imported as 2.1.3.',
      'warning requirements/lock-drifted: 1 imported package differs from the lock: torch is listed as 2.5.1 and was imported as 2.6.0.',
    ]);
  });
  test('that cannot be read are a warning', () => {
    const broken = lock({}, { problems: [{ code: 'TOML_SYNTAX', message: 'unfinished string', line: 3 }] });
    expect(found({ lists: [list('numpy==2.1.3\ntorch==2.6.0')], locks: [broken], processes })).toEqual([
      'warning requirements/unparsable: 1 line cannot be read: line 3, unfinished string.',
    ]);
  });
});

describe('pinned', () => {
  test.each([
    ['a member of the workspace in a lock', '-e ./packages/data', { scope: 'locked' as const }],
    ['a folder of the workspace in a lock', '../plain', { scope: 'locked' as const }],
    ['the folder in which the training runs', '-e file:///work', {}],
    ['a package inside that folder', '-e /work/src/lib', {}],
    ['a folder around it', '-e file:///', {}],
    ['a relative folder', '-e .[gpu]', {}],
  ])('%s needs no version', (_title, text, part) => {
    expect(found({ lists: [list(`numpy==2.1.3\n${text}`, part)] })).toEqual([]);
  });
  test('an editable install of somewhere else does', () => {
    expect(found({ lists: [list('numpy==2.1.3\n-e file:///home/user/workshop')] })).toEqual([
      'warning requirements/not-pinned: 1 of 2 packages has no exact version, e.g. "-e file:///home/user/workshop"; "name==version" was expected.',
    ]);
  });
  test('several versions of one package in a lock are all pinned, and the same in both runs', () => {
    expect(found({ lists: [list('click==8.1.8\nclick==8.5.1', { scope: 'locked' })] })).toEqual([]);
  });
});

describe('evidence that somebody made up', () => {
  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join('\n');
  test.each([
    ['one name on 100,000 lines', many(100_000, () => 'numpy==1.0')],
    ['100,000 addresses without a name', many(100_000, (at) => `https://host/${at}`)],
    ['100,000 lines that cannot be read', many(100_000, () => '!!')],
  ])('%s, against a thousand versions of it', (_title, text) => {
    const processes = Array.from({ length: 20 }, (_, at) =>
      process(
        Array.from({ length: 1000 }, (_, index) => dist(`numpy ${index}.${at}`)),
        `/env/${at}`,
      ),
    );
    const started = performance.now();
    found({ lists: [list(text)], processes });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test('a package in more versions than any lock has is not claimed', () => {
    const text = many(50, (at) => `numpy==1.${at}`);
    expect(found({ lists: [list(text)], processes: [process([dist('numpy 1.49')])] })).toEqual([]);
  });
  test('names out of the prototype are names like any other', () => {
    const processes = [process([dist('__proto__ 1.0'), dist('constructor 1.0'), dist('toString 1.0')])];
    expect(found({ lists: [list('numpy==1.0')], processes })).toEqual([
      'error requirements/incomplete: 3 of 3 imported distributions are not in the list: -proto- 1.0; constructor 1.0; tostring 1.0.',
    ]);
  });
});
