import { describe, expect, test } from 'vitest';
import { readActionInputs } from '../../src/config/from-action.ts';
import { actionRequest, memoryHost, refusal } from './memory-host.ts';

describe('inputs of the Action', () => {
  test('are read as the runner hands them over: upper case, hyphens kept, trimmed', async () => {
    const environment = { INPUT_COMMAND: ' python train.py \n', 'INPUT_WORKING-DIRECTORY': 'sub', INPUT_SEED: ' 7 ' };
    const { training } = await readActionInputs(memoryHost({ sub: null }, environment));
    expect(training).toMatchObject({ command: { script: 'python train.py' }, workingDirectory: '/here/sub', seed: 7 });
  });

  test('an empty input is one that was not given', async () => {
    const { origins } = await actionRequest({ command: 'true', seed: '', tolerance: ' \n' });
    expect(origins).toMatchObject({ seed: 'default', tolerance: 'default' });
  });

  test('inputs that are nobody’s are left alone', async () => {
    await expect(actionRequest({ command: 'true', nonsense: 'x' })).resolves.toBeDefined();
  });

  test('lists are lines or commas', async () => {
    const lines = await actionRequest({ command: 'true', outputs: 'a\n\n  b/{c,d}  \n' });
    const commas = await actionRequest({ command: 'true', outputs: 'a, b/{c,d}' });
    expect(lines.training.outputs).toEqual(['a', 'b/{c,d}']);
    expect(commas.training.outputs).toEqual(lines.training.outputs);
  });

  test('outputs below the workspace may be absolute', async () => {
    expect((await actionRequest({ command: 'true', outputs: '/here/out' })).training.outputs).toEqual(['out']);
  });

  test('structures may be YAML', async () => {
    const checks =
      'record/*: notice\nwaivers:\n  - id: weights/values-differ\n    place: "**"\n    reason: Known.\n    until: 2027-01-31\n';
    const { policy } = await actionRequest({
      command: 'true',
      checks,
      tolerance: '{rtol: 1e-5, rules: [{glob: "a", atol: 1}]}',
    });
    expect(policy.checks).toEqual({
      severities: { 'record/*': 'notice' },
      waivers: [{ id: 'weights/values-differ', place: '**', reason: 'Known.', until: '2027-01-31' }],
    });
    expect(policy.tolerance.rules).toHaveLength(1);
  });

  test('a list of globs may begin with braces', async () => {
    const { policy } = await actionRequest({ command: 'true', checkpoints: '{best,latest}.pt' });
    expect(policy.checkpoints.include).toEqual(['{best,latest}.pt']);
  });

  test('nothing at all is refused with what to do', async () => {
    expect(await refusal(actionRequest({}))).toBe(
      'command: none given; expected the input "command", or "command" in train-twice.yml',
    );
  });

  test('all that is wrong is said at once', async () => {
    const inputs = {
      runs: 'many',
      checks: 'waivers:\n  - id: x\n    plaec: y\n    reason: z\n',
      'max-upload-size': '0',
      require: 'Identical',
    };
    expect(await refusal(actionRequest(inputs))).toBe(
      [
        '7 problems:',
        '  input "runs": "many"; expected an integer from 2 to 20',
        '  input "require": "Identical"; expected one of "identical", "equivalent", "within-tolerance"; did you mean "identical"?',
        '  input "checks", line 2: "checks.waivers[0]" has no "place"; expected a mapping with "id", "place", "reason" and "until"',
        '  input "checks", line 2: "checks.waivers[0]" has no "until"; expected a mapping with "id", "place", "reason" and "until"',
        '  input "checks", line 3: unknown key "plaec" in "checks.waivers[0]"; did you mean "place"?',
        '  command: none given; expected the input "command", or "command" in train-twice.yml',
        '  input "max-upload-size": "0"; expected a size of at least 1 byte, such as 2GB',
      ].join('\n'),
    );
  });

  const schemas: readonly (readonly [what: string, text: string, message: string])[] = [
    ['no JSON', '{', '"e.json" is not JSON'],
    ['no object', '[]', '"e.json" is no JSON Schema; expected an object'],
    ['an old draft', '{"$schema": "http://json-schema.org/draft-04/schema#"}', 'expected draft-07 or 2020-12'],
    ['a wrong keyword', '{"type": "objekt"}', 'is no JSON Schema that can be used'],
    ['a remote reference', '{"$ref": "https://example.org/x.json"}', 'is no JSON Schema that can be used'],
  ];
  test.each(schemas)('an environment schema that is %s is refused', async (_, text, message) => {
    expect(
      await refusal(actionRequest({ command: 'true', 'environment-schema': 'e.json' }, { 'e.json': text })),
    ).toContain(message);
  });
});
