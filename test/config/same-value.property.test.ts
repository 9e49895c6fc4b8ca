/** Whatever way a value comes in, it is the same value: input, flag and configuration file give the same Request. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Json } from '../../src/config/option.ts';
import { fitsSchema, isJsonArray, isJsonObject, schemaOfOption } from '../../src/config/option-schema.ts';
import { options } from '../../src/config/options.ts';
import { validateConfig } from '../../src/config/validate-config.ts';
import type { Request } from '../../src/model/request.ts';
import { actionRequest, fileRequest, runRequest } from './memory-host.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9_.]{0,8}$/);
const glob = fc
  .tuple(word, fc.constantFrom('', '/*', '/**', '*.pt', '.{a,b}', '/[ab]?'))
  .map(([name, rest]) => name + rest);
const globs = fc.uniqueArray(glob, { minLength: 1, maxLength: 4 });
const bound = fc.double({ min: 0, max: 0.9, noNaN: true });
const bounds = fc.record({ atol: bound, rtol: bound, 'max-ulp': fc.nat(65_536) }, { requiredKeys: ['atol'] });
const duration = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.tuple(fc.nat(100), fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([h, m, s]) => `${h}h${m}m${s}s`),
);

/** Option, its value in a configuration file, and the same as texts. */
const given: fc.Arbitrary<readonly [name: string, value: Json, texts: readonly string[]]> = fc.oneof(
  fc.nat(4_294_967_295).map((seed) => ['seed', seed, [String(seed)]] as const),
  fc.integer({ min: 2, max: 20 }).map((runs) => ['runs', runs, [String(runs)]] as const),
  duration.map((value) => ['timeout', value, [String(value)]] as const),
  fc.oneof(duration, fc.constant('off')).map((value) => ['idle-timeout', value, [String(value)]] as const),
  fc.constantFrom('identical', 'equivalent').map((value) => ['require', value, [value]] as const),
  fc.constantFrom('error', 'warning', 'never').map((value) => ['fail-on', value, [value]] as const),
  fc.constantFrom('auto', 'hydra', 'none').map((value) => ['layout', value, [value]] as const),
  word.map((value) => ['report-dir', value, [value]] as const),
  globs.map((value) => ['outputs', value, value] as const),
  globs.map((value) => ['checkpoints', { include: value }, value] as const),
  globs.map((value) => ['checkpoints', { exclude: value }, value.map((each) => `!${each}`)] as const),
  globs.map((value) => ['ignore', { series: value }, value.map((each) => `series=${each}`)] as const),
  fc.tuple(bounds, fc.array(fc.tuple(glob, bounds), { maxLength: 3 })).map(([all, rules]) => {
    const text = (some: object) =>
      Object.entries(some)
        .map(([key, value]) => `${key}=${value}`)
        .join(',');
    const value = {
      ...all,
      ...(rules.length > 0 ? { rules: rules.map(([each, some]) => ({ glob: each, ...some })) } : {}),
    };
    return ['tolerance', value, [text(all), ...rules.map(([each, some]) => `${each}:${text(some)}`)]] as const;
  }),
  fc
    .dictionary(fc.stringMatching(/^[A-S][A-Z0-9_]{0,6}$/), word, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
    .map((value) => {
      return ['environment-variables', value, Object.entries(value).map(([name, text]) => `${name}=${text}`)] as const;
    }),
  fc
    .constantFrom('off', 'notice', 'error')
    .map((value) => ['checks', { 'record/*': value }, [`record/*=${value}`]] as const),
);

const withoutOrigins = ({ origins: _, ...rest }: Request) => rest;

describe('input, flag and configuration file', () => {
  test('give the same Request for the same value, each with its origin', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ([name, value, texts]) => {
        const flags = texts.flatMap((text) => [`--${name}`, text]);
        const fromFile = await fileRequest(stringify({ command: 'true', [name]: value }));
        const fromFlags = await runRequest(['--command', 'true', ...flags]);
        const fromInput = await actionRequest({ command: 'true', [name]: texts.join('\n') });
        const asYaml = isJsonObject(value)
          ? await actionRequest({ command: 'true', [name]: stringify(value) })
          : fromInput;
        expect(withoutOrigins(fromFlags)).toEqual(withoutOrigins(fromFile));
        expect(withoutOrigins(fromInput)).toEqual(withoutOrigins(fromFile));
        expect(withoutOrigins(asYaml)).toEqual(withoutOrigins(fromFile));
        const origins = [fromFile, fromFlags, fromInput].map((request) => request.origins[name]);
        expect(origins).toEqual(['config file', 'flag', 'input']);
      }),
      { numRuns: 150 },
    );
  });

  test('an input or flag is stronger than the configuration file, as a whole', async () => {
    const file = { 'train-twice.yml': 'command: x\nseed: 1\ntolerance: {atol: 1, rtol: 0.5}\n' };
    for (const request of [
      await actionRequest({ seed: '2', tolerance: 'max-ulp=3' }, file),
      await runRequest(['--seed', '2', '--tolerance', 'max-ulp=3'], file),
    ]) {
      expect(request.training.seed).toBe(2);
      expect(request.policy.tolerance.everywhere).toEqual({ atol: 0, rtol: 0, maxUlp: 3 });
      expect(request.origins.command).toBe('config file');
    }
  });
});

describe('the check without ajv', () => {
  const flat = options.filter((option) => option.surfaces.includes('config') && option.type.kind !== 'structure');
  const scalar: fc.Arbitrary<Json> = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('auto', 'off', '6h', '90s', '1h30m', '2GB', '1.5 GiB', 'identical', 'never', '.', '', ' ', 'a/b'),
    fc.constantFrom(0, 1, 2, 20, 21, 42, 400, 4_294_967_295, 4_294_967_296),
  );

  test('comes to the same answer as ajv for every flat option and any scalar', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flat), scalar, (option, value) => {
        const byAjv = validateConfig({ [option.name]: value }).length === 0;
        expect(fitsSchema(schemaOfOption(option), value), `${option.name}: ${String(value)}`).toBe(byAjv);
      }),
      { numRuns: 2000 },
    );
  });

  test('and for any list of texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }), (list) => {
        const option = options.find((each) => each.name === 'outputs');
        const schema = option === undefined ? {} : schemaOfOption(option);
        expect(isJsonArray(list) && fitsSchema(schema, list)).toBe(validateConfig({ outputs: list }).length === 0);
      }),
    );
  });
});
