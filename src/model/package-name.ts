/** Names of Python packages as PEP 503 compares them: `Ruamel.Yaml_clib` and `ruamel-yaml-clib` are one package. */
export function normalizePackageName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
