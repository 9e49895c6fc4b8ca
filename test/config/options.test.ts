/** The table holds itself to what everything that is made from it needs. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import { parseCommandLine } from '../../src/config/from-cli.ts';
import { readLocatedYaml } from '../../src/config/located-yaml.ts';
import { isSetting } from '../../src/config/option.ts';
import { fitsSchema, isJsonObject, schemaOfOption } from '../../src/config/option-schema.ts';
import { options } from '../../src/config/options.ts';
import { isTextPlace } from '../../src/config/text-places.ts';
import { memoryHost } from './memory-host.ts';

test('names are unique and kebab-case', () => {
  const names = options.map((option) => option.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
});

describe.each(options.map((option) => [option.name, option] as const))('%s', (_, option) => {
  test('is described in one sentence', () => {
    expect(option.description).toMatch(/^[A-Z].*\.$/);
    expect(option.description.length).toBeLessThan(120);
  });

  test('has a default that fits, or none', () => {
    if (option.default !== null) expect(fitsSchema(schemaOfOption(option), option.default)).toBe(true);
  });

  test('has an example that works', async () => {
    if (!isSetting(option)) {
      expect(option.surfaces).toEqual(['action']);
      return;
    }
    if (!option.surfaces.includes('config')) {
      expect(option.example.startsWith(`--${option.name}`)).toBe(true);
      return;
    }
    const places = { at: () => ({ label: '', place: {} }), isText: isTextPlace };
    const { value, complaints } = readLocatedYaml(option.example, places);
    expect(complaints).toEqual([]);
    expect(isJsonObject(value) && Object.keys(value)).toEqual([option.name]);
    const files = { training: null, 'ci/environment.schema.json': '{"type": "object"}' };
    const argv = option.name === 'command' ? ['run'] : ['run', '--', 'true'];
    const host = memoryHost({ 'train-twice.yml': option.example, ...files });
    // The real names: with invented ones an example of a check that does not exist would pass.
    const known = { ...host.known, checks: checks.map(({ id }) => id) };
    await expect(parseCommandLine(argv, { ...host, known })).resolves.toBeDefined();
  });
});
