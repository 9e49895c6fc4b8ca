/** The sub-schemas of the options that have an inside: selections, tolerance, ignore, checks, environment variables. */
import type { JsonSchema } from './option.ts';

/** Long enough for any sensible glob, short enough that matching it stays cheap. */
export const maxGlobLength = 256;
/** A line of a training log is rarely longer; RE2's program grows with the pattern. */
export const maxPatternLength = 1000;

const glob: JsonSchema = {
  title: `a glob of 1 to ${maxGlobLength} characters`,
  type: 'string',
  minLength: 1,
  maxLength: maxGlobLength,
};

export const globsSchema: JsonSchema = {
  title: 'a glob or a list of globs',
  anyOf: [glob, { type: 'array', items: glob, minItems: 1 }],
};

const pattern: JsonSchema = {
  title: `an RE2 pattern of 1 to ${maxPatternLength} characters`,
  type: 'string',
  minLength: 1,
  maxLength: maxPatternLength,
};

function selection(what: string, more: { readonly [name: string]: JsonSchema }): JsonSchema {
  const names = ['include', 'exclude', ...Object.keys(more)].map((name) => `"${name}"`).join(', ');
  return {
    title: `a glob, a list of globs, or a mapping with ${names}`,
    anyOf: [
      glob,
      { type: 'array', items: glob, minItems: 1 },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          include: { ...globsSchema, description: `Only these files are read as ${what}.` },
          exclude: { ...globsSchema, description: `These files are never read as ${what}.` },
          ...more,
        },
      },
    ],
  };
}

export const selectionSchema: JsonSchema = selection('checkpoints', {});

export const metricsSchema: JsonSchema = selection('metrics', {
  stdout: {
    title: 'a pattern or a list of patterns',
    description: 'RE2 patterns with named groups: `step` or `epoch`, and one group for each series.',
    anyOf: [pattern, { type: 'array', items: pattern, minItems: 1 }],
  },
});

const bounds: { readonly [name: string]: JsonSchema } = {
  atol: {
    title: 'a number of 0 or more, such as 1e-6',
    description: 'Largest absolute difference.',
    type: 'number',
    minimum: 0,
  },
  rtol: {
    title: 'a number from 0 to below 1, such as 1e-5',
    description:
      'Largest difference relative to the larger of the two values. From 1 on everything of one sign would pass.',
    type: 'number',
    minimum: 0,
    exclusiveMaximum: 1,
  },
  'max-ulp': {
    title: 'an integer from 0 to 65536',
    description: 'Largest distance in units in the last place of the dtype.',
    type: 'integer',
    minimum: 0,
    maximum: 65536,
  },
};

export const toleranceSchema: JsonSchema = {
  title: 'a mapping with "atol", "rtol", "max-ulp" or "rules"',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...bounds,
    rules: {
      title: 'a list of rules, each with "glob" and "atol", "rtol" or "max-ulp"',
      description: 'By glob on tensor path or series name; the first that matches applies, alone.',
      type: 'array',
      minItems: 1,
      items: {
        title: 'a mapping with "glob" and "atol", "rtol" or "max-ulp"',
        type: 'object',
        additionalProperties: false,
        required: ['glob'],
        properties: { glob, ...bounds },
      },
    },
  },
};

export const ignoreSchema: JsonSchema = {
  title: 'a mapping with "series", "scalars" or "files"',
  type: 'object',
  additionalProperties: false,
  properties: {
    series: { ...globsSchema, description: 'Metric series that do not decide.' },
    scalars: { ...globsSchema, description: 'Scalars inside checkpoints that do not decide.' },
    files: { ...globsSchema, description: 'Files that do not decide.' },
  },
};

export const layoutNames: readonly string[] = [
  'auto',
  'hydra',
  'experiment-timestamp',
  'lightning',
  'hugging-face',
  'none',
];

export const layoutSchema: JsonSchema = {
  title: `one of ${layoutNames.map((name) => `"${name}"`).join(', ')}, or a mapping with "required" or "allowed"`,
  anyOf: [
    { enum: layoutNames },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        required: { ...globsSchema, description: 'Each must match at least one file that the run wrote.' },
        allowed: { ...globsSchema, description: 'Every file must match one of these, or of the required ones.' },
      },
    },
  ],
};

export const recordsSchema: JsonSchema = {
  title: 'a mapping with "environment", "requirements", "configuration" or "dataset"',
  type: 'object',
  additionalProperties: false,
  properties: {
    environment: { ...globsSchema, description: 'Read as the record of the environment.' },
    requirements: { ...globsSchema, description: 'Read as the list of packages.' },
    configuration: { ...globsSchema, description: 'Read as the configuration.' },
    dataset: { ...globsSchema, description: 'Read as the record of the dataset.' },
  },
};

const datasetPath: JsonSchema = {
  title: 'a path below the working directory',
  type: 'string',
  pattern: '^[^\\u0000]{1,4096}$',
};

const dataset: JsonSchema = {
  title: 'a path, or a mapping with "path" and "sha256"',
  anyOf: [
    datasetPath,
    {
      type: 'object',
      additionalProperties: false,
      required: ['path'],
      properties: {
        path: datasetPath,
        sha256: {
          title: 'a SHA-256 of 64 hexadecimal digits',
          description: 'What the data must be.',
          type: 'string',
          pattern: '^[0-9A-Fa-f]{64}$',
        },
      },
    },
  ],
};

export const datasetsSchema: JsonSchema = {
  title: 'a path or a list of paths, each with "sha256" where it is known',
  anyOf: [datasetPath, { type: 'array', items: dataset, minItems: 1 }],
};

const text = (what: string): JsonSchema => ({ title: what, type: 'string', pattern: '\\S', maxLength: 1000 });

const severity: JsonSchema = { enum: ['error', 'warning', 'notice', 'off'] };

export const checksSchema: JsonSchema = {
  title: 'a mapping from check ids (or `group/*`) to severities, and "waivers"',
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^[a-z0-9-]+/(?:[a-z0-9-]+|\\*)$': severity },
  properties: {
    waivers: {
      title: 'a list of waivers, each with "id", "place", "reason" and "until"',
      description: 'Findings that are known and accepted until a day.',
      type: 'array',
      items: {
        title: 'a mapping with "id", "place", "reason" and "until"',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'place', 'reason', 'until'],
        properties: {
          id: text('the id of a check'),
          place: text('the place of the finding: a file or an entry, or a glob'),
          reason: text('a reason in words'),
          until: {
            title: 'a date such as 2027-01-31',
            type: 'string',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
          },
        },
      },
    },
  },
};

export const variablesSchema: JsonSchema = {
  title: 'a mapping from names to values; null leaves a variable of the determinism set alone',
  type: 'object',
  additionalProperties: false,
  patternProperties: {
    // Numbers and booleans reach the training as they are spelled: 1.10 stays 1.10.
    '^[A-Za-z_][A-Za-z0-9_]*$': {
      title: 'a single value, or null',
      type: ['string', 'number', 'boolean', 'null'],
      maxLength: 32_768,
    },
  },
};
