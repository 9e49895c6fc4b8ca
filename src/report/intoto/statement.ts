/**
 * `test-result.intoto.json`: an in-toto Statement v1, unsigned. `actions/attest` makes and signs the statement itself, out of the
 * bare predicate and a list of subjects: these are files of their own, made of the same two functions.
 *
 * https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
import { jsonText } from '../json-text.ts';
import type { Seal } from '../seal.ts';
import { predicateType, testResult } from './predicate.ts';
import { subjectsOf } from './subjects.ts';

export const statementSeal: Seal = {
  id: 'intoto',
  title: 'An in-toto statement of the test result, unsigned',
  fileName: 'test-result.intoto.json',
  render: (report, reportSha256) =>
    jsonText({
      _type: 'https://in-toto.io/Statement/v1',
      subject: subjectsOf(report, reportSha256).map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
      predicateType,
      predicate: testResult(report, reportSha256),
    }),
};

export const predicateSeal: Seal = {
  id: 'intoto-predicate',
  title: "The statement's predicate alone, for actions/attest",
  fileName: 'test-result.predicate.json',
  render: (report, reportSha256) => jsonText(testResult(report, reportSha256)),
};

/** A line a subject, as `sha256sum` writes it. */
export const subjectsSeal: Seal = {
  id: 'intoto-subjects',
  title: "The statement's subjects as checksums, for actions/attest",
  fileName: 'test-result.subjects.sha256',
  render: (report, reportSha256) =>
    subjectsOf(report, reportSha256)
      .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
      .join(''),
};
