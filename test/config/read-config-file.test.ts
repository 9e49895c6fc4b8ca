import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../src/config/read-config-file.ts';
import { actionRequest, fileRequest, memoryHost, refusal, runRequest } from './memory-host.ts';

const command = 'command: python train.py\n';

describe('a configuration that is refused', () => {
  const cases: readonly (readonly [what: string, yaml: string, message: string])[] = [
    [
      'an unknown key, with the nearest',
      `${command}tolerence:\n  rtol: 1e-5\n`,
      'train-twice.yml:2:1: unknown key "tolerence"; did you mean "tolerance"?',
    ],
    [
      'an unknown key inside an option',
      `${command}tolerance:\n  rtoll: 1e-5\n`,
      'train-twice.yml:3:3: unknown key "rtoll" in "tolerance"; did you mean "rtol"?',
    ],
    [
      'an unknown key inside one of several forms',
      `${command}metrics:\n  stdin: "x"\n  include: "*.csv"\n`,
      'train-twice.yml:3:3: unknown key "stdin" in "metrics"; expected one of "include", "exclude", "stdout"',
    ],
    [
      'an option of the command line',
      `${command}format: json\n`,
      'train-twice.yml:2:1: unknown key "format": it is no option of the configuration file',
    ],
    ['a wrong type', `${command}runs: two\n`, 'train-twice.yml:2:7: "runs" is "two"; expected an integer from 2 to 20'],
    [
      'a number out of range',
      `${command}runs: 1\n`,
      'train-twice.yml:2:7: "runs" is the number 1; expected an integer from 2 to 20',
    ],
    [
      'a seed that is no integer',
      `${command}seed: 1.5\n`,
      'train-twice.yml:2:7: "seed" is the number 1.5; expected an integer from 0 to 4294967295',
    ],
    [
      'a word that is not in the list, with the nearest',
      `${command}require: equivelent\n`,
      'train-twice.yml:2:10: "require" is "equivelent"; expected one of "identical", "equivalent", "within-tolerance"; did you mean "equivalent"?',
    ],
    [
      'nothing where a value is expected',
      `${command}seed:\n`,
      'train-twice.yml:2:6: "seed" is nothing; expected an integer from 0 to 4294967295',
    ],
    [
      'a duration in words',
      `${command}timeout: 6 hours\n`,
      'train-twice.yml:2:10: "timeout" is "6 hours"; expected a duration such as 6h, 90s or 1h30m (at most 20 days)',
    ],
    [
      'a duration of nothing',
      `${command}timeout: 0h\n`,
      'train-twice.yml:2:10: "0h"; expected a duration from 1s to 20 days, such as 6h or 1h30m',
    ],
    [
      'a duration that no timer can hold',
      `${command}timeout: 25d\n`,
      'train-twice.yml:2:10: "25d"; expected a duration from 1s to 20 days, such as 6h or 1h30m',
    ],
    [
      'a size with a wrong unit',
      `${command}max-upload-size: 2Gb\n`,
      'train-twice.yml:2:18: "max-upload-size" is "2Gb"; expected a size such as 2GB or 500MiB',
    ],
    [
      'a tolerance that is no number',
      `${command}tolerance:\n  atol: .nan\n`,
      'train-twice.yml:3:9: "tolerance.atol" is the number NaN; expected a number of 0 or more, such as 1e-6',
    ],
    [
      'an infinite tolerance',
      `${command}tolerance:\n  atol: 1e999\n`,
      'train-twice.yml:3:9: "tolerance.atol" is the number Infinity; expected a number of 0 or more, such as 1e-6',
    ],
    [
      'a negative tolerance',
      `${command}tolerance:\n  atol: -1\n`,
      'train-twice.yml:3:9: "tolerance.atol" is the number -1; expected a number of 0 or more, such as 1e-6',
    ],
    [
      'a tolerance written as a text',
      `${command}tolerance:\n  rtol: "1e-5"\n`,
      'train-twice.yml:3:9: "tolerance.rtol" is "1e-5"; expected a number from 0 to below 1, such as 1e-5',
    ],
    [
      'a relative tolerance under which everything passes',
      `${command}tolerance:\n  rtol: 1\n`,
      'train-twice.yml:3:9: "tolerance.rtol" is the number 1; expected a number from 0 to below 1, such as 1e-5',
    ],
    [
      'an absolute tolerance under which everything passes',
      `${command}tolerance:\n  atol: 1e300\n`,
      'train-twice.yml:3:9: an atol of 1e+300 lets everything pass; expected at most 1e6',
    ],
    [
      'a rule without a bound',
      `${command}tolerance:\n  rules:\n    - glob: "a/**"\n`,
      'train-twice.yml:4:7: "tolerance.rules[0]" has no bound; expected "atol", "rtol" or "max-ulp" (0 for exact)',
    ],
    [
      'a rule without a glob',
      `${command}tolerance:\n  rules:\n    - atol: 1\n`,
      'train-twice.yml:4:7: "tolerance.rules[0]" has no "glob"; expected a mapping with "glob" and "atol", "rtol" or "max-ulp"',
    ],
    [
      'within-tolerance without a tolerance',
      `${command}require: within-tolerance\n`,
      'train-twice.yml:2:10: "within-tolerance" without a tolerance; expected "tolerance" to be given, e.g. rtol=1e-5',
    ],
    [
      'all series ignored',
      `${command}ignore:\n  series: "**"\n`,
      'train-twice.yml:3:11: "**" ignores all series; expected narrower globs',
    ],
    [
      'all files ignored by a glob without a slash',
      `${command}ignore:\n  files: ["*"]\n`,
      'train-twice.yml:3:10: "*" ignores all files; expected narrower globs',
    ],
    [
      'every checkpoint left out',
      `${command}checkpoints:\n  exclude: ["**/*"]\n`,
      'train-twice.yml:3:12: checkpoints leave out everything, and nothing would be compared; expected narrower globs',
    ],
    [
      'a glob that backtracks',
      `${command}outputs: "+(ab|abab)"\n`,
      'train-twice.yml:2:10: "+(ab|abab)" holds a group in parentheses, which is not supported; expected {a,b} for alternatives',
    ],
    [
      'outputs outside of the working directory',
      `${command}outputs: ["ok", "../elsewhere"]\n`,
      'train-twice.yml:2:17: "../elsewhere" leads out of the working directory; expected a path below it',
    ],
    [
      'a pattern that RE2 does not take',
      `${command}metrics:\n  stdout: '(?<step>\\d+)(?=x) (?<loss>\\S+)'\n`,
      'train-twice.yml:3:11: "(?<step>\\\\d+)(?=x) (?<loss>\\\\S+)" is not an RE2 pattern',
    ],
    [
      'a pattern without a step',
      `${command}metrics:\n  stdout: 'loss (?<loss>\\S+)'\n`,
      'train-twice.yml:3:11: "loss (?<loss>\\\\S+)" has no group "step" or "epoch"; expected for example step=(?<step>\\d+)',
    ],
    [
      'a pattern without a series',
      `${command}metrics:\n  stdout: 'step (?<step>\\d+)'\n`,
      'train-twice.yml:3:11: "step (?<step>\\\\d+)" has no group for a series; expected for example loss=(?<loss>\\S+)',
    ],
    [
      'a layout that nobody knows, with the nearest',
      `${command}layout: hydr\n`,
      'train-twice.yml:2:9: "layout" is "hydr"; expected one of "auto", "hydra", "experiment-timestamp", "lightning", "hugging-face", "none", or a mapping with "required" or "allowed"',
    ],
    [
      'a layout without paths',
      `${command}layout: {}\n`,
      'train-twice.yml:2:9: a layout without paths asks for nothing; expected "required" or "allowed"',
    ],
    [
      'a placeholder that nobody knows',
      `${command}layout:\n  required: "runs/{name}/config.yaml"\n`,
      'train-twice.yml:3:13: "runs/{name}/config.yaml" has an unknown placeholder "{name}"; expected {experiment}, {timestamp}, {epoch} or {step}',
    ],
    [
      'a kind of record that nobody knows',
      `${command}records:\n  enviroment: env.json\n`,
      'train-twice.yml:3:3: unknown key "enviroment" in "records"; did you mean "environment"?',
    ],
    [
      'a digest of a dataset that is too short',
      `${command}datasets:\n  - path: data/train.csv\n    sha256: 9f86d081884c\n`,
      'train-twice.yml:4:13: "datasets[0].sha256" is "9f86d081884c"; expected a SHA-256 of 64 hexadecimal digits',
    ],
    [
      'a check that does not exist',
      `${command}checks:\n  record/requirement-unpinned: off\n`,
      'train-twice.yml:3:3: there is no check "record/requirement-unpinned"; did you mean "record/requirements-unpinned"?',
    ],
    [
      'a group of checks that does not exist',
      `${command}checks:\n  nonsense/*: off\n`,
      `train-twice.yml:3:3: there is no check "nonsense/*"; expected a check's id or one of record/*, weights/*`,
    ],
    [
      'a key of checks that is no id',
      `${command}checks:\n  everything: off\n`,
      'train-twice.yml:3:3: unknown key "everything" in "checks"; expected a mapping from check ids (or `group/*`) to severities, and "waivers"',
    ],
    [
      'a waiver without a reason',
      `${command}checks:\n  waivers:\n    - {id: weights/values-differ, place: a, until: 2027-01-31}\n`,
      'train-twice.yml:4:7: "checks.waivers[0]" has no "reason"; expected a mapping with "id", "place", "reason" and "until"',
    ],
    [
      'a waiver with an empty reason',
      `${command}checks:\n  waivers:\n    - {id: weights/values-differ, place: a, reason: " ", until: 2027-01-31}\n`,
      'train-twice.yml:4:53: "checks.waivers[0].reason" is " "; expected a reason in words',
    ],
    [
      'a waiver until a day that is not in the calendar',
      `${command}checks:\n  waivers:\n    - {id: weights/values-differ, place: a, reason: b, until: 2027-02-30}\n`,
      'train-twice.yml:4:63: "2027-02-30" is no real date; expected a day of the calendar, such as 2027-01-31',
    ],
    [
      'a variable that is ours',
      `${command}environment-variables:\n  TRAIN_TWICE_SEED: 7\n`,
      'train-twice.yml:3:3: "TRAIN_TWICE_SEED" is set by Train Twice itself; expected another name',
    ],
    [
      'leaving out a variable that is not in the determinism set',
      `${command}environment-variables:\n  PYTHONHASHSEEDS: null\n`,
      'train-twice.yml:3:3: "PYTHONHASHSEEDS" is not in the determinism set, so it cannot be left out of it; did you mean "PYTHONHASHSEED"?',
    ],
    [
      'an artifact name that no artifact can have',
      `${command}artifact-name: a/b\n`,
      'train-twice.yml:2:16: "artifact-name" is "a/b"; expected a name of 1 to 200 characters without any of " : < > | * ? \\ /',
    ],
    [
      'a list of nothing as command',
      'command: []\n',
      'train-twice.yml:1:10: "command" is an empty list; expected a list with at least one item',
    ],
    [
      'an empty command',
      'command: "  "\n',
      'train-twice.yml:1:10: "command" is "  "; expected a script, or a list of a program and its arguments',
    ],
    [
      'a duplicate key',
      `seed: 1\n${command}seed: 2\n`,
      'train-twice.yml:3:1: the key "seed" stands here a second time; the first is in line 1',
    ],
    [
      'a list at the top',
      '- seed\n',
      'train-twice.yml:1:1: the configuration is a list; expected a mapping from options to values',
    ],
    [
      'a merge key',
      `${command}tolerance:\n  <<: {atol: 1}\n`,
      'train-twice.yml:3:3: unknown key "<<" in "tolerance"; expected one of "atol", "rtol", "max-ulp", "rules"',
    ],
    ['__proto__', `${command}__proto__: {seed: 1}\n`, 'train-twice.yml:2:1: unknown key "__proto__"; expected one of'],
    [
      'a second document',
      `${command}---\nseed: 1\n`,
      'train-twice.yml:2:1: a second YAML document begins here; expected one',
    ],
    [
      'a tag of Python',
      'command: !!python/object/apply:os.system ["id"]\n',
      'train-twice.yml:1:10: unresolved tag: tag:yaml.org,2002:python/object/apply:os.system; tags are not supported, and a text that begins with ! must be in quotes',
    ],
    [
      'a glob that YAML takes for an alias',
      `${command}ignore:\n  files: *.png\n`,
      'a text that begins with * must be in quotes',
    ],
    ['a tab as indentation', 'ignore:\n\tfiles: x\n', 'train-twice.yml:2:1: tabs are not allowed as indentation'],
    [
      'a report folder that is a file',
      `${command}report-dir: train-twice.yml\n`,
      'train-twice.yml:2:13: "train-twice.yml" is no folder; expected a folder, or a path where there is nothing yet',
    ],
    [
      'a working directory that is not there',
      `${command}working-directory: nowhere\n`,
      'train-twice.yml:2:20: "nowhere" does not exist; expected the folder where the training is started',
    ],
    [
      'an environment schema that is not there',
      `${command}environment-schema: e.json\n`,
      'train-twice.yml:2:21: "e.json" does not exist; expected a JSON Schema',
    ],
  ];
  test.each(cases)('%s', async (_, yaml, message) => {
    const found = await refusal(fileRequest(yaml));
    expect(found).toContain(message);
    expect(found.split('\n')).toHaveLength(1);
  });

  test('everything that is wrong is said at once, by line', async () => {
    const yaml =
      'comand: x\nruns: 1\nrequire: same\ntolerance: {atol: .inf, rules: [{glob: "(a)", atol: 1}]}\ncheckpoints: {exclude: "**"}\n';
    expect(await refusal(fileRequest(yaml))).toBe(
      [
        '6 problems:',
        '  train-twice.yml:1:1: unknown key "comand"; did you mean "command"?',
        '  train-twice.yml:2:7: "runs" is the number 1; expected an integer from 2 to 20',
        '  train-twice.yml:3:10: "require" is "same"; expected one of "identical", "equivalent", "within-tolerance"',
        '  train-twice.yml:4:19: "tolerance.atol" is the number Infinity; expected a number of 0 or more, such as 1e-6',
        '  train-twice.yml:5:24: checkpoints leave out everything, and nothing would be compared; expected narrower globs',
        '  command: none given; expected it after --, as in: train-twice run -- python train.py (or "command" in train-twice.yml, or --command)',
      ].join('\n'),
    );
  });

  test('what was found cannot steer a terminal or a log', async () => {
    const found = await refusal(fileRequest(`${command}runs: "a\\e[31m\\u2028::error::\\r\\nb\\u202e"\n`));
    expect(found).toBe(
      'train-twice.yml:2:7: "runs" is "a\\u001b[31m\\u2028::error::\\r\\nb\\u202e"; expected an integer from 2 to 20',
    );
  });

  test('a list of problems has an end', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `key${index}: 1\n`).join('');
    const lines = (await refusal(fileRequest(command + many))).split('\n');
    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toBe('  … and 460 more');
  });
});

