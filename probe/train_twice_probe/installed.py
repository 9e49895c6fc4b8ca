"""Which installed distributions were imported, in which version, and how they came here (PEP 376, 610 and 627; `.egg-info` and
`.egg-link` of setuptools). Told by the files of the imported modules; nothing is imported for it, and no address is recorded:
of `direct_url.json` only the kind, the commit or the hash.

Installed is what has its metadata in a folder of packages: site-packages, dist-packages, or one that holds a `.dist-info`.
Left out: what the interpreter itself had loaded before the observer began (`.pth` files), modules inside zip files, and
namespace packages of which no module with a file was imported.
"""
import os
import sys
import time

from .metadata import Metadata, TooLong, editable_folder, hurry, metadata_in, plain, read

#: How long all of it may take, and how many entries of a folder are looked at.
BUDGET_S = 0.3
MOST_ENTRIES = 20000
MOST = 1000

#: Modules that are no distribution's: ours, and the program itself (under its second name in a child of multiprocessing).
OURS = ("train_twice_probe", "sitecustomize", "__main__", "__mp_main__")


def distributions(before):
    """(whether all was looked at, [distribution]) of what was imported since `before`, a set of names of modules."""
    deadline = time.monotonic() + BUDGET_S
    found, complete = {}, True
    try:
        by_folder = {}
        for module in imported(before):
            by_folder.setdefault(module.folder, []).append(module)
        searched = [path for path in sys.path if isinstance(path, str) and path]
        packages = {}
        for folder in dict.fromkeys(searched + list(by_folder)):
            names = entries(folder, deadline)
            if holds_packages(folder, names):
                packages[folder] = names
        for folder, names in packages.items():
            match(by_folder.pop(folder, ()), metadata_in(folder, names), found, deadline)
        own = [module for modules in by_folder.values() for module in modules]
        for folder, names in packages.items():
            match_editable(own, folder, names, found, deadline)
    except TooLong:
        complete = False
    described = [metadata.describe(source) for metadata, source in found.items()]
    described.sort(key=lambda one: (one["name"].lower(), one["version"]))
    return complete and len(described) <= MOST, described[:MOST]


class Module:
    """A module that was imported, seen from the folder that was searched for it."""

    def __init__(self, name, file, version):
        self.file, self.version = file, version
        parts = name.split(".")
        self.top = parts[0]
        #: As RECORD names it, without the ending of a file.
        self.path = "/".join(parts)
        self.folder = os.path.dirname(file)
        for _ in parts if os.path.basename(file).startswith("__init__.") else parts[1:]:
            self.folder = os.path.dirname(self.folder)


def imported(before):
    """The top-level modules; of a package that distributions share, the modules in it. Not those of the standard library."""
    standard = os.path.dirname(os.path.abspath(os.__file__)) + os.sep
    modules, roots, shared = dict(sys.modules), {}, {}
    for name in sorted(modules.keys() - before):
        top = name.partition(".")[0]
        if top in roots or top in OURS or below(name, roots):
            continue
        try:
            # Without asking the module: one that is loaded lazily would be loaded now.
            about = object.__getattribute__(modules[name], "__dict__")
            file, version = about.get("__file__"), about.get("__version__")
        except AttributeError:
            continue
        if not isinstance(file, str) or not os.path.isabs(file) or in_standard(file, standard):
            continue
        module = Module(name, file, version)
        (shared if is_shared(file) else roots)[name] = module
    for name, module in shared.items():
        if not any(root.startswith(name + ".") for root in roots):
            roots[name] = module
    return list(roots.values())


def below(name, roots):
    at = name.rfind(".")
    while at > 0:
        if name[:at] in roots:
            return True
        at = name.rfind(".", 0, at)
    return False


def in_standard(file, standard):
    return file.startswith(standard) and "-packages" + os.sep not in file[len(standard) - 1 :]


def is_shared(file):
    """Whether a package is nothing but a place that several distributions put their own into (pkgutil, pkg_resources, empty)."""
    try:
        if not file.endswith(os.sep + "__init__.py") or os.stat(file).st_size > 2000:
            return False
    except OSError:
        return False
    text = read(file)
    if "extend_path" in text or "declare_namespace" in text:
        return True
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines())


def entries(folder, deadline):
    hurry(deadline)
    names = []
    try:
        with os.scandir(folder) as listed:
            for entry in listed:
                names.append(entry.name)
                if len(names) >= MOST_ENTRIES:
                    if is_packages(folder):
                        raise TooLong
                    break  # a folder of data, on the path because the program lies in it
    except OSError:
        pass
    return sorted(names)


def is_packages(folder):
    return os.path.basename(folder) in ("site-packages", "dist-packages")


def holds_packages(folder, names):
    return is_packages(folder) or any(name.endswith(".dist-info") for name in names)


def match(modules, known, found, deadline):
    """By the name of the distribution, else by what it says that it installed."""
    wanted = {module.path: module for module in modules}
    named = {}
    for metadata in known:
        named.setdefault(plain(metadata.name), []).append(metadata)
    for path, module in list(wanted.items()):
        same = named.get(plain(path), ())
        if same:
            # What an interrupted update left behind has another version.
            found[next((one for one in same if one.version == module.version), same[0])] = None
            del wanted[path]
    tops = {plain(module.top) for module in wanted.values()}
    for metadata in sorted(known, key=lambda one: plain(one.name) not in tops):
        if not wanted:
            break
        for path in metadata.provides(wanted, deadline):
            found[metadata] = None
            del wanted[path]


def match_editable(modules, folder, names, found, deadline):
    """Modules that lie where a project is worked on, by the folder that its metadata (or its link) names."""
    for entry in names:
        if not modules:
            return
        hurry(deadline)
        if entry.endswith(".dist-info"):
            metadata = Metadata(folder, entry)
            text = metadata.read("direct_url.json", 10000)
            project = editable_folder(text) if text else None
        elif entry.endswith(".egg-link"):
            project = read(os.path.join(folder, entry), 5000).partition("\n")[0].strip().replace("\0", "")
            metadata = linked(project, entry, deadline)
        else:
            continue
        if not project or metadata is None:
            continue
        tops = metadata.read("top_level.txt").split()
        prefixes = tuple(os.path.join(one, "") for one in {project, os.path.realpath(project)})
        if any(module.file.startswith(prefixes) and (not tops or module.top in tops) for module in modules):
            found[metadata] = "editable"


def linked(project, entry, deadline):
    wanted = plain(entry[: entry.rindex(".")])
    for metadata in metadata_in(project, entries(project, deadline)) if project else ():
        if plain(metadata.name) == wanted:
            return metadata
    return None
