"""The record of one process, written when it ends: one JSON file, under its name at once or not at all."""
import os
import sys

from .notes import UNKNOWN

#: A reader takes no more.
MOST_BYTES = 1 << 20

#: What decides about determinism, and cannot be a secret.
VARIABLES = (
    "PYTHONHASHSEED CUBLAS_WORKSPACE_CONFIG NVIDIA_TF32_OVERRIDE TORCH_ALLOW_TF32_CUBLAS_OVERRIDE TF_DETERMINISTIC_OPS "
    "TF_CUDNN_DETERMINISTIC XLA_FLAGS NCCL_ALGO NCCL_PROTO NCCL_NVLS_ENABLE CUDA_LAUNCH_BLOCKING CUDA_VISIBLE_DEVICES "
    "OMP_NUM_THREADS MKL_NUM_THREADS OPENBLAS_NUM_THREADS MKL_CBWR PL_GLOBAL_SEED PL_SEED_WORKERS "
    "FLASH_ATTENTION_DETERMINISTIC NVTE_ALLOW_NONDETERMINISTIC_ALGO"
).split()


def leave(process, signal):
    if process.pid != os.getpid():
        return  # a fork that we were not told of: the record would be the parent's
    never = quietly(process, process.never) or []
    unseeded = [entry for entry in process.unseeded.values() if entry["count"] > 0]
    reads = process.reads
    read = reads is not None and (reads.files or reads.dropped)
    if process.forked and not (process.seedings or unseeded or process.loaders or process.operations or never or read):
        return
    # A worker that goes on is asked no more than what it noted: asking takes time, and touches what warnings were shown.
    goes_on = signal == UNKNOWN
    told = quietly(process, lambda: distributions(process)) if not (process.forked or goes_on) else None
    complete, found = told or (False, [])
    torch, numpy, tensorflow, jax = [None] * 4 if goes_on else settings(process)
    record = {
        "recordVersion": 1,
        "pid": process.pid,
        "parent": process.parent,
        "forked": process.forked,
        "signal": signal,
        "began": str(process.began),
        "interpreter": interpreter(process),
        "seedings": process.seedings,
        "unseeded": unseeded,
        "neverSeeded": never,
        "loaders": process.loaders,
        "torch": torch,
        "numpy": numpy,
        "tensorflow": tensorflow,
        "jax": jax,
        "variables": {name: os.environ[name][:500] for name in VARIABLES if name in os.environ},
        "reads": None if reads is None else {"files": list(reads.files), "dropped": reads.dropped},
        "distributions": found,
        "distributionsComplete": complete,
        "dropped": process.dropped,
        "faults": process.faults,
    }
    write(process, bounded(record))


def settings(process):
    from . import facts

    return (
        quietly(process, lambda: facts.torch_facts(process.operations)),
        quietly(process, facts.numpy_facts),
        quietly(process, facts.tensorflow_facts),
        process.jax or quietly(process, facts.jax_facts),
    )


def bounded(record):
    """As JSON; what there may be much of is left out, and that is said, where it would be too long to be read."""
    text = json_text(record)
    if len(text) > MOST_BYTES and record["reads"] is not None:
        record["reads"] = {"files": [], "dropped": record["reads"]["dropped"] + len(record["reads"]["files"])}
        text = json_text(record)
    if len(text) > MOST_BYTES:
        record.update(distributions=[], distributionsComplete=False)
        record["interpreter"]["argv"] = []
        text = json_text(record)
    return text


def write(process, text):
    temporary = process.base + ".tmp"
    os.makedirs(process.folder, exist_ok=True)
    with open(temporary, "w", encoding="ascii") as out:
        out.write(text)
    os.replace(temporary, process.base + ".json")
    try:
        os.unlink(process.base + ".started")
    except OSError:
        pass


def json_text(value):
    """What json.dumps gives for what a record holds; loading `json` would cost more than all the rest of a short process."""
    try:
        from _json import encode_basestring_ascii
    except ImportError:
        from json.encoder import encode_basestring_ascii

    def text(value):
        if isinstance(value, str):
            return encode_basestring_ascii(value)
        if value is None or value is True or value is False:
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, dict):
            return "{%s}" % ",".join("%s:%s" % (text(name), text(one)) for name, one in value.items())
        if isinstance(value, list):
            return "[%s]" % ",".join(map(text, value))
        return str(int(value))

    return text(value)


def quietly(process, function):
    try:
        return function()
    except Exception as error:
        process.fault(error)
        return None


def distributions(process):
    from . import installed

    return installed.distributions(process.modules)


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
