import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { memoryHost, refusal, runRequest } from './memory-host.ts';

const files = { a: null, b: null, 'c.pt': '', 'd.pt': '' };
const parse = (...argv: string[]) => parseCommandLine(argv, memoryHost(files));

describe('run', () => {
  test('what stands after -- is the command, untouched', async () => {
    const { training, origins } = await runRequest([
      '--seed',
      '7',
      '--',
      'python',
      'train.py',
      '--seed',
      '1',
      '--',
      '-x',
    ]);
    expect(training.command).toEqual({ kind: 'argv', argv: ['python', 'train.py', '--seed', '1', '--', '-x'] });
    expect(training.seed).toBe(7);
    expect(origins.command).toBe('flag');
  });

  test('--command is a script', async () => {
    const { training } = await runRequest(['--command', 'python train.py | tee log']);
    expect(training.command).toEqual({ kind: 'script', script: 'python train.py | tee log' });
  });

  test('without anything every option has its default', async () => {
    const request = await runRequest(['--', 'true']);
    expect(request).toEqual({
      training: {
        command: { kind: 'argv', argv: ['true'] },
        workingDirectory: '/here',
        seed: 42,
        runs: 2,
        outputs: 'auto',
        timeoutMs: 21_600_000,
        idleTimeoutMs: null,
        environmentVariables: {},
        withoutDeterminism: [],
        observe: true,
      },
      policy: {
        require: 'equivalent',
        tolerance: { everywhere: null, rules: [] },
        checkpoints: { include: [], exclude: [] },
        metrics: { include: [], exclude: [], stdout: [] },
        ignore: { series: [], scalars: [], files: [] },
        layout: 'auto',
        layoutPaths: { required: [], allowed: [] },
        records: { environment: [], requirements: [], configuration: [], dataset: [] },
        datasets: [],
        requireGpu: false,
        environmentSchema: null,
        checks: { severities: {}, waivers: [] },
        failOn: 'error',
      },
      publish: {
        reportDir: '/here/train-twice-report',
        upload: 'report',
        artifactName: null,
        retentionDays: null,
        maxUploadBytes: 2_000_000_000,
        comment: 'never',
      },
      origins: expect.objectContaining({ command: 'flag', seed: 'default', config: 'default', upload: 'default' }),
    });
  });

  test('flags that may be repeated add up', async () => {
    const { policy, training } = await runRequest([
      ...['--tolerance', 'atol=1e-6,rtol=1e-5,max-ulp=4', '--tolerance', 'model/{a,b}:**:atol=0.5'],
      ...['--checkpoints', '*.pt,*.{a,b}', '--checkpoints', '!tmp_*'],
      ...[
        '--metrics',
        'stdout=epoch (?<epoch>\\d+), loss: (?<loss>\\S+)',
        '--ignore',
        'series=lr-*,x',
        '--ignore',
        'files=*.png',
      ],
      ...[
        '--checks',
        'record/*=off',
        '--environment-variables',
        'A=b=c,d',
        '--environment-variables',
        '!PYTHONHASHSEED',
      ],
      ...['--outputs', 'out', '--outputs', './ckpt/', '--', 'true'],
    ]);
    expect(policy.tolerance).toEqual({
      everywhere: { atol: 1e-6, rtol: 1e-5, maxUlp: 4 },
      rules: [{ glob: 'model/{a,b}:**', rule: { atol: 0.5, rtol: 0, maxUlp: 0 } }],
    });
    expect(policy.checkpoints).toEqual({ include: ['*.pt', '*.{a,b}'], exclude: ['tmp_*'] });
    expect(policy.metrics.stdout).toEqual(['epoch (?<epoch>\\d+), loss: (?<loss>\\S+)']);
    expect(policy.ignore).toEqual({ series: ['lr-*', 'x'], scalars: [], files: ['*.png'] });
    expect(policy.checks.severities).toEqual({ 'record/*': 'off' });
    expect(training.environmentVariables).toEqual({ A: 'b=c,d' });
    expect(training.withoutDeterminism).toEqual(['PYTHONHASHSEED']);
    expect(training.outputs).toEqual(['out', 'ckpt']);
  });

  test('layout, records and datasets have a short form', async () => {
    const sha256 = 'AB'.repeat(32);
    const named = await runRequest(['--layout', 'lightning', '--datasets', `./data/train.csv=${sha256}`, '--', 'true']);
    expect([named.policy.layout, named.policy.layoutPaths]).toEqual(['lightning', { required: [], allowed: [] }]);
    expect(named.policy.datasets).toEqual([{ path: 'data/train.csv', sha256: sha256.toLowerCase() }]);
    const own = await runRequest([
      ...['--layout', 'required=runs/{experiment}_{timestamp}/*.pt', '--layout', 'allowed=runs/**'],
      ...['--records', 'environment=machine.json', '--datasets', 'data/a=b/', '--datasets', '/mnt/c', '--', 'true'],
    ]);
    expect([own.policy.layout, own.policy.layoutPaths]).toEqual([
      'paths',
      { required: ['runs/{experiment}_{timestamp}/*.pt'], allowed: ['runs/**'] },
    ]);
    expect(own.policy.records.environment).toEqual(['machine.json']);
    expect(own.policy.datasets).toEqual([
      { path: 'data/a=b', sha256: null },
      { path: '/mnt/c', sha256: null },
    ]);
  });

  test('the user’s own environment schema is read and handed on', async () => {
    const schema = { type: 'object', required: ['python'] };
    const { policy } = await runRequest(['--environment-schema', 'e.json', '--', 'true'], {
      'e.json': JSON.stringify(schema),
    });
    expect(policy.environmentSchema).toEqual(schema);
  });

  const refused: readonly (readonly [argv: readonly string[], message: string])[] = [
    [
      [],
      'command: none given; expected it after --, as in: train-twice run -- python train.py (or "command" in train-twice.yml, or --command)',
    ],
    [
      ['--'],
      'command: none given; expected it after --, as in: train-twice run -- python train.py (or "command" in train-twice.yml, or --command)',
    ],
    [
      ['python', 'train.py'],
      `train-twice run: "python" is one argument too many; the training's command stands after --`,
    ],
    [['--sed', '3', '--', 'true'], 'train-twice run: unknown flag "--sed"; did you mean "--seed"?'],
    [
      ['--sed=3', '--runs', '9999', '--', 'true'],
      '2 problems:\n  train-twice run: unknown flag "--sed"; did you mean "--seed"?\n  --runs: the number 9999; expected an integer from 2 to 20',
    ],
    [
      ['--upload', 'all', '--', 'true'],
      'train-twice run: unknown flag "--upload": it is an option of the Action and the configuration file only',
    ],
    [['--json', '--', 'true'], 'train-twice run: unknown flag "--json": it belongs to fingerprint'],
    [
      ['--comment', 'always', '--', 'true'],
      'train-twice run: unknown flag "--comment": it is an option of the Action and the configuration file only',
    ],
    [
      ['--github-token=ghp_secret', '--', 'true'],
      'train-twice run: unknown flag "--github-token": it is an option of the Action only',
    ],
    [['--seed', '1', '--seed', '2', '--', 'true'], '--seed: given 2 times; expected once'],
    [['--seed', '--', 'true'], "option '--seed <N>' argument missing"],
    [['--seed', '1e3', '--', 'true'], '--seed: "1e3"; expected an integer from 0 to 4294967295'],
    [
      ['--require', 'exact', '--', 'true'],
      '--require: "exact"; expected one of "identical", "equivalent", "within-tolerance"',
    ],
    [['--command', 'a', '--', 'b'], '--command: a second command stands after --; expected one of the two'],
    [['--', ''], 'the command after --: the program is empty; expected its name or path'],
    [['--format', 'jsn', '--', 'true'], '--format: there is no reporter "jsn"; did you mean "json"?'],
    [['--output', 'a', '--', 'true'], '--output: "a" is a folder; expected a file'],
    [['--quiet', '--verbose', '--', 'true'], '--quiet: --verbose is given too; expected one of the two'],
    [
      ['--tolerance', 'loose', '--', 'true'],
      '--tolerance: "loose" is not readable; expected [GLOB:]atol=1e-6,rtol=1e-5,max-ulp=4 (any of the three)',
    ],
    [
      ['--tolerance', 'atol=nan', '--', 'true'],
      '--tolerance: "tolerance.atol" is "nan"; expected a number of 0 or more, such as 1e-6',
    ],
    [['--tolerance', 'atol=1,atol=2', '--', 'true'], '--tolerance: "atol" stands twice in "atol=1,atol=2"'],
    [
      ['--ignore', 'metrics=x', '--', 'true'],
      '--ignore: unknown key "metrics" in "ignore"; expected one of "series", "scalars", "files"',
    ],
    [
      ['--checks', 'record/*', '--', 'true'],
      '--checks: "record/*" is not readable; expected ID=SEVERITY, for example layout/*=notice',
    ],
    [
      ['--environment-variables', 'A', '--', 'true'],
      '--environment-variables: "A" is not readable; expected NAME=value or !NAME',
    ],
    [
      ['--environment-variables', 'A-B=1', '--', 'true'],
      '--environment-variables: unknown key "A-B" in "environment-variables"',
    ],
    [
      ['--working-directory', 'c.pt', '--', 'true'],
      '--working-directory: "c.pt" is no folder; expected the folder where the training is started',
    ],
    [['--report-dir', 'c.pt', '--', 'true'], '--report-dir: "c.pt" is no folder'],
  ];
  test.each(refused)('run %j is refused', async (argv, message) => {
    expect(await refusal(parse('run', ...argv))).toContain(message);
  });
});