describe('what stands in a configuration', () => {
  test('numbers and booleans reach environment and arguments as they are spelled', async () => {
    const { training } = await fileRequest(
      'command: [python, train.py, 1.10, 0777, true]\nenvironment-variables: {A: 1.10, B: 0777, C: yes, D: true, PYTHONHASHSEED: null}\n',
    );
    expect(training.command).toEqual({ kind: 'argv', argv: ['python', 'train.py', '1.10', '0777', 'true'] });
    expect(training.environmentVariables).toEqual({ A: '1.10', B: '0777', C: 'yes', D: 'true' });
    expect(training.withoutDeterminism).toEqual(['PYTHONHASHSEED']);
  });

  test('anchors and aliases are written out', async () => {
    const { policy } = await fileRequest(
      `${command}checkpoints: {exclude: &junk ["*.tmp"]}\nmetrics: {exclude: *junk}\n`,
    );
    expect(policy.metrics.exclude).toEqual(['*.tmp']);
  });

  test('a byte order mark, CRLF and comments do no harm', async () => {
    const { training } = await fileRequest('\ufeff# ours\r\ncommand: python train.py\r\nseed: 7 # lucky\r\n');
    expect(training.seed).toBe(7);
  });

  test('a file of comments only says nothing', async () => {
    const { origins } = await runRequest(['--', 'true'], { 'train-twice.yml': '# nothing yet\n' });
    expect(origins.seed).toBe('default');
  });
});

