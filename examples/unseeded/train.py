"""The training of ../minimal with one honest mistake: the loader brings a random generator of its own, and nobody seeds
it. Everything else is seeded, so the two runs begin alike and drift apart from the first epoch on.

    python3 train.py --seed 42
"""
import argparse
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "minimal"))

from model import Classifier, MomentumSGD, evaluate  # noqa: E402
from record import Recorder  # noqa: E402
from train_data import DATASET, load  # noqa: E402


class Loader:
    """Batches in a new order each epoch."""

    def __init__(self, points, batch_size):
        self.points, self.batch_size = list(points), batch_size
        self.rng = random.Random()  # the mistake: random.seed() does not reach this generator

    def __iter__(self):
        self.rng.shuffle(self.points)
        for start in range(0, len(self.points), self.batch_size):
            yield self.points[start : start + self.batch_size]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=42)
    arguments = parser.parse_args()
    config = {
        "experiment": "unseeded",
        "seed": arguments.seed,
        "epochs": 20,
        "hidden": 32,
        "learning_rate": 0.1,
        "checkpoint_every": 10,
    }
    random.seed(config["seed"])
    recorder = Recorder(config, DATASET)

    points = load(DATASET)
    random.shuffle(points)
    validation, training = points[:120], points[120:]
    model = Classifier(config["hidden"], random)
    optimizer = MomentumSGD(model, config["learning_rate"], momentum=0.9)
    loader = Loader(training, batch_size=12)

    for epoch in range(1, config["epochs"] + 1):
        total = 0.0
        for batch in loader:
            gradient = model.zeros()
            total += sum(model.add_gradient(gradient, x, y, label) for x, y, label in batch)
            optimizer.step(gradient, len(batch))
        loss, accuracy = evaluate(model, validation)
        recorder.metrics(epoch=epoch, train_loss=total / len(training), val_loss=loss, val_accuracy=accuracy)
        recorder.checkpoint(epoch, model, optimizer, accuracy)


if __name__ == "__main__":
    main()
