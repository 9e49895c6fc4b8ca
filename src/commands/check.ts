/** `train-twice check`: audit the record that one run kept of itself. */
import { auditRecord } from '../audit.ts';
import type { ComparisonRequest, OutputOptions } from '../config/invocation.ts';
import type { ExitCode } from '../model/verdict.ts';
import { auditWhatExists } from './audit-what-exists.ts';
import type { World } from './world.ts';

/** @throws InputProblem | PublishProblem */
export function checkCommand(
  path: string,
  request: ComparisonRequest,
  output: OutputOptions,
  world: World,
): Promise<ExitCode> {
  return auditWhatExists('check', request, output, world, (host) => auditRecord(path, request.policy, host));
}
