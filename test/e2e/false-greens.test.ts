/**
 * The drill of false greens: each case is a way to a pass that is not deserved, tried through `dist/cli.js`. FG ids are
 * those of the table in the reference. The controls at the beginning show that the same set-up does pass where it should.
 */
import { describe, expect, it } from 'vitest';
import { eventFile, field } from '../formats/writers/event-bytes.ts';
import { npyBytes, npyHeader } from '../formats/writers/npy-bytes.ts';
import { call, global, int, pickleBytes, text } from '../formats/writers/pickle-bytes.ts';
import { safetensorsBytes, safetensorsFrame } from '../formats/writers/safetensors-bytes.ts';
import { exit, history, wandbFile } from '../formats/writers/wandb-bytes.ts';
import { zipBytes } from '../formats/writers/zip-bytes.ts';
import {
  compareFolders,
  type Files,
  f32,
  floatBits,
  jsonLines,
  losses,
  model,
  plainPickle,
  torchFile,
  train,
} from './drill.ts';

const exitCodes: Readonly<Record<string, number>> = {
  identical: 0,
  equivalent: 0,
  divergent: 1,
  refused: 2,
  inconclusive: 3,
  'run-failed': 4,
};

type Outcome = 'identical' | 'equivalent' | 'divergent' | 'refused' | 'inconclusive' | 'run-failed';

function expected(outcome: Outcome) {
  return { outcome, passed: exitCodes[outcome] === 0, code: exitCodes[outcome] };
}

const good: Files = { 'model.safetensors': model(1, 2, 3), 'metrics.jsonl': losses(3, 2, 1) };
const beside = (files: Files): Files => ({ ...good, ...files });
const torch = (...pairs: Parameters<typeof torchFile>[0]): Files => ({ 'm.pt': torchFile(pairs) });
const jsonl = (...rows: readonly unknown[]): Files => ({ 'metrics.jsonl': jsonLines(...rows) });
const csv = (table: string): Files => ({ 'metrics.csv': table });
const npz = (...members: readonly (readonly [string, Uint8Array])[]): Files =>
  beside({ 'x.npz': zipBytes(members.map(([name, data]) => ({ name, data }))) });
const npy = (value: number) => npyBytes(npyHeader('<f4', [1]), f32(value));
const numbers = (from: number) => Array.from({ length: 300 }, (_, index) => index + from);
const events = (...values: Parameters<typeof eventFile>[0]): Files => ({
  'events.out.tfevents.1700000000.host': eventFile(values),
});
const loss = { step: 1n, tag: 'loss', value: field(2, 1) };
const histogram = (content: string) => ({ step: 1n, tag: 'weights', value: field(5, field(1, content)) });
const shardIndex = (...shards: readonly string[]) =>
  JSON.stringify({ weight_map: Object.fromEntries(shards.map((shard, index) => [`w${index}`, shard])) });
const set = (...members: readonly number[]) => call('builtins', 'set', pickleBytes(']', '(', ...members.map(int), 'e'));
const thing = (state: number) => pickleBytes(call('my.module', 'Thing', int(1)), '}(', text('a'), int(state), 'u', 'b');
const huge = ['--require', 'within-tolerance', '--tolerance', 'atol=1e6'];

const mlflowRun = `mlruns/420179603355940936/${'0123456789abcdef'.repeat(2)}`;
const mlflow = (key: string, lines: string): Files => ({ [`${mlflowRun}/metrics/${key}`]: lines });
const wandbLog = 'wandb/offline-run-20240115_143000-ab12cd34/run-ab12cd34.wandb';
const wandb = (...values: readonly Readonly<Record<string, string>>[]): Files => ({
  [wandbLog]: wandbFile([...values.map((value, step) => history(step, value)), exit]),
});
const trainerState = (...history: readonly unknown[]): Files => ({
  'trainer_state.json': JSON.stringify({ global_step: 2, log_history: history, max_steps: 2, train_batch_size: 4 }),
});

/** What differs is given twice, what is the same on both sides once. */
type Case = readonly [name: string, outcome: Outcome, first: Files, second?: Files, words?: readonly string[]];