describe('where the configuration is looked for', () => {
  const quiet = `${command}seed: 1\n`;
  const loud = `${command}seed: 2\n`;

  test('train-twice.yml comes first, then .github/train-twice.yml', async () => {
    const both = { 'train-twice.yml': quiet, '.github/train-twice.yml': loud };
    expect((await runRequest([], both)).training.seed).toBe(1);
    expect((await runRequest([], { '.github/train-twice.yml': loud })).training.seed).toBe(2);
  });

  test('in the working directory that a flag names', async () => {
    const files = { 'train-twice.yml': quiet, sub: null, 'sub/train-twice.yml': loud };
    expect((await runRequest(['--working-directory', 'sub'], files)).training.seed).toBe(2);
  });

  test('a file that is named must be there', async () => {
    const found = await refusal(runRequest(['--config', 'ci.yml', '--', 'true'], { 'train-twice.yml': loud }));
    expect(found).toBe('--config: "ci.yml" does not exist; expected a configuration file');
    expect(await refusal(actionRequest({ command: 'true', config: 'ci.yml' }))).toBe(
      'input "config": "ci.yml" does not exist; expected a configuration file',
    );
  });
});

describe('a configuration made to exhaust', () => {
  const bombs: readonly (readonly [what: string, yaml: string, message: RegExp])[] = [
    [
      '100,000 keys',
      Array.from({ length: 100_000 }, (_, n) => `k${n.toString(36)}: 1`).join('\n'),
      /characters of YAML/,
    ],
    [
      '25,000 keys',
      Array.from({ length: 25_000 }, (_, n) => `k${n.toString(36)}: 1`).join('\n'),
      /more than 20000 values/,
    ],
    ['30,000 times the same key', 'a: 1\n'.repeat(30_000), /second time/],
    ['a sequence 100,000 deep', '['.repeat(100_000), /nested deeper than 32/],
    ['20,000 dashes', `${'- '.repeat(20_000)}a`, /nested deeper than 32/],
    [
      'a mapping 700 deep',
      Array.from({ length: 700 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      /nested deeper than 32/,
    ],
    ['60,000 question marks', `${'? '.repeat(60_000)}a`, /nested deeper than 32/],
    [
      'an alias bomb',
      `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`).join('\n')}`,
      /more than 20000 values/,
    ],
    ['an alias to itself', 'a: &a [*a]\n', /more than 20000 values/],
    ['60,000 aliases', `a: &x 1\nb: [${'*x,'.repeat(60_000)}]`, /more than 20000 values/],
    ['10 MB in one scalar', `command: "${'x'.repeat(10_000_000)}"`, /characters of YAML/],
    ['60,000 documents', '---\n'.repeat(60_000), /second YAML document/],
    ['80,000 tags', `a: ${'!a '.repeat(80_000)}`, /tag/],
  ];
  test.each(bombs)('%s ends in a typed problem, in time', async (_, yaml, message) => {
    const started = performance.now();
    const { complaints } = await readConfigFile(memoryHost({ 'train-twice.yml': yaml }), '/here', null);
    expect(complaints.map((complaint) => complaint.message).join('\n')).toMatch(message);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
