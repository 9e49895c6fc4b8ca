/**
 * Configuration files that are found by their names: `config.yaml`, Lightning's `hparams.yaml`, `args.json`, DVCLive's
 * `params.yaml`, Hugging Face's `config.json`… A configuration that a program only prints is not read here.
 */
import { readPlainDocument } from './plain-document.ts';
import type { RecordFormat } from './record-format.ts';
import { baseName } from './record-text.ts';

const names =
  /^(config|cfg|configuration|hparams|hyper_?parameters|params|args|arguments|training_args|train_config|generation_config|flags|options|settings)\.(json|ya?ml)$/i;

export const configuration: RecordFormat = {
  id: 'configuration',
  title: 'configuration file',
  recognizes: (path) => names.test(baseName(path)),
  read: (path, neutralPath, source) =>
    readPlainDocument({ kind: 'configuration', path, neutralPath, format: 'configuration' }, source),
};
