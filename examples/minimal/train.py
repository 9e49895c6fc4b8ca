"""A small but real training that keeps the whole record of itself. Python 3.8 or newer, nothing to install.

    python3 train.py --seed 42
"""
import argparse
import random

from model import Classifier, MomentumSGD, evaluate
from record import Recorder
from train_data import DATASET, load


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--epochs", type=int, default=60)
    arguments = parser.parse_args()
    config = {
        "experiment": "spiral",
        "seed": arguments.seed,
        "epochs": arguments.epochs,
        "hidden": 32,
        "learning_rate": 0.1,
        "momentum": 0.9,
        "batch_size": 12,
        "checkpoint_every": 20,
    }
    random.seed(config["seed"])
    recorder = Recorder(config, DATASET)

    points = load(DATASET)
    random.shuffle(points)
    validation, training = points[:120], points[120:]
    model = Classifier(config["hidden"], random)
    optimizer = MomentumSGD(model, config["learning_rate"], config["momentum"])

    for epoch in range(1, config["epochs"] + 1):
        random.shuffle(training)
        total = 0.0
        for start in range(0, len(training), config["batch_size"]):
            batch = training[start : start + config["batch_size"]]
            gradient = model.zeros()
            total += sum(model.add_gradient(gradient, x, y, label) for x, y, label in batch)
            optimizer.step(gradient, len(batch))
        loss, accuracy = evaluate(model, validation)
        recorder.metrics(epoch=epoch, train_loss=total / len(training), val_loss=loss, val_accuracy=accuracy)
        recorder.checkpoint(epoch, model, optimizer, accuracy)


if __name__ == "__main__":
    main()
