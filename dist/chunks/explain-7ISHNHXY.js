import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  exitCodes,
  printTo
} from "./chunk-I7TI4JTI.js";
import {
  checks
} from "./chunk-4OUPX2SB.js";
import "./chunk-GHB6ORZY.js";
import "./chunk-6MT5LYOK.js";
import "./chunk-WFZDG4J6.js";
import "./chunk-NBSSOJIC.js";
import "./chunk-53VACBTN.js";
import {
  nearestName
} from "./chunk-UE43SUCS.js";
import "./chunk-F5RMP2VC.js";
import "./chunk-WHHF6IZB.js";
import {
  InputProblem
} from "./chunk-B5J4NNO2.js";
import "./chunk-BZ5MPCKK.js";
import "./chunk-4B3X5ZIL.js";
import "./chunk-7VT7PKHI.js";
import "./chunk-7ZPLETBH.js";

// src/checks/examples.json
var examples_default = {
  "run/cancelled": {
    severity: "error",
    place: "run 2",
    message: "Run 2 was cancelled by SIGINT after 42.0 s."
  },
  "run/doubt": {
    severity: "warning",
    place: "run 2",
    message: '2 outputs still changed after run 2 had ended: "outputs/a.pt", "outputs/b.pt".'
  },
  "run/failed": {
    severity: "error",
    place: "run 2",
    message: 'Run 2 was killed by SIGKILL (often the kernel, out of memory); exit code 0 was expected. The last line of its log: "step 12 loss 0.693".'
  },
  "run/left-processes": {
    severity: "warning",
    place: "run 1",
    message: '1 process of run 1 was still alive when it ended, e.g. "python -m wandb.service"; all were stopped.'
  },
  "run/log-shows-error": {
    severity: "warning",
    place: "run 1",
    message: 'Run 1 exited with code 0, and its log ends in "RuntimeError: CUDA error: out of memory". Likely cause: the command hides its failure.'
  },
  "run/much-shorter": {
    severity: "warning",
    place: "run 2",
    message: "Run 2 took 3.0 s, the first one 2 min 0 s. Likely cause: it used what the first run had left."
  },
  "run/skipped-work": {
    severity: "warning",
    place: "run 2",
    message: `Run 2 printed "Stage 'train' didn't change, skipping". Likely cause: it took an earlier result instead of training.`
  },
  "run/started-differently": {
    severity: "error",
    place: "run 2",
    message: 'Run 2 was started with another "command" and "seed" than run 1; the same was expected.'
  },
  "run/timed-out": {
    severity: "error",
    place: "run 1",
    message: 'Run 1 ran longer than the timeout of 3600 s, and was stopped after 1 h 0 min. The last line of its log: "done".'
  },
  "run/working-tree-differs": {
    severity: "error",
    place: "run 2",
    message: 'The changes to "src/data.py" were not the same before run 1 and run 2.'
  },
  "run/working-tree-dirty": {
    severity: "notice",
    place: "",
    message: '2 tracked files differ from commit 4f1d2c3b4f1d: "src/data.py" and "train.py".'
  },
  "run/wrote-nothing": {
    severity: "error",
    place: "run 2",
    message: "Run 2 took 2.1 s and left no file in its outputs; at least one was expected."
  },
  "run/wrote-outside-outputs": {
    severity: "warning",
    place: "run 1, cache/data.bin",
    message: 'Run 1 created 1 file, changed 1 and deleted 0 outside its outputs: "cache/data.bin" and "data/index.json".'
  },
  "coverage/nothing-compared": {
    severity: "error",
    place: "",
    message: "2 files and 0 checkpoints were compared, with no tensor element and no metric point in them; 0 files were not compared. At least one element or point was expected."
  },
  "metrics/bytes-differ-content-equal": {
    severity: "notice",
    place: "outputs/metrics.jsonl",
    message: "The bytes differ and everything that decides is equal; the rest differs in wall time."
  },
  "metrics/ends-non-finite": {
    severity: "warning",
    place: "outputs/metrics.jsonl, train/loss",
    message: '1 of 2 series ends in a value that is not finite, e.g. "train/loss" with nan at 19.'
  },
  "metrics/none-found": {
    severity: "warning",
    place: "",
    message: "None of the 2 files of 2 runs holds a metric series, nor was one read from the log; at least one was expected."
  },
  "metrics/rewritten-steps": {
    severity: "notice",
    place: "run 1, outputs/metrics.jsonl",
    message: '1 series has steps that were written more than once: "train/loss" has 12 steps that were written again.'
  },
  "metrics/series-missing": {
    severity: "error",
    place: "outputs/metrics.jsonl, val/loss",
    message: '1 series stands in one run only: "val/loss" in the first.'
  },
  "metrics/values-diverge": {
    severity: "error",
    place: "outputs/metrics.jsonl, train/loss",
    message: '2 series diverge, first "train/loss": at step 12, 0.6931 in the first run and 0.6932 in the second; 8 of 20 points differ, by at most 0.0125.'
  },
  "metrics/within-tolerance": {
    severity: "notice",
    place: "outputs/metrics.jsonl, train/loss",
    message: '1 series differs inside the tolerance, first "train/loss" at step 12, by at most 0.0125.'
  },
  "weights/dtype-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model/fc.weight",
    message: '1 tensor has another element type in the second run: "model/fc.weight" is float32 in the first and bfloat16 in the second.'
  },
  "weights/missing-tensor": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/fc.weight",
    message: '1 entry stands in the first run only and 1 entry in the second only, e.g. "model_state_dict/fc.weight" (tensor float32 [64]) in run 1.'
  },
  "weights/never-changed": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_2.pt",
    message: 'The only float tensor of the model is the same in "outputs/checkpoint_epoch_1.pt" and "outputs/checkpoint_epoch_2.pt"; training was expected to change some.'
  },
  "weights/non-finite": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "3 of 14 float tensors hold not a single finite number; at least one was expected in each."
  },
  "weights/shape-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model/fc.weight",
    message: '1 tensor has another shape in the second run: "model/fc.weight" is [10, 64] in the first and [11, 64] in the second.'
  },
  "weights/values-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/layer.0.weight",
    message: '2 of 14 tensors differ; the most in "model_state_dict/layer.0.weight" (float32 [64, 64]): 37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute).'
  },
  "weights/within-tolerance": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict/layer.0.weight",
    message: '1 tensor differs inside the tolerance; it is "model_state_dict/layer.0.weight": 37 of 4,096 elements differ, by at most 2 ulp (1.192e-7 absolute).'
  },
  "checkpoints/best-not-best": {
    severity: "error",
    place: "outputs/best_model.pt",
    message: '"outputs/best_model.pt" holds epoch 2 ("val/loss" 0.5); "val/loss" is lowest at epoch 3 (0.3).'
  },
  "checkpoints/best-metric-disagrees": {
    severity: "error",
    place: "outputs/checkpoint_epoch_2.pt, best_metric",
    message: '"outputs/checkpoint_epoch_2.pt" records 0.25 at epoch 2; "val/loss" was at best 0.5 until then.'
  },
  "checkpoints/best-missing": {
    severity: "warning",
    place: "outputs/last.ckpt",
    message: '"outputs/last.ckpt" names "epoch=1-step=16.ckpt" as the best, and the run left no such checkpoint.'
  },
  "checkpoints/latest-not-newest": {
    severity: "error",
    place: "outputs/checkpoint_latest.pt",
    message: '"outputs/checkpoint_latest.pt" holds epoch 2, and "outputs/checkpoint_epoch_3.pt" holds epoch 3.'
  },
  "checkpoints/epoch-outside-run": {
    severity: "error",
    place: "outputs/checkpoint_epoch_7.pt",
    message: '"outputs/checkpoint_epoch_7.pt" is of epoch 7, and the run ended with epoch 2 by "train/loss".'
  },
  "checkpoints/bytes-differ-content-equal": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "The bytes differ and the content is equal; the container differs in archive name and padding."
  },
  "checkpoints/epoch-disagrees": {
    severity: "error",
    place: "outputs/checkpoint_epoch_3.pt, epoch",
    message: '1 of 3 checkpoints disagrees with the name: "outputs/checkpoint_epoch_3.pt" says epoch 3, "epoch" inside is 7.'
  },
  "checkpoints/epoch-gap": {
    severity: "warning",
    place: "outputs",
    message: "Checkpoints were saved every 2 epochs, except epoch 6."
  },
  "checkpoints/executable-references": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: "Unpickling this file would import and call 2 names that are no plain data: __main__.Config and builtins.eval."
  },
  "checkpoints/key-types-wrong": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt",
    message: 'In 1 checkpoint, "epoch" is the str "1", expected an int; "config" is the str "lr=0.1 seed=42", expected a mapping.'
  },
  "checkpoints/keys-missing": {
    severity: "warning",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '1 checkpoint ("outputs/checkpoint_epoch_1.pt") lacks "optimizer_state_dict", "scheduler_state_dict", "best_metric" and "config"; all of "epoch", "model_state_dict", "optimizer_state_dict", "scheduler_state_dict", "best_metric" and "config" were expected.'
  },
  "checkpoints/kinds-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, best_metric",
    message: '1 entry is of another kind in the second run: "best_metric" is "tensor float32 []" in the first and "float" in the second.'
  },
  "checkpoints/missing-in-one-run": {
    severity: "error",
    place: "run 1, outputs/checkpoint_epoch_1.pt",
    message: "Only run 1 has this checkpoint; run 2 has 3 checkpoints, none of which belongs to it."
  },
  "checkpoints/names-missing": {
    severity: "warning",
    place: "outputs",
    message: '"checkpoint_epoch_N" is there; "best_model" and "checkpoint_latest" were expected beside it.'
  },
  "checkpoints/names-unconventional": {
    severity: "notice",
    place: "",
    message: '2 checkpoints are named "outputs/net.pt" and "outputs/final-2.pt"; "best_model", "checkpoint_epoch_N" or "checkpoint_latest" was expected.'
  },
  "checkpoints/none-found": {
    severity: "warning",
    place: "",
    message: "None of the 4 files of 2 runs is a checkpoint in a format that can be read; at least one was expected."
  },
  "checkpoints/opaque-differs": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, callbacks/state",
    message: '1 part compared as bytes differs: "callbacks/state" (bytes, 2,048 bytes in the first run, 2,050 bytes in the second) from byte 1,234 on.'
  },
  "checkpoints/resumption-not-exact": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '"outputs/checkpoint_epoch_1.pt" holds no state of the random generators: a training that is resumed from it draws other random numbers than one that never stopped.'
  },
  "checkpoints/scalars-differ": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt, best_metric",
    message: '2 values differ, the first of them: "best_metric" is float "0.41" in the first run and float "0.42" in the second.'
  },
  "checkpoints/structure-differs": {
    severity: "notice",
    place: "outputs/checkpoint_epoch_1.pt, model_state_dict",
    message: '2 facts about structure differ (order and type), e.g. order of "model_state_dict": "fc.weight, fc.bias" in the first run, "fc.bias, fc.weight" in the second.'
  },
  "checkpoints/unreadable": {
    severity: "error",
    place: "run 2, outputs/checkpoint_epoch_1.pt",
    message: 'Could not be read in run 2: "the file ends at byte 512, and its directory was expected at byte 1,024" (TRUNCATED).'
  },
  "files/ambiguous-pairing": {
    severity: "error",
    place: "outputs/‹id›/model.pt",
    message: '"outputs/a81f/model.pt" and "outputs/77c0/model.pt" of the first run could each belong to "outputs/19be/model.pt" and "outputs/c02d/model.pt" of the second; one of each was expected.'
  },
  "files/bytes-differ": {
    severity: "error",
    place: "outputs/predictions.bin",
    message: 'The bytes differ from byte 1,234 on ("file", 2,048 bytes in the first run, 2,050 bytes in the second). If it cannot be the same twice, name it in "ignore".'
  },
  "files/image-differs": {
    severity: "error",
    place: "outputs/plot.png",
    message: "Of the pixels, 512 of 921,600 elements differ, by at most 12 absolute."
  },
  "files/log-differs": {
    severity: "notice",
    place: "outputs/train.log:17",
    message: 'The first line that differs is 17: "using device cuda:0" in the first run, "using device cpu" in the second.'
  },
  "files/missing-in-one-run": {
    severity: "error",
    place: "run 2, outputs/core.4711",
    message: "Only run 2 has this file (compared by bytes); run 1 has none that belongs to it."
  },
  "files/read-notes": {
    severity: "notice",
    place: "run 2, outputs/metrics.jsonl",
    message: "1 note (PARTIAL_LINE): The last line is cut off after 17 bytes."
  },
  "files/same-inode": {
    severity: "error",
    place: "outputs/checkpoint_epoch_1.pt",
    message: '1 file has the same device and inode in both runs: "outputs/checkpoint_epoch_1.pt"; two files were expected.'
  },
  "files/unread": {
    severity: "error",
    place: "run 2, outputs/metrics.jsonl",
    message: 'Could not be read in run 2: "line 7: expected \\",\\" or \\"}\\", found the end of the line" (JSON_SYNTAX).'
  },
  "seeds/unseeded-generator": {
    severity: "warning",
    place: "data/loader.py:31",
    message: "Likely cause: `random.Random()` made without a seed in data/loader.py, line 31."
  },
  "seeds/differ-between-runs": {
    severity: "warning",
    place: "train.py:12",
    message: "Likely cause: `random.seed` in train.py, line 12, was given 42 in run 1 and 1763904 in run 2."
  },
  "seeds/seeded-after-use": {
    severity: "warning",
    place: "train.py:12",
    message: "Likely cause: `random.seed` in train.py, line 12, came after the first draw from its generator."
  },
  "determinism/settings-differ": {
    severity: "warning",
    place: "",
    message: "Likely cause: 2 settings differ, `torch.get_num_threads()` was 16 in run 1 and 15 in run 2; `torch devices` was NVIDIA A100-SXM4-80GB in run 1 and NVIDIA L4 in run 2."
  },
  "determinism/nondeterministic-operation": {
    severity: "warning",
    place: "",
    message: "Likely cause: torch warned of 2 operations that have no deterministic form: `cumsum_cuda_kernel` and `scatter_add_cuda_kernel`."
  },
  "seeds/hash-seed-not-in-force": {
    severity: "warning",
    place: "",
    message: 'Likely cause: PYTHONHASHSEED was not set when 2 processes such as "python train.py" started, so sets of texts have another order in each run.'
  },
  "determinism/worker-seeding": {
    severity: "warning",
    place: "train.py:55",
    message: "Likely cause: a DataLoader with 4 workers made before torch was seeded, without `worker_init_fn` and `generator`, in train.py, line 55."
  },
  "determinism/cudnn-benchmark-on": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.backends.cudnn.benchmark` was on when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/algorithms-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.use_deterministic_algorithms` was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/cudnn-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: `torch.backends.cudnn.deterministic` was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/tensorflow-not-deterministic": {
    severity: "warning",
    place: "",
    message: "Likely cause: determinism of TensorFlow's operations was off when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/xla-not-deterministic": {
    severity: "warning",
    place: "",
    message: 'Likely cause: `XLA_FLAGS` was "--xla_gpu_autotune_level=0" when JAX ended on NVIDIA A100-SXM4-80GB, without `--xla_gpu_deterministic_ops`.'
  },
  "determinism/cublas-workspace-missing": {
    severity: "warning",
    place: "",
    message: "Likely cause: `CUBLAS_WORKSPACE_CONFIG` was not set when the training ended, on NVIDIA A100-SXM4-80GB."
  },
  "determinism/reduced-precision": {
    severity: "notice",
    place: "",
    message: "TensorFloat-32 was on for matrix products, on NVIDIA A100-SXM4-80GB: another model of GPU gives other results."
  },
  "seeds/not-the-given-seed": {
    severity: "notice",
    place: "train.py:12",
    message: 'The seed "1234" was given to `random.seed` in train.py, line 12, and "42" of $TRAIN_TWICE_SEED to no generator.'
  },
  "record/not-observed": {
    severity: "notice",
    place: "",
    message: 'No Python process of the runs was observed ("python -I train.py seed=42" has the option -I, which keeps the observer out): what the records claim was not held against what was used.'
  },
  "environment/not-true": {
    severity: "error",
    place: "outputs/environment.json, /python_version",
    message: '3 values are not true: "/python_version" is "3.11.2", the training ran on 3.12.4; "/gpu_model" is "NVIDIA H100 80GB HBM3", the training ran on NVIDIA A100-SXM4-80GB; "/packages/numpy" is "2.1.3", the training ran on 2.2.0.'
  },
  "environment/differs": {
    severity: "error",
    place: "outputs/environment.json, /gpu_model",
    message: '1 value differs: "/gpu_model" is "NVIDIA A100-SXM4-80GB" in the first run and "NVIDIA L4" in the second.'
  },
  "environment/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left a record of its environment; "environment.json" with the versions and the GPU was expected.'
  },
  "environment/schema-invalid": {
    severity: "error",
    place: "outputs/environment.json, /torch_version",
    message: '2 problems: "/torch_version" is "unknown", expected a text that matches "^[0-9]+\\.[0-9]+"; "/gpu_count" is "two", expected integer.'
  },
  "requirements/differs": {
    severity: "error",
    place: "outputs/requirements.txt",
    message: "2 packages differ: numpy 2.1.3 in the first run and 2.2.0 in the second; tqdm 4.67.0 only in the second run."
  },
  "requirements/not-true": {
    severity: "error",
    place: "outputs/requirements.txt:1",
    message: "2 packages are not what the list says: numpy is listed as 2.1.3 and was imported as 2.2.0; tiny-lib is listed at commit a8f051a450b0 and was imported at commit 5db42103943c."
  },
  "requirements/incomplete": {
    severity: "error",
    place: "outputs/requirements.txt",
    message: "2 of 4 imported distributions are not in the list: einops 0.8.0; my-project 0.1.0 (editable)."
  },
  "requirements/lock-drifted": {
    severity: "warning",
    place: "uv.lock:1",
    message: "1 imported package differs from the lock: numpy is listed as 2.1.3 and was imported as 2.2.0."
  },
  "requirements/not-pinned": {
    severity: "warning",
    place: "outputs/requirements.txt:1",
    message: '1 of 2 packages has no exact version, e.g. "numpy>=1"; "name==version" was expected.'
  },
  "requirements/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left a list of its packages; "requirements.txt" from pip freeze was expected beside the results.'
  },
  "requirements/unparsable": {
    severity: "error",
    place: "outputs/requirements.txt:3",
    message: '1 line cannot be read: line 3, "numpy=2.1": "=2.1" is not a version specifier.'
  },
  "configuration/differs": {
    severity: "error",
    place: "outputs/config.json, /seed",
    message: '2 values differ: "/seed" is 917 in the first run and 340 in the second; "/run_id" is nothing in the first run and "a" in the second.'
  },
  "configuration/places-disagree": {
    severity: "error",
    place: "outputs/config.json, /layers",
    message: '2 values disagree: "/layers" is [64, 32] in "outputs/config.json" and [64] in "config" in "outputs/checkpoint_epoch_1.pt"; "/lr" is 0.2 in "outputs/config.json" and 0.1 in "config" in "outputs/checkpoint_epoch_1.pt".'
  },
  "configuration/overrides-not-applied": {
    severity: "error",
    place: "outputs/.hydra/overrides.yaml",
    message: '4 overrides are not in "config.yaml": "optimizer.lr=0.2" was given, 0.1 was used; "model=vit" was given, "resnet" was used; "~callbacks" was given, a mapping was used; and 1 more.'
  },
  "configuration/seed-not-used": {
    severity: "warning",
    place: "outputs/config.json, /seed",
    message: 'The seed "42" stands in "outputs/config.json", and the generators were given "1".'
  },
  "configuration/seed-not-given": {
    severity: "warning",
    place: "outputs/config.json, /seed",
    message: 'The seed "1234" stands in "outputs/config.json", and "42" was given in $TRAIN_TWICE_SEED.'
  },
  "configuration/not-recorded": {
    severity: "warning",
    place: "",
    message: 'No run left its configuration; "config.json" or "config.yaml" was expected beside the results, or "config" in the checkpoint.'
  },
  "configuration/seed-missing": {
    severity: "notice",
    place: "outputs/config.json",
    message: 'No key with "seed" in its name stands in 1 configuration ("outputs/config.json"); one was expected.'
  },
  "configuration/unparsable": {
    severity: "error",
    place: "outputs/config.yaml:4",
    message: '1 problem: line 4, key "lr" stands twice in one mapping.'
  },
  "dataset/changed": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" changed: run 1 wrote it.'
  },
  "dataset/missing": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" is named in `datasets` and is not there.'
  },
  "dataset/pointer-file": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" is a Git LFS pointer; the file of 70.0 MiB that it stands for was not fetched.'
  },
  "dataset/not-as-declared": {
    severity: "error",
    place: "data/points.csv",
    message: '"data/points.csv" has "4e1c9d27a05b836f…"; `datasets` says "d5d5d5d5d5d5d5d5…".'
  },
  "dataset/not-true": {
    severity: "error",
    place: "outputs/dataset.json, /sha256",
    message: '"4e1c9d27a05b836f…" is recorded in "outputs/dataset.json" and "(log)" for "data/points.csv", and one digit differs: digit 21 is 0 instead of 9.'
  },
  "dataset/differs": {
    severity: "error",
    place: "outputs/dataset.json",
    message: '1 value differs: the digest of "data/points.csv" is "4e1c9d27a05b836f…" in the first run and "d5d5d5d5d5d5d5d5…" in the second.'
  },
  "dataset/not-recorded": {
    severity: "warning",
    place: "data/points.csv",
    message: 'No run recorded a digest of "data/points.csv"; one was expected in "dataset.json" or in the log.'
  },
  "dataset/not-read": {
    severity: "notice",
    place: "data/points.csv",
    message: 'No Python process of the training was seen to open "data/points.csv" for reading.'
  },
  "dataset/not-verified": {
    severity: "notice",
    place: "outputs/dataset.json, /sha256",
    message: '1 recorded digest could not be held against data: "4e1c9d27a05b836f…" of "data/points.csv" in "outputs/dataset.json", for which no data is known.'
  },
  "layout/required-missing": {
    severity: "error",
    place: "",
    message: '1 of 2 required paths matches no file: "outputs/{experiment}_{timestamp}/config.yaml".'
  },
  "layout/not-allowed": {
    severity: "error",
    place: "outputs/metrics.jsonl",
    message: '1 file matches none of the 2 allowed paths ("outputs/*.json" and "outputs/requirements.txt"): "outputs/metrics.jsonl".'
  },
  "layout/hydra-incomplete": {
    severity: "warning",
    place: "outputs/baseline_‹time›",
    message: '".hydra/hydra.yaml" and ".hydra/overrides.yaml" are missing; all of "config.yaml", "hydra.yaml" and "overrides.yaml" were expected.'
  },
  "layout/lightning-incomplete": {
    severity: "warning",
    place: "outputs/version_0",
    message: 'The folder lacks "hparams.yaml"; hyperparameters, metrics and a checkpoint were expected.'
  },
  "layout/hugging-face-incomplete": {
    severity: "warning",
    place: "outputs/checkpoint-500",
    message: "The folder lacks the optimizer's state and the scheduler's state; all that the Trainer resumes from was expected."
  },
  "layout/not-followed": {
    severity: "notice",
    place: "",
    message: 'No run wrote into a folder like "{experiment}_{timestamp}", "outputs/DATE/TIME/.hydra", "version_N" or "checkpoint-N"; found "outputs".'
  },
  "layout/timestamp-not-real": {
    severity: "error",
    place: "outputs/baseline_20260230_100102",
    message: 'The name "outputs/baseline_20260230_100102" carries a date and time that do not exist.'
  },
  "policy/waiver-expired": {
    severity: "warning",
    place: "",
    message: 'The waiver for "weights/values-differ" at "**/checkpoint_latest.pt" ended on 2026-11-22, and today is 2026-11-23.'
  },
  "policy/waiver-unused": {
    severity: "warning",
    place: "",
    message: 'The waiver for "weights/values-differ" at "**/checkpoint_latest.pt" covers no finding; one was expected.'
  }
};

