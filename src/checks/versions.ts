/** Versions of Python's distributions as records write them and as they are installed (PEP 440), and their names (PEP 503). */
import { eq } from '@renovatebot/pep440/lib/operator.js';
import { clean } from '@renovatebot/pep440/lib/version.js';

/** A name as PEP 503 compares it. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** True where `installed` is what the record says: a record without a local part (`+cu124`) is satisfied by any. */
export function satisfiesVersion(recorded: string, installed: string): boolean {
  if (recorded === installed) return true;
  const [said, real] = [clean(recorded), clean(installed)];
  if (said === null || real === null) return false;
  return eq(said, real) || (!said.includes('+') && eq(said, real.split('+')[0] ?? real));
}
