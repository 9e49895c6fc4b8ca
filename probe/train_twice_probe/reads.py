"""Files below the declared datasets that Python opens for reading, told by the audit event `open` (PEP 578): open, io.open,
os.open, pathlib, numpy.load, … What a native library opens by itself (HDF5, Arrow, memory-mapped safetensors) raises no event.

The hook stays until the process ends, so it is only there where a dataset was declared. It must never raise (that would forbid
the opening) and costs a comparison for every other event. The event says nothing about `dir_fd`: a relative name that is not
there is looked for in the folders that are open.
"""
import os
import stat
import sys

from .notes import process

#: Bounds: files noted, characters of their paths together and of each. The reader takes no more.
MOST, MOST_TEXT, LONGEST = 1000, 200000, 1000
FOLDERS = 4096


class Reads:
    def __init__(self):
        self.files = {}
        self.length = self.dropped = 0

    def add(self, file):
        if len(self.files) >= MOST or len(file) > LONGEST or self.length + len(file) > MOST_TEXT:
            self.dropped += 1
        else:
            self.files[file] = None
            self.length += len(file)


def watch_reads(variable):
    datasets = [path.rstrip("/") or "/" for path in texts(variable) if path.startswith("/")]
    if not datasets:
        return
    process.make_reads = Reads
    process.reads = Reads()
    sys.addaudithook(hook(note(Places(datasets))))


def texts(variable):
    """The texts of a JSON list; `json` itself is not loaded for it."""
    from _json import scanstring

    found, at = [], variable.find('"')
    while at >= 0:
        text, end = scanstring(variable, at + 1, True)
        found.append(text)
        at = variable.find('"', end)
    return found


def hook(opened, writing=os.O_WRONLY | os.O_RDWR | getattr(os, "O_PATH", 0)):
    def audit(event, args):
        if event != "open":
            return
        try:
            path, mode, flags = args
            if not flags & writing and not (mode and mode.strip("rbtU")):
                opened(path, mode)
        except Exception:
            pass

    return audit


class Places:
    """Which folder lies below which dataset, remembered: links are followed once for each folder."""

    def __init__(self, datasets):
        self.datasets = [(path, os.path.realpath(path)) for path in datasets]
        self.folders = {}
        versioned = os.path.join("lib", "python%d.%d" % sys.version_info[:2], "")
        libraries = (os.path.join(os.path.dirname(os.__file__), ""), os.path.join(sys.prefix, versioned))
        declared = [name for pair in self.datasets for name in pair]
        #: The code of libraries is opened thousands of times, and is no data.
        self.code = tuple(library for library in libraries if not any((name + "/").startswith(library) for name in declared))

    def declared(self, path):
        """The file by the dataset's name as it was declared; None where it lies below none."""
        folder, _, name = path.rpartition("/")
        found = self.folders.get(folder)
        if found is None:
            if len(self.folders) >= FOLDERS:
                self.folders.clear()
            found = self.folders[folder] = self.look(folder)
        below, single = found
        if name in single:
            return single[name]
        return None if below is None else below + "/" + name

    def look(self, folder):
        below, single = None, {}
        for here in (os.path.realpath(folder or "/"), os.path.normpath(folder or "/")):
            for dataset, real in self.datasets:
                for root in (real, dataset):
                    if here == root or here.startswith(root.rstrip("/") + "/"):
                        rest = here[len(root) :].lstrip("/")
                        below = below or (dataset.rstrip("/") + "/" + rest).rstrip("/")
                    if os.path.dirname(root) == here:
                        single.setdefault(os.path.basename(root), dataset)
        return below, single


def note(places, stat_of=os.stat, stat_of_link=os.lstat, readlink=os.readlink, current=os.getcwd):
    code, is_folder, is_link = places.code, stat.S_ISDIR, stat.S_ISLNK

    def opened(path, mode):
        if isinstance(path, int):
            path = readlink("/proc/self/fd/%d" % path)
            if not path.startswith("/"):
                return  # a pipe, a socket
        else:
            path = os.fsdecode(path)
            if not path.startswith("/"):
                name, path = path, current() + "/" + path
                if mode is None and not os.path.lexists(path):
                    return in_open_folders(name)
        if not path.startswith(code):
            add(places.declared(path) or behind_link(path), path)

    def add(file, path):
        reads = process.reads
        if file is not None and file not in reads.files and not is_folder(stat_of(path).st_mode):
            reads.add(file)
            process.flush()

    def behind_link(path):
        return places.declared(os.path.realpath(path)) if is_link(stat_of_link(path).st_mode) else None

    def in_open_folders(name):
        for number in os.listdir("/proc/self/fd")[:256]:
            try:
                path = readlink("/proc/self/fd/" + number) + "/" + name
                add(places.declared(path), path)
            except OSError:
                pass

    return opened
