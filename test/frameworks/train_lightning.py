"""A tiny regression trained by Lightning, with its CSV logger: `python train_lightning.py FOLDER [--lr RATE]`."""

import argparse
import logging
import warnings

import lightning
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger
from torch.utils.data import DataLoader, TensorDataset

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--lr", type=float, default=0.05)
arguments = parser.parse_args()
warnings.filterwarnings("ignore")
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
lightning.seed_everything(42)


class TinyModule(lightning.LightningModule):
    def __init__(self, lr, hidden=8, optimizer=None):
        super().__init__()
        self.save_hyperparameters()
        self.layer = torch.nn.Linear(4, 1)

    def step(self, batch, name):
        inputs, targets = batch
        loss = torch.nn.functional.mse_loss(self.layer(inputs)[:, 0], targets)
        self.log(name, loss, on_step=name == "train_loss", on_epoch=True)
        return loss

    def training_step(self, batch, _):
        return self.step(batch, "train_loss")

    def validation_step(self, batch, _):
        return self.step(batch, "val_loss")

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), lr=self.hparams.lr)


inputs = torch.randn(32, 4)
loader = DataLoader(TensorDataset(inputs, inputs.sum(1)), batch_size=4)
trainer = lightning.Trainer(
    max_epochs=2,
    accelerator="cpu",
    logger=CSVLogger(arguments.folder),
    callbacks=[ModelCheckpoint(monitor="val_loss", save_last=True)],
    log_every_n_steps=2,
    enable_progress_bar=False,
    enable_model_summary=False,
)
trainer.fit(TinyModule(arguments.lr, optimizer={"name": "sgd", "momentum": None}), loader, loader)
