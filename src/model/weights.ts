/** Which tensors of a checkpoint are the model's weights, told by names: optimizer, scheduler and generator state is not. */

/** State that is no weight: it may stand still, or move although nothing was learned. */
const noWeight = /(?:^|\/)[^/]*(?:optim|sched|rng|random|scaler|sampler|callback|loop)[^/]*(?:\/|\[|$)/i;

/** True for a file that holds other state only (Hugging Face's `optimizer.pt`): it says so by its name. */
export function holdsNoWeights(place: string): boolean {
  return noWeight.test(place);
}

/** True for a float tensor of the model; `path` is its place in the checkpoint. */
export function isWeight({ path, dtype }: { readonly path: string; readonly dtype: string }): boolean {
  return dtype.includes('float') && !noWeight.test(path);
}
