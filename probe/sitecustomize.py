"""Starts the observer of Train Twice in this Python process, then makes way for the sitecustomize that would have run.

Python imports the first `sitecustomize` on its path when it starts. The folder of this file stands first on PYTHONPATH while
an audit runs; it takes itself off the path again, so that the training finds the path and the module it would have had.
Nothing here may stop a start: also Python 2 and versions older than 3.8 come by, which are only let through.
"""
import os
import sys


def _make_way():
    here = os.path.dirname(_absolute(__file__))
    sys.path[:] = [entry for entry in sys.path if not entry or _absolute(entry) != here]
    return here


def _absolute(entry):
    try:
        return os.path.abspath(entry)
    except OSError:  # the folder that it was started in is gone
        return entry


_ours = sys.modules.get(__name__)
_here = _make_way()
if sys.version_info >= (3, 8):
    try:
        sys.path.insert(0, _here)
        try:
            import train_twice_probe.start as _start
        finally:
            sys.path.remove(_here)
        _start.start()
    except Exception:
        pass

if __name__ == "sitecustomize":
    # The next one on the path, if there is one. What it raises is raised here too, as it would be without us.
    sys.modules.pop(__name__, None)
    try:
        import sitecustomize  # noqa: F401
    except ImportError as _error:
        if getattr(_error, "name", "sitecustomize") != "sitecustomize":
            raise
        sys.modules[__name__] = _ours
