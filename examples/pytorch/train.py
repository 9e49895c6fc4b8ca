"""A PyTorch training with Hydra that can be run again: seeds, determinism, and the whole record beside the results.

    python train.py seed=42
"""
import hashlib
import json
import logging
import platform
import random
import subprocess
import sys
from pathlib import Path

import hydra
import numpy as np
import torch
from hydra.core.hydra_config import HydraConfig
from omegaconf import DictConfig, OmegaConf
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter

log = logging.getLogger(__name__)


def set_seed(seed: int) -> None:
    """Every generator, and every setting that trades determinism for speed. PYTHONHASHSEED comes from the environment."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.cuda.manual_seed_all(seed)
    torch.use_deterministic_algorithms(True)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False


def environment() -> dict:
    gpus = torch.cuda.device_count()
    return {
        "python_version": platform.python_version(),
        "torch_version": torch.__version__,
        "cuda_version": torch.version.cuda,
        "gpu_model": torch.cuda.get_device_name(0) if gpus else None,
        "gpu_count": gpus,
    }


def load(path: Path) -> TensorDataset:
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    return TensorDataset(torch.tensor(rows[:, :2], dtype=torch.float32), torch.tensor(rows[:, 2], dtype=torch.int64))


def seed_worker(worker_id: int) -> None:
    seed = torch.initial_seed() % 2**32
    random.seed(seed)
    np.random.seed(seed)


@torch.no_grad()
def evaluate(model: nn.Module, data: DataLoader) -> tuple[float, float]:
    model.eval()
    loss, right, count = 0.0, 0, 0
    for points, labels in data:
        scores = model(points)
        loss += nn.functional.cross_entropy(scores, labels, reduction="sum").item()
        right += (scores.argmax(1) == labels).sum().item()
        count += len(labels)
    model.train()
    return loss / count, right / count


def save(folder: Path, epoch: int, model, optimizer, scheduler, order, best: float, config: dict, every: int, improved: bool) -> None:
    state = {
        "epoch": epoch,
        "model_state_dict": model.state_dict(),
        "optimizer_state_dict": optimizer.state_dict(),
        "scheduler_state_dict": scheduler.state_dict(),
        "best_metric": best,
        "config": config,
        "rng_state": {
            "python": random.getstate(),
            "numpy": np.random.get_state(),
            "torch": torch.get_rng_state(),
            "cuda": torch.cuda.get_rng_state_all(),
            "order": order.get_state(),
        },
    }
    torch.save(state, folder / "checkpoint_latest.pt")
    if epoch % every == 0:
        torch.save(state, folder / f"checkpoint_epoch_{epoch}.pt")
    if improved:
        torch.save(state, folder / "best_model.pt")


@hydra.main(version_base=None, config_path="conf", config_name="config")
def main(cfg: DictConfig) -> None:
    set_seed(cfg.seed)
    folder = Path(HydraConfig.get().runtime.output_dir)
    checkpoints = folder / "checkpoints"
    checkpoints.mkdir()
    config = OmegaConf.to_container(cfg, resolve=True)
    dataset = Path(cfg.data)
    (folder / "environment.json").write_text(json.dumps(environment(), indent=2) + "\n")
    freeze = subprocess.run([sys.executable, "-m", "pip", "freeze"], capture_output=True, text=True, check=True)
    (folder / "requirements.txt").write_text(freeze.stdout)
    log.info("Config: %s", json.dumps(config, sort_keys=True))
    log.info("Dataset: %s sha256 %s", dataset.name, hashlib.sha256(dataset.read_bytes()).hexdigest()[:12])

    data = load(dataset)
    training, validation = torch.utils.data.random_split(data, [0.8, 0.2], torch.Generator().manual_seed(cfg.seed))
    order = torch.Generator().manual_seed(cfg.seed)
    loader = DataLoader(training, cfg.batch_size, shuffle=True, generator=order, worker_init_fn=seed_worker)
    held_out = DataLoader(validation, 256)

    model = nn.Sequential(nn.Linear(2, cfg.hidden), nn.ReLU(), nn.Dropout(0.1), nn.Linear(cfg.hidden, 3))
    optimizer = torch.optim.AdamW(model.parameters(), lr=cfg.optimizer.lr, weight_decay=cfg.optimizer.weight_decay)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, cfg.scheduler.step_size, cfg.scheduler.gamma)
    board, best = SummaryWriter(folder / "tensorboard"), -1.0

    for epoch in range(1, cfg.epochs + 1):
        total = 0.0
        for points, labels in loader:
            loss = nn.functional.cross_entropy(model(points), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(labels)
        scheduler.step()
        val_loss, accuracy = evaluate(model, held_out)
        values = {"train_loss": total / len(training), "val_loss": val_loss, "val_accuracy": accuracy}
        for name, value in values.items():
            board.add_scalar(name, value, epoch)
        with open(folder / "metrics.jsonl", "a", encoding="utf-8") as out:
            out.write(json.dumps({"epoch": epoch, **values}) + "\n")
        log.info("epoch %d: %s", epoch, values)
        improved = accuracy > best
        best = max(best, accuracy)
        save(checkpoints, epoch, model, optimizer, scheduler, order, best, config, cfg.checkpoint_every, improved)
    board.close()


if __name__ == "__main__":
    main()
