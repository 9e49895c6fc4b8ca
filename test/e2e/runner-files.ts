/** The runner's environment files, read as `FileCommandManager.cs` does: pairs before a fault count, a fault fails the step. */

export interface ParsedPairs {
  readonly values: Readonly<Record<string, string>>;
  readonly fault: string | null;
}

/** `NAME=VALUE` and `NAME<<DELIMITER … DELIMITER`; the last writer of a name wins. On Linux a `\r` stays in the value. */
export function parseEnvironmentFile(text: string): ParsedPairs {
  const pairs: [string, string][] = [];
  const lines = text.split('\n');
  const done = (fault: string | null): ParsedPairs => ({ values: Object.fromEntries(pairs), fault });
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return done(`Invalid format '${line}'. Name must not be empty`);
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    if (heredoc < 0) return done(`Invalid format '${line}'`);
    const name = line.slice(0, heredoc);
    const delimiter = line.slice(heredoc + 2);
    if (name === '' || delimiter === '') return done(`Invalid format '${line}'. Name and delimiter must not be empty`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) return done(`Invalid value. Matching delimiter not found '${delimiter}'`);
    pairs.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return done(null);
}

/** 1 MiB: a longer summary is dropped whole, with an error, and the step stays green. */
export const summaryLimitBytes = 1024 * 1024;
