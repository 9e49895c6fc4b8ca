#!/usr/bin/env node
/** Entry of the command line: which command, and its exit code. No decisions. */
import { compareCommand } from './commands/compare.ts';
import { configHost } from './commands/config-host.ts';
import { demoCommand } from './commands/demo.ts';
import { explainCommand } from './commands/explain.ts';
import { failureOf } from './commands/failure.ts';
import { fingerprintCommand } from './commands/fingerprint.ts';
import { runCommand } from './commands/run.ts';
import { thisProcess, type World } from './commands/world.ts';
import { parseCommandLine } from './config/from-cli.ts';
import { printTo } from './publish/print-to.ts';

async function main(argv: readonly string[], world: World): Promise<number> {
  const invocation = await parseCommandLine(argv, configHost(world));
  switch (invocation.kind) {
    case 'run':
      return runCommand(invocation.request, invocation.output, world);
    case 'compare':
      return compareCommand(invocation.paths, invocation.request, invocation.output, world);
    case 'fingerprint':
      return fingerprintCommand(invocation.path, invocation.json, invocation.output, world);
    case 'explain':
      return explainCommand(invocation.id, world);
    case 'demo':
      return demoCommand(invocation.keep, invocation.output, world);
    case 'help':
    case 'version':
      await printTo(world.stdout, invocation.text.endsWith('\n') ? invocation.text : `${invocation.text}\n`);
      return 0;
    default:
      invocation satisfies never;
      return 70;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2), thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.stderr.write(`train-twice: ${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
