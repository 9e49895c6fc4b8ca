/**
 * The GitHub runner takes commands out of whatever a step prints: `::name::…` at the start of a line (white space before
 * it is trimmed) and the old `##[name]…` anywhere in a line. Text that is not ours must never form one.
 */

/** One line in which no runner finds a command. A line break inside it is not expected: see `visible`. */
export function withoutCommands(line: string): string {
  return line.replaceAll('##[', '# #[').replace(/^([\s\u0085\u00a0]*)::/u, '$1: :');
}
