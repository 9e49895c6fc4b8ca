"""What was seen so far in this process. Bounded: a training may run for weeks. Loaded at every start, so kept short."""
import os
import sys
import time

MOST = 200

#: What ended a worker that could not say.
UNKNOWN = "unknown"

#: Workers write each of their first events at once, and later ones at most so often.
FIRST, PAUSE_S = 20, 0.2


class Process:
    def __init__(self):
        self.folder = ""
        self.faults = []
        self.forked = False
        #: Makes an empty note of what is read; None where no dataset was declared.
        self.make_reads = None
        #: Leaves SIGTERM to its default action; None where it was never taken from it.
        self.keep_default = None
        #: JAX's settings before it took its backends down; None before that.
        self.jax = None
        self.forget()
        # By generator: whether it was seeded (or its state restored), a function that says whether it was drawn from, and one
        # that takes it as it is now for the beginning.
        self.seeded, self.drawn, self.restarts = {}, {}, {}

    def begin(self, folder, now):
        self.folder = folder
        self.directory = current_directory()
        self.modules = frozenset(sys.modules)
        self.hash_variable = os.environ.get("PYTHONHASHSEED")
        self.identify(now)

    def identify(self, now):
        self.pid, self.parent, self.began = os.getpid(), os.getppid(), now
        self.base = os.path.join(self.folder, "%d-%d" % (now, self.pid))

    def forget(self):
        #: Whether the record is being written, and what a signal that came meanwhile wants to be done then.
        self.leaving, self.afterwards = False, None
        #: In a worker of multiprocessing: the record is written as it goes, so often so far and when last.
        self.worker, self.flushes, self.flushed = False, 0, 0.0
        self.told = set()
        self.order = self.dropped = 0
        self.seedings = []
        self.unseeded = {}
        self.loaders = []
        self.operations = []
        self.reads = None if self.make_reads is None else self.make_reads()

    def fork(self, now):
        """A forked child goes on with the generators of its parent, and tells only what it does itself."""
        self.forked = True
        self.forget()
        self.identify(now)
        for restart in self.restarts.values():
            restart()

    def untouched(self):
        """The generators that nothing was drawn from so far, as far as is known."""
        return [name for name, drawn in self.drawn.items() if not drawn()]

    def seeding(self, what, value, drawn, where):
        self.order += 1
        if len(self.seedings) >= MOST:
            self.dropped += 1
            return
        entry = {"what": what, "value": value, "order": self.order, "drawnBefore": drawn}
        entry.update(where)
        self.seedings.append(entry)
        self.flush()

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
        self.flush()
        return entry

    def loader(self, workers, seeded, where):
        if len(self.loaders) >= MOST or any(e["file"] == where["file"] and e["line"] == where["line"] for e in self.loaders):
            return
        self.loaders.append(dict(where, workers=workers, torchSeeded=seeded))
        self.flush()

    def operation(self, name):
        if name not in self.operations:
            if len(self.operations) >= MOST:
                self.dropped += 1
            else:
                self.operations.append(name)
                self.flush()

    def work(self):
        """From here on it may be ended at any time, without a word."""
        self.worker = True
        self.flush()
        if self.keep_default is not None:
            self.keep_default()

    def flush(self):
        """Writes what is known so far, in a worker: each of the first events, and then not more often than makes sense."""
        if not self.worker or self.leaving:
            return
        now = time.monotonic()
        if self.flushes < FIRST or now - self.flushed > PAUSE_S:
            self.flushes, self.flushed = self.flushes + 1, now
            self.leave(UNKNOWN)

    def result(self):
        """Before a worker gives away a result, after which it may be ended: has it drawn what nobody seeded?"""
        if self.worker and (not self.told or any(name not in self.told for name in self.never())):
            self.told.update(self.never() or ("",))
            self.leave(UNKNOWN)

    def never(self):
        """The global generators that were drawn from and never seeded."""
        return [name for name, drawn in self.drawn.items() if not self.seeded.get(name) and drawn()]

    def leave(self, signal=None):
        """Writes the record; `signal` is what ends the process, None where it ends by itself."""
        self.leaving = True
        try:
            from . import record

            record.leave(self, signal)
        except Exception as error:
            self.fault(error)
            self.say_fault()
        finally:
            self.leaving = False
        if self.afterwards is not None:
            self.afterwards()

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
