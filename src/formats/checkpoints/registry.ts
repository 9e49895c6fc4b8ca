/**
 * All checkpoint formats, in the order in which they are asked.
 *
 * Formats with a magic number come first; each looks at bytes that no other format can have there, so that the order
 * only decides between a general container and its special kinds (an NPZ archive is a ZIP file, as a PyTorch file is).
 */
import type { CheckpointFormat } from './checkpoint-format.ts';
import { npy } from './npy.ts';
import { npz } from './npz.ts';
import { pickle } from './pickle.ts';
import { png } from './png.ts';
import { safetensors } from './safetensors.ts';
import { safetensorsIndex } from './safetensors-index.ts';
import { torchLegacy } from './torch-legacy.ts';
import { torchZip } from './torch-zip.ts';

export const checkpointFormats: readonly CheckpointFormat[] = [
  npy,
  npz,
  png,
  torchZip,
  torchLegacy,
  safetensors,
  safetensorsIndex,
  pickle,
];
