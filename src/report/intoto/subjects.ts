/**
 * What an attestation of an audit is about: report.json, and the checkpoints by which the runs would be released. Those of the last
 * run come first: they stay where the training put them, and are what a later step publishes. A file that another run wrote
 * byte for byte the same is the same subject.
 */
import type { Report } from '../../model/report.ts';
import { shortened, visible } from '../text/visible.ts';

export interface Subject {
  /** Unique among the subjects, one printable line. */
  readonly name: string;
  readonly sha256: string;
}

/** `actions/attest` takes 1,024. */
const mostSubjects = 1_000;
const mostName = 300;

/** report.json is the first; identified by digest alone, names only tell them apart. */
export function subjectsOf({ bestCheckpoints }: Report, reportSha256: string): readonly Subject[] {
  const subjects = new Map<string, string>([[reportSha256, 'report.json']]);
  const taken = new Set(subjects.values());
  for (const { run, files } of bestCheckpoints.toSorted((a, b) => b.run - a.run)) {
    for (const { path, sha256 } of files) {
      if (subjects.has(sha256)) continue;
      const name = freeName(printable(path), run, taken);
      taken.add(name);
      subjects.set(sha256, name);
    }
  }
  return [...subjects].slice(0, mostSubjects).map(([sha256, name]) => ({ name, sha256 }));
}

function printable(path: string): string {
  const name = visible(shortened(path, mostName));
  return name.trim() === '' ? 'checkpoint' : name;
}

/** The path, where it is taken below the name of the run. */
function freeName(path: string, run: number, taken: ReadonlySet<string>): string {
  let name = taken.has(path) ? `run-${run}/${path}` : path;
  for (let number = 2; taken.has(name); number++) name = `run-${run}/${path} (${number})`;
  return name;
}
