/**
 * The comment on a pull request: the verdict, the first difference, the likely cause and what to do, in the words of every report;
 * everything else is one link away. GitHub takes 65,536 characters; nobody reads an eighth of that below a diff.
 *
 * In a comment GitHub links more than in a summary: `#1` names an issue and `@name` a person, and both are told of it. No text out
 * of a report does either: marks are character references already, and a zero-width space stands behind those two.
 */
import type { Report } from '../model/report.ts';
import { isPass } from '../model/verdict.ts';
import type { Reporter } from './reporter.ts';
import type { Section } from './story/section.ts';
import { outcomeLabel } from './story/verdict.ts';
import { tellStory } from './story.ts';
import { renderSection } from './summary.ts';
import { escapeMarkdown } from './text/escape-markdown.ts';

/** Where the comment stands: known to whoever posts it, and to no report. */
export interface CommentPlace {
  /** Workflow, job and the values of its matrix, for people; empty where they are not known. */
  readonly job: string;
  /** Addresses, or empty. */
  readonly runUrl: string;
  readonly artifactUrl: string;
  /** Of the head of the pull request; empty where it is not known. */
  readonly commit: string;
}

export const commentLimit = 8_000;

/** From generous to sparse: items of a list and length of one text. */
const steps = [
  { rows: 4, length: 300, snippets: true },
  { rows: 2, length: 120, snippets: false },
] as const;

/** No part of a comment holds the course of a metric. */
const shortestCourse = 1;

/** In this order; the last go first where there is no room. Of a pass there is no more to say than what it rests on. */
function partsFor({ judgement, firstDifference }: Report): readonly Section['id'][] {
  if (isPass(judgement)) return ['verdict'];
  // With the last lines of the log.
  if (judgement.outcome === 'run-failed') return ['verdict', 'advice', 'runs'];
  return [
    'verdict',
    ...(firstDifference.sentence === '' ? [] : ['first-difference' as const]),
    'likely-cause',
    'advice',
  ];
}

const nowhere: CommentPlace = { job: '', runUrl: '', artifactUrl: '', commit: '' };

export const commentReporter: Reporter = {
  id: 'comment',
  title: 'Markdown for a comment on a pull request',
  fileName: null,
  render: (report) => renderComment(report, nowhere),
};

/** At most `commentLimit` characters, without the marker by which it is found again. */
export function renderComment(report: Report, place: CommentPlace): string {
  const foot = footer(report, place);
  const [generous, sparse] = steps;
  const wanted = partsFor(report);
  const tries = [
    { step: generous, ids: wanted },
    ...wanted.map((_, index) => ({ step: sparse, ids: wanted.slice(0, wanted.length - index) })),
  ];
  for (const { step, ids } of tries) {
    const text = `${body(report, place, step, ids)}\n${foot}`;
    if (text.length <= commentLimit) return text;
  }
  return `### ${escapeMarkdown(outcomeLabel(report.judgement.outcome))}\n\n${foot}`;
}

function body(
  report: Report,
  { job }: CommentPlace,
  { rows, length, snippets }: (typeof steps)[number],
  ids: readonly Section['id'][],
): string {
  const story = tellStory(report, { rows, differences: rows, perCheck: 1, courseColumns: shortestCourse, snippets });
  const where = job === '' ? '' : ` · ${escapeMarkdown(job, 150)}`;
  const rendered = ids
    .flatMap((id) => story.filter((section) => section.id === id))
    .map((section) => {
      const text = renderSection(section, length);
      // Headings of a summary would shout in a conversation.
      return section.id === 'verdict'
        ? text.replace(/^## ([^\n]*)/, (_, head: string) => `### ${head}${where}`)
        : text.replace(/^### ([^\n]*)/, (_, head: string) => `**${head}**`);
    });
  return withoutReferences(rendered.join('\n'));
}

/** `#1` and `GH-1` would link issues, and tell everybody who watches them. */
function withoutReferences(markdown: string): string {
  return markdown.replaceAll('&#35;', '&#35;&#8203;').replace(/\bGH-(?=\d)/gi, (name) => `${name.slice(0, 2)}&#8203;-`);
}

function footer({ meta }: Report, { runUrl, artifactUrl, commit }: CommentPlace): string {
  const links = [
    ...link('Summary and log', runUrl),
    ...link('whole report', artifactUrl),
    ...(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit) ? [`commit ${commit}`] : []),
    `Train Twice ${escapeMarkdown(meta.tool.version, 40)}`,
  ];
  return `<sub>${links.join(' · ')}</sub>\n`;
}

/** Only plain addresses: nothing in them may end the link. */
function link(title: string, url: string): readonly string[] {
  return /^https?:\/\/[\w.:-]+(?:\/[\w.~%-]+)*$/.test(url) ? [`[${title}](${url})`] : [];
}
