"""What a run writes down about itself, so that anyone can do it again: layout, configuration, environment, requirements,
dataset hash, metrics, checkpoints. Standard library alone."""
import datetime
import hashlib
import json
import logging
import os
import platform
import random
import shutil
import struct
from importlib import metadata


class Recorder:
    """One folder `outputs/{experiment}_{timestamp}` with the whole record of a run."""

    def __init__(self, config, dataset_path):
        stamp = datetime.datetime.now().strftime("%Y%m%d_%H%M%S")
        self.folder = os.path.join("outputs", f"{config['experiment']}_{stamp}")
        self.checkpoints = os.path.join(self.folder, "checkpoints")
        os.makedirs(self.checkpoints)
        self.config, self.best = config, -1.0
        logging.basicConfig(
            level=logging.INFO,
            format="%(asctime)s %(levelname)s %(message)s",
            handlers=[logging.FileHandler(os.path.join(self.folder, "train.log")), logging.StreamHandler()],
        )
        self.write_json("config.json", config)
        self.write_json("environment.json", environment())
        self.write_text("requirements.txt", requirements())
        digest = sha256(dataset_path)
        self.write_json("dataset.json", {"path": dataset_path, "sha256": digest})
        logging.info("Config: %s", json.dumps(config, sort_keys=True))
        logging.info("Dataset: %s sha256 %s", dataset_path, digest[:12])

    def metrics(self, **values):
        with open(os.path.join(self.folder, "metrics.jsonl"), "a", encoding="utf-8") as out:
            out.write(json.dumps(values) + "\n")
        logging.info("epoch %d: %s", values["epoch"], ", ".join(f"{k} {v:.4f}" for k, v in values.items() if k != "epoch"))

    def checkpoint(self, epoch, model, optimizer, metric):
        """`checkpoint_latest` always, `checkpoint_epoch_N` at the interval, `best_model` where the metric improved."""
        improved = metric > self.best
        self.best = max(self.best, metric)
        tensors = {f"model_state_dict.{name}": value for name, value in model.parameters.items()}
        tensors.update({f"optimizer_state_dict.velocity.{name}": value for name, value in optimizer.velocity.items()})
        about = {
            "epoch": str(epoch),
            "best_metric": repr(self.best),
            "scheduler_state_dict": "{}",
            "config": json.dumps(self.config, sort_keys=True),
            "rng_state": json.dumps(random.getstate()),
        }
        latest = os.path.join(self.checkpoints, "checkpoint_latest.safetensors")
        save_safetensors(latest, tensors, about)
        if epoch % self.config["checkpoint_every"] == 0:
            shutil.copyfile(latest, os.path.join(self.checkpoints, f"checkpoint_epoch_{epoch}.safetensors"))
        if improved:
            shutil.copyfile(latest, os.path.join(self.checkpoints, "best_model.safetensors"))

    def write_json(self, name, value):
        self.write_text(name, json.dumps(value, indent=2, sort_keys=True) + "\n")

    def write_text(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as out:
            out.write(text)


def environment():
    return {
        "python_version": platform.python_version(),
        "torch_version": None,
        "cuda_version": None,
        "gpu_model": None,
        "gpu_count": 0,
        "platform": platform.platform(),
    }


def requirements():
    """What `pip freeze` would say, without starting it."""
    found = {(d.metadata["Name"] or "").lower(): d.version for d in metadata.distributions()}
    return "".join(f"{name}=={version}\n" for name, version in sorted(found.items()) if name)


def sha256(path):
    with open(path, "rb") as source:
        return hashlib.sha256(source.read()).hexdigest()


def save_safetensors(path, tensors, about):
    """The safetensors format: 8 bytes header length, JSON header, then the raw little-endian float64 values."""
    header, blobs, offset = {"__metadata__": about}, [], 0
    for name, value in tensors.items():
        shape = [len(value), len(value[0])] if isinstance(value[0], list) else [len(value)]
        flat = [v for row in value for v in row] if len(shape) == 2 else value
        blob = struct.pack(f"<{len(flat)}d", *flat)
        header[name] = {"dtype": "F64", "shape": shape, "data_offsets": [offset, offset + len(blob)]}
        offset += len(blob)
        blobs.append(blob)
    text = json.dumps(header).encode("utf-8")
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))
