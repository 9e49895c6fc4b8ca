/**
 * Where a finding lies, in SARIF's terms. A file that a run left is no file of the repository: it lies below `ARTIFACT`, as in the
 * artifact that the Action uploads (`run-1/…`), under its neutral path, so that it has the same name in every audit. Any other file
 * (code that the observer saw, lock files, data) belongs to the project: `%SRCROOT%`, relative to the top of the repository.
 *
 * GitHub refuses a document in which a single result has no physical location: what lies nowhere lies in report.json.
 */
import type { FindingPlace } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { JsonValue } from '../json-text.ts';
import { type FileNames, neutralName } from '../story/file-names.ts';
import { shortened, visible } from '../text/visible.ts';

const mostName = 500;

/** Locations for the findings of one report. */
export interface Locator {
  locate(place: FindingPlace): JsonValue;
  /** The place in words that stay the same from audit to audit, for fingerprints: without the line. */
  identify(place: FindingPlace): string;
}

export function locatorFor(report: Report, names: FileNames): Locator {
  const folder = sourceFolder(report);
  const uriOf = ({ file, run }: FindingPlace): { readonly uri: string; readonly uriBaseId?: string } => {
    if (file === null || file === '') return { uri: 'report.json', uriBaseId: 'ARTIFACT' };
    const neutral = neutralName(names, file, run);
    if (neutral !== null) return { uri: encodedPath(`run-${run ?? 1}/${neutral}`), uriBaseId: 'ARTIFACT' };
    if (file.startsWith('/')) return { uri: `file://${encodedPath(file)}` };
    return { uri: encodedPath(`${folder}${file}`), uriBaseId: '%SRCROOT%' };
  };
  return {
    locate: (place) => ({
      physicalLocation: {
        artifactLocation: { ...uriOf(place) },
        ...(place.line !== null && place.line > 0 && place.file !== null
          ? { region: { startLine: Math.min(2 ** 31 - 1, Math.round(place.line)) } }
          : {}),
      },
      ...logicalPart(place),
    }),
    identify: (place) => {
      const { uri, uriBaseId = '' } = uriOf(place);
      return [uriBaseId, uri, place.run ?? '', shortened(place.entry ?? '', mostName)].join('\n');
    },
  };
}

/** An entry inside a file (a tensor, a key, a series), or the run as a whole. */
function logicalPart({ run, file, entry }: FindingPlace): { readonly logicalLocations?: JsonValue } {
  const runName = run === null ? '' : `run ${run}`;
  if (entry !== null && entry !== '') {
    const name = visible(shortened(entry, mostName));
    const full = [runName, file ?? '', entry].filter((part) => part !== '').join(', ');
    return {
      logicalLocations: [{ name, fullyQualifiedName: visible(shortened(full, 2 * mostName)), kind: 'entry' }],
    };
  }
  return file === null && runName !== ''
    ? { logicalLocations: [{ name: runName, fullyQualifiedName: runName, kind: 'run' }] }
    : {};
}

/** What the two kinds of base mean; where the repository lay, as far as it is known. */
export function uriBases(report: Report): JsonValue {
  const root = sourceRoot(report);
  return {
    '%SRCROOT%': {
      ...(root === '' ? {} : { uri: `file://${encodedPath(root)}/` }),
      description: { text: 'The top of the repository; without one, the folder in which the training is started.' },
    },
    ARTIFACT: {
      description: {
        text: 'The report as it is uploaded; run-N holds what run N left behind, which is no part of the repository.',
      },
    },
  };
}

function firstRun({ runs }: Report): RunRecord | null {
  return runs[0] ?? null;
}

/** Of the folder where the training is started, below the top of the repository; with `/` at its end, or empty. */
function sourceFolder(report: Report): string {
  const folder = (firstRun(report)?.workingTree?.folder ?? '').replace(/^\/+|\/+$/g, '');
  return folder === '' ? '' : `${folder}/`;
}

function sourceRoot(report: Report): string {
  const working = (firstRun(report)?.workingDirectory ?? '').replace(/\/+$/, '');
  const folder = sourceFolder(report).slice(0, -1);
  if (!working.startsWith('/')) return '';
  return folder !== '' && working.endsWith(`/${folder}`) ? working.slice(0, -folder.length - 1) : working;
}

/** A path as a URI reference: every character that means something to a URI is encoded, a colon in front too. */
export function encodedPath(path: string): string {
  return visible(shortened(path, mostName)).split('/').map(encodeURIComponent).join('/');
}