const nothingToGoBy: readonly Case[] = [
  ['FG01 no file with a tensor or a metric', 'inconclusive', { 'notes.md': 'x' }],
  ['FG01 logs only', 'inconclusive', { 'train.log': 'epoch 1 loss 0.5' }],
  ['FG03 tensors without elements', 'inconclusive', { 'm.safetensors': model() }],
  ['FG03 a checkpoint of scalars only', 'inconclusive', { 'm.pkl': plainPickle({ epoch: int(1) }) }],
  ['FG15 NaN in every tensor', 'inconclusive', { 'm.safetensors': model(Number.NaN, Number.NaN) }],
  ['FG15 a loss of NaN beside an epoch that counts', 'inconclusive', jsonl('{"step":1,"epoch":1,"loss":NaN}')],
  [
    'FG13 weights that never change',
    'inconclusive',
    { 'epoch_1.safetensors': model(1), 'epoch_2.safetensors': model(1) },
  ],
  ['FG18 a metrics file with a time only', 'inconclusive', jsonl({ step: 1, time: 1 }, { step: 2, time: 2 })],
  ['FG18 a metrics file with counters only', 'inconclusive', jsonl({ step: 1, epoch: 1 }, { step: 2, epoch: 1 })],
  [
    'FG18 samples of the machine in a tracker only',
    'inconclusive',
    mlflow('system/cpu_utilization_percentage', '1 2 0\n'),
  ],
  [
    'FG18 a log of a tracker with its own times only',
    'inconclusive',
    wandb({ _step: '0', _runtime: '1', _timestamp: '1' }),
  ],
  ['FG18 settings of a trainer that logged nothing', 'inconclusive', trainerState()],
  ['FG30 a log of a tracker that is damaged', 'inconclusive', beside({ [wandbLog]: 'x' })],
  ['FG30 an empty log of a tracker', 'inconclusive', beside({ [wandbLog]: '' })],
  ['FG30 a line of a tracker that is damaged', 'inconclusive', beside(mlflow('loss', '1 0.5 0\nx\n'))],
  ['FG19 a metrics file with a header only', 'inconclusive', csv('step,loss\n')],
  ['FG31 a checkpoint of 0 bytes', 'inconclusive', beside({ 'x.pt': '' })],
  ['FG31 bytes after the tensors', 'inconclusive', beside({ 'x.safetensors': Buffer.concat([model(1), model(1)]) })],
  ['FG31 a header that is no JSON', 'inconclusive', beside({ 'x.safetensors': safetensorsFrame('{', f32(1)) })],
  ['FG32 a checkpoint in an unknown format', 'inconclusive', beside({ 'x.onnx': 'x' })],
  [
    'FG37 a shard that the index names and nobody has',
    'inconclusive',
    { 'model.safetensors.index.json': shardIndex('m-1.safetensors', 'm-2.safetensors'), 'm-1.safetensors': model(1) },
  ],
  ['FG30 an archive with one name twice', 'inconclusive', npz(['a.npy', npy(1)], ['a.npy', npy(2)])],
];

const policies: readonly Case[] = [
  ['FG17 an infinite tolerance', 'refused', good, good, ['--tolerance', 'atol=1e999']],
  ['FG17 a tolerance that lets everything pass', 'refused', good, good, ['--tolerance', 'atol=1e30']],
  [
    'FG16 NaN against a number, in a huge tolerance',
    'divergent',
    { 'm.npy': npy(1) },
    { 'm.npy': npy(Number.NaN) },
    huge,
  ],
  [
    'FG16 inf against -inf, in a huge tolerance',
    'divergent',
    { 'm.npy': npy(Infinity) },
    { 'm.npy': npy(-Infinity) },
    huge,
  ],
  ['FG01 nothing compared, in a huge tolerance', 'inconclusive', { 'notes.md': 'x' }, { 'notes.md': 'x' }, huge],
  ['FG18 all files ignored', 'refused', good, good, ['--ignore', 'files=**']],
  ['FG18 all scalars ignored', 'refused', good, good, ['--ignore', 'scalars=**']],
  ['FG18 all checkpoints excluded', 'refused', good, good, ['--checkpoints', '!**']],
  [
    'FG18 the only series ignored',
    'inconclusive',
    jsonl({ step: 1, loss: 1 }),
    jsonl({ step: 1, loss: 2 }),
    ['--ignore', 'series=loss'],
  ],
  [
    'FG18 each file ignored by a glob of its own',
    'inconclusive',
    good,
    beside({ 'model.safetensors': model(9) }),
    ['--ignore', 'files=*.safetensors', '--ignore', 'files=*.jsonl'],
  ],
  [
    'a divergence with findings that never fail',
    'divergent',
    good,
    beside({ 'model.safetensors': model(1, 2, 9) }),
    ['--fail-on', 'never'],
  ],
  [
    'a divergence with every check switched off',
    'divergent',
    good,
    beside({ 'model.safetensors': model(1, 2, 9) }),
    ['weights', 'files', 'metrics', 'checkpoints', 'coverage'].flatMap((group) => ['--checks', `${group}/*=off`]),
  ],
];