describe('the other commands', () => {
  test('compare takes two folders or two files', async () => {
    expect(await parse('compare', 'a', './b', '--require', 'identical', '--format=json')).toMatchObject({
      kind: 'compare',
      paths: { first: '/here/a', second: '/here/b' },
      request: { policy: { require: 'identical' }, origins: { require: 'flag' } },
      output: { format: 'json', outputFile: null, color: 'auto', quiet: false, verbose: false },
    });
    expect(await parse('compare', 'c.pt', 'd.pt')).toMatchObject({ paths: { first: '/here/c.pt' } });
  });

  test('compare heeds the configuration file', async () => {
    const host = memoryHost({ ...files, 'train-twice.yml': 'require: identical\nruns: 3\n' });
    expect(await parseCommandLine(['compare', 'a', 'b'], host)).toMatchObject({
      request: { policy: { require: 'identical' }, origins: { require: 'config file' } },
    });
  });

  test('compare tells the origins of its own options only', async () => {
    const invocation = await parse('compare', 'a', 'b');
    expect(invocation.kind === 'compare' && Object.keys(invocation.request.origins)).not.toContain('seed');
  });

  const refused: readonly (readonly [argv: readonly string[], message: string])[] = [
    [
      ['compare'],
      '2 problems:\n  RUN1: not given; expected a folder or a file\n  RUN2: not given; expected a folder or a file',
    ],
    [['compare', 'a', 'nowhere'], 'RUN2: "nowhere" does not exist; expected a folder or a file'],
    [['compare', 'a', 'c.pt'], 'RUN2: "c.pt" is a file, RUN1 a directory; expected two of a kind'],
    [['compare', 'a', 'b', 'c'], 'train-twice compare: "c" is one argument too many'],
    [['compare', 'a', 'b', '--seed', '1'], 'train-twice compare: unknown flag "--seed": it belongs to run'],
    [['fingerprint'], 'PATH: not given; expected a folder or a file'],
    [['fingerprint', 'a', '--jsn'], 'train-twice fingerprint: unknown flag "--jsn"; did you mean "--json"?'],
    [['explain', 'a', 'b'], 'train-twice explain: "b" is one argument too many'],
    [['demo', 'fast'], 'train-twice demo: "fast" is one argument too many'],
    [[], 'no command; expected one of run, compare, check, report, fingerprint, explain, init, demo'],
    [['report'], 'REPORT: not given; expected a report.json, or the folder that it lies in'],
    [['report', 'nowhere'], 'REPORT: "nowhere" is no file; expected a report.json'],
    [['report', 'a'], 'REPORT: "a" holds no report.json; expected a report.json'],
    [['report', 'c.pt', 'd.pt'], 'train-twice report: "d.pt" is one argument too many'],
    [['report', 'c.pt', '--format', 'jsn'], '--format: there is no reporter "jsn"; did you mean "json"?'],
    [['report', 'c.pt', '--seed', '1'], 'train-twice report: unknown flag "--seed": it belongs to run'],
    [['rnu'], 'unknown command "rnu"; did you mean "run"?'],
    [['check'], 'RUN: not given; expected a folder or a file'],
    [['check', 'a', 'b'], 'train-twice check: "b" is one argument too many'],
    [['check', 'a', '--require', 'identical'], 'unknown flag "--require": it belongs to run, compare'],
    [['--quiet', 'run'], "unknown option '--quiet'"],
    [['--', 'python'], 'no command; expected one of'],
  ];
  test.each(refused)('%j is refused', async (argv, message) => {
    expect(await refusal(parse(...argv))).toContain(message);
  });

  test('check', async () => {
    expect(await parse('check', 'a', '--fail-on', 'warning', '--layout', 'hydra')).toMatchObject({
      kind: 'check',
      path: '/here/a',
      request: { policy: { failOn: 'warning', layout: 'hydra' } },
    });
  });

  test('init', async () => {
    expect(await parse('init')).toEqual({ kind: 'init', force: false });
    expect(await parse('init', '--force')).toEqual({ kind: 'init', force: true });
  });

  test('report takes a file, or the folder that it lies in', async () => {
    const host = memoryHost({ saved: null, 'saved/report.json': '{}', 'train-twice.yml': 'sed: 42' });
    for (const named of ['saved', 'saved/report.json'])
      expect(await parseCommandLine(['report', named, '--format', 'json', '--output', 'out.json'], host)).toMatchObject(
        {
          kind: 'report',
          path: '/here/saved/report.json',
          output: { format: 'json', outputFile: '/here/out.json' },
        },
      );
  });

  test('fingerprint, explain and demo', async () => {
    expect(await parse('fingerprint', 'c.pt', '--json')).toMatchObject({
      kind: 'fingerprint',
      path: '/here/c.pt',
      json: true,
    });
    expect(await parse('explain')).toEqual({ kind: 'explain', id: null });
    expect(await parse('explain', 'weights/values-differ')).toEqual({ kind: 'explain', id: 'weights/values-differ' });
    expect(await parse('demo', '--keep', '--no-color')).toMatchObject({
      kind: 'demo',
      keep: true,
      output: { color: 'never' },
    });
  });

  test('--version', async () => {
    expect(await parse('--version')).toEqual({ kind: 'version', text: '1.2.3\n' });
  });

  test.each([[['--help']], [['help']], [['run', '--help']], [['help', 'compare']]])('%j is help', async (argv) => {
    const invocation = await parse(...argv);
    expect(invocation.kind).toBe('help');
    expect(invocation.kind === 'help' && invocation.text).toContain('Usage: train-twice');
  });
});
