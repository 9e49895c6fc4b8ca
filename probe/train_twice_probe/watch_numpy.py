"""`numpy.random`: seedings of the global generator and of generators of their own, and whatever takes its seed from the
operating system: `default_rng()`, `RandomState()`, `Generator(PCG64())` all ask numpy.random.bit_generator for that, through
one function. So no class has to be replaced."""
from .notes import caller, first_argument, process, replace, value_text

_hears_entropy = []


def watch_entropy(module):
    def watched(original):
        def randbits(*args, **kwargs):
            try:
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
        _hears_entropy.append(True)


def watch_numpy(module):
    get_state = module.get_state

    def state():
        kind, key, position, has_gauss, gauss = get_state()
        return kind, key.tobytes(), position, has_gauss, gauss

    last = [state()]
    process.drawn["numpy.random"] = lambda: state() != last[0]

    def restart():
        last[0] = state()

    process.restarts.append(restart)

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
            if not _hears_entropy:
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
                elif where is not None and value is None and not _hears_entropy:
                    process.without_seed("numpy.random generator", where)
            except Exception as error:
                process.fault(error)
            return result

        return default_rng

    replace(module, "seed", seeding)
    replace(module, "set_state", restored)
    replace(module, "default_rng", making)