// src/checks/page.ts
var examplesById = examples_default;
function checkPage(check, example = exampleOf(check.id)) {
  const group = check.id.slice(0, check.id.indexOf("/"));
  const parts = [
    `# ${check.id}`,
    `${check.title}.`,
    [
      "| severity | certainty | since | group |",
      "| --- | --- | --- | --- |",
      `| ${check.severity} | ${check.certainty} | ${check.since} | \`${group}/*\` |`
    ].join("\n")
  ];
  if (example !== null)
    parts.push(
      "## What it looks like",
      [
        "```text",
        `${example.severity}: ${check.title}${example.place === "" ? "" : ` (${example.place})`}`,
        `  ${example.message}`,
        "```"
      ].join("\n")
    );
  parts.push(
    "## Why it matters",
    check.why,
    "## How to fix it",
    check.fix,
    "## How to change or waive it",
    waiving(check)
  );
  return `${parts.join("\n\n")}
`;
}
function exampleOf(id) {
  return Object.hasOwn(examplesById, id) ? examplesById[id] ?? null : null;
}
function waiving(check) {
  const other = check.severity === "error" ? "warning" : check.severity === "warning" ? "error" : "warning";
  return [
    `In \`train-twice.yml\`, for this check or for all of its group. ${check.severity === "error" ? "Neither changes the verdict: that follows from the comparison alone." : "The verdict does not depend on it."}`,
    "",
    "```yaml",
    "checks:",
    `  ${check.id}: ${other}   # or: error, warning, notice, off`,
    "  waivers:",
    `    - id: ${check.id}`,
    '      place: "**"          # a glob on the file, or on file:entry',
    '      reason: "why this is accepted, and until when"',
    "      until: 2027-06-30    # the last day",
    "```"
  ].join("\n");
}

// src/commands/explain.ts
async function explainCommand(id, world) {
  if (id === null) {
    const width = Math.max(...checks.map((check2) => check2.id.length));
    const lines = checks.map((check2) => `${check2.id.padEnd(width)}  ${check2.severity.padEnd(7)}  ${check2.title}
`);
    await printTo(world.stdout, lines.join(""));
    return exitCodes.passed;
  }
  const check = checks.find((one) => one.id === id);
  if (check === void 0) {
    const nearest = nearestName(
      id,
      checks.map((one) => one.id)
    );
    throw new InputProblem("UNKNOWN_CHECK", `There is no check "${id}".`, {
      remedy: nearest === null ? "Run `train-twice explain` for the list." : `Did you mean "${nearest}"? Run \`train-twice explain\` for the list.`
    });
  }
  await printTo(world.stdout, checkPage(check));
  return exitCodes.passed;
}
export {
  explainCommand
};
