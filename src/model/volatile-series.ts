/**
 * Which metric series no two runs can share, told from the name alone: times, rates, memory, clocks. They are shown and
 * never decide (the role table of the product page). Whole words count, so that `lifetime_value` is not a time; and a name
 * with a word of quality (`time_step_loss`, `arrival_time_mae`) always decides, because hiding a result is worse than
 * asking the user for one `ignore` line.
 */

/** Words that make a series a result of the training, whatever else stands in its name. */
const qualityWords = new Set(
  (
    'loss losses mae mape mse rmse error errors err acc accuracy auc auroc f1 score scores norm grad grads gradient gradients ' +
    'weight weights precision recall reward rewards return returns ppl perplexity kl entropy bias variance iou dice map ap ' +
    'wer cer bleu rouge corr correlation nll elbo likelihood logits prob probability regret series shift embed embedding'
  ).split(' '),
);

const durationWords = new Set('duration durations elapsed runtime uptime latency'.split(' '));
const clockWords = new Set('wall walltime wallclock timestamp timestamps datetime clock'.split(' '));
const rateWords = new Set('throughput mfu hfu tflops tflop gflops fps sps ips qps'.split(' '));
const memoryWords = new Set('memory mem vram'.split(' '));
const machineWords = new Set('util utilization utilisation temp temperature power watts fan hours'.split(' '));
const secondWords = new Set('s sec secs second seconds ms msec us minute minutes min hour hours h'.split(' '));
const perWords = new Set('s sec secs second seconds minute min hour ms'.split(' '));
const workWords = new Set(
  'it its iter iters iteration iterations step steps batch batches epoch epochs sample samples token tokens image images img example examples frame frames'.split(
    ' ',
  ),
);

/**
 * The rule by which a series is set aside (`time`, `duration`, `clock`, `eta`, `throughput`, `memory`, `machine`), or null
 * for a series that decides. Names are split at `/`, `_`, `-`, `.`, blanks and where camelCase changes.
 */
export function volatileSeriesPolicy(name: string): string | null {
  const segments = name.split('/').map(wordsOf);
  const words = segments.flat();
  if (words.some((word) => qualityWords.has(word))) return null;
  if (words.some((word) => clockWords.has(word))) return 'clock';
  if (words.some((word) => durationWords.has(word))) return 'duration';
  if (isRate(words, segments)) return 'throughput';
  if (words.some((word) => memoryWords.has(word))) return 'memory';
  if (isMachine(words) || isSystem(segments)) return 'machine';
  if (words.some((word, index) => word === 'time' && !countsSteps(words, index))) return 'time';
  if (isEta(segments.at(-1) ?? [])) return 'eta';
  return null;
}

function wordsOf(segment: string): readonly string[] {
  return segment
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** `time_step` and `time_steps` count; `time_per_step` and `step_time` measure. */
function countsSteps(words: readonly string[], index: number): boolean {
  const next = words[index + 1];
  const unit = words[index + 2];
  return (next === 'step' || next === 'steps') && !(unit !== undefined && secondWords.has(unit));
}

/** `samples_per_second`, `tokens/s`, `it/s`, `s/it`, `ms_per_batch`, and words that are a rate by themselves. */
function isRate(words: readonly string[], segments: readonly (readonly string[])[]): boolean {
  if (words.some((word) => rateWords.has(word))) return true;
  const per = words.indexOf('per');
  const before = words[per - 1] ?? '';
  const after = words[per + 1] ?? '';
  if (per >= 0 && (perWords.has(after) || (secondWords.has(before) && workWords.has(after)))) return true;
  const last = segments.at(-1) ?? [];
  const [unit = ''] = last;
  const thing = segments.at(-2)?.at(-1) ?? '';
  return (
    last.length === 1 && ((perWords.has(unit) && workWords.has(thing)) || (workWords.has(unit) && perWords.has(thing)))
  );
}

/** Of the device: `gpu_utilization`, `gpu.0.temp`. A bare `temperature` may be the training's own. */
function isMachine(words: readonly string[]): boolean {
  return words.some((word) => /^(gpu|cpu)\d*$/.test(word)) && words.some((word) => machineWords.has(word));
}

/** MLflow's own names for what it samples of the machine: `system/disk_usage_percentage`, `system/network_receive_megabytes`. */
function isSystem([first = [], second = [], ...deeper]: readonly (readonly string[])[]): boolean {
  const [what = ''] = second;
  return first.join() === 'system' && deeper.length === 0 && /^(?:cpu|gpu|disk|network|system)$/.test(what);
}

/** `eta`, `eta_seconds`; not `eta_min`, which is a scheduler's, nor `beta`. */
function isEta(last: readonly string[]): boolean {
  const [first, unit, ...rest] = last;
  return first === 'eta' && rest.length === 0 && (unit === undefined || (unit !== 'min' && secondWords.has(unit)));
}
