"""TensorFlow's and JAX's seeds, and processes of multiprocessing, which leave through os._exit and not through atexit."""
import atexit

from .calls import caller, first_argument, like, replace, value_text
from .notes import process


def _seeding(what, inside):
    def watched(original):
        def seeding(*args, **kwargs):
            result = original(*args, **kwargs)
            try:
                value = first_argument(args, kwargs, "seed")
                # In a function that JAX is compiling the seed has no value yet.
                if caller(inside) is not None and not type(value).__name__.endswith("Tracer"):
                    process.seeding(what, value_text(value), None, caller(inside, prefer_own=True))
            except Exception as error:
                process.fault(error)
            return result

        return seeding

    return watched


def watch_tensorflow(module):
    replace(module, "set_seed", _seeding("tensorflow.random.set_seed", "tensorflow"))
    replace(module, "set_random_seed", _seeding("tensorflow.compat.v1.set_random_seed", "tensorflow"))


def watch_jax(module):
    replace(module, "PRNGKey", _seeding("jax.random.PRNGKey", "jax"))
    replace(module, "key", _seeding("jax.random.key", "jax"))


def watch_jax_end(_module):
    # JAX takes its backends down at exit, after this: callbacks are called from the last one backwards.
    atexit.register(_remember_jax)


def _remember_jax():
    """What was started, as text: JAX ends a process that still holds on to one of its clients."""
    try:
        from .facts import jax_facts

        process.jax = jax_facts()
    except Exception as error:
        process.fault(error)


def watch_multiprocessing(module):
    # Children begin by dropping the finalizers of their parent and calling these; the lowest priority is run last.
    module.register_after_fork(_arrange, _arrange)
    _util.append(module)


_util = []


def _arrange(_self):
    for util in _util:
        util.Finalize(None, process.leave, exitpriority=-1000)


def watch_workers(module):
    original = module.BaseProcess._bootstrap

    def _bootstrap(self, *args, **kwargs):
        # In the child, however it was started.
        try:
            process.work()
        except Exception as error:
            process.fault(error)
        return original(self, *args, **kwargs)

    module.BaseProcess._bootstrap = like(_bootstrap, original)


def watch_queues(module):
    original = module.SimpleQueue.put

    def put(self, *args, **kwargs):
        if process.worker:
            try:
                process.result()
            except Exception as error:
                process.fault(error)
        return original(self, *args, **kwargs)

    module.SimpleQueue.put = like(put, original)
