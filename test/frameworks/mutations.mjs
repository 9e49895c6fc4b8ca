/**
 * Some fifty ways in which a good record is no longer true, each with the finding that is meant for it, and nothing else.
 * Started with a name and a folder of results (`node mutations.mjs NAME FOLDER RUN`) this file spoils the results of one run,
 * right after the training wrote them: that is how `records.mjs` lets an audit see what a real run has left.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const edit = (file, change) => writeFileSync(file, change(readFileSync(file, 'utf8')));
const editJson = (file, change) => edit(file, (text) => `${JSON.stringify(change(JSON.parse(text)), null, 2)}\n`);
const remove = (...files) => {
  for (const file of files) rmSync(file, { recursive: true });
};
const checkpoint = (folder, name) => path.join(folder, 'checkpoints', name);
const names = (folder) => readdirSync(path.join(folder, 'checkpoints'));

/** For a commit on a machine where nobody is known to Git. */
export const committer = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];

/** A digit that is not this one. */
const otherDigit = (digit) => (digit === '0' ? '1' : '0');

/** Alters the `__metadata__` of a safetensors file: its header is JSON, behind 8 bytes that hold its length. */
function editMetadata(file, change) {
  const bytes = readFileSync(file);
  const length = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString('utf8'));
  change(header.__metadata__);
  const text = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(padded.length));
  writeFileSync(file, Buffer.concat([size, padded, bytes.subarray(8 + length)]));
}

/** The line of the training where it is seeded, with others before or instead of it. */
const atSeed = (replacement) => (text) => {
  const changed = text.replace(/^( *)(random\.seed\(.*\))$/m, (_, indent, line) =>
    replacement(line)
      .map((one) => `${indent}${one}\n`)
      .join('')
      .trimEnd(),
  );
  if (changed === text) throw new Error('the line to be changed was not found');
  return changed;
};

/**
 * `results`: what is done to the results of each run. `project`: what is done to the project before. `only`: the run whose results are
 * spoilt, else every one. `audit`: how it is looked at, by training (`run`) or, where no truth of a run is needed, in the results of the
 * good run (`check`). `arguments`, `flags`: what is added to the training's and to our own command line.
 */
