"""A tiny training without any framework, logged through the real package of a tracker into the working directory.

    python track.py mlflow-files|mlflow-database|wandb|dvclive [--change SERIES@STEP] [--set NAME=VALUE]

Twice the same call logs the same values under other ids and times. `--change` alters one point in its last bits, `--set`
one parameter. The fixtures below test/fixtures/trackers were made by it.
"""

import argparse
import math
import os
import time

parser = argparse.ArgumentParser()
parser.add_argument("tracker", choices=["mlflow-files", "mlflow-database", "wandb", "dvclive"])
parser.add_argument("--change", default="")
parser.add_argument("--set", default="")
parser.add_argument("--wal", action="store_true", help="leave the last points in the write-ahead log of the database")
arguments = parser.parse_args()

parameters = {"lr": 0.1, "seed": 42, "optimizer": "adam", "nesterov": True, "decay": 1e-05, "schedule": None}
if arguments.set:
    name, value = arguments.set.split("=")
    parameters[name] = type(parameters[name])(value)


def points(steps):
    """Step by step what was measured; the values are those of every call."""
    for step in range(steps):
        values = {"loss": math.exp(-0.3 * step), "val/acc": 1 - 0.5 / (step + 1)}
        for name in values:
            if arguments.change == f"{name}@{step}":
                values[name] *= 1 + 1e-12
        yield step, values


def track_mlflow():
    """One run, and nested in it two of one name, as of a cross-validation, and one without a name."""
    import mlflow

    if arguments.tracker == "mlflow-files":
        os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
        mlflow.set_tracking_uri("file:./mlruns")
    mlflow.set_experiment("tiny")
    with mlflow.start_run(run_name="train"):
        mlflow.log_params(parameters)
        mlflow.set_tag("stage", "test")
        for step, values in points(6):
            mlflow.log_metrics(values, step=step)
        for step, value in enumerate([math.nan, math.inf, -math.inf]):
            mlflow.log_metric("odd", value, step=step)
        mlflow.log_metric("loss", 0.25, step=2)  # written again
        mlflow.log_metric("system/cpu_utilization_percentage", 100 * time.time() % 100, step=0)
        for fold in range(2):
            time.sleep(0.01)  # MLflow keeps milliseconds
            with mlflow.start_run(run_name="fold", nested=True):
                mlflow.log_param("fold", fold)
                for step, values in points(3):
                    mlflow.log_metric("loss", values["loss"] + fold, step=step)
        with mlflow.start_run(nested=True):
            mlflow.log_metric("final", 0.5, step=9)
    if arguments.wal:
        leave_write_ahead_log()


def leave_write_ahead_log():
    """What a program leaves that uses this journal and is killed before the database is closed: copies of the open files."""
    import shutil
    import sqlite3

    connection = sqlite3.connect("mlflow.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA wal_autocheckpoint=0")
    (run,) = connection.execute("SELECT run_uuid FROM runs WHERE name = 'train'").fetchone()
    connection.execute("INSERT INTO metrics VALUES ('late', 0.75, 1700000000000, ?, 7, 0)", (run,))
    connection.commit()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"mlflow.db{suffix}", f"copy.db{suffix}")
    connection.close()
    for suffix in ("", "-wal"):
        os.replace(f"copy.db{suffix}", f"mlflow.db{suffix}")


def track_wandb():
    import wandb

    os.environ["WANDB_MODE"] = "offline"
    run = wandb.init(project="tiny", config={**parameters, "model": {"layers": [4, 2]}})
    for step, values in points(6):
        run.log({**values, "nested": {"a": step / 10, "b": [step, 2]}, "phase": "warm" if step < 3 else "cool"})
    run.log({"odd": math.nan, "histogram": wandb.Histogram(np_histogram=([1, 2], [0, 1, 2]))})
    run.log({"odd": math.inf})
    run.config.update({"late": 5})
    run.summary["best"] = 0.9
    run.finish()


def track_dvclive():
    from dvclive import Live

    with Live(save_dvc_exp=False, report="html") as live:
        live.log_params(parameters)
        for step, values in points(6):
            for name, value in values.items():
                live.log_metric(name, value, timestamp=name == "loss")
            live.next_step()
        live.log_metric("final", 0.5, plot=False)


track = {"wandb": track_wandb, "dvclive": track_dvclive}.get(arguments.tracker, track_mlflow)
track()
