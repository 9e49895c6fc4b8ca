/** The observer in real TensorFlow and JAX: their seeds, their settings at the end, and that it starts neither. */
import path from 'node:path';
import { runObserved, writeFiles } from './observed.mjs';

const seeding = `import inspect, pickle
import numpy as np
import tensorflow as tf
import jax
tf.random.set_seed(5)
tf.keras.utils.set_random_seed(6)
key = jax.random.PRNGKey(7)
jax.random.key(8)
@jax.jit
def draw(seed):
    return jax.random.uniform(jax.random.PRNGKey(seed))
tf.compat.v1.set_random_seed(9)
print(float(draw(3)), jax.random.split(key).tolist(), tf.random.uniform([2]).numpy().tolist(), np.random.rand())
for function in (tf.random.set_seed, jax.random.PRNGKey, jax.random.key):
    assert pickle.loads(pickle.dumps(function)) is function
    print(inspect.signature(function))
`;

const settings = `import tensorflow as tf
import jax
tf.config.experimental.enable_op_determinism()
tf.config.threading.set_intra_op_parallelism_threads(2)
tf.config.threading.set_inter_op_parallelism_threads(1)
jax.config.update('jax_enable_x64', True)
jax.config.update('jax_default_prng_impl', 'rbg')
jax.config.update('jax_default_matmul_precision', 'highest')
`;

/** What is asked of the frameworks at the end must not start them: held against their own word, after the record. */
const untouched = `import atexit, sys
import train_twice_probe.notes as notes
def ask():
    from jax._src import xla_bridge
    from tensorflow.python.eager import context
    print(xla_bridge.backends_are_initialized(), context._context is None or not context._context._initialized)
def leave():
    notes.process.leave()
    ask()
atexit.register(leave)
import tensorflow, jax
`;

const environment = { TF_CPP_MIN_LOG_LEVEL: '3', XLA_FLAGS: '--xla_cpu_enable_fast_math=false' };

export function observeTensorflowAndJax(python, folder, tally) {
  const cwd = writeFiles(folder, { 'seeds.py': seeding, 'settings.py': settings, 'untouched.py': untouched });
  const how = { python, cwd, environment };
  const seeded = runObserved([python, 'seeds.py'], how);
  const alone = runObserved([python, 'seeds.py'], { ...how, observe: false });
  tally.same('observer: what TensorFlow and JAX draw, and how their functions look', seeded.stdout, alone.stdout);
  const [record] = seeded.records;
  tally.same(
    'observer: seeds of TensorFlow, Keras and JAX with their lines, and no draw of an import before them',
    record.seedings.map(({ what, value, drawnBefore, line }) => [what, value, drawnBefore, line]),
    [
      ['tensorflow.random.set_seed', '5', null, 5],
      ['random.seed', '6', false, 6],
      ['numpy.random.seed', '6', false, 6],
      ['tensorflow.random.set_seed', '6', null, 6],
      ['jax.random.PRNGKey', '7', null, 7],
      ['jax.random.key', '8', null, 8],
      ['tensorflow.compat.v1.set_random_seed', '9', null, 12],
    ],
  );
  tally.same('observer: JAX ran on the CPU', [record.jax.backend, record.jax.devices], ['cpu', ['cpu:0 cpu']]);
  tally.same('observer: variables of XLA', record.variables.XLA_FLAGS, environment.XLA_FLAGS);
  const names = new Set(record.distributions.map(({ name }) => name.toLowerCase().replaceAll('_', '-')));
  const missing = ['tensorflow-cpu', 'jax', 'jaxlib', 'keras', 'numpy', 'protobuf'].filter((name) => !names.has(name));
  tally.same('observer: distributions under other names than their modules, and in a namespace', missing, []);
  tally.same('observer: no fault of its own in TensorFlow and JAX', record.faults, []);

  const [set] = runObserved([python, 'settings.py'], how).records;
  const { version: _tensorflow, ...tensorflow } = set.tensorflow;
  const wanted = { opDeterminism: true, gpus: [], interOpThreads: 1, intraOpThreads: 2 };
  tally.same('observer: settings of TensorFlow', tensorflow, wanted);
  const { version: _jax, ...jax } = set.jax;
  tally.same('observer: settings of JAX, which was not started', jax, {
    backend: null,
    devices: [],
    x64: true,
    prng: 'rbg',
    matmulPrecision: 'highest',
  });
  const left = runObserved([python, 'untouched.py'], how);
  tally.same('observer: starts neither JAX nor TensorFlow', left.stdout.trim(), 'False True');
  tally.same('observer: an import draws nothing that the training is told of', left.records[0].neverSeeded, []);
  console.log(
    `TensorFlow ${_tensorflow}, JAX ${_jax} observed in ${path.basename(path.dirname(path.dirname(python)))}`,
  );
}
