/** `train-twice explain CHECK`: the check's page in the terminal; without a name, the list of all checks. */
import { checkPage } from '../checks/page.ts';
import { checks } from '../checks/registry.ts';
import { nearestName } from '../config/nearest-name.ts';
import { InputProblem } from '../model/problem.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { printTo } from '../publish/print-to.ts';
import type { World } from './world.ts';

/** @throws InputProblem `UNKNOWN_CHECK` with the nearest id, PublishProblem where stdout takes no more */
export async function explainCommand(id: string | null, world: World): Promise<ExitCode> {
  if (id === null) {
    const width = Math.max(...checks.map((check) => check.id.length));
    const lines = checks.map((check) => `${check.id.padEnd(width)}  ${check.severity.padEnd(7)}  ${check.title}\n`);
    await printTo(world.stdout, lines.join(''));
    return exitCodes.passed;
  }
  const check = checks.find((one) => one.id === id);
  if (check === undefined) {
    const nearest = nearestName(
      id,
      checks.map((one) => one.id),
    );
    throw new InputProblem('UNKNOWN_CHECK', `There is no check "${id}".`, {
      remedy:
        nearest === null
          ? 'Run `train-twice explain` for the list.'
          : `Did you mean "${nearest}"? Run \`train-twice explain\` for the list.`,
    });
  }
  await printTo(world.stdout, checkPage(check));
  return exitCodes.passed;
}
