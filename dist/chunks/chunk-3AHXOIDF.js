import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  FormatProblem
} from "./chunk-B5J4NNO2.js";

// src/collect/file-source.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function openFileSource(path, expected, name = String(path)) {
  const fd = openDescriptor(path, name);
  let before;
  try {
    before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) throw notRegular(name, "is no regular file");
    if (expected !== null && !isStill(expected, before)) throw changed(name, "since the run ended");
  } catch (error) {
    closeSync(fd);
    throw error instanceof FormatProblem ? error : systemProblem(error, name, "looked at");
  }
  const byteLength = Number(before.size);
  let open = true;
  const readInto = (target, offset) => {
    const { byteLength: wanted } = target;
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + wanted > byteLength)
      throw new FormatProblem(
        "TRUNCATED",
        `bytes ${offset} to ${offset + wanted} were asked for, but the file has ${byteLength}`,
        { place: { file: name, offset }, remedy: "The file is cut short or damaged; write it again." }
      );
    for (let done = 0; done < wanted; ) {
      const count = readOnce(fd, target, done, offset + done, name);
      if (count === 0) throw changed(name, "and became shorter while it was read");
      done += count;
    }
  };
  return {
    name,
    byteLength,
    readInto,
    read(offset, length) {
      if (!Number.isSafeInteger(length) || length < 0 || offset + length > byteLength)
        throw new FormatProblem(
          "TRUNCATED",
          `${length} bytes at ${offset} were asked for, but the file has ${byteLength}`,
          {
            place: { file: name, offset },
            remedy: "The file is cut short or damaged; write it again."
          }
        );
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
    close() {
      if (!open) return;
      open = false;
      let after;
      try {
        after = fstatSync(fd, { bigint: true });
      } finally {
        closeSync(fd);
      }
      if (!sameState(before, after)) throw changed(name, "while it was read");
    }
  };
}
function openDescriptor(path, name) {
  try {
    return openSync(path, openFlags);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ELOOP" || code === "EMLINK") throw notRegular(name, "is a symbolic link");
    if (code === "ENXIO" || code === "EOPNOTSUPP" || code === "ENODEV") throw notRegular(name, "is a socket or device");
    throw systemProblem(error, name, "opened");
  }
}
function readOnce(fd, target, at, position, name) {
  try {
    return readSync(fd, target, at, target.byteLength - at, position);
  } catch (error) {
    throw systemProblem(error, name, "read");
  }
}
function sameState(before, after) {
  return before.dev === after.dev && before.ino === after.ino && before.size === after.size && before.mtimeNs === after.mtimeNs && before.ctimeNs === after.ctimeNs;
}
function isStill(expected, now) {
  if (BigInt(expected.size) !== now.size) return false;
  const shift = BigInt(expected.mtimeNs) - now.mtimeNs;
  if (expected.device === String(now.dev)) return expected.inode === String(now.ino) && shift === 0n;
  return shift < 2000n && shift > -2000n;
}
function notRegular(name, what) {
  return new FormatProblem("NOT_A_REGULAR_FILE", `the path ${what}; a regular file was expected`, {
    place: { file: name },
    remedy: "Only regular files can be compared. Let the training write a regular file, or set this one aside with `ignore`."
  });
}
function changed(name, when) {
  return new FormatProblem("CHANGED_DURING_READ", `the file changed ${when}`, {
    place: { file: name },
    remedy: "Make sure that no process of the training is still writing when the command ends."
  });
}
function systemProblem(error, name, action) {
  const code = codeOf(error);
  return new FormatProblem(code, `the file could not be ${action}: ${meaning(code)}`, {
    place: { file: name },
    remedy: code === "EACCES" || code === "EPERM" ? "Let the training write files that the user of the runner can read." : "Look at the file and its file system, then run the audit again.",
    cause: error
  });
}
function codeOf(error) {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "UNREADABLE";
}
var meanings = /* @__PURE__ */ new Map([
  ["EACCES", "permission denied (EACCES)"],
  ["EPERM", "not permitted (EPERM)"],
  ["ENOENT", "it is no longer there (ENOENT)"],
  ["EIO", "the device reports an error (EIO)"],
  ["ESTALE", "the network file system lost it (ESTALE)"],
  ["ENAMETOOLONG", "the name is too long (ENAMETOOLONG)"],
  ["EMFILE", "too many files are open (EMFILE)"]
]);
function meaning(code) {
  return meanings.get(code) ?? `the system says ${code}`;
}

export {
  openFileSource
};
