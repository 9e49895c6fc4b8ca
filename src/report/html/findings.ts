/** Likely causes with their grounds and what repairs them; and all findings, check by check, each with its page to unfold. */
import type { Finding } from '../../model/finding.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import type { FileNames } from '../story/file-names.ts';
import { type FindingGroup, findingGroups, findingSentence, isOpen, worstFirst } from '../story/findings.ts';
import { tellCauses } from '../story/likely-cause.ts';
import { renderText } from './blocks.ts';
import { checkText, renderCheckText, renderMarkdown } from './check-page.ts';
import { html, type Markup } from './markup.ts';

/** Findings of one check that are told; the rest is counted, and stands in the embedded report. */
const toldPerCheck = 50;
const causesShown = 5;

/** The suspicions of the story, more of them, each with what repairs it; that of the surest stands open. Null where there are none. */
export function renderLikelyCauses(report: Report, files: FileNames): Markup | null {
  const { told, rest } = tellCauses(report, files, causesShown);
  if (told.length === 0) return null;
  const items = told.map(({ text, check }, index) => {
    const page = check === null ? null : checkText(check);
    return html`<li><p>${renderText(text)}</p>${
      page === null
        ? null
        : html`<details class="fix"${index === 0 ? html` open` : null}><summary>How to fix it</summary>${renderMarkdown(page.fix)}</details>`
    }</li>
`;
  });
  return html`<ol class="causes">${items}</ol>${rest.length > 0 ? html`<p class="quiet">${plural(rest.length, 'less likely cause')} among the findings below.</p>` : null}`;
}

/** Every finding, the worst first, by check. */
export function renderFindings(report: Report, files: FileNames): Markup {
  const groups = findingGroups(worstFirst(report.findings));
  if (groups.length === 0) return html`<p>None.</p>`;
  return html`${groups.map((group) => renderGroup(group, report, files))}`;
}

function renderGroup(group: FindingGroup, report: Report, files: FileNames): Markup {
  const [first] = group;
  const check = checkText(first.check);
  const mark = isOpen(first) ? first.severity : 'waived';
  const count = group.length === 1 ? null : html` <span class="quiet">${formatInteger(group.length)} times</span>`;
  return html`<details class="finding"${first.severity === 'error' && isOpen(first) ? html` open` : null}>
<summary><span class="severity ${isOpen(first) ? first.severity : 'notice'}">${mark}</span> <span class="finding-title">${first.title}</span> <code>${first.check}</code>${count}</summary>
${renderSentences(group, files)}
${check === null ? null : html`<details class="why"><summary>Why it matters, and how to fix it</summary>${renderCheckText(check, report)}</details>`}
</details>
`;
}

function renderSentences(group: FindingGroup, files: FileNames): Markup {
  const [only] = group;
  const told = group.slice(0, toldPerCheck).map((finding) => sentence(finding, files));
  if (group.length === 1) return html`<p>${sentence(only, files)}</p>`;
  const rest = group.length - told.length;
  const items = told.map((text) => html`<li>${text}</li>`);
  return html`<ul>${items}</ul>${rest > 0 ? html`<p class="quiet">… and ${formatInteger(rest)} more: all of them are in report.json.</p>` : null}`;
}

/** The check's id stands above it. */
function sentence(finding: Finding, files: FileNames): Markup {
  const waived = finding.waived === null ? null : html` <span class="quiet">Waived: ${finding.waived}</span>`;
  return html`${renderText(findingSentence(finding, files))}${waived}`;
}
