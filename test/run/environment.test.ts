import { describe, expect, it } from 'vitest';
import { InputProblem } from '../../src/model/problem.ts';
import { auditMarker, childEnvironment, determinismSet } from '../../src/run/environment.ts';

const identity = { run: 1, auditId: 'audit', auditDir: '/audit', outputDir: '/out' };
const plain = { seed: 7, environmentVariables: {}, withoutDeterminism: [], observe: true };

function environmentOf(base: Record<string, string | undefined>, request: Partial<typeof plain> = {}) {
  return childEnvironment({ ...plain, ...request }, base, identity).environment;
}

describe('what a training inherits', () => {
  const secrets = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'INPUT_COMMAND',
    'INPUT_FAIL-ON',
    'STATE_isPost',
    'GITHUB_TOKEN',
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_ARTIFACTS',
    'GITHUB_ARTIFACTS_LIST',
  ];

  it.each(secrets)('is not %s', (name) => {
    expect(environmentOf({ GITHUB_ACTIONS: 'true', [name]: 'x' })).not.toHaveProperty([name]);
  });

  it.each(['RUNNER_TRACKING_ID', 'PATH', 'GITHUB_SHA', 'CUDA_VISIBLE_DEVICES'])('is %s', (name) => {
    expect(environmentOf({ GITHUB_ACTIONS: 'true', [name]: 'x' })).toHaveProperty([name], 'x');
  });

  it("is a user's own INPUT_DIR in a terminal, where no runner uses such names", () => {
    expect(environmentOf({ INPUT_DIR: '/data' })).toHaveProperty('INPUT_DIR', '/data');
  });
});

describe('the determinism set', () => {
  it('is set with the seed', () => {
    expect(environmentOf({})).toMatchObject({ PYTHONHASHSEED: '7', CUBLAS_WORKSPACE_CONFIG: ':4096:8' });
  });

  it.each([
    [2 ** 32 + 5, '5'],
    [-1, '4294967295'],
  ])('turns the seed %d into one that Python accepts', (seed, expected) => {
    expect(environmentOf({}, { seed })).toMatchObject({ PYTHONHASHSEED: expected });
  });

  it('leaves out what was switched off by name', () => {
    const environment = environmentOf({}, { withoutDeterminism: ['PYTHONHASHSEED'] as never[] });
    expect(environment).not.toHaveProperty('PYTHONHASHSEED');
  });

  it('keeps a value that is there already', () => {
    expect(environmentOf({ CUBLAS_WORKSPACE_CONFIG: ':16:8' })).toMatchObject({ CUBLAS_WORKSPACE_CONFIG: ':16:8' });
  });

  it('does not keep a hash seed that asks for chance', () => {
    expect(environmentOf({ PYTHONHASHSEED: 'random' })).toMatchObject({ PYTHONHASHSEED: '7' });
  });

  it("never overrides the user's own variables", () => {
    const environment = environmentOf({}, { environmentVariables: { PYTHONHASHSEED: 'random' } });
    expect(environment).toMatchObject({ PYTHONHASHSEED: 'random' });
  });

  it('says of every variable why it is there and by whose word', () => {
    for (const variable of determinismSet) expect([variable.why, variable.source]).not.toContain('');
  });
});

describe('what a training is told', () => {
  it('is run, seed, output folder and the marker of the audit', () => {
    expect(environmentOf({})).toMatchObject({
      TRAIN_TWICE: '1',
      TRAIN_TWICE_RUN: '1',
      TRAIN_TWICE_SEED: '7',
      TRAIN_TWICE_OUTPUT_DIR: '/out',
      TRAIN_TWICE_AUDIT: 'audit',
    });
    expect(auditMarker('audit')).toBe('TRAIN_TWICE_AUDIT=audit');
  });

  it('differs between the runs in TRAIN_TWICE_RUN alone', () => {
    const first = childEnvironment(plain, { PATH: '/bin' }, identity).environment;
    const second = childEnvironment(plain, { PATH: '/bin' }, { ...identity, run: 2 }).environment;
    expect(second).toEqual({ ...first, TRAIN_TWICE_RUN: '2' });
  });
});

describe('the recorded environment', () => {
  it('has what was added, and nothing that was only inherited', () => {
    const { recorded } = childEnvironment(plain, { PATH: '/bin' }, identity);
    expect(recorded).not.toHaveProperty('PATH');
    expect(recorded).toHaveProperty('TRAIN_TWICE_SEED', '7');
  });

  it('hides values whose names look like secrets', () => {
    const request = { ...plain, environmentVariables: { WANDB_API_KEY: 'abc', EPOCHS: '3' } };
    const { environment, recorded } = childEnvironment(request, {}, identity);
    expect(environment.WANDB_API_KEY).toBe('abc');
    expect(recorded.WANDB_API_KEY).not.toContain('abc');
    expect(recorded.EPOCHS).toBe('3');
  });
});

it.each([
  ['', 'x'],
  ['A=B', 'x'],
  ['A', 'x\0y'],
])('refuses the variable %j = %j, which no process can have', (name, value) => {
  expect(() => environmentOf({}, { environmentVariables: { [name]: value } })).toThrow(InputProblem);
});

describe('the observer', () => {
  it("stands before the user's own PYTHONPATH", () => {
    const path = environmentOf({ PYTHONPATH: '/mine' }).PYTHONPATH ?? '';
    expect(path).toMatch(/\/probe:\/mine$/);
  });

  it("stands before a PYTHONPATH among the user's variables", () => {
    const path = environmentOf({ PYTHONPATH: '/base' }, { environmentVariables: { PYTHONPATH: '/mine' } }).PYTHONPATH;
    expect(path).toMatch(/\/probe:\/mine$/);
  });

  it('adds no empty entry, which would be the working directory', () => {
    expect(environmentOf({ PYTHONPATH: '' }).PYTHONPATH).toMatch(/\/probe$/);
  });

  it('is told where to leave its records, at the same place in every run', () => {
    expect(environmentOf({})).toHaveProperty('TRAIN_TWICE_OBSERVER_DIR', '/audit/observed');
  });

  it('stays away where it is switched off', () => {
    const environment = environmentOf({ PYTHONPATH: '/mine' }, { observe: false });
    expect(environment).toHaveProperty('PYTHONPATH', '/mine');
    expect(environment).not.toHaveProperty('TRAIN_TWICE_OBSERVER_DIR');
  });
});
