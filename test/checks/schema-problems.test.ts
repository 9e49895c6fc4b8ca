import { describe, expect, test } from 'vitest';
import environmentSchema from '../../schemas/environment.v1.json' with { type: 'json' };
import { schemaProblems } from '../../src/checks/schema-problems.ts';
import { environmentRecord, plain } from '../fixtures/audits/evidence.ts';

const problems = (document: unknown, schema: unknown = environmentSchema) =>
  schemaProblems(schema, plain(document)).map(({ pointer, message }) => `${pointer} ${message}`);

describe('our schema', () => {
  test.each([
    ['a GPU machine', environmentRecord],
    ['a machine without a GPU', { ...environmentRecord, cuda_version: null, gpu_model: null, gpu_count: 0 }],
    ['a training without torch', { ...environmentRecord, torch_version: null }],
    ['several GPUs, named one by one', { ...environmentRecord, gpu_model: ['A100', 'A100'], gpu_count: 2 }],
    ['further keys', { ...environmentRecord, driver: '550.54', seeds: { torch: 42 } }],
    [
      'the long form of the version',
      { ...environmentRecord, python_version: '3.12.4 (main, Jun  6 2024) [GCC 13.2.0]' },
    ],
  ])('accepts %s', (_name, record) => {
    expect(problems(record)).toEqual([]);
  });

  test('names every missing key by its own pointer', () => {
    expect(problems({})).toEqual([
      '/python_version is missing',
      '/torch_version is missing',
      '/cuda_version is missing',
      '/gpu_model is missing',
      '/gpu_count is missing',
    ]);
  });
  test.each([
    [{ gpu_count: '1' }, ['/gpu_count is "1", expected integer']],
    [{ gpu_count: -1 }, ['/gpu_count is -1; it must be >= 0']],
    [{ gpu_count: 1.5 }, ['/gpu_count is 1.5, expected integer']],
    [{ gpu_model: null }, ['/gpu_model is null, expected string or array']],
    [{ python_version: 3.12 }, ['/python_version is 3.12, expected string']],
    [{ torch_version: 'N/A' }, ['/torch_version is "N/A", expected a text that matches "^[0-9]+\\.[0-9]+"']],
  ])('refuses %j', (part, expected) => {
    expect(problems({ ...environmentRecord, ...part })).toEqual(expected);
  });
  test('refuses what is no object', () => {
    expect(problems([1])).toEqual([' is [1], expected object']);
  });
});

describe("the user's schema", () => {
  test('may be of draft-07', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { gpu: { enum: ['A100', 'H100'] } },
      additionalProperties: false,
    };
    expect(problems({ gpu: 'L4', 'a/b': 1 }, schema)).toEqual([
      '/a~1b is not a key that the schema knows',
      '/gpu is "L4", expected one of "A100" and "H100"',
    ]);
  });
  test('that cannot be compiled is a problem, not a crash', () => {
    expect(problems({}, { type: 'banana' })[0]).toMatch(/^ the schema itself cannot be used: /);
    expect(problems({}, { $ref: 'https://elsewhere/schema.json' })[0]).toMatch(/cannot be used/);
  });
  test('sees keys such as __proto__ as keys', () => {
    const document = { type: 'map', items: [['__proto__', plain({ gpu_count: 1 })]] } as const;
    expect(schemaProblems({ required: ['gpu_count'] }, document)).toEqual([
      { pointer: '/gpu_count', message: 'is missing' },
    ]);
  });
  test('NaN is no number', () => {
    const document = { type: 'map', items: [['x', { type: 'float', text: 'nan' }]] } as const;
    expect(schemaProblems({ properties: { x: { type: 'number' } } }, document)).toEqual([
      { pointer: '/x', message: 'is nan, expected number' },
    ]);
  });
});