const checkpoints: readonly Case[] = [
  ['FG02 a checkpoint in one run only', 'divergent', good, { 'metrics.jsonl': losses(3, 2, 1) }],
  ['FG28 an intermediate checkpoint', 'divergent', beside({ 'step_1.npy': npy(1) }), beside({ 'step_1.npy': npy(2) })],
  [
    'two checkpoints that swap names',
    'divergent',
    { 'a.npy': npy(1), 'b.npy': npy(2) },
    { 'a.npy': npy(2), 'b.npy': npy(1) },
  ],
  [
    'FG29 a record that no tensor refers to',
    'divergent',
    { 'm.pt': torchFile([], { 'data/9': '1' }) },
    { 'm.pt': torchFile([], { 'data/9': '2' }) },
  ],
  [
    'FG29 a member of an archive that is no array',
    'divergent',
    npz(['a.npy', npy(1)], ['b', f32(1)]),
    npz(['a.npy', npy(1)], ['b', f32(2)]),
  ],
  [
    'FG29 bytes after the end of a pickle',
    'divergent',
    beside({ 'm.pkl': Buffer.concat([plainPickle({ a: int(1) }), f32(1)]) }),
    beside({ 'm.pkl': Buffer.concat([plainPickle({ a: int(1) }), f32(2)]) }),
  ],
  ['the state of an object of an unknown class', 'divergent', torch(text('o'), thing(1)), torch(text('o'), thing(2))],
  ['the class of an object', 'divergent', torch(text('o'), global('a', 'B')), torch(text('o'), global('a', 'C'))],
  ['a member of a set', 'divergent', torch(text('s'), set(1, 2)), torch(text('s'), set(1, 3))],
  [
    'FG33 a dtype whose values are the same',
    'divergent',
    { 'm.safetensors': safetensorsBytes([{ name: 'w', dtype: 'F32', shape: [1], data: f32(0) }]) },
    { 'm.safetensors': safetensorsBytes([{ name: 'w', dtype: 'I32', shape: [1], data: f32(0) }]) },
  ],
  ['FG34 an int key and its text', 'divergent', torch(int(1), int(7)), torch(text('1'), int(7))],
  ['FG34 an int key and a truth value', 'divergent', torch(int(1), int(7)), torch(pickleBytes(0x88), int(7))],
  [
    'FG34 an int and its float',
    'divergent',
    torch(text('a'), int(7)),
    torch(text('a'), floatBits(0x401c_0000_0000_0000n)),
  ],
  ['FG34 a scalar of -0', 'divergent', torch(text('a'), floatBits(0n)), torch(text('a'), floatBits(1n << 63n))],
  [
    'FG34 the payload of a NaN',
    'divergent',
    torch(text('a'), floatBits(0x7ff8n << 48n)),
    torch(text('a'), floatBits((0x7ff8n << 48n) + 1n)),
  ],
  ['FG34 an element of -0', 'divergent', { 'm.npy': npy(0) }, { 'm.npy': npy(-0) }],
  [
    'FG34 a key that stands twice',
    'divergent',
    torch(text('a'), int(7), text('a'), int(9)),
    torch(text('a'), int(8), text('a'), int(9)),
  ],
  [
    "a number beside the run's own time",
    'divergent',
    { 'run_20240115_143000/m.pt': torchFile([text('id'), text('20240115_143000'), text('n'), int(1)]) },
    { 'run_20240116_143000/m.pt': torchFile([text('id'), text('20240116_143000'), text('n'), int(2)]) },
  ],
  [
    "keys that become the same without the run's own time",
    'divergent',
    { 'run_20240115_143000/m.pt': torchFile([text('20240115_143000'), int(1), text('‹time›'), int(2)]) },
    { 'run_20240116_143000/m.pt': torchFile([text('20240116_143000'), int(2), text('‹time›'), int(1)]) },
  ],
  [
    'a model among the files of a tracker',
    'divergent',
    beside({ 'wandb/run-20240115_143000-ab12cd34/files/m.npy': npy(1) }),
    beside({ 'wandb/run-20240115_143000-ab12cd34/files/m.npy': npy(2) }),
  ],
  [
    'a result whose name only ends as that of a log',
    'divergent',
    beside({ 'dialog.txt': 'a' }),
    beside({ 'dialog.txt': 'b' }),
  ],
];

const row = (more: object) => jsonl({ step: 1, loss: 1, ...more });

