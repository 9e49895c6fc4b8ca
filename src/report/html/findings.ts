/** Likely causes with their grounds and what repairs them; and all findings, check by check, each with its page to unfold. */
import type { Finding } from '../../model/finding.ts';
import { formatInteger, plural } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import type { FileNames } from '../story/file-names.ts';
import { type FindingGroup, findingGroups, findingSentence, isOpen, worstFirst } from '../story/findings.ts';
import { renderText } from './blocks.ts';
import { checkText, renderCheckText, renderMarkdown } from './check-page.ts';
import { html, type Markup } from './markup.ts';

/** Findings of one check that are told; the rest is counted, and stands in the embedded report. */
const toldPerCheck = 50;
const causesShown = 5;

/** The open findings that infer, each with what repairs it at hand. Null where there are none. */
export function renderLikelyCauses(report: Report, files: FileNames): Markup | null {
  const causes = findingGroups(
    report.findings.filter((finding) => finding.certainty === 'inferred' && isOpen(finding)),
  );
  if (causes.length === 0) return null;
  const items = causes.slice(0, causesShown).map((group) => {
    const check = checkText(group[0].check);
    return html`<li>${renderSentences(group, files)}${
      check === null
        ? null
        : html`<details class="fix"><summary>How to fix it</summary>${renderMarkdown(check.fix)}</details>`
    }</li>
`;
  });
  const rest = causes.length - causesShown;
  return html`<ol class="causes">${items}</ol>${rest > 0 ? html`<p class="quiet">${plural(rest, 'less likely cause')} among the findings below.</p>` : null}`;
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
