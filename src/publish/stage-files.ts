/**
 * A folder with exactly what is to be uploaded: regular files under names that the artifact service takes, hard links where
 * that is possible. The client follows symbolic links wherever they lead, so none gets here, nor a file whose folders lead
 * out of the run. Hidden files and likely secrets stay out; what stays out is listed with the reason.
 */
import { constants, createWriteStream } from 'node:fs';
import { link, lstat, mkdir, open, realpath, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Report } from '../model/report.ts';
import { jsonText } from '../report/json-text.ts';
import { artifactPath } from './artifact-name.ts';
import type { WrittenReport } from './write-report.ts';

export interface Candidate {
  readonly absolutePath: string;
  /** Path in the artifact, with `/`, before it is made safe. */
  readonly path: string;
  /** The folder that the file must really lie in; null for files that this audit wrote itself. */
  readonly root: string | null;
}

export interface Staged {
  readonly folder: string;
  readonly files: readonly string[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** The one hidden folder that is a record, by convention of Hydra. */
const welcomeHidden = new Set(['.hydra']);
const secretNames =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519).*|.*\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|asc|gpg)|_?netrc|credentials(?:\..*)?|secrets?\..*|service[-_]account.*\.json|kubeconfig|.*\.kubeconfig|.*token|wandb-settings|htpasswd)$/i;

export function reportCandidates(written: WrittenReport): readonly Candidate[] {
  // What is dropped first for size stands last.
  const paths = [written.reportJson, written.reportHtml, written.summary, written.fingerprint, ...written.others];
  return paths.map((absolutePath) => ({
    absolutePath,
    path: absolutePath.slice(written.reportDir.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    root: null,
  }));
}

/** What the runs wrote, for `upload: all`. */
export function outputCandidates(report: Report): readonly Candidate[] {
  return report.runs.flatMap((run) =>
    run.written
      .filter((file) => file.type === 'file' && file.change !== 'deleted')
      .map((file) => ({
        absolutePath: file.absolutePath,
        path: `run-${run.number}/${file.path}`,
        root: file.absolutePath.endsWith(`/${file.path}`)
          ? file.absolutePath.slice(0, -file.path.length - 1)
          : dirname(file.absolutePath),
      })),
  );
}

/** Puts the candidates into `folder`, in order, while they fit into `maxBytes`. */
export async function stageFiles(candidates: readonly Candidate[], folder: string, maxBytes: number): Promise<Staged> {
  const files: string[] = [];
  const leftOut: { path: string; reason: string }[] = [];
  const renamed: { path: string; storedAs: string }[] = [];
  const taken = new Set<string>();
  let total = 0;
  for (const candidate of candidates) {
    const reason = await whyNot(candidate);
    const size = reason === null ? ((await lstat(candidate.absolutePath).catch(() => null))?.size ?? 0) : 0;
    if (reason !== null || total + size > maxBytes) {
      leftOut.push({ path: candidate.path, reason: reason ?? 'max-upload-size is reached' });
      continue;
    }
    const stored = freeName(artifactPath(candidate.path), taken);
    const target = join(folder, ...stored.split('/'));
    if (!(await place(candidate.absolutePath, target))) {
      leftOut.push({ path: candidate.path, reason: 'it could not be read as a regular file' });
      continue;
    }
    total += size;
    files.push(target);
    if (stored !== candidate.path) renamed.push({ path: candidate.path, storedAs: stored });
  }
  if (files.length > 0 && renamed.length + leftOut.length > 0) {
    const listing = join(folder, freeName('artifact-files.json', taken));
    await writeFile(listing, jsonText({ renamed, leftOut }));
    files.push(listing);
  }
  return { folder, files, leftOut };
}

async function whyNot(candidate: Candidate): Promise<string | null> {
  const { absolutePath, path, root } = candidate;
  const found = await lstat(absolutePath).catch(() => null);
  if (found === null) return 'it is not there any more';
  if (!found.isFile()) return 'it is no regular file';
  if (root === null) return null;
  const parts = path.split('/');
  const hidden = parts.find((part) => part.startsWith('.') && !welcomeHidden.has(part));
  if (hidden !== undefined) return `hidden files are not uploaded ("${hidden}")`;
  if (parts.some((part) => secretNames.test(part))) return 'its name is one that secrets have';
  const [realRoot, realFile] = await Promise.all([
    realpath(root).catch(() => null),
    realpath(absolutePath).catch(() => null),
  ]);
  if (realRoot === null || realFile !== join(realRoot, absolutePath.slice(root.length + 1))) {
    return 'a symbolic link leads to it';
  }
  return null;
}

/** Two files whose safe names (or names without regard to case) are the same get a number. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}~${number}`;
  taken.add(free.toLowerCase());
  return free;
}

/** A hard link, else a copy; a link that turned out to be no regular file is taken back. */
async function place(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  const linked = await link(from, to).then(
    () => true,
    () => false,
  );
  if (!linked && !(await copyRegular(from, to))) return false;
  if ((await lstat(to)).isFile()) return true;
  await unlink(to);
  return false;
}

/** Copies from the handle that was looked at: between a look and a second opening the name could become a link. */
async function copyRegular(from: string, to: string): Promise<boolean> {
  const handle = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    await pipeline(handle.createReadStream({ autoClose: false }), createWriteStream(to, { flags: 'wx' }));
    return true;
  } catch {
    await unlink(to).catch(() => {});
    return false;
  } finally {
    await handle.close();
  }
}
