/** Entry of the Action: one command, its exit code; a failure is an annotation and a red step. No decisions. */
import { actionCommand, reportFailure } from './commands/action.ts';
import { failureOf } from './commands/failure.ts';
import { thisProcess } from './commands/world.ts';

try {
  process.exitCode = await actionCommand(thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.exitCode = failure.exitCode;
  const core = await import('@actions/core');
  core.error(failure.text, { title: 'train-twice' });
  await reportFailure(failure.exitCode, failure.text);
}
