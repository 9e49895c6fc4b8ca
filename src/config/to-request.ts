/** All given options → one Request, or one InputProblem with everything that is wrong. */
import { resolve } from 'node:path';
import type { CommentMode, PublishRequest, Request, UploadMode, ValueOrigin } from '../model/request.ts';
import { complaintsProblem, quotedText } from './complaint.ts';
import { type Given, oneOf, textOf } from './given.ts';
import type { ComparisonRequest } from './invocation.ts';
import type { CommandName } from './option.ts';
import { options } from './options.ts';
import { parseSize } from './quantities.ts';
import { toPolicy } from './to-policy.ts';
import { toTraining } from './to-training.ts';
import { folderObstacle } from './writable-place.ts';

/** @throws InputProblem with every complaint, those that were gathered before too */
export async function toRequest(given: Given, noCommand: string): Promise<Request> {
  const request = { training: toTraining(given, noCommand), ...(await toComparison(given, 'run')) };
  throwComplaints(given);
  return request;
}

/** @throws InputProblem with every complaint, those that were gathered before too */
export async function toComparisonRequest(given: Given, command: 'compare' | 'check'): Promise<ComparisonRequest> {
  const request = await toComparison(given, command);
  throwComplaints(given);
  return request;
}

/** @throws InputProblem where there is a complaint */
export function throwComplaints(given: Pick<Given, 'complaints'>): void {
  if (given.complaints.length > 0) throw complaintsProblem(given.complaints);
}

async function toComparison(given: Given, command: CommandName): Promise<ComparisonRequest> {
  return { policy: await toPolicy(given), publish: toPublish(given, command), origins: originsOf(given, command) };
}

const commentModes: readonly CommentMode[] = ['never', 'on-failure', 'always'];
const uploadModes: readonly UploadMode[] = ['report', 'all', 'never'];

function toPublish(given: Given, command: CommandName): PublishRequest {
  const reportDir = textOf(given.value('report-dir')) ?? '.';
  const path = resolve(given.host.cwd, reportDir);
  // `compare` and `check` write a report only where one was asked for.
  const isWritten = command === 'run' || given.origin('report-dir') !== 'default';
  const obstacle = isWritten ? folderObstacle(path, given.host) : null;
  if (obstacle !== null) given.complain('report-dir', [], `${quotedText(reportDir)} ${obstacle}`);
  const size = given.value('max-upload-size');
  const maxUploadBytes = parseSize(String(size));
  if (maxUploadBytes === null) {
    given.complain(
      'max-upload-size',
      [],
      `${quotedText(String(size))}; expected a size of at least 1 byte, such as 2GB`,
    );
  }
  const retention = given.value('retention-days');
  return {
    reportDir: path,
    upload: oneOf(given.value('upload'), uploadModes, 'report'),
    artifactName: textOf(given.value('artifact-name')),
    retentionDays: typeof retention === 'number' ? retention : null,
    maxUploadBytes: maxUploadBytes ?? 0,
    comment: oneOf(given.value('comment'), commentModes, 'never'),
  };
}

/** Of the options that reach the Request; how it is printed is not part of it. */
function originsOf(given: Given, command: CommandName): Readonly<Record<string, ValueOrigin>> {
  const shown = options.filter(
    (option) => option.commands.includes(command) && (option.surfaces.includes('config') || option.name === 'config'),
  );
  return Object.fromEntries(shown.map((option) => [option.name, given.origin(option.name)]));
}
