import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/collect/datasets/read-small-text.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var limitBytes = 4 * 1024 * 1024;
function readSmallText(path) {
  let fd = null;
  try {
    fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(fd);
    if (!stat.isFile() || stat.size > limitBytes) return null;
    const buffer = Buffer.alloc(stat.size);
    let filled = 0;
    for (let got = -1; got !== 0 && filled < buffer.length; filled += got)
      got = readSync(fd, buffer, filled, buffer.length - filled, filled);
    return buffer.toString("utf8", 0, filled);
  } catch {
    return null;
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

// src/collect/datasets/named-dataset.ts
import { isAbsolute, relative, sep } from "node:path";
function pathFrom(root, absolutePath) {
  const path = relative(root, absolutePath);
  const far = isAbsolute(path) || path.split(sep).filter((part) => part === "..").length > 3;
  return (far ? absolutePath : path === "" ? "." : path).split(sep).join("/");
}

export {
  readSmallText,
  pathFrom
};
