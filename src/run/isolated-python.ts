/**
 * Python processes in which the observer cannot ride, told by their command lines: `-I` and `-E` ignore PYTHONPATH, `-S` starts
 * without `site`. Said in the report; nothing is done about it.
 */

/** `python`, `python3`, `python3.12`, `pypy3`, with a path in front or without. */
const interpreter = /(?:^|\/)(?:python|pypy)(?:\d+(?:\.\d+)?)?$/;

/** Options that take a value: what follows is none of ours. */
const withValue = new Set(['-W', '-X', '--check-hash-based-pycs']);

/** The option that keeps the observer out, such as `-I`; null for every other command. */
export function isolatingOption(argv: readonly string[]): string | null {
  const [program = '', ...rest] = argv;
  if (!interpreter.test(program)) return null;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (!word.startsWith('-') || word === '-' || word === '--') return null;
    if (withValue.has(word)) {
      at += 1;
      continue;
    }
    if (word.startsWith('--')) continue;
    // A cluster such as `-Im`; `-c` and `-m` end the options, and what follows them in the word is their value.
    for (const letter of word.slice(1)) {
      if (letter === 'I' || letter === 'E' || letter === 'S') return `-${letter}`;
      if (letter === 'c' || letter === 'm' || letter === 'W' || letter === 'X') break;
    }
    if (/^-[a-zA-Z]*[cm]/.test(word)) return null;
  }
  return null;
}
