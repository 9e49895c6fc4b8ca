/**
 * The result of the audit as in-toto's predicate for test results (v0.1). `PASSED` takes an audit that passed with a verdict that
 * can: one that could not judge, failed or was cancelled is `FAILED`. The configuration is named by its digest: report.json holds
 * policy, command, seed and environment; beside it the commit and the data, as far as they were measured.
 *
 * https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md
 */
import type { Report } from '../../model/report.ts';
import { isPass } from '../../model/verdict.ts';
import type { JsonValue } from '../json-text.ts';
import { type CheckStatus, checkResults } from '../results/check-results.ts';
import { verdictCase, verdictName } from '../results/verdict-cases.ts';
import { shortened, visible } from '../text/visible.ts';

export const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';

/** More data sets than this nobody declares. */
const mostDatasets = 200;

export function testResult(report: Report, reportSha256: string): JsonValue {
  const named = (status: CheckStatus): readonly string[] =>
    checkResults(report)
      .filter((check) => check.status === status)
      .map(({ id }) => printable(id));
  const verdict = verdictName(report);
  const verdictPassed = verdictCase(report).status === 'passed';
  return {
    result: resultOf(report),
    configuration: [reportDescriptor(report, reportSha256), ...source(report), ...datasets(report)],
    passedTests: [...(verdictPassed ? [verdict] : []), ...named('passed')],
    warnedTests: named('warned'),
    failedTests: [...(verdictPassed ? [] : [verdict]), ...named('failed')],
  };
}

function resultOf(report: Report): 'PASSED' | 'WARNED' | 'FAILED' {
  if (!isPass(report.judgement)) return 'FAILED';
  const statuses = new Set(checkResults(report).map(({ status }) => status));
  if (statuses.has('failed')) return 'FAILED';
  return statuses.has('warned') ? 'WARNED' : 'PASSED';
}

function reportDescriptor({ meta, policy, runs, judgement }: Report, sha256: string): JsonValue {
  return {
    name: 'report.json',
    digest: { sha256 },
    mediaType: 'application/json',
    annotations: {
      tool: meta.tool.name,
      version: printable(meta.tool.version),
      outcome: judgement.outcome,
      require: policy.require,
      failOn: policy.failOn,
      runs: runs.length,
      seed: runs[0]?.seed ?? null,
    },
  };
}

/** The commit, where every run was made of the same one; `clean` says whether it was that and nothing else. */
function source({ runs }: Report): readonly JsonValue[] {
  const trees = runs.map(({ workingTree }) => workingTree);
  const [first] = trees;
  const commit = first?.commit ?? '';
  if (!isHex(commit, 40) && !isHex(commit, 64)) return [];
  if (trees.some((tree) => tree?.commit !== commit)) return [];
  const clean = trees.every((tree) => tree?.dirtyCount === 0);
  return [{ name: 'source', digest: { gitCommit: commit }, annotations: { clean } }];
}

/** Single files only: what a digest of a folder is a digest of, no two tools agree. */
function datasets(report: Report): readonly JsonValue[] {
  return report.datasets.slice(0, mostDatasets).flatMap(({ path, digests }) => {
    const found = digests.filter(
      ({ algorithm, scheme, digest }) => scheme === 'file' && isHex(digest, algorithm === 'sha256' ? 64 : 32),
    );
    if (found.length === 0) return [];
    const digest = Object.fromEntries(found.map((one) => [one.algorithm, one.digest]));
    return [{ name: printable(path), digest, annotations: { role: 'dataset' } }];
  });
}

function isHex(text: string, length: number): boolean {
  return text.length === length && /^[0-9a-f]*$/.test(text);
}

function printable(text: string): string {
  return visible(shortened(text, 300));
}
