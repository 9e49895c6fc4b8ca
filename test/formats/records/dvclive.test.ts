import { expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/codecs/memory-source.ts';
import { dvcliveParameters } from '../../../src/formats/records/dvclive.ts';
import { plain } from '../../fixtures/audits/evidence.ts';

const source = (text: string) => memorySource('x', new TextEncoder().encode(text));

test.each([
  ['dvclive/params.yaml', true],
  ['a/dvclive/params.yaml', true],
  ['params.yaml', false],
  ['dvclive/plots/params.yaml', false],
])("DVCLive's parameters are told by their place: %s %s", (path, expected) => {
  expect(dvcliveParameters.recognizes(path, source(''))).toBe(expected);
});

test("DVCLive's parameters are a configuration", () => {
  expect(dvcliveParameters.read('dvclive/params.yaml', 'n', source('lr: 1e-05\nopt:\n  name: adam\n'))).toMatchObject({
    kind: 'configuration',
    format: 'dvclive',
    value: plain({ lr: 1e-5, opt: { name: 'adam' } }),
  });
});
