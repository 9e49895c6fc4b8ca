/**
 * The machine right before a run, in its own words. Where the observer rides it knows better (the interpreter that really
 * ran, the devices that were really used); this is for trainings that it cannot see.
 */
import type { Gpu, Machine } from '../model/machine.ts';
import { ask } from './ask.ts';

/** More than any machine has. */
const mostGpus = 64;

/** Asks in the environment and the folder that the training gets. */
export async function askMachine(cwd: string, environment: Readonly<Record<string, string>>): Promise<Machine> {
  // Its own Python must not be observed: it is no part of the training.
  const { TRAIN_TWICE_OBSERVER_DIR: _observer, PYTHONPATH: _path, ...plain } = environment;
  const [version, gpus] = await Promise.all([
    ask({ file: 'python', args: ['--version'], cwd, environment: plain }).then(
      (answer) => answer ?? ask({ file: 'python3', args: ['--version'], cwd, environment: plain }),
    ),
    ask({
      file: 'nvidia-smi',
      args: ['--query-gpu=name,driver_version', '--format=csv,noheader'],
      cwd,
      environment: plain,
    }),
  ]);
  return {
    utcOffsetMinutes: offsetOf(environment.TZ),
    pythonVersion: /^Python (\d+\.\d+\.\d+\S*)/.exec(version?.toString('utf8') ?? '')?.[1] ?? null,
    gpus: gpus === null ? null : gpusOf(gpus.toString('utf8')),
  };
}

/** `NVIDIA A100-SXM4-80GB, 550.54.15`, a line for each. */
export function gpusOf(text: string): readonly Gpu[] {
  return text
    .split('\n')
    .map((line) => /^(.{1,200}?),\s*([\w.]{1,50})\s*$/.exec(line.trim()))
    .flatMap((match) => (match === null ? [] : [{ name: match[1] ?? '', driver: match[2] ?? '' }]))
    .slice(0, mostGpus);
}

/** Of the time zone that the training is given; of this process where that is none that we know. */
export function offsetOf(zone: string | undefined, now: Date = new Date()): number {
  if (zone === undefined || zone === '') return -now.getTimezoneOffset();
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone.replace(/^:/, ''),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(now);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    const minutes = Math.round(local / 60_000) - Math.floor(now.getTime() / 60_000);
    return Number.isFinite(minutes) ? minutes : -now.getTimezoneOffset();
  } catch {
    return -now.getTimezoneOffset();
  }
}
