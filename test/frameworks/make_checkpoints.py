"""Writes checkpoints with the real libraries into a folder, and what Python says of their tensors into expected.json:

    { "files": { "name.pt": { "tensors": { "path": { "dtype": ..., "shape": [...], "sha256": ... } } } } }

Paths are spelled as src/model/entry-path.ts describes. The digest is that of the product page:
sha256(t.contiguous().view(torch.uint8).numpy().tobytes()), with conjugate and negative bits resolved first.
"""
import argparse
import collections
import hashlib
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import safetensors.torch
import torch

warnings.filterwarnings("ignore")
out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
expected = {}
rng = np.random.default_rng(3)

DTYPES = [
    "bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32",
    "float64", "complex32", "complex64", "complex128", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2",
    "float8_e5m2fnuz", "float8_e8m0fnu",
]


def sample(dtype, shape):
    """Random bits, so that every pattern of the dtype occurs (NaN payloads too); bool stays 0 or 1."""
    torch_dtype = getattr(torch, dtype)
    count = int(np.prod(shape)) * torch_dtype.itemsize
    raw = rng.integers(0, 2 if dtype == "bool" else 256, count, dtype=np.uint8)
    return torch.from_numpy(raw).view(torch_dtype).reshape(shape)


def raw_bytes(tensor):
    tensor = tensor.detach().resolve_conj().resolve_neg().contiguous().reshape(-1)
    return tensor.view(torch.uint8).numpy().tobytes() if tensor.numel() else b""


def describe(value):
    if isinstance(value, np.ndarray):
        little = np.ascontiguousarray(value).astype(value.dtype.newbyteorder("<"), copy=False)
        name, data = str(little.dtype.newbyteorder("=")), little.tobytes()
    else:
        name, data = str(value.dtype).removeprefix("torch."), raw_bytes(value)
    return {"dtype": name, "shape": list(value.shape), "sha256": hashlib.sha256(data).hexdigest()}


def key_text(key):
    if isinstance(key, str):
        text = key.replace("~", "~0").replace("/", "~1")
        return ("~3" if text == "" else "~2" + text[1:] if text.startswith("[") else text), True
    return f"[{key}]", False


def flatten(value, path=""):
    if isinstance(value, (torch.Tensor, np.ndarray)):
        yield path or "(root)", describe(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            text, plain = key_text(key)
            yield from flatten(item, f"{path}/{text}" if plain and path else path + text)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from flatten(item, f"{path}[{index}]")


def record(name, value):
    expected[name] = {"tensors": dict(flatten(value))}


def save_torch(name, value, **options):
    torch.save(value, out / name, **options)
    record(name, torch.load(out / name, weights_only=False))


# Every dtype, in every container that can hold it.
for dtype in DTYPES:
    state = {"weight": sample(dtype, (3, 5)), "bias": sample(dtype, (7,)), "scalar": sample(dtype, ())}
    save_torch(f"zip-{dtype}.pt", state)
    try:
        save_torch(f"legacy-{dtype}.pt", state, _use_new_zipfile_serialization=False)
    except Exception:  # torch writes some new dtypes in the old format but cannot load them
        expected.pop(f"legacy-{dtype}.pt", None)
        (out / f"legacy-{dtype}.pt").unlink(missing_ok=True)
    try:
        safetensors.torch.save_file(state, out / f"safetensors-{dtype}.safetensors", {"format": "pt"})
        record(f"safetensors-{dtype}.safetensors", safetensors.torch.load_file(out / f"safetensors-{dtype}.safetensors"))
    except Exception:
        expected.pop(f"safetensors-{dtype}.safetensors", None)
        (out / f"safetensors-{dtype}.safetensors").unlink(missing_ok=True)
    try:
        arrays = {name: tensor.numpy() for name, tensor in state.items()}
    except TypeError:
        continue
    np.savez(out / f"npz-{dtype}.npz", **arrays)
    record(f"npz-{dtype}.npz", arrays)
    np.savez_compressed(out / f"npz-compressed-{dtype}.npz", **arrays)
    record(f"npz-compressed-{dtype}.npz", arrays)
    swapped = arrays["weight"].astype(arrays["weight"].dtype.newbyteorder(">"))
    np.save(out / f"npy-big-{dtype}.npy", np.asfortranarray(swapped))
    record(f"npy-big-{dtype}.npy", arrays["weight"])

# Views and layouts.
base = torch.randn(4, 6, 8, 10, generator=torch.Generator().manual_seed(1))
complex_base = torch.randn(5, 7, dtype=torch.complex64, generator=torch.Generator().manual_seed(2))
views = {
    "transposed": base.transpose(0, 3),
    "permuted": base.permute(2, 0, 3, 1),
    "channels-last": base.to(memory_format=torch.channels_last),
    "sliced": base[1:3, ::2, 1:, ::3],
    "offset": base.flatten()[100:200],
    "expanded": base[:1, :1, :1, :3].expand(2, 5, 4, 3),
    "narrow-column": base.reshape(24, 80)[:, 79:],
    "diagonal": base[0, :6, :6, 0].diagonal(),
    "unfolded": base.flatten()[:40].unfold(0, 8, 3),
    "conjugate": complex_base.conj(),
    "negative": torch._neg_view(base[0, 0]),
    "imaginary-of-conjugate": complex_base.conj().imag,
    "zero-dimensional": base[0, 0, 0, 0],
    "empty": torch.empty(0, 3),
    "empty-middle": torch.empty(2, 0, 3),
}
for name, view in views.items():
    save_torch(f"view-{name}.pt", {"view": view})
    save_torch(f"view-legacy-{name}.pt", {"view": view}, _use_new_zipfile_serialization=False)
# complex64 and its float32 view of one storage cannot be saved together.
save_torch("views-of-one-storage.pt", {"whole": base, **{k: v for k, v in views.items() if k != "imaginary-of-conjugate"}})

# Containers.
torch.manual_seed(5)
model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.BatchNorm1d(8), torch.nn.Linear(8, 3))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)
for _ in range(3):
    optimizer.zero_grad()
    model(torch.randn(16, 4)).square().sum().backward()
    optimizer.step()
    scheduler.step()
