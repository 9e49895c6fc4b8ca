/** Comments of a YAML file that people read: wrapped, never broken out of, whatever stands in a name. */
import { printable } from '../model/format-number.ts';

const columns = 100;

/** Lines that begin with `# `, wrapped at words. */
export function comment(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns - 2) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `# ${one}`);
}

/** YAML that is not in force, to be taken in by removing the `# `. */
export function aside(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `# ${printable(line)}`);
}

/** A text as a YAML value: plain where nothing in it means anything to YAML. */
export function yamlText(text: string): string {
  return /^[A-Za-z][\w./=,+$@ -]*$/.test(text) && !/ $/.test(text) ? text : JSON.stringify(text);
}
