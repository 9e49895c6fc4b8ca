/** `train-twice fingerprint`: the digests of everything in one file or folder. */
import { takeInventory } from '../collect/take-inventory.ts';
import { defaultPolicy } from '../config/default-policy.ts';
import type { OutputOptions } from '../config/invocation.ts';
import { listFingerprints } from '../fingerprint/list-fingerprints.ts';
import { type ExitCode, exitCodes } from '../model/verdict.ts';
import { openConsole, wantsColor } from '../publish/console.ts';
import { writeFileAtomically } from '../publish/write-file.ts';
import { fingerprintListingText } from '../report/fingerprint-listing.ts';
import { describeExisting } from '../run/describe-existing.ts';
import { nowMs, type World } from './world.ts';

/**
 * Gives 0 where everything could be listed, 3 where something could not be read: a listing with a hole in it is no proof.
 * @throws InputProblem for a path that is not there
 */
export async function fingerprintCommand(
  path: string,
  json: boolean,
  output: OutputOptions,
  world: World,
): Promise<ExitCode> {
  const console = openConsole({ stdout: world.stdout, stderr: world.stderr, mode: 'quiet', verbose: false, nowMs });
  const inventory = await takeInventory(describeExisting(path, 1), await defaultPolicy());
  const listing = await listFingerprints(path, inventory);
  const color = output.outputFile === null && wantsColor(output.color, world.stdout, world.environment);
  const text = json ? JSON.stringify(listing, null, 2) : fingerprintListingText(listing, { color });
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (output.outputFile === null) await console.print(whole);
  else await writeFileAtomically(output.outputFile, whole);
  return listing.files.some((file) => file.problem !== null) ? exitCodes.inconclusive : exitCodes.passed;
}
