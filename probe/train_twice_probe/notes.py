"""What was seen so far in this process, and from where in the training's code it came. Bounded: a training may run for weeks."""
import os
import sys

MOST = 200
LONGEST = 400


class Process:
    def __init__(self):
        self.folder = ""
        self.faults = []
        self.forked = False
        self.forget()
        # By generator: whether it was seeded (or its state restored), and a function that says whether it was drawn from.
        self.seeded = {}
        self.drawn = {}

    def begin(self, folder, now):
        self.folder = folder
        self.directory = current_directory()
        self.hash_variable = os.environ.get("PYTHONHASHSEED")
        self.identify(now)

    def identify(self, now):
        self.pid, self.parent, self.began = os.getpid(), os.getppid(), now
        self.base = os.path.join(self.folder, "%d-%d" % (now, self.pid))

    def forget(self):
        self.quiet = False
        self.order = self.dropped = 0
        self.seedings = []
        self.unseeded = {}
        self.loaders = []

    def fork(self, now):
        """A forked child goes on with the generators of its parent, and tells only what it does itself."""
        self.forked = True
        self.forget()
        self.identify(now)
        for restart in self.restarts:
            restart()

    #: Called in a forked child: take the generators as they are now for the beginning.
    restarts = []

    def seeding(self, what, value, drawn, where):
        self.order += 1
        if len(self.seedings) >= MOST:
            self.dropped += 1
            return
        entry = {"what": what, "value": value, "order": self.order, "drawnBefore": drawn}
        entry.update(where)
        self.seedings.append(entry)

    def without_seed(self, what, where):
        key = (what, where["file"], where["line"])
        entry = self.unseeded.get(key)
        if entry is None:
            if len(self.unseeded) >= MOST:
                self.dropped += 1
                return None
            entry = dict(where, what=what, count=0)
            self.unseeded[key] = entry
        entry["count"] += 1
        return entry

    def loader(self, workers, seeded, where):
        if len(self.loaders) >= MOST or any(e["file"] == where["file"] and e["line"] == where["line"] for e in self.loaders):
            return
        self.loaders.append(dict(where, workers=workers, torchSeeded=seeded))

    def fault(self, error):
        if len(self.faults) < 10:
            self.faults.append("%s: %s" % (type(error).__name__, error))

    def say_fault(self):
        try:
            with open(self.base + ".failed", "w", encoding="utf-8", errors="backslashreplace") as out:
                out.write(" | ".join(self.faults).replace("\n", " ")[:1000] + "\n")
        except Exception:
            pass


process = Process()


def current_directory():
    try:
        return os.getcwd()
    except OSError:
        return ""


_standard_library = os.path.dirname(os.path.abspath(os.__file__)) + os.sep


def origin(file):
    if "site-packages" in file or "dist-packages" in file:
        return "library"
    if file.startswith(_standard_library) or file.startswith("<frozen"):
        return "standard"
    return "own"


def caller(inside, prefer_own=False):
    """Who called a wrapped function: file, line, origin. None where it was the framework `inside` itself.

    `prefer_own`: through a library (`seed_everything`) up to the training's own line, if there is one.
    """
    frame = sys._getframe(1)
    while frame is not None and frame.f_globals.get("__name__", "").startswith("train_twice_probe"):
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
        import operator

        number = operator.index(value)
        return str(number) if number.bit_length() <= 300 else "an integer of %d bits" % number.bit_length()
    except Exception:
        return "a value of type %s" % type(value).__name__[:60]


def like(wrapper, original, module=None):
    """Gives a wrapper the names, the documentation and the signature of what it wraps; functools is not imported for it."""
    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
        try:
            setattr(wrapper, name, getattr(original, name))
        except AttributeError:
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
