import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterValue } from '../../../src/formats/trackers/parameter-value.ts';

describe('the text of a parameter', () => {
  it.each([
    ['42', 'int', '42'],
    ['-7', 'int', '-7'],
    ['12345678901234567890', 'int', '12345678901234567890'],
    ['0.1', 'float', '0.1'],
    ['1.0', 'float', '1.0'],
    ['-0.0', 'float', '-0.0'],
    ['1e-05', 'float', '0.00001'],
    ['1e+16', 'float', '10000000000000000.0'],
    ['1.7976931348623157e+308', 'float', '1.7976931348623157e+308'],
    ['5e-324', 'float', '5e-324'],
    ['nan', 'float', 'nan'],
    ['-inf', 'float', '-inf'],
    ['True', 'bool', 'True'],
    ['None', 'none', 'None'],
  ])('%s is a value, as Python writes it', (text, type, value) => {
    expect(parameterValue(text)).toEqual({ type, text: value });
  });

  it.each([
    '',
    'adam',
    '1.10',
    '007',
    '+1',
    '1.',
    '.5',
    '1e5',
    '1e-5',
    '0.00001',
    '1.0e-05',
    '0.10000000000000001',
    '1e400',
    'true',
    'null',
    '-0',
    '[1, 2]',
    ' 1',
    '1_000',
    '100000000000000000.0',
  ])('%j stays a text: Python writes no value so', (text) => {
    expect(parameterValue(text)).toEqual({ type: 'str', text });
  });

  it('never makes two texts one value', () => {
    const texts = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.stringMatching(/^-?\d{1,4}(?:\.\d{1,4})?(?:e[+-]?\d{1,3})?$/),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        fc.pre(a !== b);
        expect(parameterValue(a)).not.toEqual(parameterValue(b));
      }),
      { numRuns: 2000 },
    );
  });
});