const metrics: readonly Case[] = [
  [
    'FG20 a series that is cut short',
    'divergent',
    { 'metrics.jsonl': losses(3, 2, 1) },
    { 'metrics.jsonl': losses(3, 2) },
  ],
  ['FG20 a column that only one run has', 'divergent', csv('step,loss\n1,2\n'), csv('step,loss,acc\n1,2,3\n')],
  [
    'FG34 integers beyond 2^53',
    'divergent',
    jsonl('{"step":1,"n":9007199254740992}'),
    jsonl('{"step":1,"n":9007199254740993}'),
  ],
  [
    'a step that was overwritten',
    'divergent',
    jsonl({ step: 1, loss: 1 }, { step: 1, loss: 2 }),
    jsonl({ step: 1, loss: 9 }, { step: 1, loss: 2 }),
  ],
  ['FG30 a text', 'divergent', row({ prediction: 'cat' }), row({ prediction: 'dog' })],
  ['FG30 a truth value', 'divergent', row({ improved: true }), row({ improved: false })],
  ['FG30 a long list', 'divergent', row({ histogram: numbers(0) }), row({ histogram: numbers(1) })],
  [
    'FG30 a line that is no object',
    'divergent',
    jsonl({ step: 1, loss: 1 }, { step: 2, loss: 1 }, [1]),
    jsonl({ step: 1, loss: 1 }, { step: 2, loss: 1 }, [2]),
  ],
  [
    'FG30 a last line that is cut off',
    'divergent',
    { 'metrics.jsonl': `${losses(2, 1)}{"step":3,"loss":0.1` },
    { 'metrics.jsonl': `${losses(2, 1)}{"step":3,"loss":0.9` },
  ],
  ['FG30 a cell of text', 'divergent', csv('step,loss,best\n1,2,cat\n'), csv('step,loss,best\n1,2,dog\n')],
  ['FG30 a last row that is cut off', 'divergent', csv('step,loss,acc\n1,2,3\n2,5'), csv('step,loss,acc\n1,2,3\n2,7')],
  [
    'FG30 what stands beside the log of a trainer',
    'divergent',
    { 'trainer_state.json': '{"best_model_checkpoint": "checkpoint-1", "log_history": [{"step": 1, "loss": 2}]}' },
    { 'trainer_state.json': '{"best_model_checkpoint": "checkpoint-2", "log_history": [{"step": 1, "loss": 2}]}' },
  ],
  ['a metric that only MLflow keeps', 'divergent', beside(mlflow('a', '1 0.5 0\n')), beside(mlflow('a', '2 0.25 0\n'))],
  [
    'a metric that only Weights & Biases keeps',
    'divergent',
    beside(wandb({ loss: '0.5' })),
    beside(wandb({ loss: '0.50000000000000011' })),
  ],
  [
    'a state of the trainer that ended elsewhere',
    'divergent',
    trainerState({ step: 2, loss: 1 }),
    {
      'trainer_state.json': '{"global_step":3,"log_history":[{"step":2,"loss":1}],"max_steps":2,"train_batch_size":4}',
    },
  ],
  ['FG30 a histogram beside scalars', 'divergent', events(loss, histogram('a')), events(loss, histogram('b'))],
  ['metrics in a log', 'divergent', beside({ 'train.log': losses(2, 1) }), beside({ 'train.log': losses(2, 2) })],
];

const controls: readonly Case[] = [
  ['the same files', 'identical', good],
  [
    'steps in another order',
    'equivalent',
    jsonl({ step: 1, loss: 1 }, { step: 2, loss: 2 }),
    jsonl({ step: 2, loss: 2 }, { step: 1, loss: 1 }),
  ],
  ['a set in another order', 'equivalent', torch(text('s'), set(1, 2)), torch(text('s'), set(2, 1))],
  ['the times of a tracker', 'equivalent', beside(mlflow('a', '1 0.5 0\n')), beside(mlflow('a', '2 0.5 0\n'))],
  ['what a trainer logged', 'identical', trainerState({ step: 2, loss: 1 })],
  ['times as texts in metrics', 'equivalent', row({ at: '2024-01-15 10:00:00' }), row({ at: '2024-01-16 11:00:00' })],
  [
    "the run's own time in texts",
    'equivalent',
    { 'run_20240115_143000/metrics.jsonl': jsonLines({ step: 1, loss: 1, best: 'run_20240115_143000/a.pt' }) },
    { 'run_20240116_143000/metrics.jsonl': jsonLines({ step: 1, loss: 1, best: 'run_20240116_143000/a.pt' }) },
  ],
];

const groups: readonly (readonly [string, readonly Case[]])[] = [
  ['a comparison passes (control):', controls],
  ['a comparison with nothing to go by:', nothingToGoBy],
  ['a policy that is too kind:', policies],
  ['a difference in checkpoints and files:', checkpoints],
  ['a difference in metrics:', metrics],
];

