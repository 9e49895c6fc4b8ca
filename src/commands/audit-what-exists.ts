/** What `compare` and `check` share: nothing is started, so Ctrl-C simply ends the process. */
import type { AuditHost } from '../audit.ts';
import type { ComparisonRequest, OutputOptions } from '../config/invocation.ts';
import type { Report, ReportMeta } from '../model/report.ts';
import type { ExitCode } from '../model/verdict.ts';
import { cancellationSource } from '../run/cancellation.ts';
import { consoleFor } from './console-for.ts';
import { deliver, namesCheckpoints } from './deliver.ts';
import { hostForExisting, type World } from './world.ts';

/**
 * A report folder is only written where `report-dir` was asked for: looking at folders should not leave another.
 * @throws InputProblem | PublishProblem
 */
export async function auditWhatExists(
  subject: ReportMeta['subject'],
  request: ComparisonRequest,
  output: OutputOptions,
  world: World,
  audit: (host: AuditHost) => Promise<Report>,
): Promise<ExitCode> {
  const console = consoleFor(output, world);
  try {
    const { origins } = request;
    const basis = { subject, origins, listener: console.listener, cancellation: cancellationSource() };
    const keepsReport = (origins['report-dir'] ?? 'default') !== 'default';
    const identifiesBest = keepsReport || namesCheckpoints(output.format);
    const report = await audit(hostForExisting(basis, identifiesBest, world));
    if (keepsReport) {
      const { writeReport } = await import('../publish/write-report.ts');
      await writeReport(report, request.publish);
    }
    await deliver(report, output, console, world);
    return report.judgement.exitCode;
  } finally {
    console.close();
  }
}
