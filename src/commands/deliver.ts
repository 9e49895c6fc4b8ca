/** A report on its way to whoever asked: rendered by the reporter (or the seal) that was named, to stdout or into a file. */
import type { OutputOptions } from '../config/invocation.ts';
import { InputProblem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { type AuditConsole, wantsColor } from '../publish/console.ts';
import { sealText } from '../publish/seal-report.ts';
import { writeFileAtomically } from '../publish/write-file.ts';
import { reporters } from '../report/registry.ts';
import { seals } from '../report/seal-registry.ts';
import type { World } from './world.ts';

/** What `--format` may name. */
export const formats: readonly string[] = [...reporters, ...seals].map(({ id }) => id);

/** True for formats that name checkpoints by the digests of their files. */
export function namesCheckpoints(format: string): boolean {
  return seals.some(({ id }) => id === format);
}

/** @throws InputProblem `UNKNOWN_FORMAT`, PublishProblem where the file cannot be written */
export async function deliver(
  report: Report,
  output: OutputOptions,
  console: AuditConsole,
  world: World,
): Promise<void> {
  const text = rendered(report, output, world);
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
}

function rendered(report: Report, { format, outputFile, color, verbose }: OutputOptions, world: World): string {
  const seal = seals.find((one) => one.id === format);
  if (seal !== undefined) return sealText(seal, report);
  const reporter = reporters.find((one) => one.id === format);
  if (reporter === undefined) {
    throw new InputProblem('UNKNOWN_FORMAT', `There is no reporter "${format}".`, {
      remedy: `Use one of ${formats.join(', ')}.`,
    });
  }
  const toFile = outputFile !== null;
  return reporter.render(report, {
    color: !toFile && wantsColor(color, world.stdout, world.environment),
    columns: toFile ? 100 : Math.min(world.stdout.columns ?? 100, 120),
    verbose,
  });
}
