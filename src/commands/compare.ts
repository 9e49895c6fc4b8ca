/** `train-twice compare`: judge two folders, or two files, that exist already. */
import { auditExisting } from '../audit.ts';
import type { ComparisonRequest, OutputOptions } from '../config/invocation.ts';
import type { Pair } from '../model/pair.ts';
import type { ExitCode } from '../model/verdict.ts';
import { consoleMode, openConsole } from '../publish/console.ts';
import { cancellationSource } from '../run/cancellation.ts';
import { deliver } from './deliver.ts';
import { hostForExisting, nowMs, type World } from './world.ts';

/**
 * A report folder is only written where `report-dir` was asked for: comparing two folders should not leave a third.
 * Nothing is started here, so Ctrl-C simply ends the process.
 * @throws InputProblem | PublishProblem
 */
export async function compareCommand(
  paths: Pair<string>,
  request: ComparisonRequest,
  output: OutputOptions,
  world: World,
): Promise<ExitCode> {
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: consoleMode(world.stderr, world.environment, output.quiet),
    verbose: output.verbose,
    nowMs,
  });
  try {
    const cancellation = cancellationSource();
    const host = hostForExisting(
      { subject: 'compare', origins: request.origins, listener: console.listener, cancellation },
      world,
    );
    const report = await auditExisting(paths, request.policy, host);
    if ((request.origins['report-dir'] ?? 'default') !== 'default') {
      const { writeReport } = await import('../publish/write-report.ts');
      await writeReport(report, request.publish);
    }
    await deliver(report, output, console, world);
    return report.judgement.exitCode;
  } finally {
    console.close();
  }
}
