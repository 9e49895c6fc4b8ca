/**
 * The story that every report for people tells, in one order and in the same words: verdict, first difference, likely
 * cause, what to do, the runs side by side, series, checkpoints, the record, findings, what was not compared, how. Media (terminal,
 * summary, later HTML) only set it. Pure; untrusted texts stay as they are until a medium escapes them.
 */
import type { Report } from '../model/report.ts';
import { hasVerdict } from '../model/verdict.ts';
import { advice } from './story/advice.ts';
import { checkpointSections } from './story/checkpoints.ts';
import { evidenceSection } from './story/evidence.ts';
import { fileNames } from './story/file-names.ts';
import { findingsSection } from './story/findings.ts';
import { firstDifferenceSection } from './story/first-difference.ts';
import { likelyCauseSection } from './story/likely-cause.ts';
import { notComparedSection } from './story/not-compared.ts';
import { recordSection } from './story/record.ts';
import { runsSection } from './story/runs.ts';
import { type Limits, type Section, type Story, withoutGood } from './story/section.ts';
import { seriesSection } from './story/series.ts';
import { settingsSection } from './story/settings.ts';
import { verdictSection } from './story/verdict.ts';

/**
 * The whole story, each table and list cut to `limits`; what was cut says so. Without a verdict nothing in it is green: that something agrees
 * proves nothing there.
 */
export function tellStory(report: Report, limits: Limits): Story {
  const names = fileNames(report.inventories);
  const sections: readonly (Section | null)[] = [
    verdictSection(report, names, limits),
    firstDifferenceSection(report, names),
    likelyCauseSection(report, names, limits),
    advice(report, names, limits),
    runsSection(report, limits),
    seriesSection(report, names, limits),
    ...checkpointSections(report, names, limits),
    recordSection(report, names),
    findingsSection(report, names, limits),
    notComparedSection(report, names, limits),
    evidenceSection(report, names, limits),
    settingsSection(report),
  ];
  const story = sections.filter((section) => section !== null);
  return hasVerdict(report.judgement.outcome) ? story : story.map(withoutGood);
}
