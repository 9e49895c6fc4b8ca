/**
 * Conda's names of packages that PyPI knows under another name. Only what a training is likely to import; what is not here is
 * not held against a list of conda where conda installed it.
 */

/** By conda's name, normalised; the value is the distribution that Python sees. */
const otherNames: Readonly<Record<string, string>> = {
  'faiss-cpu': 'faiss',
  'faiss-gpu': 'faiss',
  ignite: 'pytorch-ignite',
  'nvidia-ml': 'nvidia-ml-py',
  opencv: 'opencv-python',
  'py-opencv': 'opencv-python',
  pyg: 'torch-geometric',
  pysoundfile: 'soundfile',
  pytables: 'tables',
  pytorch: 'torch',
  'pytorch-cluster': 'torch-cluster',
  'pytorch-cpu': 'torch',
  'pytorch-geometric': 'torch-geometric',
  'pytorch-gpu': 'torch',
  'pytorch-scatter': 'torch-scatter',
  'pytorch-sparse': 'torch-sparse',
  'pytorch-spline-conv': 'torch-spline-conv',
  'ruamel-yaml-conda': 'ruamel-yaml',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
};

/** How conda tells the Python side of a library from the library itself: `python-xxhash`, `brotli-python`, `numpy-base`. */
const pythonSide = /^(?:python|py)-(.+)$|^(.+)-(?:python|base|core)$/;

/** The distributions that a package of conda may be, by their normalised names; its own name is the first of them. */
export function distributionNames(condaName: string): readonly string[] {
  const [, behind, before] = pythonSide.exec(condaName) ?? [];
  const other = Object.hasOwn(otherNames, condaName) ? otherNames[condaName] : undefined;
  return [...new Set([condaName, other, behind ?? before].filter((name) => name !== undefined))];
}
