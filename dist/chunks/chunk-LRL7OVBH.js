import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  PublishProblem
} from "./chunk-B5J4NNO2.js";

// src/publish/write-file.ts
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
async function writeFileAtomically(path, content) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await replaceAtomically(path, (handle) => writeAll(handle, bytes));
}
async function replaceAtomically(path, write) {
  await refuseWhatIsNoFile(path);
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 420);
    try {
      const expected = await write(handle);
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== expected) {
        throw new PublishProblem("WRITE_FAILED", `Only ${size} of ${expected} bytes reached the disk.`);
      }
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await unlink(temporary).catch(() => {
    });
    throw asProblem(error, path);
  }
}
async function writeAll(handle, bytes) {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    if (bytesWritten <= 0) throw new PublishProblem("WRITE_FAILED", "The disk took no more bytes.");
    done += bytesWritten;
  }
  return done;
}
async function refuseWhatIsNoFile(path) {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isFile() || found.isSymbolicLink()) return;
  if (!found.isDirectory()) {
    throw new PublishProblem(
      "NAME_IS_SPECIAL",
      `"${basename(path)}" is a device, a pipe or a socket; expected a file.`,
      {
        place: { file: path },
        remedy: "Name a file, or leave the option out to have the result on stdout."
      }
    );
  }
  throw new PublishProblem("NAME_IS_FOLDER", `A folder stands where "${basename(path)}" is to be written.`, {
    place: { file: path },
    remedy: "Remove the folder, or choose another report-dir."
  });
}
async function syncFolder(path) {
  const handle = await open(path, constants.O_RDONLY).catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync().catch(() => {
    });
  } finally {
    await handle.close();
  }
}
var remedies = {
  ENOSPC: "Free some space, or set report-dir to a disk that has some.",
  EDQUOT: "Free some of the quota, or set report-dir to another disk.",
  EROFS: "Set report-dir to a place that can be written to.",
  EACCES: "Give this user the right to write there, or set report-dir to another place.",
  EPERM: "Give this user the right to write there, or set report-dir to another place.",
  ENOENT: "Let the folder exist while the audit runs."
};
function asProblem(error, path) {
  if (error instanceof PublishProblem && error.place.file !== void 0) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  return new PublishProblem("WRITE_FAILED", `"${basename(path)}" could not be written: ${said}`, {
    place: { file: path },
    remedy: remedies[code] ?? "Make the report-dir writable and start again.",
    cause: error
  });
}

export {
  writeFileAtomically,
  replaceAtomically,
  writeAll
};
