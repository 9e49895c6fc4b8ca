import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/formats/records/code-path.ts
var endings = /\.(?:py|pyi|pyx|ipynb|sh|bash|zsh|r|rmd|jl|m|c|cc|cpp|h|hpp|cu|cuh|rs|go|java|scala|kt|js|mjs|ts|lua|pl|rb|sql|toml|cfg|ini|conf|ya?ml|lock|whl)$|(?:^|\/)(?:Makefile|Dockerfile|requirements[^/]*\.txt|\.env)$/i;
function isCodePath(path) {
  return endings.test(path);
}

export {
  isCodePath
};
