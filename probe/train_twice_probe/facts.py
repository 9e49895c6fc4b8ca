"""The settings of the frameworks as they stand when the process ends. Only of those that the training has loaded; nothing is
imported, started or put on a device for it: what was not started is told as null."""
import sys


def asked(question):
    try:
        return question()
    except Exception:
        return None


def text_or_none(value, most=100):
    return None if value is None else str(value)[:most]


def loaded(name):
    """A module that the training has loaded as a whole, with its version; else None."""
    module = sys.modules.get(name)
    # Without asking the module: one that is loaded lazily would be loaded now.
    about = None if module is None else object.__getattribute__(module, "__dict__")
    return module if about and isinstance(about.get("__version__"), str) else None


def torch_facts(operations):
    torch = loaded("torch")
    if torch is None or not hasattr(torch, "backends"):
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
            "devices": torch_devices(torch) if used else [],
            # Torch without CUDA sees none; that says nothing about the machine.
            "deviceCount": None if torch.version.cuda is None else asked(lambda: int(torch.cuda.device_count())),
            "deterministicAlgorithms": bool(asked(torch.are_deterministic_algorithms_enabled)),
            "warnOnly": bool(asked(lambda: torch.is_deterministic_algorithms_warn_only_enabled())),
            "operations": operations,
            "cudnnDeterministic": bool(asked(lambda: cudnn.deterministic)),
            "cudnnBenchmark": bool(asked(lambda: cudnn.benchmark)),
            "matmulPrecision": text_or_none(asked(lambda: torch.get_float32_matmul_precision())),
            "matmulTf32": asked(lambda: bool(torch.backends.cuda.matmul.allow_tf32)),
            "cudnnTf32": asked(lambda: bool(cudnn.allow_tf32)),
            "threads": asked(lambda: int(torch.get_num_threads())),
            "initialSeed": text_or_none(asked(torch.initial_seed)),
            "defaultDtype": text_or_none(asked(torch.get_default_dtype)),
        }


def torch_devices(torch):
    """Those on which memory was taken: the others were only seen."""
    found = []
    for index in range(min(asked(torch.cuda.device_count) or 0, 64)):
        if asked(lambda: torch.cuda.max_memory_allocated(index)):
            found.append({"index": index, "name": str(asked(lambda: torch.cuda.get_device_name(index)))[:100]})
    return found


def numpy_facts():
    numpy = loaded("numpy")
    if numpy is None:
        return None
    return {"version": numpy.__version__[:100], "blas": text_or_none(asked(numpy_blas))}


def numpy_blas():
    about = sys.modules.get("numpy.__config__")
    built = getattr(about, "CONFIG", None)
    if built is not None:  # since 1.25
        blas = built["Build Dependencies"]["blas"]
        version = blas.get("version", "")
        return blas["name"] + (" " + version if version and version != "unknown" else "")
    for name in ("blas_ilp64_opt_info", "blas_opt_info"):
        libraries = getattr(about, name, {}).get("libraries")
        if libraries:
            return libraries[0]
    return None


def tensorflow_facts():
    tensorflow = loaded("tensorflow")
    if tensorflow is None:
        return None
    determinism = sys.modules.get("tensorflow.python.util._pywrap_determinism")
    # The context in which everything is run; None, or without devices, where nothing was.
    context = getattr(sys.modules.get("tensorflow.python.eager.context"), "_context", None)
    return {
        "version": tensorflow.__version__[:100],
        "opDeterminism": asked(lambda: bool(determinism.is_enabled())),
        "gpus": asked(lambda: tensorflow_gpus(context)) or [],
        "interOpThreads": whole(getattr(context, "_inter_op_parallelism_threads", None)),
        "intraOpThreads": whole(getattr(context, "_intra_op_parallelism_threads", None)),
    }


def tensorflow_gpus(context):
    if not context._initialized:
        return []
    return [str(device.name)[:100] for device in context._logical_devices if device.device_type == "GPU"][:64]


def jax_facts():
    jax = loaded("jax")
    if jax is None:
        return None
    config = getattr(sys.modules.get("jax._src.config"), "config", None)
    # Before 0.4 it was elsewhere; what has not been started there is not started here.
    bridge = sys.modules.get("jax._src.xla_bridge") or sys.modules.get("jax._src.lib.xla_bridge")
    backend = getattr(bridge, "_default_backend", None)
    return {
        "version": jax.__version__[:100],
        "backend": text_or_none(asked(lambda: backend.platform)),
        "devices": (asked(lambda: [jax_device(one) for one in backend.local_devices()[:64]]) or []),
        "x64": asked(lambda: bool(config.jax_enable_x64)),
        "prng": text_or_none(asked(lambda: config.jax_default_prng_impl)),
        "matmulPrecision": text_or_none(asked(lambda: config.jax_default_matmul_precision)),
    }


def jax_device(device):
    return ("%s:%s %s" % (device.platform, device.id, device.device_kind))[:100]


def whole(value):
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
