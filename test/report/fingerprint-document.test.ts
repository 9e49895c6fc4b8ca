import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../schemas/fingerprint.v1.json' with { type: 'json' };
import { fingerprintDocument } from '../../src/report/fingerprint-document.ts';
import { arbitraryReport } from '../fixtures/reports/arbitrary-report.ts';
import { divergentOfThree } from '../fixtures/reports/failing.ts';
import { identical, withinTolerance } from '../fixtures/reports/passing.ts';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

test('the fingerprint holds the digest of every tensor and the last point of every series', async () => {
  await expect(fingerprintDocument(identical)).toMatchFileSnapshot('golden/identical.fingerprint.json');
});

test('a tensor or series on which the runs do not agree is not stable', () => {
  expect(JSON.parse(fingerprintDocument(withinTolerance))).toMatchObject({
    checkpoints: [
      {
        tensors: [
          { path: 'model/fc.weight', stable: false },
          { path: 'model/fc.bias', stable: true },
        ],
      },
    ],
  });
  expect(JSON.parse(fingerprintDocument(divergentOfThree))).toMatchObject({ series: [{ stable: false }] });
});

test('every fingerprint follows its published schema and is made the same twice', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const text = fingerprintDocument(report);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
      expect(fingerprintDocument(report)).toBe(text);
    }),
    { numRuns: 100 },
  );
});
