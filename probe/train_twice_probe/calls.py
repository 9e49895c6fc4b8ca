"""What every watcher needs: who called, a value as text, and putting a wrapper in the place of a function without a trace."""
import os
import sys

from .notes import process

LONGEST = 400

_standard_library = os.path.dirname(os.path.abspath(os.__file__)) + os.sep


def origin(file):
    if "site-packages" in file or "dist-packages" in file:
        return "library"
    if file.startswith(_standard_library) or file.startswith("<frozen"):
        return "standard"
    return "own"


#: Frames that only pass a call on: torch puts such a wrapper around manual_seed once its compiler is loaded.
PASSING = ("torch._compile", "torch._dynamo.eval_frame")


def is_between(frame):
    name = frame.f_globals.get("__name__", "") or ""
    return name.startswith("train_twice_probe") or name in PASSING


def caller(inside, prefer_own=False):
    """Who called a wrapped function: file, line, origin. None where it was the framework `inside` itself.

    `prefer_own`: through a library (`seed_everything`) up to the training's own line, if there is one.
    """
    frame = sys._getframe(1)
    while frame is not None and is_between(frame):
        frame = frame.f_back
    if frame is None:
        return {"file": "", "line": 0, "origin": "standard"}
    name = frame.f_globals.get("__name__", "") or ""
    if name == inside or name.startswith(inside + "."):
        return None
    where = place(frame)
    depth = 0
    while prefer_own and where["origin"] != "own" and frame.f_back is not None and depth < 50:
        frame, depth = frame.f_back, depth + 1
        further = place(frame)
        if further["origin"] == "own":
            return further
    return where


def place(frame):
    file = frame.f_code.co_filename
    if not file.startswith("<"):
        file = os.path.normpath(os.path.join(process.directory, file))
    return {"file": file[:LONGEST], "line": frame.f_lineno or 0, "origin": origin(file)}


def value_text(value):
    """A seed as text; None for none. Never the text of an object that we do not know."""
    if value is None:
        return None
    try:
        if isinstance(value, float):
            return repr(value)
        if isinstance(value, (str, bytes, bytearray)):
            return repr(value[:60])[:100]
        if type(value).__name__ == "ndarray" and value.size <= 16:
            value = value.tolist()
        if isinstance(value, (list, tuple)) and len(value) <= 16 and not any(isinstance(one, (list, tuple)) for one in value):
            return "[%s]" % ", ".join(str(value_text(one)) for one in value)
        import operator

        number = operator.index(value)
        return str(number) if number.bit_length() <= 300 else "an integer of %d bits" % number.bit_length()
    except Exception:
        return "a value of type %s" % type(value).__name__[:60]


#: Since 3.14 annotations are worked out when they are asked for: how is copied, and not what.
NAMES = ("__module__", "__name__", "__qualname__", "__doc__") + (
    ("__annotate__", "__type_params__") if sys.version_info >= (3, 14) else ("__annotations__",)
)


def like(wrapper, original, module=None):
    """Gives a wrapper the names, the documentation and the signature of what it wraps; functools is not imported for it."""
    for name in NAMES:
        try:
            setattr(wrapper, name, getattr(original, name))
        except Exception:  # whatever an annotation may raise that is looked at only now
            pass
    try:
        wrapper.__dict__.update(original.__dict__)
    except AttributeError:
        pass
    if module is not None:
        wrapper.__module__ = module
        wrapper.__qualname__ = wrapper.__name__
    wrapper.__wrapped__ = original
    return wrapper


def replace(module, name, make):
    """Puts a wrapper in the place of a function, and of the same function where it was defined: pickles stay the same."""
    original = getattr(module, name, None)
    if original is None:
        return
    home = sys.modules.get(getattr(original, "__module__", None) or "")
    at_home = home is not None and getattr(home, name, None) is original
    # A bound method (random.seed) was pickled through its object; the wrapper is found under its own name.
    by_name = at_home and getattr(original, "__qualname__", name) == name
    wrapper = like(make(original), original, None if by_name else module.__name__)
    setattr(module, name, wrapper)
    if at_home:
        setattr(home, name, wrapper)


def first_argument(args, kwargs, name):
    return args[0] if args else kwargs.get(name)
