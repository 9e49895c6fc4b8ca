"""What runs when a Python process starts: remember how it was started, wait for certain imports, arrange the record at exit.

Kept short on purpose: it is compiled anew in each process (bytecode is not written during an audit). What is needed for one
framework lies in its own module and is loaded when the training has imported that framework.
"""
import atexit
import os
import sys
import time

from . import notes

#: Module that the training may import -> (module of ours, function that is given the imported module).
TARGETS = {
    "random": ("watch_random", "watch_random"),
    "numpy.random": ("watch_numpy", "watch_numpy"),
    "numpy.random.bit_generator": ("watch_numpy", "watch_entropy"),
    "torch": ("watch_torch", "watch_torch"),
    "torch.random": ("watch_torch", "watch_seeds"),
    "torch.cuda.random": ("watch_torch", "watch_cuda_seeds"),
    "torch.utils.data.dataloader": ("watch_torch", "watch_loaders"),
    "tensorflow.python.framework.random_seed": ("watch_others", "watch_tensorflow"),
    "jax._src.random": ("watch_others", "watch_jax"),
    "jax._src.api": ("watch_others", "watch_jax_end"),
    "multiprocessing.util": ("watch_others", "watch_multiprocessing"),
    "multiprocessing.process": ("watch_others", "watch_workers"),
    "multiprocessing.queues": ("watch_others", "watch_queues"),
}

#: Modules that draw from the global generators while they are imported: that is nothing the training did.
DRAWING = ("rich.style", "jax._src.clusters.k8s_cluster")


def start():
    folder = os.environ.get("TRAIN_TWICE_OBSERVER_DIR", "")
    if not folder or notes.process.folder:
        return
    run = os.environ.get("TRAIN_TWICE_RUN", "")
    notes.process.begin(os.path.join(folder, "run-" + run if run.isdigit() else "run"), time.time_ns())
    leave_sign()
    for name in TARGETS:
        if name in sys.modules:
            attend(name, sys.modules[name])
    sys.meta_path.insert(0, Waiting())
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=in_forked_child)
    atexit.register(notes.process.leave)
    quietly("ending", "watch_sigterm")
    datasets = os.environ.get("TRAIN_TWICE_OBSERVER_DATASETS", "")
    if datasets:
        quietly("reads", "watch_reads", datasets)


class Waiting:
    """Finds nothing itself: lets the others find, and has us called once the module has been executed."""

    def find_spec(self, name, path=None, target=None):
        if name not in TARGETS and name not in DRAWING:
            return None
        spec = None
        for finder in list(sys.meta_path):
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                break
        try:
            if spec is not None and spec.loader is not None:
                attend_after(name, spec.loader)
        except Exception as error:
            notes.process.fault(error)
        return spec


def attend_after(name, loader):
    execute = loader.exec_module

    def exec_module(module):
        # The loader is as it was before anybody can look at it.
        try:
            del loader.exec_module
        except AttributeError:
            pass
        if name in TARGETS:
            execute(module)
            attend(name, module)
        else:
            without_draws(execute, module)

    loader.exec_module = exec_module


def without_draws(execute, module):
    process = notes.process
    try:
        known, untouched = list(process.drawn), process.untouched()
    except Exception as error:
        known, untouched = [], []
        process.fault(error)
    execute(module)
    try:
        for name, restart in process.restarts.items():
            if name in untouched or name not in known:
                restart()
    except Exception as error:
        process.fault(error)


def attend(name, module):
    where, function = TARGETS[name]
    quietly(where, function, module)


def quietly(where, function, *given):
    try:
        package = __import__("train_twice_probe." + where)
        getattr(getattr(package, where), function)(*given)
    except Exception as error:
        notes.process.fault(error)


def leave_sign():
    """A file with the parent: a process that is killed, or leaves through os._exit, has at least been here."""
    try:
        os.makedirs(notes.process.folder, exist_ok=True)
        with open(notes.process.base + ".started", "xb") as out:
            out.write(b"%d" % notes.process.parent)
    except Exception:
        pass


def in_forked_child():
    try:
        notes.process.fork(time.time_ns())
    except Exception as error:
        notes.process.fault(error)
