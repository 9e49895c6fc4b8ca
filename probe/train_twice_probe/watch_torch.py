"""`torch`: seedings of its generators, DataLoaders with workers that nothing seeds, and operations of which torch warns that they
have no deterministic form (`warn_only`). Its settings are read at exit. A warning that a filter of the training's own ignores
or raises is not seen: it is shown to nobody."""
import sys

from .calls import caller, first_argument, like, replace, value_text
from .notes import process

_last = []


def _state():
    """The state of the CPU's generator, read without a draw; None before torch is there as a whole."""
    torch = sys.modules.get("torch")
    generator = getattr(torch, "default_generator", None)
    return None if generator is None else bytes(generator.get_state().tolist())


def _drawn():
    state = _state() if _last else None
    return None if state is None else state != _last[0]


def watch_torch(_module):
    watch_warnings()
    state = _state()
    if state is None:
        return
    _last[:] = [state]
    process.drawn["torch"] = _drawn
    process.restarts["torch"] = _restart


def _restart():
    _last[:] = [_state()]


def _quietly(function):
    try:
        return function()
    except Exception as error:
        process.fault(error)
        return None


def _seeding(what, is_cpu):
    def watched(original):
        def manual_seed(*args, **kwargs):
            drawn = _quietly(_drawn) if is_cpu else None
            result = original(*args, **kwargs)
            _quietly(lambda: note(first_argument(args, kwargs, "seed"), drawn))
            return result

        def note(value, drawn):
            if is_cpu:
                process.seeded["torch"] = True
                if _last:
                    _restart()
            if caller("torch") is not None:
                process.seeding(what, value_text(value), drawn, caller("torch", prefer_own=True))

        return manual_seed

    return watched


def _entropy(what):
    def watched(original):
        def seed(*args, **kwargs):
            result = original(*args, **kwargs)
            _quietly(note)
            return result

        def note():
            where = caller("torch", prefer_own=True)
            if where is not None:
                process.without_seed(what, where)

        return seed

    return watched


def _restoring(original):
    def set_rng_state(*args, **kwargs):
        result = original(*args, **kwargs)
        if _quietly(lambda: caller("torch")) is not None:
            process.seeded["torch"] = True
        return result

    return set_rng_state


def watch_seeds(module):
    replace(module, "manual_seed", _seeding("torch.manual_seed", True))
    replace(module, "seed", _entropy("torch.seed"))
    replace(module, "set_rng_state", _restoring)


def watch_cuda_seeds(module):
    replace(module, "manual_seed", _seeding("torch.cuda.manual_seed", False))
    replace(module, "manual_seed_all", _seeding("torch.cuda.manual_seed_all", False))
    replace(module, "seed", _entropy("torch.cuda.seed"))
    replace(module, "seed_all", _entropy("torch.cuda.seed_all"))


def watch_loaders(module):
    original = module.DataLoader.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        _quietly(lambda: note(self))

    def note(loader):
        workers = getattr(loader, "num_workers", 0)
        if workers and getattr(loader, "worker_init_fn", None) is None and getattr(loader, "generator", None) is None:
            where = caller("torch", prefer_own=True)
            if where is not None:
                process.loader(int(workers), bool(process.seeded.get("torch")), where)

    module.DataLoader.__init__ = like(__init__, original)


#: What follows the name of the operation in torch's texts.
WARNED = (" does not have a deterministic implementation, but you set 'torch.", " defaults to a non-deterministic algorithm")


def watch_warnings():
    # Also C code shows its warnings through this, before `showwarning` is asked or a list is given what is caught.
    warnings = sys.modules.get("warnings")
    show = getattr(warnings, "_showwarnmsg", None)
    if show is None:
        return

    def _showwarnmsg(msg):
        _quietly(lambda: note_warning(msg.message))
        return show(msg)

    warnings._showwarnmsg = like(_showwarnmsg, show)


def note_warning(message):
    # Of exactly this class: the text of any other may be made by the training's code.
    text = message.args[0] if type(message) is UserWarning and message.args else None
    if type(text) is not str:
        return
    for ending in WARNED:
        name, found, _ = text.partition(ending)
        if found:
            process.operation(name.strip()[:100])
