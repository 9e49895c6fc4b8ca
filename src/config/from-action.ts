/**
 * The Action's inputs → Request. Read as @actions/core reads them: `INPUT_` and the name in upper case, hyphens kept,
 * trimmed; an empty input is one that was not given. Inputs nobody knows cannot be seen here: the runner warns of them.
 */
import { resolve } from 'node:path';
import type { Request } from '../model/request.ts';
import type { Complaint } from './complaint.ts';
import type { ConfigHost } from './config-host.ts';
import { type GivenSource, gather, textOf } from './given.ts';
import { isSetting } from './option.ts';
import { optionsFor } from './options.ts';
import { readConfigFile } from './read-config-file.ts';
import { readTextOption } from './read-text-option.ts';
import type { Setting } from './setting.ts';
import { toRequest } from './to-request.ts';

/** @throws InputProblem with everything that is wrong in inputs and configuration file */
export async function readActionInputs(host: ConfigHost): Promise<Request> {
  const inputs = await readInputs(host);
  const config = inputs.settings.get('config');
  const folder = textOf(inputs.settings.get('working-directory')?.value ?? null) ?? '.';
  const path = textOf(config?.value ?? null);
  const named = config === undefined || path === null ? null : { path, location: config.locate([]) };
  const file = await readConfigFile(host, resolve(host.cwd, folder), named);
  const given = gather(host, [inputs, file]);
  return toRequest(given, 'expected the input "command", or "command" in train-twice.yml');
}

async function readInputs(host: ConfigHost): Promise<GivenSource> {
  const settings = new Map<string, Setting>();
  const mentioned = new Set<string>();
  const complaints: Complaint[] = [];
  for (const option of optionsFor('action').filter(isSetting)) {
    const text = (host.environment[inputVariable(option.name)] ?? '').trim();
    if (text === '') continue;
    mentioned.add(option.name);
    const read = await readTextOption(option, [text], 'input', `input "${option.name}"`);
    if (read.setting === null) complaints.push(...read.complaints);
    else settings.set(option.name, read.setting);
  }
  return { settings, mentioned, complaints };
}

/** The variable in which the runner hands over an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