for (const [group, cases] of groups)
  describe.concurrent(group, () => {
    for (const [name, outcome, first, second = first, words = []] of cases)
      it(`${name}: ${outcome}`, async () => {
        expect(await compareFolders(first, second, words)).toEqual(expected(outcome));
      }, 60_000);
  });

const second = (script: string) => `if [ $TRAIN_TWICE_RUN = 2 ]; then ${script}; else python3 train.py; fi`;
const stale: Files = { 'outputs/model.safetensors': model(1, 2, 3), 'outputs/metrics.jsonl': losses(2, 1) };

type Training = readonly [name: string, outcome: Outcome, script: string, words?: readonly string[], files?: Files];

const trainings: readonly Training[] = [
  ['one that is reproducible (control)', 'identical', 'python3 train.py'],
  ['one that writes to the folder it is given (control)', 'identical', 'python3 train.py $TRAIN_TWICE_OUTPUT_DIR'],
  [
    'files that only differ in their permissions (control)',
    'identical',
    second('python3 train.py; chmod 600 outputs/*'),
  ],
  ['a difference in the folder it is given', 'divergent', 'DRIFT=1 python3 train.py $TRAIN_TWICE_OUTPUT_DIR'],
  ['FG02 a checkpoint that run 2 deletes', 'divergent', second('python3 train.py; rm outputs/model.safetensors')],
  [
    'a difference in run 3 only',
    'divergent',
    'if [ $TRAIN_TWICE_RUN = 3 ]; then export DRIFT=1; fi; python3 train.py',
    ['--runs', '3'],
  ],
  ['FG04 both runs crash after the same files', 'run-failed', 'python3 train.py; exit 3'],
  ['FG05 a run that is killed', 'run-failed', 'python3 train.py; kill -9 $$'],
  ['FG06 a failure inside a pipe', 'run-failed', 'python3 train.py; false | cat'],
  [
    'FG06 an exception that is swallowed',
    'inconclusive',
    'python3 train.py; python3 -c "import nothing_like_this" || true',
  ],
  ['FG06 a crash that is swallowed', 'inconclusive', `python3 train.py; bash -c 'kill -SEGV $$' || echo finished`],
  ['FG07 both runs hang after the same files', 'run-failed', 'python3 train.py; sleep 60', ['--timeout', '2s']],
  [
    'FG08 run 2 copies from what run 1 wrote',
    'inconclusive',
    second('mkdir outputs; cp .train-twice/*/run-1/outputs/* outputs'),
  ],
  [
    'FG08 run 2 says that it skips the training',
    'inconclusive',
    'python3 train.py; echo "Skipping training since max_steps has already saved"',
  ],
  [
    'FG09 run 2 restores a cache with its times',
    'inconclusive',
    'if [ -e $OUTSIDE/c ]; then cp -rp $OUTSIDE/c outputs; else python3 train.py; cp -rp outputs $OUTSIDE/c; fi',
  ],
  [
    'FG10 run 2 overwrites what run 1 wrote',
    'inconclusive',
    second('DRIFT=1 python3 train.py; cp outputs/*.safetensors .train-twice/*/run-1/outputs/'),
  ],
  [
    'FG10 run 2 links to what run 1 wrote',
    'divergent',
    second('ln -s $(ls -d $PWD/.train-twice/*/run-1/outputs) outputs'),
  ],
  [
    'FG11 run 2 links the files of run 1',
    'inconclusive',
    second('mkdir outputs; ln .train-twice/*/run-1/outputs/* outputs'),
  ],
  ['FG12 old files and no training', 'inconclusive', 'echo trained', [], stale],
  [
    'FG12 old files among the outputs that are named',
    'inconclusive',
    'echo trained',
    ['--outputs', 'outputs/**'],
    stale,
  ],
  ['a checkpoint that is a pipe', 'inconclusive', 'python3 train.py; mkfifo outputs/x.pt'],
  ['FG38 a checkpoint deep behind a symlink', 'inconclusive', 'DRIFT=1 python3 train.py outputs ck/exp'],
  [
    'FG38 a checkpoint behind a new symlink',
    'inconclusive',
    'python3 train.py outputs $OUTSIDE/new; ln -s $OUTSIDE/new outputs/models',
  ],
];

describe.concurrent('a training that does not deserve to pass:', () => {
  for (const [name, outcome, script, words = [], files = {}] of trainings)
    it(`${name}: ${outcome}`, async () => {
      expect(await train(script, words, files)).toEqual(expected(outcome));
    }, 60_000);
});
