"""`numpy.random`: seedings of the global generator and of generators of their own, and whatever takes its seed from the
operating system: `RandomState()` and `Generator(PCG64())` ask numpy.random.bit_generator for that, through one function, so
that no class has to be replaced. `RandomState(seed)` asks too, before it looks at its seed: only a call without arguments is
certain to have none. `RandomState(None)` is therefore not seen."""
import sys

from .calls import caller, first_argument, replace, value_text
from .notes import process


def watch_entropy(module):
    def watched(original):
        def randbits(*args, **kwargs):
            try:
                if is_call_without_arguments(sys._getframe(1)):
                    where = caller("numpy")
                    if where is not None and where["origin"] != "standard":
                        process.without_seed("numpy.random generator", where)
            except Exception as error:
                process.fault(error)
            return original(*args, **kwargs)

        return randbits

    if callable(getattr(module, "randbits", None)):
        original = module.randbits
        wrapper = watched(original)
        wrapper.__wrapped__ = original
        module.randbits = wrapper


def is_call_without_arguments(frame):
    """Whether the instruction that this frame waits for is a call that passes nothing."""
    import opcode

    code, at = frame.f_code.co_code, frame.f_lasti
    while at > 0 and opcode.opname[code[at]] == "CACHE":
        at -= 2
    return 0 <= at < len(code) - 1 and opcode.opname[code[at]] in CALLS and code[at + 1] == 0


#: Up to 3.10 the first two; the number of arguments is theirs.
CALLS = ("CALL_FUNCTION", "CALL_METHOD", "CALL")


def watch_numpy(module):
    get_state = module.get_state

    def state():
        kind, key, position, has_gauss, gauss = get_state()
        return kind, key.tobytes(), position, has_gauss, gauss

    last = [state()]
    process.drawn["numpy.random"] = lambda: state() != last[0]

    def restart():
        last[0] = state()

    process.restarts["numpy.random"] = restart

    def seeding(original):
        def seed(*args, **kwargs):
            drawn = None
            try:
                drawn = state() != last[0]
            except Exception as error:
                process.fault(error)
            result = original(*args, **kwargs)
            try:
                last[0] = state()
                note(first_argument(args, kwargs, "seed"), drawn)
            except Exception as error:
                process.fault(error)
            return result

        return seed

    def note(value, drawn):
        where = caller("numpy", prefer_own=True)
        if where is None:
            return
        if value is None:
            process.without_seed("numpy.random.seed", where)
            return
        process.seeded["numpy.random"] = True
        if caller("torch") is not None:
            process.seeding("numpy.random.seed", value_text(value), drawn, where)

    def restored(original):
        def set_state(*args, **kwargs):
            result = original(*args, **kwargs)
            process.seeded["numpy.random"] = True
            return result

        return set_state

    def making(original):
        def default_rng(*args, **kwargs):
            result = original(*args, **kwargs)
            try:
                where = caller("numpy")
                value = first_argument(args, kwargs, "seed")
                if where is not None and value is not None and where["origin"] == "own":
                    process.seeding("numpy.random.default_rng", value_text(value), None, where)
                elif where is not None and value is None and where["origin"] != "standard":
                    process.without_seed("numpy.random generator", where)
            except Exception as error:
                process.fault(error)
            return result

        return default_rng

    replace(module, "seed", seeding)
    replace(module, "set_state", restored)
    replace(module, "default_rng", making)
