/**
 * The part of JSON Schema (2020-12) that our published schemas use, and how a value finds its way through it. The writer
 * follows the schema for the order of keys, and both directions follow it for numbers that JSON cannot hold: so the schema
 * is the one description of the document, and whatever is written is what is published.
 */

export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly description?: string;
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: boolean | SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

const prefix = '#/$defs/';

/** The node itself, or the definition that it points to, with that definition's name. */
export function resolveNode(
  root: SchemaNode,
  node: SchemaNode,
): { readonly node: SchemaNode; readonly name: string | null } {
  if (node.$ref === undefined) return { node, name: null };
  const name = node.$ref.slice(prefix.length);
  const target = root.$defs?.[name];
  if (target === undefined) throw new TypeError(`the schema points to "${node.$ref}", which it does not define`);
  return { node: target, name };
}

/** The branch of a `oneOf` that a value belongs to, told by its type and by the constants among its members. */
export function branchFor(root: SchemaNode, branches: readonly SchemaNode[], value: unknown): SchemaNode | null {
  return branches.find((branch) => accepts(root, branch, value)) ?? null;
}

function accepts(root: SchemaNode, unresolved: SchemaNode, value: unknown): boolean {
  const { node } = resolveNode(root, unresolved);
  if (node.oneOf !== undefined) return branchFor(root, node.oneOf, value) !== null;
  if (node.const !== undefined) return value === node.const;
  if (node.enum !== undefined) return node.enum.some((allowed) => allowed === value);
  if (node.type !== undefined && node.type !== typeName(value)) {
    return node.type === 'integer' && typeof value === 'number';
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(node.properties ?? {}).every(([key, member]) => {
    const told = resolveNode(root, member).node;
    if (told.const === undefined && told.enum === undefined) return true;
    return Object.hasOwn(value, key) && accepts(root, told, Reflect.get(value, key));
  });
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The schema of an object's member; of a map's members where the schema names none. */
export function memberSchema(node: SchemaNode, key: string): SchemaNode {
  const named = node.properties !== undefined && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
  return named ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : {});
}

/** The schema of an array's item. */
export function itemSchema(node: SchemaNode, index: number): SchemaNode {
  return node.prefixItems?.[index] ?? (typeof node.items === 'object' ? node.items : {});
}
