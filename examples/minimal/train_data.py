"""The dataset: points of three spiral arms, with their labels."""
import csv
import os

DATASET = os.path.relpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "points.csv"))


def load(path):
    with open(path, encoding="utf-8", newline="") as source:
        return [(float(row["x"]), float(row["y"]), int(row["label"])) for row in csv.DictReader(source)]
