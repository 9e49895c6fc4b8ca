import { expect, test } from 'vitest';
import { failureOf } from '../../src/commands/failure.ts';
import { InputProblem } from '../../src/model/problem.ts';

test('bad input is exit code 2, with what to do', () => {
  expect(failureOf(new InputProblem('X', 'There is no "a".', { remedy: 'Name another.' }))).toEqual({
    exitCode: 2,
    text: 'There is no "a".\n  Name another.',
  });
});

test('what the system refuses is a sentence without a stack', () => {
  const error = Object.assign(new Error("ENOSPC: no space left on device, mkdir '/a\u001b[31m'"), {
    code: 'ENOSPC',
    syscall: 'mkdir',
  });
  const failure = failureOf(error);
  expect(failure.exitCode).toBe(70);
  expect(failure.text.split('\n')).toEqual([
    "The system refused what the audit needed: ENOSPC: no space left on device, mkdir '/a\\x1b[31m'.",
    '  Free some space on that disk and start again.',
  ]);
});

test('a fault of our own shows where it happened, so that it can be reported', () => {
  const failure = failureOf(new TypeError('undefined is no function'));
  expect(failure).toMatchObject({ exitCode: 70, text: expect.stringMatching(/fault of train-twice[\s\S]*\n\s+at /) });
});
