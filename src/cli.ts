#!/usr/bin/env node
/** Entry of the command line: which command, and its exit code. No decisions. A command is loaded when it is the one. */
import { configHost } from './commands/config-host.ts';
import { failureOf } from './commands/failure.ts';
import { tuneEngine } from './commands/tune-engine.ts';
import { thisProcess, type World } from './commands/world.ts';
import { parseCommandLine } from './config/from-cli.ts';
import { printTo } from './publish/print-to.ts';

async function main(argv: readonly string[], world: World): Promise<number> {
  const invocation = await parseCommandLine(argv, configHost(world));
  switch (invocation.kind) {
    case 'run':
      return (await import('./commands/run.ts')).runCommand(invocation.request, invocation.output, world);
    case 'compare':
      return (await import('./commands/compare.ts')).compareCommand(
        invocation.paths,
        invocation.request,
        invocation.output,
        world,
      );
    case 'check':
      return (await import('./commands/check.ts')).checkCommand(
        invocation.path,
        invocation.request,
        invocation.output,
        world,
      );
    case 'report':
      return (await import('./commands/report.ts')).reportCommand(invocation.path, invocation.output, world);
    case 'fingerprint':
      return (await import('./commands/fingerprint.ts')).fingerprintCommand(
        invocation.path,
        invocation.json,
        invocation.output,
        world,
      );
    case 'explain':
      return (await import('./commands/explain.ts')).explainCommand(invocation.id, world);
    case 'init':
      return (await import('./commands/init.ts')).initCommand(invocation.force, world);
    case 'demo':
      return (await import('./commands/demo.ts')).demoCommand(invocation.keep, invocation.output, world);
    case 'help':
    case 'version':
      await printTo(world.stdout, invocation.text.endsWith('\n') ? invocation.text : `${invocation.text}\n`);
      return 0;
    default:
      invocation satisfies never;
      return 70;
  }
}

tuneEngine();
try {
  process.exitCode = await main(process.argv.slice(2), thisProcess());
} catch (error) {
  const failure = failureOf(error);
  process.stderr.write(`train-twice: ${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
