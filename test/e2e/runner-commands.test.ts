import { describe, expect, test } from 'vitest';
import { parseRunnerOutput } from './runner-commands.ts';

const names = (text: string): readonly string[] => parseRunnerOutput(text).commands.map((command) => command.name);

describe('the model of the runner finds a command', () => {
  test.each([
    ['at the start of a line', '::error::x'],
    ['behind white space', ' \t::error::x'],
    ['behind U+0085 and U+00A0, which the runner trims', '\u0085\u00a0::error::x'],
    ['behind a carriage return', 'progress\r::error::x'],
    ['whatever its case', '::ERROR::x'],
    ['in the old form, anywhere in a line', 'text ##[error]x'],
  ])('%s', (_, text) => {
    expect(names(text)).toEqual(['error']);
  });

  test('with its properties and its escapes undone', () => {
    expect(parseRunnerOutput('::error title=a%3Ab%2C,line=3::50%25%0Aof it').commands).toEqual([
      { name: 'error', properties: { title: 'a:b,', line: '3' }, data: '50%\nof it' },
    ]);
  });
});

describe('the model of the runner finds no command', () => {
  test.each([
    ['behind U+FEFF', '\ufeff::error::x'],
    ['in the middle of a line', 'a ::error::x'],
    ['of an unknown name', '::std::vector'],
    ['in the second ##[ of a line', '##[x] ##[error]y'],
    ['behind a prefix', '│ ::error::x'],
  ])('%s', (_, text) => {
    expect(names(text)).toEqual([]);
  });

  test('in a stop window, until its token comes', () => {
    const text = '::stop-commands::abc\n::error::x\n##[error]y\n::abc::\n::notice::z';
    const parsed = parseRunnerOutput(text);
    expect(names(text)).toEqual(['stop-commands', 'notice']);
    expect(parsed.lines).toEqual(['::error::x', '##[error]y']);
    expect(parsed.stopped).toBe(false);
  });

  test('after a window whose token stands behind an unfinished line', () => {
    expect(parseRunnerOutput('::stop-commands::abc\nno newline::abc::\n::notice::z').stopped).toBe(true);
  });
});

test('forbidden commands and bad tokens fail the step', () => {
  expect(
    parseRunnerOutput('::set-env name=A::b\n##[add-path]/x\n::stop-commands::\n::stop-commands::error').faults,
  ).toHaveLength(4);
});
