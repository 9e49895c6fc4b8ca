/**
 * `report.html`: one file that needs no network. The story stands in it as plain HTML, readable without any script; the charts, the
 * map of the checkpoints and the table of tensors are drawn by one script from the report that is embedded whole. A strict Content
 * Security Policy lets nothing run or load but that one script and that one style sheet, named by their digests.
 */
import type { Report } from '../model/report.ts';
import { hasVerdict } from '../model/verdict.ts';
import assets from './html/assets.json' with { type: 'json' };
import { renderBlock } from './html/blocks.ts';
import { embeddedReport } from './html/embedded-report.ts';
import { renderFindings, renderLikelyCauses } from './html/findings.ts';
import { renderLogTails } from './html/log-tails.ts';
import { html, type Markup, trusted } from './html/markup.ts';
import { renderRunFacts } from './html/run-facts.ts';
import { renderTimeLine, timeLine } from './html/time-line.ts';
import { renderVerdict } from './html/verdict.ts';
import type { Reporter } from './reporter.ts';
import { type FileNames, fileNames } from './story/file-names.ts';
import { countedFindings } from './story/findings.ts';
import type { Section } from './story/section.ts';
import { outcomeLabel } from './story/verdict.ts';
import { tellStory } from './story.ts';

/** Rows of the tables that are there without a script; the tables that the script draws hold all. */
const limits = { rows: 300, differences: 30, perCheck: 50, courseColumns: 24, snippets: true };

export const htmlReporter: Reporter = {
  id: 'html',
  title: 'One page for a browser, with charts',
  fileName: 'report.html',
  render(report, options) {
    const data = embeddedReport(report, options);
    const files = fileNames(report.inventories);
    const story = tellStory(report, limits);
    const sections = story.filter(({ id }) => id !== 'verdict');
    const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${outcomeLabel(report.judgement.outcome)} – Train Twice</title>
<link rel="icon" href="data:,">
<style>${trusted(assets.style)}</style>
</head>
<body${hasVerdict(report.judgement.outcome) ? null : html` class="unproven"`}>
<a class="skip" href="#verdict">Skip to the verdict</a>
${renderVerdict(report, story)}
<nav aria-label="Parts of the report"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map((section) => renderSection(section, report, files))}
</main>
<footer><p>Train Twice ${report.meta.tool.version}, audit <code>${report.meta.auditId}</code>, ${report.meta.createdAt}. ${
      data === null
        ? html`The report is too large to ride along: <code>report.json</code> lies beside this page.`
        : html`<a id="download" download="report.json" hidden>The whole report as JSON</a>`
    }</p></footer>
${data === null ? null : html`<script type="text/plain" id="report-data">${trusted(data)}</script>`}
<script>${trusted(assets.script)}</script>
</body>
</html>
`;
    return page.markup;
  },
};

const policy = [
  "default-src 'none'",
  `script-src '${assets.scriptHash}'`,
  `style-src '${assets.styleHash}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function renderSection(section: Section, report: Report, files: FileNames): Markup {
  const { id, title } = section;
  const aside = id === 'findings' && report.findings.length > 0 ? countedFindings(report.findings) : section.aside;
  const shownAside = aside === null ? null : html` <span class="aside">${aside}</span>`;
  const body = renderBody(section, report, files);
  if (section.folded || id === 'differences') {
    return html`<section id="${id}"><details><summary><h2>${title}${shownAside}</h2></summary>
${body}</details></section>
`;
  }
  return html`<section id="${id}"><h2>${title}${shownAside}</h2>
${body}</section>
`;
}

/** The story's own blocks; what a page can show better stands before or instead of them. */
function renderBody(section: Section, report: Report, files: FileNames): Markup {
  const blocks = section.blocks.map((block) => html`${renderBlock(block, section.title)}\n`);
  switch (section.id) {
    case 'first-difference': {
      const line = timeLine(report, files);
      return html`${blocks}${line === null ? null : renderTimeLine(line)}`;
    }
    case 'likely-cause':
      return renderLikelyCauses(report, files) ?? html`${blocks}`;
    case 'runs':
      return html`${blocks}${renderRunFacts(report)}${renderLogTails(report)}`;
    case 'series':
      return html`<div id="charts"></div>${blocks}`;
    case 'checkpoints':
      return html`${blocks}<div id="checkpoint-map"></div><div id="tensors"></div>`;
    case 'findings':
      return renderFindings(report, files);
    default:
      return html`${blocks}`;
  }
}
