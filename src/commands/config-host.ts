/** What the configuration may ask of the world, with the names that only later rooms know. */
import { checks } from '../checks/registry.ts';
import type { ConfigHost } from '../config/config-host.ts';
import { nodeConfigHost } from '../config/node-config-host.ts';
import { determinismSet } from '../run/environment.ts';
import { version } from '../version.ts';
import { formats } from './deliver.ts';
import type { World } from './world.ts';

/** A host that looks at this machine's files. */
export function configHost(world: World): ConfigHost {
  return nodeConfigHost(world, version, {
    checks: checks.map((check) => check.id),
    reporters: formats,
    determinism: determinismSet.map((variable) => variable.name),
  });
}
