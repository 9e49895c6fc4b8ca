/**
 * The fingerprint of one tensor: the digest that anyone can check with one line of Python
 * (`hashlib.sha256(t.contiguous().view(torch.uint8).numpy().tobytes())`), whatever file the tensor came from.
 */
import type { TensorEntry } from '../model/entry.ts';
import type { TensorFingerprint } from '../model/fingerprint.ts';
import { digestChunks } from './digest-chunks.ts';

/** Reads the tensor once, in bounded memory. @throws FormatProblem where its bytes cannot be read in full. */
export async function fingerprintTensor(entry: TensorEntry): Promise<TensorFingerprint> {
  const digest = await digestChunks(entry.chunks(), entry.byteLength);
  return { digest, dtype: entry.dtype, shape: entry.shape, byteLength: entry.byteLength };
}
