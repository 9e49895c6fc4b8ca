/** The console of a command that audits: progress and messages as its flags ask for them. */
import type { OutputOptions } from '../config/invocation.ts';
import { type AuditConsole, consoleMode, openConsole } from '../publish/console.ts';
import { nowMs, type World } from './world.ts';

export function consoleFor({ quiet, verbose }: OutputOptions, { stdout, stderr, environment }: World): AuditConsole {
  return openConsole({ stdout, stderr, mode: consoleMode(stderr, environment, quiet), verbose, nowMs });
}
