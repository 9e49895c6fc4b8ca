/** The policy when nothing is asked for: `fingerprint` reads by it. */
import type { Policy } from '../model/request.ts';
import type { ConfigHost } from './config-host.ts';
import { gather } from './given.ts';
import { toPolicy } from './to-policy.ts';

/** Defaults name no files, so no host is asked for any. */
const nowhere: ConfigHost = {
  cwd: '/',
  environment: {},
  version: '',
  known: { checks: null, reporters: null, determinism: null },
  statKind: () => null,
  canWrite: () => true,
  readFile: () => null,
};

/** The Policy made of the table's defaults alone. */
export function defaultPolicy(): Promise<Policy> {
  return toPolicy(gather(nowhere, []));
}