training = {
    "epoch": 3,
    "model_state_dict": model.state_dict(),
    "optimizer_state_dict": optimizer.state_dict(),
    "scheduler_state_dict": scheduler.state_dict(),
    "best_metric": 0.5,
    "config": {"seed": 5, "name": "a/b", "list": [1, 2.5, None, True]},
    "rng": {"torch": torch.get_rng_state(), "numpy": np.random.RandomState(1).get_state()},
}
for protocol in (2, 3, 4, 5):
    save_torch(f"training-protocol-{protocol}.pt", training, pickle_protocol=protocol)
    save_torch(f"training-legacy-protocol-{protocol}.pt", training, pickle_protocol=protocol, _use_new_zipfile_serialization=False)
with open(out / "training-file-object.bin", "wb") as target:
    torch.save(training, target)
record("training-file-object.bin", training)
save_torch("odd-keys.pt", {"a/b": base[0, 0], "~": base[0, 1], "[x]": base[0, 2], "": base[0, 3], 3: base[0, 4], "__proto__": base[0, 5]})
save_torch("nested.pt", [({"x": [base[0], (base[1],)]}, collections.OrderedDict(y=base[2]))])
save_torch("root-tensor.pt", base)
save_torch("tied.pt", {"embed": base[0], "head": base[0], "copy": base[0].clone()})
save_torch("parameters.pt", {"p": torch.nn.Parameter(base[0].clone()), "b": torch.nn.Buffer(base[1].clone())})
save_torch("numpy-inside.pt", {"f": np.asfortranarray(rng.normal(size=(3, 4))), "i": np.arange(5, dtype=">i4"), "s": base[0]})
linear_path = out / "module.pt"
torch.save(torch.nn.Linear(3, 2), linear_path)
linear = torch.load(linear_path, weights_only=False)
expected["module.pt"] = {"digests": [describe(linear.weight)["sha256"], describe(linear.bias)["sha256"]]}
namespace = argparse.Namespace(lr=0.1, table=base[0, 0])
torch.save({"args": namespace}, out / "namespace.pt")
expected["namespace.pt"] = {"digests": [describe(base[0, 0])["sha256"]]}
sparse = torch.sparse_coo_tensor(torch.tensor([[0, 1], [2, 0]]), torch.tensor([3.0, 4.0]), (2, 3))
torch.save({"sparse": sparse}, out / "sparse.pt")
expected["sparse.pt"] = {"digests": [describe(sparse._indices())["sha256"], describe(sparse._values())["sha256"]]}
csr = base[0, 0].relu().to_sparse_csr()
torch.save({"csr": csr}, out / "csr.pt")
expected["csr.pt"] = {"digests": [describe(csr.crow_indices())["sha256"], describe(csr.col_indices())["sha256"], describe(csr.values())["sha256"]]}
quantized = torch.quantize_per_tensor(torch.linspace(-1, 1, 12).reshape(3, 4), 0.1, 10, torch.quint8)
torch.save({"q": quantized}, out / "quantized.pt")
expected["quantized.pt"] = {"digests": [describe(quantized.int_repr())["sha256"]]}

(out / "expected.json").write_text(json.dumps({"torch": torch.__version__, "numpy": np.__version__, "files": expected}, indent=1))
print(f"{len(expected)} checkpoints, {sum(len(f.get('tensors', f.get('digests'))) for f in expected.values())} tensors")
