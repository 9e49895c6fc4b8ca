/** Untrusted text for a terminal: nothing that moves, colours, hides, or breaks the line, and no workflow command. */

import { shortened, visible } from './visible.ts';
import { withoutCommands } from './workflow-commands.ts';

/** One printable line of at most `length` characters. */
export function escapeTerminal(text: string, length = 500): string {
  return withoutCommands(visible(shortened(text, length)));
}
