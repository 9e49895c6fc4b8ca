/**
 * Thousands of tensors as a few groups, by the beginnings of their names: the largest group is split again and again, along the
 * dots and slashes of the names, for as long as there are few enough. So every model is shown by its own modules, as deep as they
 * fit; modules that are too many for that (the layers of a tall model) are put together in the order of their names.
 */

interface Group {
  readonly name: string;
  readonly paths: readonly string[];
  /** How many parts of their names all of its paths share. */
  readonly depth: number;
  /** Not to be split any further. */
  readonly closed: boolean;
}

type Parts = ReadonlyMap<string, readonly string[]>;

/** The group of each path; at most `most` groups, in the order in which the paths name them. */
export function tensorGroups(paths: readonly string[], most: number): ReadonlyMap<string, string> {
  const distinct = [...new Set(paths)];
  const parts: Parts = new Map(distinct.map((path) => [path, path.split(/[./]/)]));
  let groups: readonly Group[] = distinct.length === 0 ? [] : [groupOf(distinct, 0, parts)];
  for (;;) {
    const room = most - groups.length + 1;
    const open = groups
      .filter(({ closed }) => !closed)
      .toSorted((a, b) => b.paths.length - a.paths.length)
      .map((group) => ({ group, children: childrenOf(group, parts) }))
      .filter(({ children }) => children.length > 1);
    const [largest] = open;
    if (largest === undefined || room < 2) break;
    const fitting = open.find(({ children }) => children.length <= room);
    const { group, children } = fitting ?? largest;
    const split =
      fitting === undefined
        ? rangesOf(children, group, room, parts)
        : children.map((child) => groupOf(child, group.depth, parts));
    groups = groups.flatMap((one) => (one === group ? split : [one]));
  }
  return new Map(groups.flatMap(({ name, paths: members }) => members.map((path) => [path, name] as const)));
}

function groupOf(paths: readonly string[], from: number, parts: Parts): Group {
  const [path = ''] = paths;
  const first = parts.get(path) ?? [];
  let depth = from;
  // The last part is the tensor's own name.
  while (depth < first.length - 1 && paths.every((other) => parts.get(other)?.[depth] === first[depth])) depth++;
  return { name: paths.length === 1 ? path : `${beginning(path, depth)}*`, paths, depth, closed: false };
}

function childrenOf(group: Group, parts: Parts): readonly (readonly string[])[] {
  const children = new Map<string, string[]>();
  for (const path of group.paths) {
    const own = parts.get(path) ?? [];
    // Tensors that lie right in the group stay together.
    const key = group.depth >= own.length - 1 ? '' : (own[group.depth] ?? '');
    const known = children.get(key);
    if (known === undefined) children.set(key, [path]);
    else known.push(path);
  }
  return [...children.values()];
}

/** Neighbouring children put together, so that there are at most `room`: `blocks.0.* … blocks.7.*`. */
function rangesOf(
  children: readonly (readonly string[])[],
  group: Group,
  room: number,
  parts: Parts,
): readonly Group[] {
  const size = Math.ceil(children.length / room);
  return Array.from({ length: Math.ceil(children.length / size) }, (_, index) => {
    const named = children.slice(index * size, (index + 1) * size).map((paths) => groupOf(paths, group.depth, parts));
    const [first, last] = [named[0]?.name ?? '', named.at(-1)?.name ?? ''];
    return {
      name: named.length === 1 ? first : `${first} … ${last}`,
      paths: named.flatMap(({ paths }) => paths),
      depth: group.depth,
      closed: true,
    };
  });
}

/** The first `depth` parts of a path, with what stands between them. */
function beginning(path: string, depth: number): string {
  const separators = [...path.matchAll(/[./]/g)].map(({ index }) => index);
  const end = separators[depth - 1];
  return depth === 0 || end === undefined ? '' : path.slice(0, end + 1);
}
