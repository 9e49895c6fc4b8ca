/** Small trainings for the end-to-end tests: shell and Python's standard library, each in a folder of its own. */
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Writes a safetensors checkpoint and JSONL metrics; `drift` is added to one weight and to the loss of step 3 and later. */
const trainingScript = `
import json, os, struct, sys, time
run = int(os.environ["TRAIN_TWICE_RUN"])
drift = float(os.environ.get("DRIFT", "0")) if run > 1 else 0.0
folder = os.path.join("outputs", "exp_" + time.strftime("%Y%m%d_%H%M%S"))
os.makedirs(folder)
with open(os.path.join(folder, "metrics.jsonl"), "w") as out:
    for step in range(1, 6):
        out.write(json.dumps({"step": step, "loss": 1.0 / step + (drift if step >= 3 else 0.0)}) + "\\n")
        print("step", step, flush=True)
values = [0.5 * i for i in range(12)]
values[7] += drift
blob = struct.pack("<12d", *values)
header = json.dumps({"layer.weight": {"dtype": "F64", "shape": [3, 4], "data_offsets": [0, len(blob)]}}).encode()
with open(os.path.join(folder, "model.safetensors"), "wb") as out:
    out.write(struct.pack("<Q", len(header)) + header + blob)
`;

export interface Project {
  /** Absolute; also the working directory of the training. */
  readonly folder: string;
}

/** A fresh folder with `train.py`, and whatever else is asked for. */
export function makeProject(files: Readonly<Record<string, string>> = {}): Project {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'train-twice-e2e-')));
  writeFileSync(path.join(folder, 'train.py'), trainingScript);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { folder };
}

/** Commands by what becomes of the audit. */
export const commands = {
  reproducible: 'python3 train.py',
  diverging: 'DRIFT=0.25 python3 train.py',
  crashesInRun2: 'if [ "$TRAIN_TWICE_RUN" = 2 ]; then echo "no memory left" >&2; exit 3; fi; python3 train.py',
  killsItself: 'python3 train.py; kill -9 $$',
  neverEnds: 'python3 train.py; sleep 600',
  writesNothing: 'echo trained',
  speaksCommands: [
    'python3 train.py',
    'echo "::set-output name=verdict::identical"',
    'echo "::error::forged"',
    'printf "progress 10%%\\r::stop-commands::forged\\r##[error]forged too\\n"',
    'echo "::add-mask::step"',
    'printf "::warning::no newline at the end"',
  ].join('\n'),
} as const;