export const mutations = [
  // A training of the standard library alone: environment, packages, data, configuration, layout, checkpoints.
  {
    name: 'a version of Python that did not run',
    of: 'minimal',
    expect: 'environment/not-true',
    results: (folder) => editJson(`${folder}/environment.json`, (all) => ({ ...all, python_version: '3.4.1' })),
  },
  {
    name: 'an environment record without a required key',
    of: 'minimal',
    expect: 'environment/schema-invalid',
    results: (folder) => editJson(`${folder}/environment.json`, ({ torch_version: _, ...all }) => all),
  },
  {
    name: 'no environment record',
    of: 'minimal',
    expect: 'environment/not-recorded',
    results: (folder) => remove(`${folder}/environment.json`),
  },
  {
    name: 'an environment record that is another one in run 2',
    of: 'minimal',
    expect: 'environment/differs',
    only: 2,
    results: (folder) => editJson(`${folder}/environment.json`, (all) => ({ ...all, cluster: 'blue' })),
  },
  {
    name: 'a package that is not pinned',
    of: 'minimal',
    expect: 'requirements/not-pinned',
    results: (folder) => appendFileSync(`${folder}/requirements.txt`, 'left-pad>=1\n'),
  },
  {
    name: 'a line of the package list that is none',
    of: 'minimal',
    expect: 'requirements/unparsable',
    results: (folder) => appendFileSync(`${folder}/requirements.txt`, '=== what is this?\n'),
  },
  {
    name: 'no package list',
    of: 'minimal',
    expect: 'requirements/not-recorded',
    results: (folder) => remove(`${folder}/requirements.txt`),
  },
  {
    name: 'a package more in run 2',
    of: 'minimal',
    expect: 'requirements/differs',
    only: 2,
    results: (folder) => appendFileSync(`${folder}/requirements.txt`, 'left-pad==1.3.0\n'),
  },
  {
    name: 'a hash of the data that is off by one digit',
    of: 'minimal',
    expect: 'dataset/not-true',
    results: (folder) =>
      editJson(`${folder}/dataset.json`, (all) => ({
        ...all,
        sha256: all.sha256.replace(/.$/, (digit) => otherDigit(digit)),
      })),
  },
  {
    name: 'no hash of the data',
    of: 'minimal',
    expect: 'dataset/not-recorded',
    flags: ['--datasets', 'data/points.csv'],
    project: (folder) =>
      edit(`${folder}/record.py`, (text) => text.replaceAll(/^.*(?:"dataset\.json"|"Dataset: ).*\n/gm, '')),
    results: () => {},
  },
  {
    name: 'data that run 2 changes',
    of: 'minimal',
    expect: 'dataset/changed',
    flags: ['--datasets', 'data/points.csv'],
    only: 2,
    results: () => appendFileSync('data/points.csv', '0.5,0.5,1\n'),
  },
  {
    name: 'data that is not what it was declared to be',
    of: 'minimal',
    expect: 'dataset/not-as-declared',
    config: `datasets:\n  - path: data/points.csv\n    sha256: ${'0123456789abcdef'.repeat(4)}\n`,
    results: () => {},
  },
  {
    name: 'data that is not there',
    of: 'minimal',
    expect: 'dataset/missing',
    flags: ['--datasets', 'data/labels.csv'],
    results: () => {},
  },
  {
    name: 'a configuration that is not that of the checkpoints',
    of: 'minimal',
    expect: 'configuration/places-disagree',
    results: (folder) => editJson(`${folder}/config.json`, (all) => ({ ...all, learning_rate: 0.2 })),
  },
  {
    name: 'a configuration that cannot be read',
    of: 'minimal',
    expect: 'configuration/unparsable',
    results: (folder) => edit(`${folder}/config.json`, (text) => text.slice(0, -4)),
  },
  {
    name: 'another seed than the one given',
    of: 'minimal',
    expect: 'configuration/seed-not-given',
    arguments: '--seed 7',
    results: () => {},
  },
  {
    name: 'a seed that is read and not used',
    of: 'minimal',
    expect: 'configuration/seed-not-used',
    project: (folder) =>
      edit(
        `${folder}/train.py`,
        atSeed(() => ['random.seed(1234)']),
      ),
    results: () => {},
  },
  {
    name: 'a generator without a seed',
    of: 'minimal',
    expect: 'seeds/unseeded-generator',
    project: (folder) =>
      edit(
        `${folder}/train.py`,
        atSeed((line) => [line, 'random.Random().random()']),
      ),
    results: () => {},
  },
  {
    name: 'hashes of texts that are others in every start',
    of: 'minimal',
    expect: 'seeds/hash-seed-not-in-force',
    config: 'environment-variables:\n  PYTHONHASHSEED: random\n',
    results: () => {},
  },
  {
    name: 'a training into which nobody can look',
    of: 'minimal',
    expect: 'record/not-observed',
    project: (folder) =>
      edit(`${folder}/train.py`, (text) =>
        text.replace(
          'import argparse\n',
          'import os, sys\nsys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))\nimport argparse\n',
        ),
      ),
    python: 'python -I',
    results: () => {},
  },
  {
    name: 'a folder with the time of another run',
    of: 'minimal',
    expect: 'layout/timestamp-not-real',
    results: (folder) => renameSync(folder, `${path.dirname(folder)}/spiral_20190301_120000`),
  },
  {
    name: 'a folder with a time that never was',
    of: 'minimal',
    expect: 'layout/timestamp-not-real',
    results: (folder) => renameSync(folder, `${path.dirname(folder)}/spiral_20261341_256199`),
  },
  {
    name: 'a file that the layout requires and the run did not leave',
    of: 'minimal',
    expect: 'layout/required-missing',
    config: 'layout:\n  required: ["outputs/{experiment}_{timestamp}/model_card.md"]\n',
    results: () => {},
  },
  {
    name: '`best_model` copied from another epoch',
    of: 'minimal',
    expect: 'checkpoints/best-not-best',
    results: (folder) =>
      copyFileSync(checkpoint(folder, 'checkpoint_epoch_20.safetensors'), checkpoint(folder, 'best_model.safetensors')),
  },
  {
    name: '`checkpoint_latest` copied from an earlier epoch',
    of: 'minimal',
    expect: 'checkpoints/latest-not-newest',
    results: (folder) =>
      copyFileSync(
        checkpoint(folder, 'checkpoint_epoch_40.safetensors'),
        checkpoint(folder, 'checkpoint_latest.safetensors'),
      ),
  },
  {
    name: 'a best metric that the metrics do not show',
    of: 'minimal',
    expect: 'checkpoints/best-metric-disagrees',
    results: (folder) =>
      editMetadata(checkpoint(folder, 'best_model.safetensors'), (about) => {
        about.best_metric = '0.123';
      }),
  },
  {
    name: 'a checkpoint whose name tells another epoch than its content',
    of: 'minimal',
    expect: 'checkpoints/epoch-disagrees',
    results: (folder) =>
      editMetadata(checkpoint(folder, 'checkpoint_epoch_40.safetensors'), (about) => {
        about.epoch = '39';
      }),
  },
  {
    name: 'a checkpoint of an epoch that never was',
    of: 'minimal',
    expect: 'checkpoints/epoch-outside-run',
    results: (folder) => {
      copyFileSync(
        checkpoint(folder, 'checkpoint_latest.safetensors'),
        checkpoint(folder, 'checkpoint_epoch_80.safetensors'),
      );
      for (const name of ['checkpoint_latest.safetensors', 'checkpoint_epoch_80.safetensors'])
        editMetadata(checkpoint(folder, name), (about) => {
          about.epoch = '80';
        });
    },
  },
  {
    name: 'an epoch without its checkpoint',
    of: 'minimal',
    expect: 'checkpoints/epoch-gap',
    results: (folder) => remove(checkpoint(folder, 'checkpoint_epoch_40.safetensors')),
  },
  {
    name: 'no best checkpoint',
    of: 'minimal',
    expect: 'checkpoints/names-missing',
    results: (folder) => remove(checkpoint(folder, 'best_model.safetensors')),
  },
  {
    name: 'checkpoints without the states of the generators',
    of: 'minimal',
    expect: 'checkpoints/resumption-not-exact',
    results: (folder) => {
      for (const name of names(folder))
        editMetadata(checkpoint(folder, name), (about) => {
          delete about.rng_state;
        });
    },
  },
  {
    name: 'checkpoints without the state of the scheduler',
    of: 'minimal',
    expect: 'checkpoints/keys-missing',
    results: (folder) => {
      for (const name of names(folder))
        editMetadata(checkpoint(folder, name), (about) => {
          delete about.scheduler_state_dict;
        });
    },
  },
  {
    name: 'code that is not that of the commit',
    of: 'minimal',
    expect: 'run/working-tree-dirty',
    repository: (folder) => appendFileSync(`${folder}/model.py`, '# to be cleaned up\n'),
    results: () => {},
  },
  {
    name: 'code that changes between the runs',
    of: 'minimal',
    expect: 'run/working-tree-differs',
    repository: () => {},
    only: 1,
    results: () => execFileSync('git', [...committer, 'commit', '--quiet', '--allow-empty', '--message', 'in between']),
  },
  // With torch and NumPy under Hydra.
  {
    name: 'a version of torch that did not run',
    of: 'pytorch',
    expect: 'environment/not-true',
    results: (folder) => editJson(`${folder}/environment.json`, (all) => ({ ...all, torch_version: '2.1.0' })),
  },
  {
    name: 'a GPU that is not there',
    of: 'pytorch',
    expect: 'environment/not-true',
    results: (folder) =>
      editJson(`${folder}/environment.json`, (all) => ({ ...all, gpu_model: 'NVIDIA H100', gpu_count: 1 })),
  },
  {
    name: 'a version in the package list that was not imported, and no NumPy in it',
    of: 'pytorch',
    expect: ['requirements/not-true', 'requirements/incomplete'],
    results: (folder) =>
      edit(`${folder}/requirements.txt`, (text) =>
        text.replace(/^torch==.*$/m, 'torch==2.1.0').replace(/^numpy==.*\n/m, ''),
      ),
  },
  {
    name: 'a lock file beside the code that was not followed',
    of: 'pytorch',
    expect: 'requirements/lock-drifted',
    project: (folder) => edit(`${folder}/requirements.txt`, (text) => text.replace(/^numpy==.*$/m, 'numpy==2.0.0')),
    results: () => {},
  },
  {
    // Its state is among what a checkpoint keeps.
    name: 'NumPy without a seed',
    of: 'pytorch',
    expect: ['seeds/unseeded-generator', 'weights/values-differ', 'checkpoints/structure-differs'],
    project: (folder) => {
      edit(`${folder}/train.py`, (text) => text.replaceAll(/^ *np\.random\.seed\(seed\)\n/gm, ''));
      edit(`${folder}/train.py`, (text) => text.replace(/^( *)data = load\(dataset\)$/m, '$1np.random.rand()\n$&'));
    },
    results: () => {},
  },
  {
    name: 'settings of torch that are others in run 2',
    of: 'pytorch',
    expect: 'determinism/settings-differ',
    project: (folder) =>
      edit(`${folder}/train.py`, (text) =>
        text.replace(
          'torch.use_deterministic_algorithms(True)',
          'import os\n    torch.use_deterministic_algorithms(os.environ["TRAIN_TWICE_RUN"] == "1")',
        ),
      ),
    results: () => {},
  },
  {
    name: 'an override that is not in the configuration',
    of: 'pytorch',
    audit: 'check',
    expect: 'configuration/overrides-not-applied',
    results: (folder) => writeFileSync(`${folder}/.hydra/overrides.yaml`, '- seed=42\n- optimizer.lr=0.5\n'),
  },
  {
    name: "a part of Hydra's record that is missing",
    of: 'pytorch',
    audit: 'check',
    expect: 'layout/hydra-incomplete',
    results: (folder) => remove(`${folder}/.hydra/hydra.yaml`),
  },
  {
    name: '`best_model.pt` copied from another epoch',
    of: 'pytorch',
    audit: 'check',
    expect: 'checkpoints/best-not-best',
    results: (folder) => copyFileSync(checkpoint(folder, 'checkpoint_epoch_2.pt'), checkpoint(folder, 'best_model.pt')),
  },
  {
    name: 'the beginning of a hash in the log, off by one digit',
    of: 'pytorch',
    audit: 'check',
    expect: 'dataset/not-true',
    results: (folder) =>
      edit(`${folder}/train.log`, (text) =>
        text.replace(/(sha256 [0-9a-f]{11})(.)/, (_, all, last) => `${all}${otherDigit(last)}`),
      ),
  },
  // Lightning.
  {
    name: "hyperparameters that are not those in Lightning's checkpoints",
    of: 'lightning',
    audit: 'check',
    expect: 'configuration/places-disagree',
    results: (folder) => edit(`${folder}/hparams.yaml`, (text) => text.replace('lr: 0.01', 'lr: 0.1')),
  },
  {
    name: "Lightning's hyperparameters are missing",
    of: 'lightning',
    audit: 'check',
    expect: 'layout/lightning-incomplete',
    results: (folder) => remove(`${folder}/hparams.yaml`),
  },
  // Hugging Face.
  {
    name: "a best metric that the Trainer's log does not show",
    of: 'hugging-face',
    audit: 'check',
    expect: 'checkpoints/best-metric-disagrees',
    results: (folder) =>
      editJson(`${folder}/checkpoint-56/trainer_state.json`, (state) => ({ ...state, best_metric: 0.01 })),
  },
  {
    name: "a part of the Trainer's checkpoint that is missing",
    of: 'hugging-face',
    audit: 'check',
    expect: 'layout/hugging-face-incomplete',
    results: (folder) => remove(`${folder}/checkpoint-28/optimizer.pt`),
  },
  {
    name: "the Trainer's best model copied from another checkpoint",
    of: 'hugging-face',
    audit: 'check',
    expect: 'checkpoints/best-not-best',
    results: (folder) => copyFileSync(`${folder}/checkpoint-14/model.safetensors`, `${folder}/best/model.safetensors`),
  },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, folder, run] = process.argv.slice(2);
  const mutation = mutations.find((one) => one.name === name);
  if (mutation.only === undefined || mutation.only === Number(run)) mutation.results(folder);
}
