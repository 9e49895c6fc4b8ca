/** The head of the page: the verdict in one sentence, with its evidence. */

import type { Report } from '../../model/report.ts';
import { auditedCommand } from '../story/run-facts.ts';
import type { Story } from '../story/section.ts';
import { shortened } from '../text/visible.ts';
import { renderBlock, renderText } from './blocks.ts';
import { html, type Markup } from './markup.ts';

const commandLength = 400;

export function renderVerdict(report: Report, story: Story): Markup {
  const blocks = story.find(({ id }) => id === 'verdict')?.blocks ?? [];
  const parts = blocks.map((block) =>
    block.kind === 'verdict'
      ? html`<h1><span class="mark" aria-hidden="true">${block.mark}</span> ${block.word}</h1>
<p class="sentence">${renderText(block.text)}</p>
`
      : renderBlock(block, 'Verdict'),
  );
  const tone = blocks.find((block) => block.kind === 'verdict')?.tone ?? 'doubt';
  return html`<header id="verdict" class="verdict ${tone}">
<p class="product">Train Twice <span>${subject(report)}</span></p>
${parts}
</header>
`;
}

/** What was audited: the command where there is one. */
function subject(report: Report): Markup | null {
  const command = auditedCommand(report);
  return command === null ? null : html`<code>${shortened(command, commandLength)}</code>`;
}
