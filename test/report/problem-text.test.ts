import { describe, expect, test } from 'vitest';
import { FormatProblem, InputProblem } from '../../src/model/problem.ts';
import { problemText } from '../../src/report/problem-text.ts';

describe('a problem in words', () => {
  test('says what was found, where, and what to do', () => {
    const problem = new FormatProblem('ZIP_TRUNCATED', 'The archive ends at byte 12; 40 bytes were expected.', {
      place: { file: 'model.pt', entry: 'data/0', offset: 12 },
      remedy: 'Save it again.',
    });
    expect(problemText(problem)).toBe(
      [
        'The archive ends at byte 12; 40 bytes were expected.',
        '  in model.pt, entry data/0, byte 12',
        '  Save it again.',
      ].join('\n'),
    );
  });

  test.each([
    [{ file: 'a.yml', line: 3, column: 7 }, '  in a.yml:3:7'],
    [{ file: 'a.yml', line: 3 }, '  in a.yml:3'],
    [{ file: 'a.yml' }, '  in a.yml'],
  ])('names the place %j as an editor does', (place, line) => {
    expect(problemText(new InputProblem('X', 'Found.', { place }))).toBe(`Found.\n${line}`);
  });

  test('keeps the lines of a message that lists all problems at once', () => {
    expect(problemText(new InputProblem('X', 'first\nsecond'))).toBe('first\nsecond');
  });

  test('lets nothing through that moves the cursor or is a workflow command', () => {
    const text = '\u001b[2J::error::owned';
    const problem = new InputProblem('X', `::error::${text}\n::warning::x`, { place: { file: text }, remedy: text });
    const shown = problemText(problem);
    expect(shown).not.toContain('\u001b');
    expect(shown.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });
});
