/**
 * Signs in the last lines of a log that a run which exited with code 0 did not do its work. Narrow on purpose: a sign makes
 * the audit inconclusive, so that each one has to be what a tool really prints.
 */

const exceptionLine = /^(?:[A-Za-z_][\w.]*\.)?[A-Z]\w*(?:Error|Exception|Interrupt|Exit)(?::|$)/;
/** The exception stands at the very end, or only a line or two of a wrapper come after it. */
const linesAfter = 2;

/** What bash prints of a child that a signal ended (`script: line 3: 4711 Killed  python train.py`). */
const killedChild =
  /(?:^|: line \d+: +)\d+ (?:Killed|Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception)\b/;

/** The line by which a log shows that the training failed although the command did not; null where there is none. */
export function failureShown(tail: readonly string[]): string | null {
  return errorAtEnd(tail) ?? tail.find((line) => killedChild.test(line))?.trimEnd() ?? null;
}

/** The exception's own line where the log ends in a traceback; null where it does not. */
function errorAtEnd(tail: readonly string[]): string | null {
  const lines = tail.map((line) => line.trimEnd()).filter((line) => line !== '');
  // Python prints such tracebacks while it shuts down; they fail nothing.
  if (lines.some((line) => line.startsWith('Exception ignored in'))) return null;
  if (
    !lines.some((line) => line.startsWith('Traceback (most recent call last)') || /^\s+File ".*", line \d+/.test(line))
  )
    return null;
  return lines.slice(-1 - linesAfter).findLast((line) => exceptionLine.test(line)) ?? null;
}

const skipping: readonly RegExp[] = [
  /skipping training (?:since|because|as)\b/i,
  /^Stage '[^']*' (?:didn't change|is cached)/,
  /^Restored stage '/,
  /^Nothing to be done(?: \(all requested files are present|\.?$)/,
  /^make: (?:'[^']*' is up to date|Nothing to be done for)/,
];

/** The line that says that earlier results were taken instead of training; null where there is none. */
export function skippedWork(tail: readonly string[]): string | null {
  return tail.map((line) => line.trim()).find((line) => skipping.some((sign) => sign.test(line))) ?? null;
}
