/**
 * `sarif.json`: the findings as SARIF 2.1.0 (OASIS, with errata 01), for code scanning and editors: each check a rule, each finding
 * a result, waived ones with their suppression. An audit without a verdict did not succeed as an analysis: a viewer that compares
 * with the last one must not take what was not looked at for repaired.
 */
import type { Finding } from '../model/finding.ts';
import { plural } from '../model/format-number.ts';
import type { Report } from '../model/report.ts';
import { hasVerdict } from '../model/verdict.ts';
import { type JsonValue, jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { checkResults } from './results/check-results.ts';
import { type Locator, locatorFor, uriBases } from './sarif/locations.ts';
import { plainMessage } from './sarif/plain-message.ts';
import { levels, rulesOf } from './sarif/rules.ts';
import { fileNames } from './story/file-names.ts';
import { worstFirst } from './story/findings.ts';

/** GitHub shows no more of one document. */
const mostResults = 5_000;
const messageLength = 3_000;

export const sarifReporter: Reporter = {
  id: 'sarif',
  title: 'Findings as SARIF 2.1.0 for code scanning',
  fileName: 'sarif.json',
  render: (report) => jsonText(document(report)),
};

function document(report: Report): JsonValue {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Train Twice',
            version: plainMessage(report.meta.tool.version, 100),
            rules: rulesOf(report),
          },
        },
        automationDetails: { id: `train-twice/${plainMessage(report.meta.auditId, 100)}` },
        invocations: [invocation(report)],
        originalUriBaseIds: uriBases(report),
        columnKind: 'utf16CodeUnits',
        results: results(report),
      },
    ],
  };
}

function invocation({ judgement, meta, findings }: Report): JsonValue {
  const left = findings.length - mostResults;
  return {
    executionSuccessful: hasVerdict(judgement.outcome),
    exitCode: judgement.exitCode,
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(meta.createdAt) ? { startTimeUtc: meta.createdAt } : {}),
    toolExecutionNotifications: [
      {
        level: judgement.passed ? 'note' : 'error',
        message: { text: plainMessage(judgement.sentence, messageLength) },
      },
      ...(left > 0 ? [{ level: 'warning', message: { text: `${plural(left, 'more finding')} in report.json.` } }] : []),
    ],
  };
}

function results(report: Report): readonly JsonValue[] {
  const locator = locatorFor(report, fileNames(report.inventories));
  const indexes = new Map(checkResults(report).map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  return worstFirst(report.findings)
    .slice(0, mostResults)
    .map((finding) => {
      const identity = hashText(`${finding.check}\n${locator.identify(finding.place)}`);
      const count = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, count);
      return result(finding, indexes.get(finding.check) ?? -1, `${identity}:${count}`, locator);
    });
}

function result(finding: Finding, ruleIndex: number, fingerprint: string, locator: Locator): JsonValue {
  const { check, severity, certainty, message, place, waived } = finding;
  return {
    ruleId: plainMessage(check, 1_000),
    ruleIndex,
    level: levels[severity],
    message: { text: plainMessage(message, messageLength) },
    locations: [locator.locate(place)],
    // The one key that GitHub heeds: with the rule and the file it tells the same finding in the next audit.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(waived === null
      ? {}
      : {
          suppressions: [{ kind: 'external', status: 'accepted', justification: plainMessage(waived, messageLength) }],
        }),
    properties: { certainty },
  };
}

/** FNV-1a of 64 bits over UTF-16: short and the same everywhere. It tells findings apart and protects nothing. */
function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
