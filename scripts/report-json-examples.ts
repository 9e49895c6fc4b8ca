/** Pieces of a real `report.json` for its page: what the audit of two runs that part late really writes. */

import { jsonReporter } from '../src/report/json.ts';
import { type JsonValue, jsonText } from '../src/report/json-text.ts';
import { divergentLate } from '../test/fixtures/reports/gallery/diverging.ts';

const document: JsonValue = JSON.parse(
  jsonReporter.render(divergentLate, { color: false, columns: 100, verbose: true }),
);

/** By the name of the part of the page. */
export const reportExamples: Readonly<Record<string, string>> = {
  judgement: piece('judgement'),
  firstDifference: piece('firstDifference'),
  finding: piece('findings', 5),
  runEnd: piece('runs', 0, 'end'),
  difference: piece('comparisons', 0, 'difference', 'children', 0, 'children', 0),
  lastPoint: piece('comparisons', 0, 'coverage', 'series', 0, 'last', 'first'),
};

function piece(...path: readonly (string | number)[]): string {
  let value: unknown = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) throw new Error(`the example has no ${path.join('.')}`);
    value = Reflect.get(value, step);
  }
  return jsonText(value as JsonValue);
}
