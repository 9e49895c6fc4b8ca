/** A report on its way to whoever asked: rendered by the reporter that was named, to stdout or into a file. */

import type { OutputOptions } from '../config/invocation.ts';
import { InputProblem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { type AuditConsole, wantsColor } from '../publish/console.ts';
import { writeFileAtomically } from '../publish/write-file.ts';
import { reporters } from '../report/registry.ts';
import type { World } from './world.ts';

/** @throws InputProblem `UNKNOWN_FORMAT`, PublishProblem where the file cannot be written */
export async function deliver(
  report: Report,
  output: OutputOptions,
  console: AuditConsole,
  world: World,
): Promise<void> {
  const reporter = reporters.find((one) => one.id === output.format);
  if (reporter === undefined) {
    throw new InputProblem('UNKNOWN_FORMAT', `There is no reporter "${output.format}".`, {
      remedy: `Use one of ${reporters.map((one) => one.id).join(', ')}.`,
    });
  }
  const toFile = output.outputFile !== null;
  const text = reporter.render(report, {
    color: !toFile && wantsColor(output.color, world.stdout, world.environment),
    columns: toFile ? 100 : Math.min(world.stdout.columns ?? 100, 120),
    verbose: output.verbose,
  });
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
}
