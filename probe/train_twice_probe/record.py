"""The record of one process, written when it ends: one JSON file, under its name at once or not at all."""
import json
import os
import sys
import time

from .notes import MOST

#: How long looking up the imported distributions may take.
BUDGET_S = 0.15


def leave(process):
    if process.pid != os.getpid():
        return  # a fork that we were not told of: the record would be the parent's
    never = never_seeded(process)
    unseeded = [entry for entry in process.unseeded.values() if entry["count"] > 0]
    if process.forked and not (process.seedings or unseeded or process.loaders or never):
        return
    record = {
        "recordVersion": 1,
        "pid": process.pid,
        "parent": process.parent,
        "forked": process.forked,
        "signal": None,
        "began": str(process.began),
        "interpreter": interpreter(process),
        "seedings": process.seedings,
        "unseeded": unseeded,
        "neverSeeded": never,
        "loaders": process.loaders,
        "torch": quietly(process, torch_facts),
        "numpy": None,
        "tensorflow": None,
        "jax": None,
        "variables": {},
        "reads": None,
        "dropped": process.dropped,
    }
    complete, found = (False, []) if process.forked else quietly(process, distributions) or (False, [])
    record["distributions"] = found
    record["distributionsComplete"] = complete
    record["faults"] = process.faults
    text = json.dumps(record, ensure_ascii=True)
    temporary = process.base + ".tmp"
    os.makedirs(process.folder, exist_ok=True)
    with open(temporary, "w", encoding="ascii") as out:
        out.write(text)
    os.replace(temporary, process.base + ".json")
    try:
        os.unlink(process.base + ".started")
    except OSError:
        pass


def quietly(process, function):
    try:
        return function()
    except Exception as error:
        process.fault(error)
        return None


def never_seeded(process):
    found = []
    for name, drawn in process.drawn.items():
        if not process.seeded.get(name) and quietly(process, drawn):
            found.append(name)
    return found


def interpreter(process):
    flags = sys.flags
    variable = process.hash_variable
    fixed = variable not in (None, "", "random") and not flags.ignore_environment
    if fixed and variable == "0" and flags.hash_randomization:
        fixed = False  # -R
    return {
        "implementation": sys.implementation.name,
        "version": ".".join(str(part) for part in sys.version_info[:3]),
        "executable": (sys.executable or "")[:1000],
        "platform": platform_text(),
        "argv": [str(argument)[:500] for argument in list(getattr(sys, "orig_argv", sys.argv))[:100]],
        "flags": {
            "hashRandomization": int(flags.hash_randomization),
            "ignoreEnvironment": int(flags.ignore_environment),
            "isolated": int(flags.isolated),
            "noSite": int(flags.no_site),
        },
        "hashSeed": variable,
        "hashSeedAtEnd": os.environ.get("PYTHONHASHSEED"),
        "hashSeedFixed": fixed,
        "hashCanary": str(hash("train twice")),
    }


def platform_text():
    try:
        about = os.uname()
        return "%s %s %s" % (about.sysname, about.release, about.machine)
    except AttributeError:
        return sys.platform


def torch_facts():
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "__version__") or not hasattr(torch, "backends"):
        return None
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cudnn = torch.backends.cudnn
        used = bool(asked(torch.cuda.is_initialized))
        return {
            "version": str(torch.__version__)[:100],
            "cuda": text_or_none(getattr(torch.version, "cuda", None)),
            "cudnn": text_or_none(asked(cudnn.version)) if used else None,
            "cudaUsed": used,
            "devices": devices(torch) if used else [],
            "deviceCount": None if torch.version.cuda is None else asked(lambda: int(torch.cuda.device_count())),
            "deterministicAlgorithms": bool(asked(torch.are_deterministic_algorithms_enabled)),
            "warnOnly": bool(asked(torch.is_deterministic_algorithms_warn_only_enabled)),
            "operations": [],
            "cudnnDeterministic": bool(asked(lambda: cudnn.deterministic)),
            "cudnnBenchmark": bool(asked(lambda: cudnn.benchmark)),
            "matmulPrecision": text_or_none(asked(lambda: torch.get_float32_matmul_precision())),
            "matmulTf32": asked(lambda: bool(torch.backends.cuda.matmul.allow_tf32)),
            "cudnnTf32": asked(lambda: bool(cudnn.allow_tf32)),
            "threads": asked(lambda: int(torch.get_num_threads())),
            "initialSeed": text_or_none(asked(torch.initial_seed)),
            "defaultDtype": text_or_none(asked(torch.get_default_dtype)),
        }


def devices(torch):
    """Those on which memory was taken: the others were only seen."""
    found = []
    for index in range(min(asked(torch.cuda.device_count) or 0, 64)):
        if asked(lambda: torch.cuda.max_memory_allocated(index)):
            found.append({"index": index, "name": str(asked(lambda: torch.cuda.get_device_name(index)))[:100]})
    return found


def asked(question):
    try:
        return question()
    except Exception:
        return None


def text_or_none(value):
    return None if value is None else str(value)[:100]


def distributions():
    """(complete, [{name, version}]): what was imported, by the folders beside the imported modules. Nothing is imported."""
    deadline = time.monotonic() + BUDGET_S
    by_folder = {}
    for name, module in list(sys.modules.items()):
        if "." in name or name == "train_twice_probe":
            continue
        file = getattr(module, "__file__", None)
        if not isinstance(file, str):
            path = asked(lambda: list(getattr(module, "__path__", []))) or []
            file = os.path.join(path[0], "__init__.py") if path and isinstance(path[0], str) else ""
        folder = os.path.dirname(file)
        if os.path.basename(file).startswith("__init__."):
            folder = os.path.dirname(folder)
        if "site-packages" in folder or "dist-packages" in folder:
            by_folder.setdefault(folder, set()).add(name)
    found, complete = {}, True
    for folder, names in sorted(by_folder.items()):
        if not look_into(folder, names, found, deadline):
            complete = False
    listed = [
        {"name": name[:100], "version": version[:100], "source": "index", "revision": None, "installer": None}
        for name, version in sorted(found.items())
    ]
    return complete and len(listed) <= 5 * MOST, listed[: 5 * MOST]


def look_into(folder, names, found, deadline):
    wanted = {plain(name): name for name in names}
    others = []
    for entry in sorted(os.listdir(folder)):
        if not entry.endswith((".dist-info", ".egg-info")):
            continue
        name, _, version = entry[: entry.rindex(".")].partition("-")
        version = version.partition("-")[0]
        if plain(name) in wanted:
            found[name] = version
            wanted.pop(plain(name))
        else:
            others.append((entry, name, version))
    for entry, name, version in others:
        if not wanted:
            break
        if time.monotonic() > deadline:
            return False
        tops = top_level(os.path.join(folder, entry))
        here = [key for key, top in wanted.items() if top in tops]
        if here:
            found[name] = version
            for key in here:
                wanted.pop(key)
    return True


def plain(name):
    return name.lower().replace("-", "_").replace(".", "_")


def top_level(folder):
    text = read(os.path.join(folder, "top_level.txt"))
    if text:
        return set(text.split())
    tops = set()
    for line in read(os.path.join(folder, "RECORD")).splitlines():
        first = line.partition(",")[0].partition("/")[0]
        tops.add(first.partition(".")[0])
    return tops


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as source:
            return source.read(4000000)
    except OSError:
        return ""
