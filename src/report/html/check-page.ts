/** What a check says of itself, on the page: why it matters and how to repair it. Texts of our own, in Markdown. */
import { Marked } from 'marked';
import { checks } from '../../checks/registry.ts';
import type { CheckText } from '../../model/check.ts';
import type { Report } from '../../model/report.ts';
import { checkPageUrl } from '../check-page-url.ts';
import { html, type Markup, trusted } from './markup.ts';

const markdown = new Marked({ gfm: true });

/** The check with this id; null for one that this version does not know (a report may be of another). */
export function checkText(id: string): CheckText | null {
  return checks.find((check) => check.id === id) ?? null;
}

/** Markdown out of a check as HTML. */
export function renderMarkdown(text: string): Markup {
  return trusted(String(markdown.parse(text)).trim());
}

/** Why it matters, how to fix it, and where the rest stands: a link only where the report knows where its checks are published. */
export function renderCheckText(check: CheckText, report: Report): Markup {
  const page =
    report.meta.checkPages === undefined
      ? null
      : html`<a href="${checkPageUrl(report, check.id)}">Its page</a>; in a terminal: `;
  return html`<div class="page"><h4>Why it matters</h4>
${renderMarkdown(check.why)}
<h4>How to fix it</h4>
${renderMarkdown(check.fix)}
<p class="quiet">${page ?? 'Its page in a terminal: '}<code>train-twice explain ${check.id}</code></p></div>`;
}
