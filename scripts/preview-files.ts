/**
 * Every reporter's output for every audit of the gallery, and an index that shows them side by side: what `npm run preview` writes. All of it
 * comes from the two registries, so that a new reporter or a new audit appears by itself.
 */
import type { Report } from '../src/model/report.ts';
import { reporters } from '../src/report/registry.ts';
import type { Reporter } from '../src/report/reporter.ts';
import { outcomeLabel } from '../src/report/story/verdict.ts';
import { terminalReporter } from '../src/report/terminal.ts';
import { gallery } from '../test/fixtures/reports/gallery.ts';
import { ansiToHtml, escapeHtml } from './ansi-to-html.ts';

export interface PreviewFile {
  /** Below the folder of the preview. */
  readonly path: string;
  readonly text: string;
}

/** What files are made with; the terminal is shown in colour, in the index. */
const options = { color: false, columns: 100, verbose: false };

/** The index first, then the files audit by audit. */
export function previewFiles(): readonly PreviewFile[] {
  const audits = Object.entries(gallery);
  return [
    { path: 'index.html', text: indexPage(audits) },
    ...audits.flatMap(([name, report]) =>
      reporters.map((reporter) => ({ path: pathOf(name, reporter), text: reporter.render(report, options) })),
    ),
  ];
}

function pathOf(audit: string, { id, fileName }: Reporter): string {
  return `${audit}/${fileName ?? `${id}.txt`}`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h2 { margin: 2.5rem 0 .25rem; }
nav a, .files a { margin-right: 1rem; }
summary { cursor: pointer; }
pre { overflow-x: auto; padding: 1rem; border-radius: .5rem; background: #0d1117; color: #e6edf3; font: 13px/1.4 ui-monospace, monospace; }
.code { color: #76e3ea; } .strong { font-weight: bold; } .quiet { color: #9198a1; }
.good { color: #7ee787; font-weight: bold; } .bad { color: #ff7b72; font-weight: bold; } .doubt { color: #e3b341; font-weight: bold; }
`;

function indexPage(audits: readonly (readonly [string, Report])[]): string {
  const links = audits.map(([name]) => `<a href="#${name}">${name}</a>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Train Twice: every reporter, every audit</title>
<style>${style}</style>
</head>
<body>
<h1>Every reporter, every audit</h1>
<p>${audits.length} audits of the fixtures as ${reporters.map(({ id }) => id).join(', ')}. Written by <code>npm run preview</code>.</p>
<nav>${links}</nav>
${audits.map(([name, report]) => auditPart(name, report)).join('\n')}
</body>
</html>
`;
}

function auditPart(name: string, report: Report): string {
  const files = reporters.map((reporter) => {
    const path = pathOf(name, reporter);
    return `<a href="${path}" title="${escapeHtml(reporter.title)}">${path.slice(name.length + 1)}</a>`;
  });
  const terminal = terminalReporter.render(report, { ...options, color: true });
  return `<section id="${name}">
<h2>${name}</h2>
<p><strong>${escapeHtml(outcomeLabel(report.judgement.outcome))}</strong>, exit code ${report.judgement.exitCode}</p>
<p class="files">${files.join('\n')}</p>
<details><summary>In a terminal</summary>
<pre>${ansiToHtml(terminal)}</pre>
</details>
</section>`;
}
