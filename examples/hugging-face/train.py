"""A training with Hugging Face's Trainer that can be run again, with the whole record beside its checkpoints in `outputs`.
The model is made here and nothing is downloaded.

    python train.py --seed 42
"""
import argparse
import hashlib
import json
import logging
import platform
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.utils.data import Dataset
from transformers import PretrainedConfig, PreTrainedModel, Trainer, TrainingArguments, set_seed

log = logging.getLogger("train")


class PointsConfig(PretrainedConfig):
    model_type = "points"

    def __init__(self, hidden: int = 32, **kwargs) -> None:
        super().__init__(**kwargs)
        self.hidden = hidden


class Points(PreTrainedModel):
    """Three classes of points in the plane."""

    config_class = PointsConfig

    def __init__(self, config: PointsConfig) -> None:
        super().__init__(config)
        self.net = nn.Sequential(nn.Linear(2, config.hidden), nn.ReLU(), nn.Dropout(0.1), nn.Linear(config.hidden, 3))
        self.post_init()

    def _init_weights(self, module: nn.Module) -> None:
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)

    def forward(self, points: torch.Tensor, labels: torch.Tensor | None = None) -> dict:
        logits = self.net(points)
        return {"loss": nn.functional.cross_entropy(logits, labels), "logits": logits}


class Rows(Dataset):
    def __init__(self, rows: np.ndarray) -> None:
        self.points = torch.tensor(rows[:, :2], dtype=torch.float32)
        self.labels = torch.tensor(rows[:, 2], dtype=torch.int64)

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: int) -> dict:
        return {"points": self.points[index], "labels": self.labels[index]}


def record(folder: Path, arguments: TrainingArguments, data: Path) -> None:
    """What the Trainer does not write by itself: environment, packages, dataset, and its arguments in plain text."""
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
    (folder / "args.json").write_text(arguments.to_json_string() + "\n")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", filename=folder / "train.log")
    log.info("Dataset: %s sha256 %s", data.name, hashlib.sha256(data.read_bytes()).hexdigest())


def accuracy(prediction) -> dict:
    return {"accuracy": float((prediction.predictions.argmax(1) == prediction.label_ids).mean())}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--data", default="../minimal/data/points.csv")
    given = parser.parse_args()
    set_seed(given.seed, deterministic=True)

    folder = Path("outputs")
    arguments = TrainingArguments(
        output_dir=str(folder),
        seed=given.seed,
        data_seed=given.seed,
        num_train_epochs=given.epochs,
        per_device_train_batch_size=32,
        learning_rate=0.01,
        eval_strategy="epoch",
        save_strategy="epoch",
        logging_steps=5,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        report_to=[],
        disable_tqdm=True,
    )
    folder.mkdir()
    record(folder, arguments, Path(given.data))
    rows = np.loadtxt(given.data, delimiter=",", skiprows=1)
    rows = rows[np.random.default_rng(given.seed).permutation(len(rows))]
    trainer = Trainer(
        model=Points(PointsConfig()),
        args=arguments,
        train_dataset=Rows(rows[108:]),
        eval_dataset=Rows(rows[:108]),
        compute_metrics=accuracy,
    )
    trainer.train()
    trainer.save_model(folder / "best")


if __name__ == "__main__":
    main()
