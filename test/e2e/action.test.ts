/** The Action, end to end: `dist/action.js` as a runner starts it, in an empty folder, with nothing installed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../house/source-tree.ts';
import { type ArtifactService, startArtifactService } from './artifact-service.ts';
import { cleanUp, runStep, type StepRequest, type StepResult } from './runner-model.ts';
import { commands, makeProject } from './trainings.ts';

const main = path.join(root, 'dist', 'action.js');
const post = path.join(root, 'dist', 'post.js');
const actionYml = path.join(root, 'action.yml');
const node = process.env.TRAIN_TWICE_NODE;
const steps: StepResult[] = [];

afterAll(() => {
  for (const step of steps) cleanUp(step);
});

async function audit(command: string, more: Partial<StepRequest> = {}): Promise<StepResult> {
  const step = await runStep({
    main,
    actionYml,
    workspace: makeProject().folder,
    ...(node === undefined ? {} : { node }),
    ...more,
    inputs: { command, ...more.inputs },
  });
  steps.push(step);
  return step;
}

function levels(step: StepResult, level: string): readonly { title: string; message: string }[] {
  return step.annotations.filter((annotation) => annotation.level === level);
}

describe('a training that comes out the same twice', () => {
  const step = audit(commands.reproducible);

  it('passes', async () => {
    const { exitCode, succeeded, outputs, stderr } = await step;
    expect({ exitCode, succeeded, passed: outputs.passed, code: outputs['exit-code'], stderr }).toEqual({
      exitCode: 0,
      succeeded: true,
      passed: 'true',
      code: '0',
      stderr: '',
    });
    expect(['identical', 'equivalent']).toContain(outputs.verdict);
  });

  it('tells its evidence in the output and at the top of the summary', async () => {
    const { outputs, summary } = await step;
    expect(outputs.summary).toMatch(/1 tensor/);
    expect(summary.slice(0, 400)).toMatch(/Identical|Equivalent/);
  });

  it('leaves a report that says the same', async () => {
    const { outputs } = await step;
    const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));
    expect(report.judgement.outcome).toBe(outputs.verdict);
    expect(report.comparisons[0].coverage.totals).toMatchObject({
      checkpoints: 1,
      tensors: 1,
      elements: 12,
      series: 1,
      points: 5,
    });
  });

  it('leaves the files of run 2 where the training put them, and those of run 1 aside', async () => {
    const { workspace } = await step;
    expect(readdirSync(path.join(workspace, 'outputs'))).toHaveLength(1);
    const audits = readdirSync(path.join(workspace, '.train-twice')).filter((name) => name !== '.gitignore');
    expect(existsSync(path.join(workspace, '.train-twice', audits[0] ?? '', 'run-1', 'outputs'))).toBe(true);
  });

  it('says in one notice why nothing was uploaded, and does not fail because of it', async () => {
    const notices = levels(await step, 'notice').filter((notice) => /artifact|upload/i.test(notice.message));
    expect(notices).toHaveLength(1);
  });

  it('saves what the post step needs, which then finds nothing to end', async () => {
    const { state, workspace } = await step;
    expect(Object.keys(state)).toEqual(['audit-marker']);
    const after = await runStep({
      main: post,
      actionYml,
      workspace,
      inputs: {},
      state,
      ...(node === undefined ? {} : { node }),
    });
    expect({ code: after.exitCode, annotations: after.annotations, stderr: after.stderr }).toEqual({
      code: 0,
      annotations: [],
      stderr: '',
    });
  });
});

describe('a training that comes out different', () => {
  const step = audit(commands.diverging);

  it('fails the step with exit code 1 and says so in the outputs', async () => {
    const { exitCode, outputs } = await step;
    expect({ exitCode, verdict: outputs.verdict, passed: outputs.passed, code: outputs['exit-code'] }).toEqual({
      exitCode: 1,
      verdict: 'divergent',
      passed: 'false',
      code: '1',
    });
  });

  it('names the first divergent step and the first differing tensor', async () => {
    const { outputs } = await step;
    const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));
    expect(report.firstDifference.metric).toMatchObject({ series: 'loss', step: 3 });
    expect(report.firstDifference.tensor).toMatchObject({ path: 'layer.weight' });
    expect(outputs['first-difference']).toContain('step 3');
  });

  it('annotates errors with the ids of their checks', async () => {
    const titles = levels(await step, 'error').map((error) => `${error.title} ${error.message}`);
    expect(titles.join('\n')).toMatch(/weights\/values-differ/);
    expect(titles.join('\n')).toMatch(/metrics\/values-diverge/);
  });
});

describe('runs that do not end well have no verdict', () => {
  const cases = [
    { name: 'a crash in run 2', command: commands.crashesInRun2, inputs: {}, says: /exited with code 3/ },
    { name: 'a death by SIGKILL', command: commands.killsItself, inputs: {}, says: /SIGKILL/ },
    { name: 'a timeout', command: commands.neverEnds, inputs: { timeout: '2s' }, says: /timeout/ },
    { name: 'an idle timeout', command: commands.neverEnds, inputs: { 'idle-timeout': '2s' }, says: /idle/ },
  ];
  for (const { name, command, inputs, says } of cases) {
    it(`${name} exits with 4 and says what happened`, async () => {
      const { exitCode, outputs, summary } = await audit(command, { inputs });
      expect({ exitCode, passed: outputs.passed, verdict: outputs.verdict }).toEqual({
        exitCode: 4,
        passed: 'false',
        verdict: 'run-failed',
      });
      expect(summary).toMatch(says);
    });
  }

  it('a command that does not exist exits with 4 and names it', async () => {
    const { exitCode, summary } = await audit('no-such-program --seed 1');
    expect(exitCode).toBe(4);
    expect(summary).toMatch(/127|not found/);
  });
});

describe('cancelling', () => {
  it('stops the whole tree within the runner’s seven seconds and still writes a report', async () => {
    const started = performance.now();
    const step = await audit('python3 train.py; (setsid sleep 300 &) ; sleep 300', {
      signals: [{ signal: 'SIGINT', when: (printed) => printed.includes('step 5') }],
    });
    expect(performance.now() - started).toBeLessThan(12_000);
    expect({ code: step.exitCode, verdict: step.outputs.verdict, passed: step.outputs.passed }).toEqual({
      code: 130,
      verdict: 'cancelled',
      passed: 'false',
    });
    expect(existsSync(step.outputs['report-json'] ?? '')).toBe(true);
    expect(processesWith(step.state['audit-marker'] ?? 'none')).toEqual([]);
  });

  it('leaves nothing behind for the post step even where the action itself is killed', async () => {
    const step = await audit(commands.neverEnds, {
      signals: [{ signal: 'SIGKILL', when: (printed) => printed.includes('step 5') }],
    });
    expect(step.outputs).toMatchObject({ verdict: 'inconclusive', passed: 'false' });
    const marker = step.state['audit-marker'] ?? 'none';
    expect(processesWith(marker).length).toBeGreaterThan(0);
    const after = await runStep({
      main: post,
      actionYml,
      workspace: step.workspace,
      inputs: {},
      state: step.state,
      ...(node === undefined ? {} : { node }),
    });
    expect(after.exitCode).toBe(0);
    expect(levels(after, 'warning')).toHaveLength(1);
    expect(processesWith(marker)).toEqual([]);
  });
});

describe('nothing to judge is never a pass', () => {
  it('a training that writes nothing is inconclusive', async () => {
    const { exitCode, outputs } = await audit(commands.writesNothing);
    expect({ exitCode, verdict: outputs.verdict, passed: outputs.passed }).toEqual({
      exitCode: 3,
      verdict: 'inconclusive',
      passed: 'false',
    });
  });

  it('outputs that match nothing are inconclusive', async () => {
    const { exitCode, outputs } = await audit(commands.reproducible, { inputs: { outputs: 'no-such-folder/**' } });
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 3, verdict: 'inconclusive' });
  });
});

describe('configuration errors', () => {
  it('no command ends with 2 before anything is started', async () => {
    const { exitCode, outputs, annotations } = await audit('');
    expect({ exitCode, code: outputs['exit-code'], passed: outputs.passed }).toEqual({
      exitCode: 2,
      code: '2',
      passed: 'false',
    });
    expect(annotations.map((one) => one.message).join()).toMatch(/command/);
  });

  it('all problems of a config file come at once, with line and column', async () => {
    const project = makeProject({ 'train-twice.yml': 'sed: 42\nruns: two\ntolerance:\n  atoll: 1\n' });
    const { exitCode, annotations } = await audit(commands.reproducible, { workspace: project.folder });
    const message = annotations.map((one) => one.message).join('\n');
    expect(exitCode).toBe(2);
    expect(message).toMatch(/train-twice\.yml:1:\d+/);
    expect(message).toMatch(/train-twice\.yml:2:\d+/);
    expect(message).toMatch(/train-twice\.yml:4:\d+/);
    expect(message).toMatch(/seed/);
    expect(message).toMatch(/atol/);
    expect(existsSync(path.join(project.folder, 'outputs'))).toBe(false);
  });

  it('a working directory that does not exist is named', async () => {
    const { exitCode, annotations } = await audit(commands.reproducible, {
      inputs: { 'working-directory': 'no/such/folder' },
    });
    expect(exitCode).toBe(2);
    expect(annotations.map((one) => one.message).join()).toContain('no/such/folder');
  });
});

describe('an output that contains workflow commands', () => {
  const step = audit(commands.speaksCommands);

  it('gives no command that is not ours', async () => {
    const { commands: seen, masks, outputs, annotations, faults } = await step;
    expect(seen.filter((command) => /forged/.test(command.data))).toEqual([]);
    expect({
      forged: annotations.filter((one) => /forged/.test(one.message)),
      masks: masks.filter((mask) => mask === 'step'),
      faults,
    }).toEqual({
      forged: [],
      masks: [],
      faults: [],
    });
    expect(outputs['exit-code']).toBe('0');
  });

  it('is still shown', async () => {
    expect((await step).log.join('\n')).toContain('forged');
  });
});

describe('what the training cannot reach', () => {
  it('the runner’s files and tokens are not in its environment', async () => {
    const { outputs } = await audit(
      `env > environment.txt; python3 train.py; echo "verdict=identical" >> "\${GITHUB_OUTPUT:-/dev/null}"`,
      {
        environment: { ACTIONS_RUNTIME_TOKEN: 'secret-token', GITHUB_TOKEN: 'secret-too', INPUT_EXTRA: 'x' },
        inputs: { ignore: 'files: [environment.txt]' },
      },
    );
    const folder = path.dirname(path.dirname(outputs['report-json'] ?? ''));
    const text = readFileSync(path.join(folder, 'environment.txt'), 'utf8');
    expect(
      text.match(/^(ACTIONS_\w+|INPUT_\w+|STATE_\w+|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))=/gm),
    ).toBeNull();
    expect(text).toMatch(/^RUNNER_TRACKING_ID=/m);
  });
});

describe('the artifact', () => {
  let service: ArtifactService;

  it('is uploaded by the real client in several blocks, and its SHA-256 holds', async () => {
    service = await startArtifactService({ reorder: true });
    try {
      const big = `python3 train.py; head -c 20000000 /dev/zero | openssl enc -aes-128-ctr -K 00 -iv 00 2>/dev/null > outputs/random.dat`;
      const { exitCode, outputs } = await audit(big, { environment: service.environment, inputs: { upload: 'all' } });
      const [artifact] = service.artifacts;
      expect(exitCode).toBe(0);
      expect(artifact?.blocks).toBeGreaterThan(2);
      expect(outputs['artifact-id']).toBe(artifact?.id);
      expect(outputs['artifact-digest']).toBe(artifact?.digest);
      expect(artifact?.digest).toBe(
        `sha256:${createHash('sha256')
          .update(artifact?.bytes ?? '')
          .digest('hex')}`,
      );
      expect(outputs['artifact-url']).toMatch(
        /^https:\/\/github\.com\/octo\/model\/actions\/runs\/1234567\/artifacts\//,
      );
    } finally {
      await service.close();
    }
  });

  it('that cannot be uploaded is one notice, never a failure', async () => {
    service = await startArtifactService({ failing: { call: 'CreateArtifact', status: 403 } });
    try {
      const step = await audit(commands.reproducible, { environment: service.environment });
      expect({ code: step.exitCode, id: step.outputs['artifact-id'] }).toEqual({ code: 0, id: '' });
      expect(levels(step, 'notice').filter((notice) => /artifact|upload/i.test(notice.message))).toHaveLength(1);
    } finally {
      await service.close();
    }
  });

  it('is not tried on GitHub Enterprise Server', async () => {
    const step = await audit(commands.reproducible, {
      environment: {
        GITHUB_SERVER_URL: 'https://github.example.com',
        ACTIONS_RUNTIME_TOKEN: 'x',
        ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
      },
    });
    expect(step.exitCode).toBe(0);
    expect(
      levels(step, 'notice')
        .map((notice) => notice.message)
        .join(),
    ).toMatch(/Enterprise Server/);
  });
});

/** Living processes that carry the marker in their environment. */
function processesWith(marker: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(marker);
      } catch {
        return false;
      }
    });
}
