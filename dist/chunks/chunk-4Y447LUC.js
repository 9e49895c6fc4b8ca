import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/formats/trackers/run-names.ts
function runNames(runs, neutralize) {
  const names = /* @__PURE__ */ new Map();
  for (const members of grouped(runs, ({ experiment }) => experiment).values()) {
    if (members.length === 1) {
      for (const { id } of members) names.set(id, "run");
      continue;
    }
    const chosen = chosenNames(members, neutralize);
    const nameOf = (id) => id === null ? "" : chosen.get(id) ?? "";
    for (const alike of grouped(members, ({ id }) => nameOf(id)).values()) {
      const nested = grouped(alike, ({ parent }) => alike.length > 1 ? nameOf(parent) : "");
      for (const [parent, siblings] of nested) {
        const plain = [
          "run",
          nameOf(siblings[0]?.id ?? null),
          nested.size === 1 || parent === "" ? "" : `of ${parent}`
        ];
        const name = plain.filter((word) => word !== "").join(" ");
        const turns = inOrder(siblings);
        for (const { id } of siblings) names.set(id, turns === null ? name : `${name} ${turns.get(id)}`);
      }
    }
  }
  return names;
}
function plainName(name, neutralize) {
  const inOnePart = name.replaceAll(/[/\\‹›\p{Cc}]/gu, "_").trim();
  return neutralize(inOnePart).replaceAll("‹", "(").replaceAll("›", ")").slice(0, 60).trim();
}
function inOrder(runs) {
  if (runs.length < 2 || runs.some(({ startedMs }) => startedMs === null)) return null;
  const sorted = runs.toSorted((a, b) => (a.startedMs ?? 0) - (b.startedMs ?? 0));
  const strict = sorted.every(({ startedMs }, index) => index === 0 || startedMs !== sorted[index - 1]?.startedMs);
  return strict ? new Map(sorted.map(({ id }, index) => [id, index + 1])) : null;
}
function chosenNames(runs, neutralize) {
  const stems = grouped(runs, ({ name }) => stemOf(name));
  const byChance = (name) => name === null || name.trim() === "" || chanceName.test(name) && (stems.get(stemOf(name))?.length ?? 0) < 2;
  return new Map(runs.map(({ id, name }) => [id, byChance(name) ? "" : plainName(name ?? "", neutralize)]));
}
var chanceName = /^[a-z]{2,14}-[a-z]{2,9}-\d{1,4}$/;
function stemOf(name) {
  return name?.replace(/\d+$/, "") ?? "";
}
function grouped(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === void 0) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}

export {
  runNames,
  plainName
};
