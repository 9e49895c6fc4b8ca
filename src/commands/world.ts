/** The process as the commands see it: everything from outside comes in through here. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditHost } from '../audit.ts';
import { InputProblem } from '../model/problem.ts';
import type { ProgressListener } from '../model/progress.ts';
import type { ReportMeta } from '../model/report.ts';
import type { ValueOrigin } from '../model/request.ts';
import type { Stream } from '../publish/console.ts';
import type { Cancellation } from '../run/cancellation.ts';
import { version } from '../version.ts';

export interface World {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** The world of this process. */
export function thisProcess(): World {
  return { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr };
}

/** Milliseconds on a clock that never goes back. */
export function nowMs(): number {
  return performance.now();
}

export interface AuditBasis {
  readonly subject: ReportMeta['subject'];
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  readonly listener: ProgressListener;
  readonly cancellation: Cancellation;
}

/** A host for an audit that starts nothing (`compare`): no folder is made. */
export function hostForExisting(basis: AuditBasis, identifiesBest: boolean, world: World): AuditHost {
  return { ...basisOf(basis, world), identifiesBest, auditDir: '' };
}

/**
 * A host for an audit that trains: makes `.train-twice/<audit id>` in the working directory, out of Git's sight.
 * @throws InputProblem `WORKING_DIRECTORY` where that folder cannot be made
 */
export function hostForTraining(basis: AuditBasis, workingDirectory: string, world: World): AuditHost {
  const host = basisOf(basis, world);
  const folder = path.join(workingDirectory, '.train-twice');
  const auditDir = path.join(folder, host.meta.auditId);
  try {
    mkdirSync(path.join(auditDir, 'logs'), { recursive: true });
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputProblem(
      'WORKING_DIRECTORY',
      `The folder ".train-twice" cannot be written in the working directory (${code}); the audit keeps its logs and what run 1 wrote there.`,
      {
        place: { file: workingDirectory },
        remedy:
          code === 'ENOSPC' || code === 'EDQUOT'
            ? 'Free some space on its disk: the outputs of two runs must fit there.'
            : 'Let this user write to the working directory, or name another one in working-directory.',
        cause: error,
      },
    );
  }
  return { ...host, identifiesBest: true, auditDir };
}

function basisOf(basis: AuditBasis, world: World): Omit<AuditHost, 'auditDir' | 'identifiesBest'> {
  return {
    meta: {
      tool: { name: 'train-twice', version },
      subject: basis.subject,
      createdAt: new Date().toISOString(),
      auditId: randomBytes(6).toString('hex'),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      ...checkPages(world.environment),
      origins: basis.origins,
    },
    cwd: world.cwd,
    environment: world.environment,
    listener: basis.listener,
    cancellation: basis.cancellation,
  };
}

/** Inside an Action its own repository at the version that runs: a fork's pages are the fork's. */
function checkPages(environment: World['environment']): Pick<ReportMeta, 'checkPages'> {
  const repository = environment.GITHUB_ACTION_REPOSITORY ?? '';
  const ref = environment.GITHUB_ACTION_REF ?? '';
  const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref) || !/^https:\/\/[\w.-]+$/.test(server))
    return {};
  return { checkPages: `${server}/${repository}/blob/${ref}/docs/checks/` };
}
