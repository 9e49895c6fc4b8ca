/**
 * `junit.xml`: the audit for viewers of test results, in the form that Jenkins' published schema (junit-10.xsd) describes and
 * others read too. Two suites: the verdict with what was compared, and the checks. It is red wherever the audit is: what could
 * not be judged is an `<error>`, and an audit without a verdict has no green test that could be taken for one.
 */
import type { Report } from '../model/report.ts';
import type { Reporter } from './reporter.ts';
import { checkCases } from './results/check-cases.ts';
import { comparisonCases } from './results/comparison-cases.ts';
import type { CaseStatus, TestCase } from './results/test-case.ts';
import { runCases, verdictCase, verdictName } from './results/verdict-cases.ts';
import { escapeXml } from './text/escape-xml.ts';

/** Viewers load the whole file; a run may leave far more files than anybody reads about. */
const mostCases = 5_000;
const messageLength = 1_000;
const lineLength = 2_000;

export const junitReporter: Reporter = {
  id: 'junit',
  title: 'JUnit XML for viewers of test results',
  fileName: 'junit.xml',
  render: (report) => document(report),
};

function document(report: Report): string {
  const suites = [
    { name: verdictName(report), cases: cut([verdictCase(report), ...runCases(report), ...comparisonCases(report)]) },
    { name: 'checks', cases: cut(checkCases(report)) },
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="train-twice" ${counts(all, ['tests', 'failures', 'errors'])} time="${seconds(all)}">`,
    ...suites.flatMap(({ name, cases }, index) => suite(report, name, cases, index === 0 ? properties(report) : [])),
    '</testsuites>',
    '',
  ].join('\n');
}

/** What is not green stands first where there are too many: it is never among what is left out. */
function cut(cases: readonly TestCase[]): readonly TestCase[] {
  const rest = cases.length - mostCases;
  if (rest <= 0) return cases;
  const isBad = ({ status }: TestCase): boolean => status === 'failed' || status === 'error';
  const kept = [...cases.filter(isBad), ...cases.filter((one) => !isBad(one))].slice(0, mostCases);
  const message = `${rest} more are not listed here; report.json has all of them.`;
  return [...kept, { group: 'files', name: 'not listed', status: 'skipped', message, lines: [], seconds: 0 }];
}

const statusOfCount: Readonly<Record<string, CaseStatus>> = { failures: 'failed', errors: 'error', skipped: 'skipped' };

function counts(cases: readonly TestCase[], names: readonly string[]): string {
  const count = (name: string): number => {
    const wanted = statusOfCount[name];
    return wanted === undefined ? cases.length : cases.filter(({ status }) => status === wanted).length;
  };
  return names.map((name) => `${name}="${count(name)}"`).join(' ');
}

/** More than any run may take: beyond 10^21 a number would be written in another way. */
const longestSeconds = 1e12;

function seconds(cases: readonly Pick<TestCase, 'seconds'>[]): string {
  const sum = cases.reduce((total, one) => total + one.seconds, 0);
  return Math.min(longestSeconds, Math.max(0, sum)).toFixed(3);
}

function properties({ meta, runs, judgement }: Report): readonly string[] {
  const told: readonly (readonly [string, string])[] = [
    ['outcome', judgement.outcome],
    ['passed', String(judgement.passed)],
    ['exit-code', String(judgement.exitCode)],
    ['seed', String(runs[0]?.seed ?? '')],
    ['audit', meta.auditId],
    ['version', meta.tool.version],
    ['platform', meta.platform],
  ];
  return [
    '    <properties>',
    ...told
      .filter(([, value]) => value !== '')
      .map(([key, value]) => `      <property name="${key}" value="${escapeXml(value)}"/>`),
    '    </properties>',
  ];
}

function suite(
  { meta, runs }: Report,
  name: string,
  cases: readonly TestCase[],
  about: readonly string[],
): readonly string[] {
  return [
    `  <testsuite name="${name}" ${counts(cases, ['tests', 'failures', 'errors', 'skipped'])} time="${seconds(cases)}" timestamp="${escapeXml(meta.createdAt)}" hostname="${escapeXml(runs[0]?.hostName ?? '')}">`,
    ...about,
    ...cases.flatMap(testCase),
    '  </testsuite>',
  ];
}

function testCase(one: TestCase): readonly string[] {
  const head = `    <testcase classname="train-twice.${escapeXml(one.group)}" name="${escapeXml(one.name)}" time="${seconds([one])}"`;
  const body = outcome(one);
  return body.length === 0 ? [`${head}/>`] : [`${head}>`, ...body, '    </testcase>'];
}

const elements: Readonly<Record<Exclude<CaseStatus, 'passed'>, string>> = {
  failed: 'failure',
  error: 'error',
  skipped: 'skipped',
};

function outcome({ status, group, message, lines }: TestCase): readonly string[] {
  const text = lines.map((line) => escapeXml(line, lineLength)).join('\n');
  if (status === 'passed') {
    const told = [escapeXml(message, messageLength), text].filter((part) => part !== '').join('\n');
    return told === '' ? [] : [`      <system-out>${told}</system-out>`];
  }
  const element = elements[status];
  const attributes = `${status === 'skipped' ? '' : `type="${escapeXml(group)}" `}message="${escapeXml(message, messageLength)}"`;
  return [text === '' ? `      <${element} ${attributes}/>` : `      <${element} ${attributes}>${text}</${element}>`];
}
