/** `train-twice run`: train, judge, write the report folder, show the result. */
import { auditTraining } from '../audit.ts';
import type { OutputOptions } from '../config/invocation.ts';
import type { Request } from '../model/request.ts';
import type { ExitCode } from '../model/verdict.ts';
import { writeReport } from '../publish/write-report.ts';
import { watchSignals } from '../run/cancellation.ts';
import { consoleFor } from './console-for.ts';
import { deliver } from './deliver.ts';
import { hostForTraining, type World } from './world.ts';

/** @throws InputProblem | RunProblem | PublishProblem; gives the documented exit code otherwise */
export async function runCommand(request: Request, output: OutputOptions, world: World): Promise<ExitCode> {
  const cancellation = watchSignals();
  const console = consoleFor(output, world);
  try {
    const basis = { subject: 'run', origins: request.origins, listener: console.listener, cancellation } as const;
    const host = hostForTraining(basis, request.training.workingDirectory, world);
    const report = await auditTraining(request, host);
    const written = await writeReport(report, request.publish).catch(async (problem: unknown) => {
      // Two trainings are not lost because a disk is full: the result is shown all the same.
      await deliver(report, output, console, world);
      throw problem;
    });
    await deliver(report, output, console, world);
    if (!output.quiet) console.note(`The report lies in ${written.reportDir}`);
    return report.judgement.exitCode;
  } finally {
    console.close();
    cancellation.stop();
  }
}
