"""A process that is ended by SIGTERM leaves its record too: Python runs no atexit then.

A handler takes the place of the default action, and of nothing else: where SIGTERM is ignored, or has a handler of its own,
there is none of ours. It writes the record, puts the default back and sends the signal once more, so that the parent is told
what it is told of a process without us. `signal.getsignal` and `signal.signal` go on to speak of the default, for frameworks
ask whether SIGTERM is still free; a handler of the training's own replaces ours, and its SIG_DFL brings ours back. What is
started through exec gets the default, as the system does with every handler.

Not in the workers of multiprocessing: they are ended by SIGTERM as a matter of course (`Pool.__exit__`), often just when they
begin to wait, and Python never runs the handler of a signal that came an instant before a call that waits for ever. They keep
the default action and write their record as they go (`keep_default`, `notes.Process.flush`).

What it costs: Python runs handlers between two of its own instructions and in its main thread. A call into C that takes long
delays the end, and one that never returns puts it off until a SIGKILL: `terminate()` alone does not end a worker that hangs
there, as it does not with any handler. A call that SIGTERM interrupts sees EINTR before the process is gone. The handler is to
be found in /proc/PID/status. Workers of torch's DataLoader put a handler of their own in C in its place: ended by SIGTERM
before they are done (they seldom are), they leave no record.
"""
import _signal
import _thread
import os
import time

from .notes import process

#: After so long the process ends without the whole record: what the facts are asked of may wait for a lock that is held.
PATIENCE_S = 10

SIGTERM, SIG_DFL = getattr(_signal, "SIGTERM", None), _signal.SIG_DFL


def watch_sigterm():
    # The first process of a PID namespace does not end by a default action: it would go on after its record.
    if SIGTERM is None or os.name != "posix" or os.getpid() == 1 or _signal.getsignal(SIGTERM) != SIG_DFL:
        return
    set_handler, get_handler = _signal.signal, _signal.getsignal
    ended, kept = make_handler(set_handler), []
    try:
        set_handler(SIGTERM, ended)
    except ValueError:
        return  # not the main thread, or not the main interpreter

    def signal(*args, **kwargs):
        if not kept and len(args) == 2 and isinstance(args[0], int) and isinstance(args[1], int):
            if args[0] == SIGTERM and args[1] == SIG_DFL:
                args = (args[0], ended)
        previous = set_handler(*args, **kwargs)
        return SIG_DFL if previous is ended else previous

    def getsignal(*args, **kwargs):
        handler = get_handler(*args, **kwargs)
        return SIG_DFL if handler is ended else handler

    def keep_default():
        if get_handler(SIGTERM) is ended:
            set_handler(SIGTERM, SIG_DFL)
        kept.append(True)

    process.keep_default = keep_default
    hold_over_forks()
    # `signal` looks both up here, whether it was imported already or not.
    for wrapper, original in (signal, set_handler), (getsignal, get_handler):
        wrapper.__module__, wrapper.__qualname__ = original.__module__, original.__qualname__
        wrapper.__doc__, wrapper.__wrapped__ = original.__doc__, original
        setattr(_signal, original.__name__, wrapper)


def hold_over_forks():
    """A SIGTERM that reaches a child in the instant after its fork must not be lost: Python forgets there what its handlers were
    to be told, while the default action would have ended it. Blocked over the fork, it waits in the kernel until then."""
    mask, masks, thread = _signal.pthread_sigmask, {}, _thread.get_ident

    def before():
        masks[thread()] = mask(_signal.SIG_BLOCK, (SIGTERM,))

    def after():
        kept = masks.pop(thread(), None)
        if kept is not None:
            mask(_signal.SIG_SETMASK, kept)

    os.register_at_fork(before=before, after_in_parent=after, after_in_child=after)


def make_handler(set_handler, seen=process, sigterm=SIGTERM, default=SIG_DFL, kill=os.kill, getpid=os.getpid, sleep=time.sleep):
    # Bound here: what this module holds may be gone when the interpreter is being torn down.
    def insist():
        sleep(PATIENCE_S)
        kill(getpid(), sigterm)

    def ended(_number, _frame):
        set_handler(sigterm, default)
        try:
            _thread.start_new_thread(insist, ())
        except Exception:
            pass
        if seen.leaving:
            seen.afterwards = end
        else:
            end()

    def end():
        seen.afterwards = None
        try:
            seen.leave("SIGTERM")
        except BaseException:
            pass
        kill(getpid(), sigterm)

    return ended
