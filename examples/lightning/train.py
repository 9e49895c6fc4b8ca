"""A Lightning training that can be run again, with the whole record beside its checkpoints in `outputs/version_N`.

    python train.py --seed 42
"""
import argparse
import hashlib
import json
import logging
import platform
import random
import subprocess
import sys
from pathlib import Path

import lightning as L
import numpy as np
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

log = logging.getLogger("train")


class Points(L.LightningModule):
    """Three classes of points in the plane; what it was made of is kept as hyperparameters."""

    def __init__(self, hidden: int, lr: float, batch_size: int, epochs: int, data: str, seed: int) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Dropout(0.1), nn.Linear(hidden, 3))

    def step(self, batch, name: str):
        points, labels = batch
        scores = self.net(points)
        loss = nn.functional.cross_entropy(scores, labels)
        accuracy = (scores.argmax(1) == labels).float().mean()
        self.log_dict({f"{name}_loss": loss, f"{name}_accuracy": accuracy}, on_step=False, on_epoch=True)
        return loss

    def training_step(self, batch, _index):
        return self.step(batch, "train")

    def validation_step(self, batch, _index):
        self.step(batch, "val")

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
        return [optimizer], [torch.optim.lr_scheduler.StepLR(optimizer, 3, 0.5)]

    def on_save_checkpoint(self, checkpoint: dict) -> None:
        checkpoint["rng_state"] = {"python": random.getstate(), "numpy": np.random.get_state(), "torch": torch.get_rng_state()}

    def on_load_checkpoint(self, checkpoint: dict) -> None:
        random.setstate(checkpoint["rng_state"]["python"])
        np.random.set_state(checkpoint["rng_state"]["numpy"])
        torch.set_rng_state(checkpoint["rng_state"]["torch"])


def load(path: Path) -> TensorDataset:
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    return TensorDataset(torch.tensor(rows[:, :2], dtype=torch.float32), torch.tensor(rows[:, 2], dtype=torch.int64))


def record(folder: Path, config: dict) -> None:
    """What Lightning does not write by itself: environment, packages, dataset."""
    gpus = torch.cuda.device_count()
    environment = {
        "python_version": platform.python_version(),
        "torch_version": torch.__version__,
        "cuda_version": torch.version.cuda,
        "gpu_model": torch.cuda.get_device_name(0) if gpus else None,
        "gpu_count": gpus,
    }
    (folder / "environment.json").write_text(json.dumps(environment, indent=2) + "\n")
    freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
    (folder / "requirements.txt").write_text(freeze.stdout)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", filename=folder / "train.log")
    log.info("Config: %s", json.dumps(config, sort_keys=True))
    data = Path(config["data"])
    log.info("Dataset: %s sha256 %s", data.name, hashlib.sha256(data.read_bytes()).hexdigest())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--data", default="../minimal/data/points.csv")
    arguments = parser.parse_args()
    config = {"hidden": 32, "lr": 0.01, "batch_size": 32, "epochs": arguments.epochs, "data": arguments.data, "seed": arguments.seed}

    L.seed_everything(config["seed"], workers=True)
    training, validation = random_split(load(Path(config["data"])), [0.8, 0.2], torch.Generator().manual_seed(config["seed"]))
    order = torch.Generator().manual_seed(config["seed"])
    logger = CSVLogger("outputs", name="")
    best = ModelCheckpoint(monitor="val_loss", mode="min", save_last=True)
    trainer = L.Trainer(
        max_epochs=config["epochs"],
        deterministic=True,
        logger=logger,
        callbacks=[best],
        log_every_n_steps=1,
        enable_progress_bar=False,
        enable_model_summary=False,
        default_root_dir="outputs",
    )
    folder = Path(logger.log_dir)
    folder.mkdir(parents=True)
    record(folder, config)
    trainer.fit(
        Points(**config),
        DataLoader(training, config["batch_size"], shuffle=True, generator=order),
        DataLoader(validation, 256),
    )


if __name__ == "__main__":
    main()
