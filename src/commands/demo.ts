/**
 * `train-twice demo`: the whole thing on two small trainings that need only Python 3. They are copied into a temporary
 * folder first, so that a fresh clone stays clean. Exit code 0 only when both came out as they should.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditTraining } from '../audit.ts';
import { parseCommandLine } from '../config/from-cli.ts';
import type { OutputOptions } from '../config/invocation.ts';
import { InputProblem } from '../model/problem.ts';
import type { ProgressListener } from '../model/progress.ts';
import type { Report } from '../model/report.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { openConsole, wantsColor } from '../publish/console.ts';
import { printTo } from '../publish/print-to.ts';
import { writeReport } from '../publish/write-report.ts';
import { terminalReporter } from '../report/terminal.ts';
import { watchSignals } from '../run/cancellation.ts';
import { configHost } from './config-host.ts';
import { hostForTraining, nowMs, type World } from './world.ts';

const acts = [
  {
    example: 'minimal',
    says: 'A training that seeds everything it uses, run twice:',
    asItShould: (report: Report) => report.judgement.passed,
    good: 'As it should be: reproducible.',
    bad: 'This should have been reproducible.',
  },
  {
    example: 'unseeded',
    says: 'The same training with one honest mistake: its data loader brings a generator that nobody seeds.',
    asItShould: (report: Report) =>
      report.judgement.outcome === 'divergent' &&
      report.firstDifference.tensor !== null &&
      report.firstDifference.metric !== null,
    good: 'As it should be: caught.',
    bad: 'This should have been caught as divergent, with the first differing tensor and the first divergent step.',
  },
] as const;

/** @throws InputProblem where Python 3 or the examples are not there */
export async function demoCommand(keep: boolean, output: OutputOptions, world: World): Promise<ExitCode> {
  const python = findPython();
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-demo-')));
  const cancellation = watchSignals();
  const print = (text: string): Promise<void> => printTo(world.stdout, text);
  try {
    const examples = findExamples();
    for (const act of acts)
      cpSync(path.join(examples, act.example), path.join(folder, act.example), { recursive: true });
    let asItShould = true;
    for (const act of acts) {
      await print(`\n${act.says}\n\n`);
      const report = await auditExample(path.join(folder, act.example), python, cancellation, output, world);
      await print(
        terminalReporter.render(report, {
          color: wantsColor(output.color, world.stdout, world.environment),
          columns: Math.min(world.stdout.columns ?? 100, 100),
          verbose: false,
        }),
      );
      const holds = act.asItShould(report);
      asItShould = asItShould && holds;
      await print(`\n${holds ? act.good : act.bad}\n`);
      if (report.judgement.outcome === 'cancelled') return exitCodes.cancelled;
    }
    if (keep) await print(`\nEverything lies in ${folder}\n`);
    return asItShould ? exitCodes.passed : exitCodes.failed;
  } finally {
    cancellation.stop();
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function auditExample(
  folder: string,
  python: string,
  cancellation: ReturnType<typeof watchSignals>,
  output: OutputOptions,
  world: World,
): Promise<Report> {
  const words = ['run', '--working-directory', folder, '--report-dir', path.join(folder, 'train-twice-report')];
  const invocation = await parseCommandLine(
    [...words, '--', python, 'train.py', '--seed', '{seed}'],
    configHost({ ...world, cwd: folder }),
  );
  if (invocation.kind !== 'run') throw new InputProblem('DEMO', 'The demo could not be configured.');
  const console = openConsole({
    stdout: world.stdout,
    stderr: world.stderr,
    mode: output.quiet ? 'quiet' : 'plain',
    verbose: false,
    nowMs,
  });
  try {
    // What the two trainings print is of no interest here; that they run is.
    const listener: ProgressListener = (progress) => {
      if (progress.kind !== 'run-output' && progress.kind !== 'comparing') console.listener(progress);
    };
    const basis = { subject: 'run', origins: invocation.request.origins, listener, cancellation } as const;
    const report = await auditTraining(invocation.request, hostForTraining(basis, folder, world));
    await writeReport(report, invocation.request.publish);
    return report;
  } finally {
    console.close();
  }
}

function findPython(): string {
  for (const name of ['python3', 'python']) {
    const answer = spawnSync(name, ['-c', 'import sys; print(sys.version_info[0])'], { encoding: 'utf8' });
    if (answer.status === 0 && answer.stdout.trim() === '3') return name;
  }
  throw new InputProblem('NO_PYTHON', 'The demo trains with Python 3, which was not found on PATH.', {
    remedy: 'Install Python 3.8 or newer; nothing else is needed.',
  });
}

/** Beside `dist/`, or beside `src/` when run from the sources. */
function findExamples(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ['..', '../..']) {
    const folder = path.join(here, up, 'examples');
    if (existsSync(path.join(folder, 'minimal', 'train.py'))) return folder;
  }
  throw new InputProblem('NO_EXAMPLES', 'The examples of this tool were not found beside it.', {
    remedy: 'Run the demo from a clone of the repository.',
  });
}
