/** A button beside every snippet that is there to be pasted. */
import { element } from './dom.ts';

export function offerCopies(): void {
  for (const snippet of document.querySelectorAll('pre > code')) {
    const button = element('button', { type: 'button', class: 'copy' }, 'Copy');
    button.addEventListener('click', async () => {
      button.textContent = (await copied(snippet)) ? 'Copied' : 'Selected: press Ctrl+C';
    });
    snippet.parentElement?.before(button);
  }
}

/** False where the browser does not let a page write to the clipboard: then the text is selected. */
async function copied(snippet: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(snippet.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(snippet);
    return false;
  }
}
