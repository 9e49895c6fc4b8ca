/** What is a program or a setting by its name: stages of a pipeline depend on it as they do on data. */

const endings =
  /\.(?:py|pyi|pyx|ipynb|sh|bash|zsh|r|rmd|jl|m|c|cc|cpp|h|hpp|cu|cuh|rs|go|java|scala|kt|js|mjs|ts|lua|pl|rb|sql|toml|cfg|ini|conf|ya?ml|lock|whl)$|(?:^|\/)(?:Makefile|Dockerfile|requirements[^/]*\.txt|\.env)$/i;

/** True for the path of a program or a setting. */
export function isCodePath(path: string): boolean {
  return endings.test(path);
}
