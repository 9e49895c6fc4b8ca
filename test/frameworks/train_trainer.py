"""A tiny classifier trained by Hugging Face's Trainer, made in place: `python train_trainer.py OUTPUT [--lr RATE]`."""

import argparse

import torch
from torch.utils.data import Dataset
from transformers import PretrainedConfig, PreTrainedModel, Trainer, TrainingArguments, set_seed

parser = argparse.ArgumentParser()
parser.add_argument("output")
parser.add_argument("--lr", type=float, default=5e-3)
arguments = parser.parse_args()
set_seed(42)


class TinyConfig(PretrainedConfig):
    model_type = "tiny"


class TinyModel(PreTrainedModel):
    config_class = TinyConfig

    def __init__(self, config):
        super().__init__(config)
        self.layer = torch.nn.Linear(4, 2)
        self.post_init()

    def _init_weights(self, module):
        pass

    def forward(self, inputs=None, labels=None):
        logits = self.layer(inputs)
        return {"loss": torch.nn.functional.cross_entropy(logits, labels), "logits": logits}


class Points(Dataset):
    def __init__(self, count, seed):
        generator = torch.Generator().manual_seed(seed)
        self.inputs = torch.randn(count, 4, generator=generator)
        self.labels = (self.inputs.sum(1) > 0).long()

    def __len__(self):
        return len(self.inputs)

    def __getitem__(self, index):
        return {"inputs": self.inputs[index], "labels": self.labels[index]}


trainer = Trainer(
    model=TinyModel(TinyConfig()),
    args=TrainingArguments(
        arguments.output,
        num_train_epochs=2,
        per_device_train_batch_size=4,
        learning_rate=arguments.lr,
        logging_steps=2,
        eval_strategy="epoch",
        save_strategy="epoch",
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        report_to=[],
        disable_tqdm=True,
        use_cpu=True,
        seed=42,
    ),
    train_dataset=Points(32, 1),
    eval_dataset=Points(8, 2),
)
trainer.train()
trainer.save_model()
trainer.save_state()
