"""TensorFlow's and JAX's seeds, and processes of multiprocessing, which leave through os._exit and not through atexit."""
from .notes import caller, first_argument, process, replace, value_text


def _seeding(what, inside):
    def watched(original):
        def seeding(*args, **kwargs):
            result = original(*args, **kwargs)
            try:
                if caller(inside) is not None:
                    where = caller(inside, prefer_own=True)
                    process.seeding(what, value_text(first_argument(args, kwargs, "seed")), None, where)
            except Exception as error:
                process.fault(error)
            return result

        return seeding

    return watched


def watch_tensorflow(module):
    replace(module, "set_seed", _seeding("tensorflow.random.set_seed", "tensorflow"))


def watch_jax(module):
    replace(module, "PRNGKey", _seeding("jax.random.PRNGKey", "jax"))
    replace(module, "key", _seeding("jax.random.key", "jax"))


def watch_multiprocessing(module):
    # Children begin by dropping the finalizers of their parent and calling these; the lowest priority is run last.
    module.register_after_fork(_arrange, _arrange)
    _util.append(module)


_util = []


def _arrange(_self):
    from . import start

    for util in _util:
        util.Finalize(None, start.leave_record, exitpriority=-1000)
