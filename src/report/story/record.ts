/**
 * What each run recorded of itself, part by part: where it was found, what it was held against, and what came of it. The absence
 * of a finding says nothing where there was nothing to hold a record against: that is said here.
 */
import { configurationsOf } from '../../checks/configurations.ts';
import { readClaims } from '../../checks/environment-claims.ts';
import { recordsOf } from '../../checks/records-in-runs.ts';
import type { Evidence, InventorySummary } from '../../model/evidence.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import { seenProcesses } from '../../model/observed-process.ts';
import type { RecordDocument } from '../../model/record.ts';
import type { Report } from '../../model/report.ts';
import { code, joined, quiet, type Text, words } from '../text/span.ts';
import { type FileNames, shortName } from './file-names.ts';
import { isOpen } from './findings.ts';
import { left, paragraph, type Section, section } from './section.ts';

/** More names than these are counted. */
const namesShown = 3;

interface Part {
  readonly title: string;
  /** Groups of the checks that judge it. */
  readonly groups: readonly string[];
  readonly found: Text;
  readonly against: readonly string[];
}

/** Null where no run left anything. */
export function recordSection(report: Report, files: FileNames): Section | null {
  const [first] = report.inventories;
  if (first === undefined || report.inventories.every((inventory) => inventory.files.length === 0)) return null;
  const parts = partsOf(report, first, files).map((part) => ({
    ...part,
    findings: openOf(report.findings, part.groups),
  }));
  const told = parts.filter(({ found, findings }) => found.length > 0 || findings.length > 0);
  const absent = parts.filter((part) => !told.includes(part)).map(({ title }) => title.toLowerCase());
  const rows = told.map(({ title, found, against, findings }): readonly Text[] => [
    words(title),
    found.length === 0 ? words(quiet('nothing')) : found,
    words(found.length === 0 ? '' : against.length === 0 ? quiet('nothing') : against.join(', ')),
    outcomeOf(findings),
  ]);
  const columns = [left(''), left('Found'), left('Held against'), left('Findings')];
  return section('record', 'Record', [
    ...(rows.length === 0 ? [] : [{ kind: 'table' as const, columns, rows }]),
    ...(absent.length === 0 ? [] : [paragraph(quiet(`Nothing was found of: ${absent.join(', ')}.`))]),
  ]);
}

function partsOf(report: Report, first: InventorySummary, files: FileNames): readonly Part[] {
  const otherRun = report.inventories.length > 1 ? ['the other run'] : [];
  const names = (kind: RecordDocument['kind']): Text =>
    namesText(recordsOf(first, kind).map(({ neutralPath }) => shortName(files, neutralPath)));
  const configurations = configurationsOf(first);
  const ours = report.runs.some(({ end }) => end !== null);
  const seen = report.runs.flatMap((run) => seenProcesses(run.observed));
  const packages = new Set(seen.flatMap(({ distributions }) => distributions.map(({ name }) => name))).size;
  return [
    {
      title: 'Layout',
      groups: ['layout'],
      found: names('layout'),
      against: [
        ...(ours && recordsOf(first, 'layout').some(({ timestamp }) => timestamp !== null) ? ["the run's clock"] : []),
      ],
    },
    {
      title: 'Configuration',
      groups: ['configuration'],
      found: namesText(
        configurations.map(({ neutralFile, entry, line }) => {
          const name = shortName(files, neutralFile);
          return entry === null ? `${name}${line === null ? '' : `:${line}`}` : `${name}[${entry}]`;
        }),
      ),
      against:
        configurations.length === 0
          ? []
          : [...(configurations.length > 1 ? ['each other'] : []), ...otherRun, ...(ours ? ['the seed'] : [])],
    },
    {
      title: 'Environment',
      groups: ['environment'],
      found: names('environment'),
      against:
        recordsOf(first, 'environment').length === 0 ? [] : ['the schema', ...otherRun, ...claimsText(report, first)],
    },
    {
      title: 'Packages',
      groups: ['requirements'],
      found: names('requirements').length > 0 ? names('requirements') : locksText(report),
      against: packages === 0 ? otherRun : [...otherRun, `${plural(packages, 'imported package')}`],
    },
    {
      title: 'Dataset',
      groups: ['dataset'],
      found: names('dataset'),
      against: [
        ...report.datasets
          .filter(({ digests }) => digests.length > 0)
          .map(({ path }) => `${path} (hashed)`)
          .slice(0, namesShown),
        ...(recordsOf(first, 'dataset').length === 0 ? [] : otherRun),
      ],
    },
    {
      title: 'Checkpoints',
      groups: ['checkpoints'],
      found: first.checkpoints.length === 0 ? [] : words(plural(first.checkpoints.length, 'checkpoint')),
      against:
        first.checkpoints.length === 0
          ? []
          : [...(first.series.length > 0 ? [plural(first.series.length, 'metric series', 'metric series')] : [])],
    },
    {
      title: 'Seeds and settings',
      groups: ['seeds', 'determinism', 'record'],
      found: seen.length === 0 ? [] : words(`observed in ${plural(seen.length, 'process', 'processes')}`),
      against: seen.length === 0 ? [] : otherRun,
    },
  ];
}

function namesText(all: readonly string[]): Text {
  const names = [...new Set(all)];
  const shown = joined(
    names.slice(0, namesShown).map((name) => words(code(name))),
    ', ',
  );
  return names.length <= namesShown ? shown : words(shown, ` and ${formatInteger(names.length - namesShown)} more`);
}

function locksText({ locks }: Pick<Evidence, 'locks'>): Text {
  return locks.length === 0 ? [] : words(namesText(locks.map(({ path }) => path)), quiet(' of the repository'));
}

/** `5 values that were seen`: how many claims of the record could be judged. */
function claimsText(report: Report, first: InventorySummary): readonly string[] {
  const run = report.runs.find(({ number }) => number === first.run);
  if (run === undefined || run.end === null) return [];
  const verified = recordsOf(first, 'environment').reduce((sum, { value }) => sum + readClaims(value, run).verified, 0);
  return verified === 0 ? [] : [`${plural(verified, 'value')} that ${verified === 1 ? 'was' : 'were'} seen`];
}

function openOf(findings: readonly Finding[], groups: readonly string[]): readonly Finding[] {
  return findings.filter((finding) => isOpen(finding) && groups.includes(finding.check.split('/')[0] ?? ''));
}

/** `none`, or how many of each severity. */
function outcomeOf(findings: readonly Finding[]): Text {
  const styles = { error: 'bad', warning: 'doubt', notice: 'quiet' } as const;
  const counted = (['error', 'warning', 'notice'] satisfies readonly Severity[]).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [words({ text: plural(count, severity), style: styles[severity] })];
  });
  return counted.length === 0 ? words({ text: 'none', style: 'good' }) : joined(counted, ', ');
}
