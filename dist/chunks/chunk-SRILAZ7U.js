import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/formats/codecs/text-lines.ts
var blockBytes = 1024 * 1024;
function* textLines(source, limits) {
  const decoder = new TextDecoder("utf-8");
  const byteLength = Math.min(source.byteLength, limits.bytes ?? source.byteLength);
  let rest = "";
  let skipping = false;
  for (let offset = 0; offset < byteLength; offset += blockBytes) {
    const length = Math.min(blockBytes, byteLength - offset);
    const parts = (rest + decoder.decode(source.read(offset, length), { stream: true })).split(/\r\n|\n|\r/);
    rest = parts.pop() ?? "";
    for (const part of parts) {
      yield skipping || part.length > limits.characters ? null : withoutColours(part);
      skipping = false;
    }
    if (rest.length > limits.characters) {
      skipping = true;
      rest = "";
    }
  }
  rest += decoder.decode();
  if (rest !== "" || skipping) yield skipping || rest.length > limits.characters ? null : withoutColours(rest);
}
function withoutColours(line) {
  return line.includes("\x1B") ? line.replaceAll(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, "") : line;
}

export {
  textLines
};
