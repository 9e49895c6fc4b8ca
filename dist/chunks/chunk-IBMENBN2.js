import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/formats/records/toml-document.ts
var depthLimit = 64;
var tableLimit = 1e5;
async function parseToml(text) {
  const { parse, TomlError } = await import("./dist-IUIYCGTT.js");
  try {
    return { root: parse(text.replace(/^\ufeff/, ""), { integersAsBigInt: true, maxDepth: depthLimit }), problems: [] };
  } catch (error) {
    if (error instanceof TomlError) {
      const said = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "") ?? "";
      return refused("TOML_SYNTAX", said, error.line);
    }
    return refused("TOML_UNREADABLE", `the TOML reader gave up: ${error instanceof Error ? error.message : ""}`, 1);
  }
}
function refused(code, message, line) {
  return { root: {}, problems: [{ code, message, line }] };
}
function tomlValue(table, key) {
  return isTable(table) && Object.hasOwn(table, key) ? table[key] : void 0;
}
function tomlText(table, key) {
  const value = tomlValue(table, key);
  return typeof value === "string" && value !== "" ? value : null;
}
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function arrayOfTables(root, name, text) {
  const value = tomlValue(root, name);
  if (!Array.isArray(value))
    return { tables: [], problems: [{ code: "NO_PACKAGES", message: `no "[[${name}]]" was found`, line: 1 }] };
  const heads = headLines(text, name);
  const known = heads.length === value.length;
  const tables = value.slice(0, tableLimit).map((table, index) => ({ table: isTable(table) ? table : {}, line: known ? heads[index] ?? 1 : 1 }));
  const rest = { code: "TOO_MANY_LINES", message: `only the first ${tableLimit} packages were read`, line: 1 };
  return { tables, problems: value.length > tableLimit ? [rest] : [] };
}
function headLines(text, name) {
  const head = `[[${name}]]`;
  return text.split("\n").flatMap((line, index) => line.startsWith(head) ? [index + 1] : []);
}

export {
  parseToml,
  tomlValue,
  tomlText,
  isTable,
  arrayOfTables
};
