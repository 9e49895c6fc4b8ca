"""`random` of the standard library: seedings of the global generator, and generators made without a seed.

The class stays the class (isinstance, pickles, copies): only three of its methods are watched. A generator that is seeded or
given a state after it was made (copy.deepcopy, pickle) is none without a seed.
"""
import os

import _weakref

from .calls import caller, first_argument, like, replace, value_text
from .notes import process


def watch_random(module):
    watch_global(module)
    watch_class(module.Random, module.SystemRandom)


def watch_global(module):
    state = module._inst.getstate
    last = [state()]
    process.drawn["random"] = lambda: state() != last[0]

    def restart():
        last[0] = state()

    process.restarts["random"] = restart

    def in_forked_child():
        # The module has just seeded itself anew there, from the operating system: what the parent chose is gone.
        process.seeded["random"] = False
        restart()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=in_forked_child)

    def watched(original):
        def seed(*args, **kwargs):
            drawn = state() != last[0]
            result = original(*args, **kwargs)
            try:
                last[0] = state()
                note_seed(first_argument(args, kwargs, "a"), drawn)
            except Exception as error:
                process.fault(error)
            return result

        return seed

    def restored(original):
        def setstate(*args, **kwargs):
            result = original(*args, **kwargs)
            process.seeded["random"] = True
            return result

        return setstate

    replace(module, "seed", watched)
    replace(module, "setstate", restored)


def note_seed(value, drawn):
    where = caller("random", prefer_own=True)
    if where is None:
        return
    if value is None:
        process.without_seed("random.seed", where)
        return
    process.seeded["random"] = True
    # torch seeds `random` in the workers of a DataLoader: that is no choice of the training.
    if caller("torch") is not None:
        process.seeding("random.seed", value_text(value), drawn, where)


def watch_class(random_class, system_class):
    pending = {}
    original_init, original_seed, original_setstate = random_class.__init__, random_class.seed, random_class.setstate

    def __init__(self, *args, **kwargs):
        original_init(self, *args, **kwargs)
        try:
            note_generator(self, first_argument(args, kwargs, "x"))
        except Exception as error:
            process.fault(error)

    def note_generator(generator, value):
        where = caller("random")
        if where is None:
            return
        if isinstance(generator, system_class):
            if where["origin"] == "own":
                process.without_seed("random.SystemRandom", where)
        elif value is not None:
            if where["origin"] == "own":
                process.seeding("random.Random", value_text(value), None, where)
        elif where["origin"] != "standard":
            entry = process.without_seed("random.Random", where)
            if entry is not None:
                if len(pending) > 1000:
                    pending.clear()
                pending[id(generator)] = (_weakref.ref(generator), entry)

    def settled(generator):
        found = pending.pop(id(generator), None)
        if found is not None and found[0]() is generator:
            found[1]["count"] -= 1

    def seed(self, *args, **kwargs):
        result = original_seed(self, *args, **kwargs)
        if pending and first_argument(args, kwargs, "a") is not None:
            settled(self)
        return result

    def setstate(self, *args, **kwargs):
        result = original_setstate(self, *args, **kwargs)
        if pending:
            settled(self)
        return result

    random_class.__init__ = like(__init__, original_init)
    random_class.seed = like(seed, original_seed)
    random_class.setstate = like(setstate, original_setstate)
