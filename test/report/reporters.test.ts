import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { annotationsReporter } from '../../src/report/annotations.ts';
import { jsonReporter } from '../../src/report/json.ts';
import { summaryReporter } from '../../src/report/summary.ts';
import { terminalReporter } from '../../src/report/terminal.ts';
import {
  cancelled,
  divergent,
  divergentOfThree,
  falseRecord,
  nothingCompared,
  runFailed,
} from '../fixtures/reports/failing.ts';
import { equivalent, identical, withinTolerance } from '../fixtures/reports/passing.ts';

const fixtures: Readonly<Record<string, Report>> = {
  identical,
  equivalent,
  'within-tolerance': withinTolerance,
  divergent,
  'divergent-of-three': divergentOfThree,
  'nothing-compared': nothingCompared,
  'run-failed': runFailed,
  cancelled,
  'false-record': falseRecord,
};

const plain = { color: false, columns: 100, verbose: false };

describe.each(Object.entries(fixtures))('the report "%s"', (name, report) => {
  test('reads well in a terminal', async () => {
    await expect(terminalReporter.render(report, plain)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('reads well as a step summary', async () => {
    await expect(summaryReporter.render(report, plain)).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test('is a document as JSON', async () => {
    await expect(jsonReporter.render(report, plain)).toMatchFileSnapshot(`golden/${name}.json`);
  });

  test('has its annotations', async () => {
    await expect(annotationsReporter.render(report, plain)).toMatchFileSnapshot(`golden/${name}.annotations.jsonl`);
  });
});

test('with colour and everything, the divergent report reads well in a narrow terminal', async () => {
  const text = terminalReporter.render(divergent, { color: true, columns: 60, verbose: true });
  await expect(text).toMatchFileSnapshot('golden/divergent.narrow.ansi.txt');
});
