/**
 * The Action: the same audit as `run`, published to GitHub. Outputs are set to the worst first and truly last; whatever
 * goes wrong in between ends with a red step and a sentence.
 */
import { auditTraining } from '../audit.ts';
import { readActionInputs } from '../config/from-action.ts';
import type { ExitCode } from '../model/verdict.ts';
import { maskToken } from '../publish/comment.ts';
import { openConsole } from '../publish/console.ts';
import { pessimisticOutputs, publishToGitHub, saveState, setOutputs } from '../publish/github.ts';
import { writeReport } from '../publish/write-report.ts';
import { terminalReporter } from '../report/terminal.ts';
import { watchSignals } from '../run/cancellation.ts';
import { auditMarker } from '../run/environment.ts';
import { configHost } from './config-host.ts';
import { hostForTraining, nowMs, type World } from './world.ts';

/** The name under which the post step finds what identifies this audit's processes. */
export const markerState = 'audit-marker';

/** @throws InputProblem | RunProblem | PublishProblem; gives the documented exit code otherwise */
export async function actionCommand(world: World): Promise<ExitCode> {
  await maskToken(world.environment);
  await setOutputs(pessimisticOutputs);
  const request = await readActionInputs(configHost(world));
  const cancellation = watchSignals();
  const console = openConsole({ stdout: world.stdout, stderr: world.stderr, mode: 'action', verbose: true, nowMs });
  try {
    const basis = { subject: 'run', origins: request.origins, listener: console.listener, cancellation } as const;
    const host = hostForTraining(basis, request.training.workingDirectory, world);
    // Saved before anything is started: the post step must find leftovers even where this process is killed.
    await saveState(markerState, auditMarker(host.meta.auditId));
    const report = await auditTraining(request, host);
    console.close();
    // Shown first: two trainings are not lost because the report cannot be written.
    await console.print(terminalReporter.render(report, { color: true, columns: 100, verbose: false }));
    const written = await writeReport(report, request.publish);
    await publishToGitHub(report, written, request.publish, world.environment);
    return report.judgement.exitCode;
  } finally {
    console.close();
    cancellation.stop();
  }
}

/** The outputs of an action that could not do its work: never a pass, and the exit code is told. */
export async function reportFailure(exitCode: ExitCode, sentence: string): Promise<void> {
  await setOutputs({
    ...pessimisticOutputs,
    'exit-code': String(exitCode),
    summary: sentence.replace(/\s+/g, ' ').slice(0, 2000),
  });
}
