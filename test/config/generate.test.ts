/** What is made from the table: fresh, and true to what each reader of it demands. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedFiles } from '../../scripts/generated-files.ts';
import { renderActionYml } from '../../src/config/generate/action-yml.ts';
import { renderConfigSchema } from '../../src/config/generate/config-schema.ts';
import { betweenMarkers } from '../../src/config/generate/markers.ts';
import { options, optionsFor } from '../../src/config/options.ts';

test.each(generatedFiles.map((file) => [file.path, file] as const))('%s is fresh', (path, file) => {
  const current = existsSync(path) ? readFileSync(path, 'utf8') : null;
  expect(file.render(current) === current, 'run: npm run generate').toBe(true);
});

describe('action.yml', () => {
  const action = parse(renderActionYml());

  test('has every input of the table, and no default that would overwrite the configuration file', () => {
    expect(Object.keys(action.inputs)).toEqual(optionsFor('action').map((option) => option.name));
    const { matrix, ...settings } = action.inputs;
    for (const input of Object.values<object>(settings))
      expect(Object.keys(input)).toEqual(['description', 'required']);
    // No setting, so there is nothing that it could overwrite.
    expect(matrix.default).toBe(`\${{ toJson(matrix) }}`);
  });

  test('runs on Node 24, with a post step', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' });
  });

  test('has the outputs that are promised', () => {
    expect(Object.keys(action.outputs)).toEqual(
      'verdict passed exit-code summary report-json report-html fingerprint first-difference artifact-id artifact-url artifact-digest'.split(
        ' ',
      ),
    );
  });
});

test('the published schema is one that strict readers take, and takes the examples', () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(renderConfigSchema()));
  for (const option of options) {
    if (!option.surfaces.includes('config')) continue;
    expect(validate(parse(option.example)), option.name).toBe(true);
  }
  expect(validate({ comand: 'x' })).toBe(false);
});

test('a page without its markers is a fault, not an empty part', () => {
  expect(() => betweenMarkers('# Page', 'options', 'x')).toThrow('options:begin');
  const page = 'a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb';
  expect(betweenMarkers(page, 'x', 'new')).toBe('a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb');
});
