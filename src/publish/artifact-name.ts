/**
 * Names that the artifact service takes: none of `" : < > | * ?`, CR, LF; in the name of an artifact no slashes either
 * (@actions/artifact, path-and-artifact-name-validation.ts). A PyTorch Lightning checkpoint such as `epoch=1-step=9.ckpt` is
 * fine; one that carries a time (`03:40.pt`) would fail the whole upload.
 */

const refused = /[":<>|*?\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** The service's own bound is not documented; this is enough to recognize a job. */
const longestName = 120;

/** The name asked for made safe, or one that tells jobs and attempts apart. */
export function artifactName(wanted: string | null, environment: Readonly<Record<string, string | undefined>>): string {
  const attempt = Number(environment.GITHUB_RUN_ATTEMPT ?? '1');
  const parts = ['train-twice-report', environment.GITHUB_JOB ?? ''];
  if (attempt > 1) parts.push(`attempt-${attempt}`);
  const fallback = parts.filter((part) => part !== '').join('-');
  return safeName(wanted ?? fallback) ?? 'train-twice-report';
}

/** The next name to try where the first is taken (matrix jobs share one job name). */
export function otherArtifactName(name: string, auditId: string): string {
  const tail = (safeName(auditId) ?? 'again').slice(-12);
  return `${name.slice(0, longestName - tail.length - 1)}-${tail}`;
}

function safeName(name: string): string | null {
  const safe = name.replace(refused, '-').replaceAll('/', '-').trim().slice(0, longestName);
  return safe === '' || /^\.+$/.test(safe) ? null : safe;
}

/** A relative path with every refused character replaced by `_`; never a step out of the folder. */
export function artifactPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replace(refused, '_'))
    .join('/');
}
