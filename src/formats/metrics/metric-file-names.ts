/** Names that only break ties: a document without steps is metrics where its name says so, and no configuration does. */
const metricWords =
  /(?:^|[-_. ])(?:metrics?|results?|history|scores?|loss(?:es)?|logs?|scalars|progress|summary|trainer_state|eval(?:uation)?|accuracy)(?=[-_. \d]|$)/i;
const otherWords =
  /config|args|param|setting|tokenizer|vocab|index|environment|manifest|package|schema|requirements|map\b|labels?\b|classes/i;

/** True for `metrics.json`, `train_results.json`, `eval-scores.csv`, in any folder; false for `eval_config.json`. */
export function namedLikeMetrics(path: string): boolean {
  const baseName = path.slice(path.lastIndexOf('/') + 1);
  return metricWords.test(baseName) && !otherWords.test(baseName);
}
