/** `train-twice compare`: judge two folders, or two files, that exist already. */
import { auditExisting } from '../audit.ts';
import type { ComparisonRequest, OutputOptions } from '../config/invocation.ts';
import type { Pair } from '../model/pair.ts';
import type { ExitCode } from '../model/verdict.ts';
import { auditWhatExists } from './audit-what-exists.ts';
import type { World } from './world.ts';

/** @throws InputProblem | PublishProblem */
export function compareCommand(
  paths: Pair<string>,
  request: ComparisonRequest,
  output: OutputOptions,
  world: World,
): Promise<ExitCode> {
  return auditWhatExists('compare', request, output, world, (host) => auditExisting(paths, request.policy, host));
}
