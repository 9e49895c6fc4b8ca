import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/format-number.ts
function formatInteger(value) {
  const text = typeof value === "number" && Number.isFinite(value) ? String(Math.round(value)) : String(value);
  if (!/^-?\d+$/.test(text)) return text;
  return text.replace(/\B(?=(\d{3})+$)/g, ",");
}
function formatStep(step) {
  return Number.isInteger(step) ? formatInteger(step) : String(step);
}
function formatFloat(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return formatInteger(value);
  if (size < 1e-4 || size >= 1e6) {
    const [mantissa = "0", exponent = "0"] = value.toExponential(3).split("e");
    return `${trimZeros(mantissa)}e${exponent}`;
  }
  return trimZeros(value.toPrecision(4));
}
function trimZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
function formatUlp(text) {
  return `${/^\d{7,}$/.test(text) ? formatFloat(Number(text)) : formatInteger(text)} ulp`;
}
var byteUnits = ["KiB", "MiB", "GiB", "TiB", "PiB"];
function formatBytes(bytes) {
  if (bytes < 1024) return plural(bytes, "byte");
  let size = bytes;
  let unit = "";
  for (const next of byteUnits) {
    if (size < 1024) break;
    size /= 1024;
    unit = next;
  }
  return `${size.toFixed(1)} ${unit}`;
}
function formatDuration(ms) {
  if (ms < 1e3) return `${Math.round(ms)} ms`;
  if (ms < 59950) return `${(ms / 1e3).toFixed(1)} s`;
  const seconds = Math.round(ms / 1e3);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${formatInteger(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}
function plural(count, one, many = `${one}s`) {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}
function formatShape(shape) {
  return `[${shape.join(", ")}]`;
}
function formatList(items, most = 5) {
  if (items.length > most) return `${items.slice(0, most).join(", ")} and ${formatInteger(items.length - most)} more`;
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
function formatClauses(clauses, most = 5) {
  const shown = clauses.slice(0, most).join("; ");
  return clauses.length > most ? `${shown}; and ${formatInteger(clauses.length - most)} more` : shown;
}
function formatSizes(first, second) {
  if (first === second) return `${formatBytes(first)} in both runs`;
  const alike = formatBytes(first) === formatBytes(second);
  const show = (size) => alike ? plural(size, "byte") : formatBytes(size);
  return `${show(first)} in the first run, ${show(second)} in the second`;
}
var quoteLimit = 120;
function quote(text, most = quoteLimit) {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return `"${printable(short).replaceAll('"', '\\"')}"`;
}
function printable(text) {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => {
      if (character === "\n") return "\\n";
      if (character === "	") return "\\t";
      if (character === "\r") return "\\r";
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    }
  );
}

export {
  formatInteger,
  formatStep,
  formatFloat,
  formatUlp,
  formatBytes,
  formatDuration,
  plural,
  formatShape,
  formatList,
  formatClauses,
  formatSizes,
  quote,
  printable
};
