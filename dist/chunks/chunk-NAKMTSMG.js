import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  escapeTerminal,
  paint,
  shortened,
  textWidth,
  visible,
  withoutCommands
} from "./chunk-HB5ZGLCK.js";
import {
  checkPage,
  checkpointNumber,
  checks,
  configurationsOf,
  describeDelta,
  failureShown,
  isNonFiniteText,
  leavesOf,
  mapPair,
  readClaims,
  recordsOf,
  roleDecides,
  seenProcesses,
  startDifferences,
  stepKinds
} from "./chunk-EYEPROUW.js";
import {
  hasVerdict,
  isPass,
  satisfies
} from "./chunk-3BT4K2KX.js";
import {
  describeRunEnd,
  runSucceeded
} from "./chunk-4B3X5ZIL.js";
import {
  formatBytes,
  formatDuration,
  formatFloat,
  formatInteger,
  formatList,
  formatShape,
  formatSizes,
  formatStep,
  formatUlp,
  plural,
  quote
} from "./chunk-5YLZBCQB.js";

// schemas/report.v1.json
var report_v1_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Train Twice report, version 1",
  description: "What an audit of a training's reproducibility came to, with its evidence. Written as report.json; reads back, so that it can be rendered again later. Clock, absolute paths and host name stand only in meta and runs.",
  type: "object",
  additionalProperties: false,
  required: [
    "reportVersion",
    "meta",
    "judgement",
    "firstDifference",
    "checks",
    "findings",
    "policy",
    "runsRequested",
    "runs",
    "comparisons",
    "datasets",
    "inventories",
    "locks",
    "bestCheckpoints"
  ],
  properties: {
    reportVersion: { const: 1, description: "Version of this document's form." },
    meta: {
      type: "object",
      description: "Which audit this is.",
      additionalProperties: false,
      required: ["tool", "subject", "createdAt", "auditId", "node", "platform", "origins"],
      properties: {
        tool: {
          type: "object",
          description: "What wrote the report.",
          additionalProperties: false,
          required: ["name", "version"],
          properties: {
            name: { const: "train-twice", description: "Name of the tool." },
            version: { type: "string", description: "Version of train-twice." }
          }
        },
        subject: {
          enum: ["run", "compare", "check"],
          description: "What was audited: runs of a command, two folders, one folder."
        },
        createdAt: { type: "string", description: "ISO 8601, UTC: when the audit began." },
        auditId: {
          type: "string",
          description: "Unique to this audit, so that an old report is never taken for a new one."
        },
        node: { type: "string", description: "Version of Node.js that ran it, such as v24.19.0." },
        platform: { type: "string", description: "Operating system and processor, such as linux-x64." },
        origins: {
          type: "object",
          description: "Where each option's value came from.",
          additionalProperties: { enum: ["input", "flag", "config file", "default"] }
        },
        checkPages: {
          type: "string",
          description: "Address of the folder that holds the pages of the checks, with / at its end; absent: that of the published project."
        }
      }
    },
    judgement: {
      type: "object",
      description: "What the audit came to.",
      additionalProperties: false,
      required: ["outcome", "passed", "exitCode", "sentence", "reasons"],
      properties: {
        outcome: {
          enum: [
            "identical",
            "equivalent",
            "within-tolerance",
            "divergent",
            "inconclusive",
            "run-failed",
            "cancelled",
            "record-sound",
            "record-faulty"
          ],
          description: "The verdict, or why there is none."
        },
        passed: {
          type: "boolean",
          description: "Whether the audit passed: the verdict is at least what was required, and no finding fails it."
        },
        exitCode: {
          enum: [0, 1, 2, 3, 4, 70, 130],
          description: "0 passed, 1 failed, 2 bad input, 3 inconclusive, 4 a run failed, 70 a fault of the tool, 130 cancelled."
        },
        sentence: { type: "string", description: "One sentence for a person: the verdict with its evidence." },
        reasons: {
          type: "array",
          description: "Why it is no better, a sentence each, the weightiest first; empty for a clean pass.",
          items: { type: "string" }
        }
      }
    },
    firstDifference: {
      type: "object",
      description: "What a person reads first: measured, in the order of the training.",
      additionalProperties: false,
      required: ["sentence", "metric", "tensor"],
      properties: {
        sentence: { type: "string", description: "One sentence; empty where nothing differs." },
        metric: {
          description: "Where the metrics part first; null where they do not.",
          oneOf: [
            {
              type: "object",
              additionalProperties: false,
              required: ["series", "file", "stepKind", "step", "values"],
              properties: {
                series: { type: "string", description: "Name of the series." },
                file: { type: "string", description: "Neutral path of the file that holds it." },
                stepKind: {
                  type: "string",
                  description: "What the steps count: step, epoch, or row where the file has neither."
                },
                step: { type: "number", description: "The first step at which the runs differ." },
                values: {
                  type: "object",
                  description: "The exact values there, as text; null where a run has no point.",
                  additionalProperties: false,
                  required: ["first", "second"],
                  properties: {
                    first: {
                      oneOf: [{ type: "string" }, { type: "null" }],
                      description: "In the first run of the comparison."
                    },
                    second: {
                      oneOf: [{ type: "string" }, { type: "null" }],
                      description: "In the second run of the comparison."
                    }
                  }
                }
              }
            },
            { type: "null" }
          ]
        },
        tensor: {
          description: "The first differing tensor; null where none differs.",
          oneOf: [
            {
              type: "object",
              additionalProperties: false,
              required: ["file", "path", "summary"],
              properties: {
                file: { type: "string", description: "Neutral path of the checkpoint." },
                path: { type: "string", description: "Path of the tensor in it." },
                summary: { type: "string", description: "How it differs, in words." }
              }
            },
            { type: "null" }
          ]
        }
      }
    },
    findings: {
      type: "array",
      description: "What the checks found, the worst first.",
      items: { $ref: "#/$defs/finding" }
    },
    policy: {
      $ref: "#/$defs/policy",
      description: "What the audit was told: what counts as equal, what is set aside, what fails it."
    },
    runsRequested: { type: "integer", minimum: 0, description: "How many runs were asked for." },
    runs: { type: "array", description: "The runs, as far as they came.", items: { $ref: "#/$defs/run" } },
    comparisons: {
      type: "array",
      description: "Every run held against the first one: one entry for two runs.",
      items: {
        type: "object",
        description: "One run held against the first.",
        additionalProperties: false,
        required: ["first", "second", "difference", "coverage"],
        properties: {
          first: { type: "integer", minimum: 0, description: "Number of the first run." },
          second: { type: "integer", minimum: 0, description: "Number of the second run." },
          difference: {
            description: "The tree of everything that differs; null: compared, and nothing does.",
            oneOf: [{ $ref: "#/$defs/difference" }, { type: "null" }]
          },
          coverage: {
            $ref: "#/$defs/coverage",
            description: "What was compared, counted, and what was not, with the reason."
          },
          ownNames: {
            type: "object",
            description: "Names of each run that the pairing took out.",
            additionalProperties: false,
            required: ["first", "second"],
            properties: {
              first: { $ref: "#/$defs/ownNames", description: "In the first run of the comparison." },
              second: { $ref: "#/$defs/ownNames", description: "In the second run of the comparison." }
            }
          }
        }
      }
    },
    datasets: {
      type: "array",
      description: "The data that the training reads, as far as it was named.",
      items: { $ref: "#/$defs/dataset" }
    },
    inventories: {
      type: "array",
      description: "What each run that ended well left behind.",
      items: { $ref: "#/$defs/inventory" }
    },
    locks: {
      type: "array",
      description: "Lock files beside the code, which no run wrote.",
      items: { $ref: "#/$defs/record" }
    },
    checks: {
      type: "array",
      description: "Every check of this audit, also those that found nothing or were switched off.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "title", "severity"],
        properties: {
          id: { type: "string", description: "Id of the check, group/condition." },
          title: { type: "string", description: "What the check is about." },
          severity: {
            enum: ["error", "warning", "notice", "off"],
            description: "By the policy, else by the check; a single finding may still have another."
          }
        }
      }
    },
    bestCheckpoints: {
      type: "array",
      description: "The checkpoints by which each run would be released, with the digests of their files. Empty where they were not taken: that costs another reading.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["run", "path", "chosenBy", "files"],
        properties: {
          run: { type: "integer", description: "Number of the run." },
          path: { type: "string", description: "Path within the run." },
          chosenBy: {
            enum: ["name", "lightning", "trainer", "newest"],
            description: "By its name, by what Lightning or the Trainer say is the best, or for want of these the newest."
          },
          files: {
            type: "array",
            description: "The file itself, then those that it is spread over.",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["path", "byteLength", "sha256"],
              properties: {
                path: { type: "string", description: "Path within the run." },
                byteLength: { type: "integer", minimum: 0, description: "Size in bytes." },
                sha256: { type: "string", pattern: "^[0-9a-f]{64}$", description: "What sha256sum prints." }
              }
            }
          }
        }
      }
    }
  },
  $defs: {
    number: {
      description: "A number. JSON has none that is not finite: these are written as text.",
      oneOf: [{ type: "number" }, { enum: ["inf", "-inf", "nan"] }]
    },
    fact: {
      description: 'A plain value that a check found. A number that is not finite is written as {"$number": "inf"} (or "-inf", "nan"); a key of its own that begins with $ has one $ more.',
      oneOf: [
        { type: "null" },
        { type: "boolean" },
        { type: "number" },
        { type: "string" },
        { type: "array", items: { $ref: "#/$defs/fact" } },
        { type: "object", additionalProperties: { $ref: "#/$defs/fact" } }
      ]
    },
    any: { description: "Any JSON value, as it was given." },
    scalar: {
      type: "object",
      description: "A single exact value.",
      additionalProperties: false,
      required: ["type", "text"],
      properties: {
        type: {
          enum: ["none", "bool", "int", "float", "complex", "str", "bytes", "name"],
          description: "The type in Python's words; name is a dotted class or function name."
        },
        text: {
          type: "string",
          description: "The exact value: integers in decimal without limit, floats as the shortest decimal that reads back (-0.0, inf, nan), True, False, None, bytes in hexadecimal."
        }
      }
    },
    plainValue: {
      description: "Plain data with exact numbers; mappings keep their order.",
      oneOf: [
        { $ref: "#/$defs/scalar" },
        {
          type: "object",
          description: "A list.",
          additionalProperties: false,
          required: ["type", "items"],
          properties: {
            type: { const: "list", description: "Tells a list from a mapping and from single values." },
            items: { type: "array", description: "The items in order.", items: { $ref: "#/$defs/plainValue" } }
          }
        },
        {
          type: "object",
          description: "A mapping.",
          additionalProperties: false,
          required: ["type", "items"],
          properties: {
            type: { const: "map", description: "Tells a mapping from a list and from single values." },
            items: {
              type: "array",
              description: "The members in order.",
              items: {
                type: "array",
                description: "Key and value.",
                prefixItems: [{ type: "string" }, { $ref: "#/$defs/plainValue" }],
                items: false,
                minItems: 2,
                maxItems: 2
              }
            }
          }
        }
      ]
    },
    severity: { enum: ["error", "warning", "notice"], description: "GitHub's own three severities." },
    globs: {
      type: "object",
      description: "A selection of files by globs.",
      additionalProperties: false,
      required: ["include", "exclude"],
      properties: {
        include: {
          type: "array",
          description: "Globs of what is wanted; empty: whatever is found.",
          items: { type: "string" }
        },
        exclude: { type: "array", description: "Globs of what is not.", items: { type: "string" } }
      }
    },
    toleranceRule: {
      type: "object",
      description: "Differences up to the largest of these are tolerated.",
      additionalProperties: false,
      required: ["atol", "rtol", "maxUlp"],
      properties: {
        atol: { $ref: "#/$defs/number", description: "Absolute difference that is still tolerated." },
        rtol: {
          $ref: "#/$defs/number",
          description: "Difference relative to the larger of the two that is still tolerated."
        },
        maxUlp: { $ref: "#/$defs/number", description: "Units in the last place that are still tolerated." }
      }
    },
    role: {
      enum: ["checkpoint", "metrics", "record", "log", "bookkeeping", "image", "other", "ignored"],
      description: "What the file is, which decides how it is compared and whether it decides the verdict."
    },
    fileState: {
      type: "object",
      description: "Identity and state of one file.",
      additionalProperties: false,
      required: ["device", "inode", "size", "mtimeNs", "ctimeNs"],
      properties: {
        device: { type: "string", description: "Number of the device, decimal." },
        inode: { type: "string", description: "Number of the inode, decimal." },
        size: { type: "integer", minimum: 0, description: "Size of the file in bytes." },
        mtimeNs: { type: "string", description: "Time of the last change, nanoseconds since 1970, decimal." },
        ctimeNs: { type: "string", description: "Time of the last change of the inode, nanoseconds since 1970, decimal." }
      }
    },
    writtenFile: {
      type: "object",
      description: "One thing that a run wrote.",
      additionalProperties: false,
      required: ["path", "change", "type", "absolutePath", "state"],
      properties: {
        path: { type: "string", description: "Relative to the run's root, with /; odd bytes as \\xHH." },
        change: { enum: ["created", "changed", "deleted"], description: "What the run did to it." },
        type: {
          enum: ["file", "symlink", "fifo", "socket", "device", "unreadable", "deleted"],
          description: "What it is; only a file is ever opened."
        },
        absolutePath: { type: "string", description: "Where the bytes are now." },
        nameBytes: {
          type: "string",
          description: "Only where the name is not UTF-8: the true bytes of absolutePath in hexadecimal."
        },
        state: {
          description: "Its state after the run; null where there is none.",
          oneOf: [{ $ref: "#/$defs/fileState" }, { type: "null" }]
        },
        detail: { type: "string", description: "Why it cannot be read, or where a symlink points." }
      }
    },
    runEnd: {
      description: "How the training ended. Only exited with code 0 is success.",
      oneOf: [
        {
          type: "object",
          description: "It ended by itself.",
          additionalProperties: false,
          required: ["kind", "code"],
          properties: {
            kind: { const: "exited", description: "It ended by itself." },
            code: { type: "integer", description: "Exit code; 0 is success." }
          }
        },
        {
          type: "object",
          description: "A signal killed it.",
          additionalProperties: false,
          required: ["kind", "signal"],
          properties: {
            kind: { const: "signalled", description: "A signal killed it." },
            signal: { type: "string", description: "Name of the signal." }
          }
        },
        {
          type: "object",
          description: "It ran, or was silent, for too long.",
          additionalProperties: false,
          required: ["kind", "limit", "limitMs"],
          properties: {
            kind: { const: "timed-out", description: "It ran, or printed nothing, for too long, and was stopped." },
            limit: {
              enum: ["timeout", "idle-timeout"],
              description: "Which limit it came to: for the whole run, or for silence."
            },
            limitMs: { type: "number", description: "The limit in milliseconds." }
          }
        },
        {
          type: "object",
          description: "It never ran.",
          additionalProperties: false,
          required: ["kind", "why"],
          properties: {
            kind: { const: "not-started", description: "It never ran." },
            why: { type: "string", description: "Why it could not be started." }
          }
        },
        {
          type: "object",
          description: "The audit was cancelled.",
          additionalProperties: false,
          required: ["kind", "signal"],
          properties: {
            kind: { const: "cancelled", description: "The audit was cancelled while it ran." },
            signal: { type: "string", description: "The signal that asked for the end." }
          }
        }
      ]
    },
    observedProcess: {
      description: "A Python process of the run.",
      oneOf: [
        {
          type: "object",
          description: "A Python process and what the observer saw in it.",
          additionalProperties: false,
          required: [
            "kind",
            "pid",
            "parent",
            "forked",
            "signal",
            "interpreter",
            "seedings",
            "unseeded",
            "neverSeeded",
            "loaders",
            "torch",
            "numpy",
            "tensorflow",
            "jax",
            "variables",
            "reads",
            "distributions",
            "distributionsComplete",
            "dropped",
            "faults"
          ],
          properties: {
            kind: { const: "seen", description: "A process that left a record." },
            pid: { type: "integer", minimum: 0, description: "Id of the process." },
            parent: { type: "integer", minimum: 0, description: "Process id of the parent." },
            forked: { type: "boolean", description: "Whether it went on from its parent by fork." },
            signal: {
              description: "The signal that ended it; null where it ended by itself.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            interpreter: {
              type: "object",
              description: "The Python that ran.",
              additionalProperties: false,
              required: [
                "implementation",
                "version",
                "executable",
                "platform",
                "argv",
                "flags",
                "hashSeed",
                "hashSeedAtEnd",
                "hashSeedFixed",
                "hashCanary"
              ],
              properties: {
                implementation: { type: "string", description: "Name of the implementation, such as cpython." },
                version: { type: "string", description: "Version of Python, such as 3.12.1." },
                executable: { type: "string", description: "Absolute path of the interpreter." },
                platform: { type: "string", description: "Operating system, release and processor." },
                argv: { type: "array", description: "As it was started.", items: { type: "string" } },
                flags: {
                  type: "object",
                  description: "Flags of the interpreter.",
                  additionalProperties: false,
                  required: ["hashRandomization", "ignoreEnvironment", "isolated", "noSite"],
                  properties: {
                    hashRandomization: { type: "integer", minimum: 0, description: "sys.flags.hash_randomization." },
                    ignoreEnvironment: { type: "integer", minimum: 0, description: "sys.flags.ignore_environment (-E)." },
                    isolated: { type: "integer", minimum: 0, description: "sys.flags.isolated (-I)." },
                    noSite: { type: "integer", minimum: 0, description: "sys.flags.no_site (-S)." }
                  }
                },
                hashSeed: {
                  description: "PYTHONHASHSEED at the start; null: not set.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                },
                hashSeedAtEnd: { description: "The same at the end.", oneOf: [{ type: "string" }, { type: "null" }] },
                hashSeedFixed: { type: "boolean", description: "Whether it gives the same hashes in every start." },
                hashCanary: { type: "string", description: "Hash of a constant text." }
              }
            },
            seedings: {
              type: "array",
              description: "Every seeding of a random generator, in order.",
              items: {
                type: "object",
                description: "A seeding.",
                additionalProperties: false,
                required: ["what", "value", "order", "drawnBefore", "file", "line", "origin"],
                properties: {
                  what: { type: "string", description: "The function that was called, such as torch.manual_seed." },
                  value: {
                    description: "The seed, as text; null where it could not be told.",
                    oneOf: [{ type: "string" }, { type: "null" }]
                  },
                  order: { type: "integer", minimum: 0, description: "1, 2, … within the process." },
                  drawnBefore: {
                    description: "Whether the generator was drawn from before; null: not known.",
                    oneOf: [{ type: "boolean" }, { type: "null" }]
                  },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line of the call, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            unseeded: {
              type: "array",
              description: "Generators made without a seed, by line of code.",
              items: {
                type: "object",
                description: "Generators without a seed.",
                additionalProperties: false,
                required: ["what", "count", "file", "line", "origin"],
                properties: {
                  what: { type: "string", description: "The kind of generator." },
                  count: { type: "integer", minimum: 0, description: "How often one was made there." },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line of the call, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            neverSeeded: {
              type: "array",
              description: "Global generators that were drawn from and never seeded.",
              items: { type: "string" }
            },
            loaders: {
              type: "array",
              description: "DataLoaders with workers, without worker_init_fn and generator.",
              items: {
                type: "object",
                description: "A DataLoader.",
                additionalProperties: false,
                required: ["workers", "torchSeeded", "file", "line", "origin"],
                properties: {
                  workers: { type: "integer", minimum: 0, description: "How many workers it has." },
                  torchSeeded: { type: "boolean", description: "Whether torch was seeded before." },
                  file: { type: "string", description: "Absolute path, or a name such as <string>." },
                  line: { type: "integer", minimum: 0, description: "Line of the call, from 1." },
                  origin: { enum: ["own", "library", "standard"], description: "Whose code it is." }
                }
              }
            },
            torch: {
              description: "Null where torch was not loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "torch at the end of the process.",
                  additionalProperties: false,
                  required: [
                    "version",
                    "cuda",
                    "cudnn",
                    "cudaUsed",
                    "devices",
                    "deviceCount",
                    "deterministicAlgorithms",
                    "warnOnly",
                    "operations",
                    "cudnnDeterministic",
                    "cudnnBenchmark",
                    "matmulPrecision",
                    "matmulTf32",
                    "cudnnTf32",
                    "threads",
                    "initialSeed",
                    "defaultDtype"
                  ],
                  properties: {
                    version: { type: "string", description: "torch.__version__." },
                    cuda: { description: "CUDA version it was built for.", oneOf: [{ type: "string" }, { type: "null" }] },
                    cudnn: {
                      description: "cuDNN version, where a GPU was used.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    cudaUsed: { type: "boolean", description: "Whether CUDA was initialised." },
                    devices: {
                      type: "array",
                      description: "Devices on which memory was taken.",
                      items: {
                        type: "object",
                        description: "A device.",
                        additionalProperties: false,
                        required: ["index", "name"],
                        properties: {
                          index: { type: "integer", minimum: 0, description: "Number of the device." },
                          name: { type: "string", description: "Model of the device." }
                        }
                      }
                    },
                    deviceCount: {
                      description: "How many GPUs the process could see.",
                      oneOf: [{ type: "integer" }, { type: "null" }]
                    },
                    deterministicAlgorithms: {
                      type: "boolean",
                      description: "Whether torch.use_deterministic_algorithms was on."
                    },
                    warnOnly: { type: "boolean", description: "Deterministic algorithms only warn where there is none." },
                    operations: {
                      type: "array",
                      description: "Operations without a deterministic form that torch warned of.",
                      items: { type: "string" }
                    },
                    cudnnDeterministic: { type: "boolean", description: "torch.backends.cudnn.deterministic." },
                    cudnnBenchmark: { type: "boolean", description: "torch.backends.cudnn.benchmark." },
                    matmulPrecision: {
                      description: "torch.get_float32_matmul_precision().",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    matmulTf32: {
                      description: "Whether matrix products may use TF32.",
                      oneOf: [{ type: "boolean" }, { type: "null" }]
                    },
                    cudnnTf32: {
                      description: "Whether cuDNN may use TF32.",
                      oneOf: [{ type: "boolean" }, { type: "null" }]
                    },
                    threads: { description: "torch.get_num_threads().", oneOf: [{ type: "integer" }, { type: "null" }] },
                    initialSeed: {
                      description: "torch.initial_seed(), as text: the seed of the CPU generator.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    defaultDtype: {
                      description: "torch.get_default_dtype().",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    }
                  }
                },
                { type: "null" }
              ]
            },
            numpy: {
              description: "NumPy, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "NumPy.",
                  additionalProperties: false,
                  required: ["version", "blas"],
                  properties: {
                    version: { type: "string", description: "numpy.__version__." },
                    blas: { description: "Its linear algebra library.", oneOf: [{ type: "string" }, { type: "null" }] }
                  }
                },
                { type: "null" }
              ]
            },
            tensorflow: {
              description: "TensorFlow, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "TensorFlow.",
                  additionalProperties: false,
                  required: ["version", "opDeterminism", "gpus", "interOpThreads", "intraOpThreads"],
                  properties: {
                    version: { type: "string", description: "tensorflow.__version__." },
                    opDeterminism: {
                      description: "Whether operations are deterministic.",
                      oneOf: [{ type: "boolean" }, { type: "null" }]
                    },
                    gpus: {
                      type: "array",
                      description: "Names of the GPUs that were initialized.",
                      items: { type: "string" }
                    },
                    interOpThreads: {
                      description: "Threads between operations.",
                      oneOf: [{ type: "integer" }, { type: "null" }]
                    },
                    intraOpThreads: {
                      description: "Threads within an operation.",
                      oneOf: [{ type: "integer" }, { type: "null" }]
                    }
                  }
                },
                { type: "null" }
              ]
            },
            jax: {
              description: "JAX, where it was loaded.",
              oneOf: [
                {
                  type: "object",
                  description: "JAX.",
                  additionalProperties: false,
                  required: ["version", "backend", "devices", "x64", "prng", "matmulPrecision"],
                  properties: {
                    version: { type: "string", description: "jax.__version__." },
                    backend: { description: "cpu, gpu or tpu.", oneOf: [{ type: "string" }, { type: "null" }] },
                    devices: {
                      type: "array",
                      description: "Names of the devices of the backend.",
                      items: { type: "string" }
                    },
                    x64: { description: "Whether 64-bit types are on.", oneOf: [{ type: "boolean" }, { type: "null" }] },
                    prng: {
                      description: "Implementation of its random numbers.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    },
                    matmulPrecision: {
                      description: "Precision of matrix products.",
                      oneOf: [{ type: "string" }, { type: "null" }]
                    }
                  }
                },
                { type: "null" }
              ]
            },
            variables: {
              type: "object",
              description: "Variables that decide about determinism, as they stood at the end.",
              additionalProperties: { type: "string" }
            },
            reads: {
              description: "Files below the declared datasets that were opened for reading; null where none was declared.",
              oneOf: [
                {
                  type: "object",
                  description: "What was read.",
                  additionalProperties: false,
                  required: ["files", "dropped"],
                  properties: {
                    files: {
                      type: "array",
                      description: "Absolute paths, in the order of the first opening.",
                      items: { type: "string" }
                    },
                    dropped: { type: "integer", minimum: 0, description: "Openings of further files." }
                  }
                },
                { type: "null" }
              ]
            },
            distributions: {
              type: "array",
              description: "Installed distributions that were imported.",
              items: {
                type: "object",
                description: "A distribution.",
                additionalProperties: false,
                required: ["name", "version", "source", "revision", "installer"],
                properties: {
                  name: { type: "string", description: "Normalized name of the distribution." },
                  version: { type: "string", description: "Installed version." },
                  source: { enum: ["index", "vcs", "archive", "folder", "editable"], description: "How it was installed." },
                  revision: {
                    description: "Commit, or hash of the archive.",
                    oneOf: [{ type: "string" }, { type: "null" }]
                  },
                  installer: {
                    description: "Who installed it, such as pip or uv; null where it does not say.",
                    oneOf: [{ type: "string" }, { type: "null" }]
                  }
                }
              }
            },
            distributionsComplete: { type: "boolean", description: "Whether all of them were found." },
            dropped: { type: "integer", minimum: 0, description: "Events beyond the bounds." },
            faults: { type: "array", description: "What went wrong in the observer.", items: { type: "string" } }
          }
        },
        {
          type: "object",
          description: "A Python process that left no record that can be read.",
          additionalProperties: false,
          required: ["kind", "pid", "why"],
          properties: {
            kind: { const: "unrecorded", description: "A process that started and left no record that can be read." },
            pid: {
              description: "Id of the process; null where it is not known.",
              oneOf: [{ type: "integer" }, { type: "null" }]
            },
            why: { type: "string", description: "Why there is no record." }
          }
        }
      ]
    },
    run: {
      type: "object",
      description: "What is known of one run after it ended.",
      additionalProperties: false,
      required: [
        "number",
        "argv",
        "workingDirectory",
        "environment",
        "seed",
        "start",
        "end",
        "durationMs",
        "survivors",
        "logPath",
        "logBytes",
        "logTail",
        "written",
        "outside",
        "hostName",
        "pid",
        "observed",
        "unobserved",
        "machine",
        "workingTree",
        "doubts"
      ],
      properties: {
        number: { type: "integer", minimum: 1, description: "1, 2, … in the order in which they ran." },
        argv: { type: "array", description: "As it was started.", items: { type: "string" } },
        workingDirectory: { type: "string", description: "Absolute path of the folder in which it was started." },
        environment: {
          type: "object",
          description: "Variables that the audit added or changed.",
          additionalProperties: { type: "string" }
        },
        seed: {
          description: "The seed given; null where the run was not ours.",
          oneOf: [{ type: "integer" }, { type: "null" }]
        },
        start: { type: "string", description: "When it was started: ISO 8601, UTC." },
        end: {
          description: "Null where the run was not ours (compare).",
          oneOf: [{ $ref: "#/$defs/runEnd" }, { type: "null" }]
        },
        durationMs: { type: "number", description: "How long it took, in milliseconds." },
        survivors: {
          type: "array",
          description: "Processes of the run that were alive when it ended.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["pid", "command", "killed"],
            properties: {
              pid: { type: "integer", description: "Id of the process." },
              command: { type: "string", description: "Command line of the process." },
              killed: { type: "boolean", description: "Whether it could be killed." }
            }
          }
        },
        logPath: {
          description: "Absolute path of the log; null for compare.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        logBytes: { type: "integer", minimum: 0, description: "Size of the log in bytes." },
        logTail: { type: "array", description: "The last lines of the log.", items: { type: "string" } },
        written: {
          type: "array",
          description: "What the run left inside its outputs.",
          items: { $ref: "#/$defs/writtenFile" }
        },
        outside: {
          type: "array",
          description: "What it changed outside its outputs.",
          items: { $ref: "#/$defs/writtenFile" }
        },
        hostName: { type: "string", description: "Name of the host." },
        pid: { description: "Process id of the training.", oneOf: [{ type: "integer" }, { type: "null" }] },
        observed: {
          type: "array",
          description: "Python processes, as the observer saw them.",
          items: { $ref: "#/$defs/observedProcess" }
        },
        unobserved: {
          type: "array",
          description: "Python processes in which the observer could not ride.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["command", "why"],
            properties: {
              command: { type: "string", description: "Command line of the process." },
              why: { type: "string", description: "What kept it out." }
            }
          }
        },
        machine: {
          description: "What the machine says; null where the run was not ours.",
          oneOf: [
            {
              type: "object",
              description: "The machine.",
              additionalProperties: false,
              required: ["utcOffsetMinutes", "pythonVersion", "gpus"],
              properties: {
                utcOffsetMinutes: { type: "integer", description: "Of local time from UTC, east positive." },
                pythonVersion: {
                  description: "Of the first Python on the training's PATH.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                },
                gpus: {
                  description: "The GPUs of the machine by nvidia-smi, in its order; null where it gave no answer.",
                  oneOf: [
                    {
                      type: "array",
                      description: "In its order.",
                      items: {
                        type: "object",
                        additionalProperties: false,
                        required: ["name", "driver"],
                        properties: {
                          name: { type: "string", description: "Model of the GPU." },
                          driver: { type: "string", description: "Version of the driver." }
                        }
                      }
                    },
                    { type: "null" }
                  ]
                }
              }
            },
            { type: "null" }
          ]
        },
        workingTree: {
          description: "The Git working tree right before the run; null where there is none.",
          oneOf: [
            {
              type: "object",
              description: "The working tree.",
              additionalProperties: false,
              required: ["commit", "dirty", "dirtyCount", "diffSha256"],
              properties: {
                folder: { type: "string", description: "Where in the tree the training is started; absent: at its top." },
                commit: {
                  description: "The commit that is checked out; null before the first one.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                },
                dirty: {
                  type: "array",
                  description: "Tracked files that differ from it, at most 50.",
                  items: { type: "string" }
                },
                dirtyCount: {
                  type: "integer",
                  minimum: 0,
                  description: "How many tracked files differ from the commit."
                },
                diffSha256: {
                  description: "Over the difference to the commit.",
                  oneOf: [{ type: "string" }, { type: "null" }]
                }
              }
            },
            { type: "null" }
          ]
        },
        doubts: {
          type: "array",
          description: "Whatever weakens the comparison.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["code", "message"],
            properties: {
              code: { type: "string", description: "Name of the doubt, which never changes." },
              message: { type: "string", description: "What weakens the comparison, in a sentence." }
            }
          }
        }
      }
    },
    problemPlace: {
      type: "object",
      description: "Where a problem lies.",
      additionalProperties: false,
      required: [],
      properties: {
        file: { type: "string", description: "Path of the file." },
        entry: { type: "string", description: "Entry inside the file." },
        offset: { type: "integer", description: "Byte in the file, from 0." },
        line: { type: "integer", description: "Line in the file, from 1." },
        column: { type: "integer", description: "Column in the line, from 1." }
      }
    },
    requirementLine: {
      type: "object",
      description: "One line of a requirements file.",
      additionalProperties: false,
      required: ["name", "pinned", "text", "line", "problem", "source"],
      properties: {
        name: {
          description: "Normalized by PEP 503; null where it is no requirement.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        pinned: {
          description: "The exact version; null where it is not pinned.",
          oneOf: [{ type: "string" }, { type: "null" }]
        },
        text: { type: "string", description: "The line, credentials taken out." },
        line: { type: "integer", minimum: 0, description: "Line number, from 1." },
        problem: { description: "Why it could not be parsed.", oneOf: [{ type: "string" }, { type: "null" }] },
        source: { enum: ["index", "vcs", "url", "path", "editable"], description: "Where it is installed from." }
      }
    },
    record: {
      description: "What a run wrote down about itself.",
      oneOf: [
        {
          type: "object",
          description: "A document.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "value"],
          properties: {
            kind: { enum: ["environment", "configuration", "overrides"], description: "What kind of record it is." },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Name of the reason, which never changes." },
                  message: { type: "string", description: "What was wrong, in a sentence." },
                  line: { type: "integer", description: "Line of the record, from 1." }
                }
              }
            },
            value: { $ref: "#/$defs/plainValue", description: "What could be read." },
            line: { type: "integer", description: "Where it begins in a log, from 1." }
          }
        },
        {
          type: "object",
          description: "A requirements file.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "scope", "manager", "lines"],
          properties: {
            kind: { const: "requirements", description: "A list of packages." },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Name of the reason, which never changes." },
                  message: { type: "string", description: "What was wrong, in a sentence." },
                  line: { type: "integer", description: "Line of the record, from 1." }
                }
              }
            },
            scope: {
              enum: ["installed", "locked"],
              description: "What was there, or what may be installed on any platform."
            },
            manager: { enum: ["pip", "conda"], description: "Whose names these are." },
            lines: {
              type: "array",
              description: "Every line that asks for a package.",
              items: { $ref: "#/$defs/requirementLine" }
            }
          }
        },
        {
          type: "object",
          description: "Digests of the data that a run says it read.",
          additionalProperties: false,
          required: ["kind", "path", "neutralPath", "format", "problems", "claims"],
          properties: {
            kind: { const: "dataset", description: "Digests of data." },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Name of the reason, which never changes." },
                  message: { type: "string", description: "What was wrong, in a sentence." },
                  line: { type: "integer", description: "Line of the record, from 1." }
                }
              }
            },
            claims: {
              type: "array",
              description: "Each digest that the record states.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["subject", "algorithm", "digest", "pointer", "line"],
                properties: {
                  subject: { description: "Path or name beside it.", oneOf: [{ type: "string" }, { type: "null" }] },
                  algorithm: {
                    description: "As it is said.",
                    oneOf: [{ enum: ["sha256", "md5", "dvc"] }, { type: "null" }]
                  },
                  digest: { type: "string", description: "Hexadecimal, 12 digits or more." },
                  pointer: {
                    description: "JSON pointer to it in the record; null in a text.",
                    oneOf: [{ type: "string" }, { type: "null" }]
                  },
                  line: {
                    description: "Line of the record, from 1; null where it has no lines of its own.",
                    oneOf: [{ type: "integer" }, { type: "null" }]
                  }
                }
              }
            },
            value: {
              $ref: "#/$defs/plainValue",
              description: "The whole record as plain data, where it is a document that was read so."
            }
          }
        },
        {
          type: "object",
          description: "A folder that follows a layout.",
          additionalProperties: false,
          required: [
            "kind",
            "path",
            "neutralPath",
            "format",
            "problems",
            "layout",
            "folder",
            "timestamp",
            "experiment",
            "files"
          ],
          properties: {
            kind: { const: "layout", description: "A folder that follows a layout." },
            path: { type: "string", description: "Path in the run." },
            neutralPath: { type: "string", description: "Path without the run's own names." },
            format: { type: "string", description: "Id of the format that read it." },
            problems: {
              type: "array",
              description: "Problems met while reading.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["code", "message"],
                properties: {
                  code: { type: "string", description: "Name of the reason, which never changes." },
                  message: { type: "string", description: "What was wrong, in a sentence." },
                  line: { type: "integer", description: "Line of the record, from 1." }
                }
              }
            },
            layout: {
              enum: ["hydra", "experiment-timestamp", "lightning", "hugging-face"],
              description: "Name of the layout."
            },
            folder: { type: "string", description: "The folder that follows it." },
            timestamp: {
              description: "ISO local time in its name; null where it is no real time.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            experiment: {
              description: "Name of the experiment that the folder carries; null where it carries none.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            files: { type: "array", description: "Files inside, relative to it.", items: { type: "string" } }
          }
        }
      ]
    },
    datasetDigests: {
      type: "array",
      description: "Every digest by which this content is rightly recorded.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["algorithm", "scheme", "digest"],
        properties: {
          algorithm: { enum: ["sha256", "md5"], description: "Algorithm of the digest." },
          scheme: {
            enum: ["file", "dvc-folder", "contents", "paths-and-contents", "manifest"],
            description: "What the bytes of the digest were."
          },
          digest: { type: "string", description: "The digest in lower-case hexadecimal." }
        }
      }
    },
    dataset: {
      type: "object",
      description: "Data that the training reads, as it lay on the disk.",
      additionalProperties: false,
      required: ["path", "dvcFile", "expected", "state", "reason", "files", "sizeBytes", "digests", "pointers", "changed"],
      properties: {
        path: { type: "string", description: "As it was named: relative to the folder where the training is started." },
        dvcFile: { description: "The DVC file that names it.", oneOf: [{ type: "string" }, { type: "null" }] },
        expected: {
          description: "What it ought to be.",
          oneOf: [
            {
              type: "object",
              description: "A digest.",
              additionalProperties: false,
              required: ["algorithm", "digest"],
              properties: {
                algorithm: { enum: ["sha256", "md5"], description: "Algorithm of the digest." },
                digest: {
                  type: "string",
                  description: "The digest in hexadecimal; that of a folder of DVC's ends in .dir."
                },
                sizeBytes: { type: "integer", minimum: 0, description: "Bytes, where they were said." },
                files: { type: "integer", minimum: 0, description: "Files, where they were counted." }
              }
            },
            { type: "null" }
          ]
        },
        state: { enum: ["file", "folder", "missing", "unmeasured"], description: "What was found at the path." },
        reason: { description: "Why it was not measured.", oneOf: [{ type: "string" }, { type: "null" }] },
        files: { type: "integer", minimum: 0, description: "How many files the data has." },
        sizeBytes: { type: "integer", minimum: 0, description: "How many bytes the data has." },
        digests: {
          $ref: "#/$defs/datasetDigests",
          description: "Every digest by which this content is rightly recorded, the usual one first; empty where nothing was measured."
        },
        members: {
          type: "array",
          description: "Files of a folder that a record names one by one.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "digests"],
            properties: {
              path: { type: "string", description: "Relative to the folder." },
              digests: { $ref: "#/$defs/datasetDigests", description: "Every digest of this file." }
            }
          }
        },
        pointers: {
          type: "array",
          description: "Git LFS pointers in the place of files.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "sha256", "sizeBytes"],
            properties: {
              path: { type: "string", description: "Path of the file that is only a pointer." },
              sha256: { type: "string", description: "Of the data that is not there." },
              sizeBytes: { type: "integer", minimum: 0, description: "Size of the data that it stands for, in bytes." }
            }
          }
        },
        changed: {
          description: "Files that changed during the audit; null where nobody looked before.",
          oneOf: [{ type: "array", description: "Paths.", items: { type: "string" } }, { type: "null" }]
        }
      }
    },
    inventory: {
      type: "object",
      description: "One run on the table.",
      additionalProperties: false,
      required: ["run", "files", "checkpoints", "series", "records", "unread"],
      properties: {
        run: { type: "integer", minimum: 0, description: "Number of the run." },
        files: {
          type: "array",
          description: "Every file that the run left.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "role", "format", "byteLength", "because"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              role: { $ref: "#/$defs/role", description: "What the file is; this decides how it is compared." },
              format: {
                description: "Id of the format that recognized the content; null where none did.",
                oneOf: [{ type: "string" }, { type: "null" }]
              },
              byteLength: { type: "integer", minimum: 0, description: "Size of the file in bytes." },
              because: { type: "string", description: "Why it has this role." }
            }
          }
        },
        checkpoints: {
          type: "array",
          description: "Every checkpoint that could be opened.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "format", "keys", "values", "tensors", "weights"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              format: { type: "string", description: "Id of the format." },
              keys: { type: "array", description: "Top-level keys in order.", items: { type: "string" } },
              values: {
                type: "object",
                description: "Small values at the top level.",
                additionalProperties: { $ref: "#/$defs/plainValue" }
              },
              tensors: { type: "integer", minimum: 0, description: "How many tensors it holds." },
              weights: {
                description: "One digest over the digests of the model's float tensors.",
                oneOf: [{ type: "string" }, { type: "null" }]
              }
            }
          }
        },
        series: {
          type: "array",
          description: "Every metric series of numbers; beyond 50,000 points a run they are thinned, the extremes kept.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "neutralPath", "name", "stepKind", "count", "steps", "values"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              neutralPath: { type: "string", description: "Path without the run's own names." },
              name: { type: "string", description: "Name of the series." },
              stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
              count: { type: "integer", minimum: 0, description: "How many points there are." },
              steps: {
                type: "array",
                description: "Steps; thinned where there are fewer than points.",
                items: { $ref: "#/$defs/number" }
              },
              values: { type: "array", description: "As many values as steps.", items: { $ref: "#/$defs/number" } }
            }
          }
        },
        records: {
          type: "array",
          description: "What the run wrote down about itself.",
          items: { $ref: "#/$defs/record" }
        },
        unread: {
          type: "array",
          description: "Files that could not be read.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "role", "code", "reason", "remedy", "place"],
            properties: {
              path: { type: "string", description: "Path in the run." },
              role: { $ref: "#/$defs/role", description: "What the file would have been." },
              code: { type: "string", description: "Stable name of the reason." },
              reason: { type: "string", description: "Why it could not be read." },
              remedy: { type: "string", description: "What to do about it." },
              place: { $ref: "#/$defs/problemPlace", description: "Where reading failed." }
            }
          }
        }
      }
    },
    delta: {
      type: "object",
      description: "Sizes of numeric differences.",
      additionalProperties: false,
      required: ["differing", "of", "maxAbs", "maxRel", "maxUlp", "firstIndex", "firstValues", "nonFinite", "histogram"],
      properties: {
        differing: { type: "integer", minimum: 0, description: "How many elements differ." },
        of: { type: "integer", minimum: 0, description: "How many elements were compared." },
        maxAbs: {
          description: "Largest absolute difference; null where it has no meaning.",
          oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
        },
        maxRel: {
          description: "Largest |a-b| / max(|a|, |b|); null where it has no meaning.",
          oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
        },
        maxUlp: {
          description: "Largest distance in units in the last place, an exact integer; null where it has no meaning.",
          oneOf: [{ type: "string", pattern: "^[0-9]+$" }, { type: "null" }]
        },
        firstIndex: {
          type: "array",
          items: { type: "integer", minimum: 0 },
          description: "Index of the first differing element, in C order."
        },
        firstValues: {
          type: "object",
          description: "The first differing elements.",
          additionalProperties: false,
          required: ["first", "second"],
          properties: {
            first: { type: "string", description: "In the first run of the comparison." },
            second: { type: "string", description: "In the second run of the comparison." }
          }
        },
        nonFinite: {
          type: "object",
          description: "NaN and infinities among the differing elements.",
          additionalProperties: false,
          required: ["first", "second"],
          properties: {
            first: { type: "integer", minimum: 0, description: "In the first run of the comparison." },
            second: { type: "integer", minimum: 0, description: "In the second run of the comparison." }
          }
        },
        histogram: {
          description: "How many of a sample of the differing elements are 2^k to 2^(k+1)-1 steps apart, by k from 0: units in the last place of floats, ones of integers; null where sizes have no meaning.",
          oneOf: [{ type: "array", items: { type: "integer", minimum: 0 } }, { type: "null" }]
        }
      }
    },
    difference: {
      description: "One node of the tree of differences; what is not in it is equal.",
      oneOf: [
        {
          type: "object",
          description: "A group of differences.",
          additionalProperties: false,
          required: ["kind", "level", "place", "file", "children"],
          properties: {
            kind: { const: "group", description: "A run or a file." },
            level: { enum: ["run", "file"], description: "Which of the two." },
            place: { type: "string", description: "Neutral path of the file; empty for the run." },
            file: {
              description: "Facts of the file; null for the run.",
              oneOf: [
                {
                  type: "object",
                  additionalProperties: false,
                  required: ["role", "paths", "decides"],
                  properties: {
                    role: { $ref: "#/$defs/role", description: "What the file is." },
                    paths: {
                      type: "object",
                      description: "Path in each run; null where the run has none.",
                      additionalProperties: false,
                      required: ["first", "second"],
                      properties: {
                        first: {
                          oneOf: [{ type: "string" }, { type: "null" }],
                          description: "In the first run of the comparison."
                        },
                        second: {
                          oneOf: [{ type: "string" }, { type: "null" }],
                          description: "In the second run of the comparison."
                        }
                      }
                    },
                    decides: { type: "boolean", description: "Whether differences in it decide the verdict." }
                  }
                },
                { type: "null" }
              ]
            },
            children: { type: "array", description: "What differs inside it.", items: { $ref: "#/$defs/difference" } }
          }
        },
        {
          type: "object",
          description: "Only one run has it.",
          additionalProperties: false,
          required: ["kind", "place", "presentIn", "what", "summary"],
          properties: {
            kind: { const: "missing", description: "Only one run has it." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            presentIn: { enum: ["first", "second"], description: "The run that has it." },
            what: {
              enum: ["file", "entry", "series"],
              description: "What is missing on the other side: a file, an entry of a checkpoint, or a metric series."
            },
            summary: { type: "string", description: "What it is, in a few words." }
          }
        },
        {
          type: "object",
          description: "The element type differs.",
          additionalProperties: false,
          required: ["kind", "place", "dtypes"],
          properties: {
            kind: { const: "dtype", description: "The element type differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtypes: {
              type: "object",
              description: "Type of the elements on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "string", description: "In the first run of the comparison." },
                second: { type: "string", description: "In the second run of the comparison." }
              }
            }
          }
        },
        {
          type: "object",
          description: "The shape differs.",
          additionalProperties: false,
          required: ["kind", "place", "dtype", "shapes"],
          properties: {
            kind: { const: "shape", description: "The shape differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtype: { type: "string", description: "Type of the elements." },
            shapes: {
              type: "object",
              description: "Shape on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: {
                  type: "array",
                  items: { type: "integer", minimum: 0 },
                  description: "In the first run of the comparison."
                },
                second: {
                  type: "array",
                  items: { type: "integer", minimum: 0 },
                  description: "In the second run of the comparison."
                }
              }
            }
          }
        },
        {
          type: "object",
          description: "Elements of a tensor differ.",
          additionalProperties: false,
          required: ["kind", "place", "dtype", "shape", "delta", "digests", "tolerated"],
          properties: {
            kind: { const: "values", description: "Elements of a tensor differ." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            dtype: { type: "string", description: "Type of the elements." },
            shape: { type: "array", items: { type: "integer", minimum: 0 }, description: "Shape of the tensor." },
            delta: { $ref: "#/$defs/delta", description: "How much differs." },
            digests: {
              type: "object",
              description: "SHA-256 over the elements in C order, little-endian.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "string", description: "In the first run of the comparison." },
                second: { type: "string", description: "In the second run of the comparison." }
              }
            },
            tolerated: { type: "boolean", description: "Whether every difference lies inside the declared tolerance." }
          }
        },
        {
          type: "object",
          description: "A single value differs.",
          additionalProperties: false,
          required: ["kind", "place", "values", "tolerated"],
          properties: {
            kind: { const: "scalar", description: "A single value differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            values: {
              type: "object",
              description: "The value on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { $ref: "#/$defs/scalar", description: "In the first run of the comparison." },
                second: { $ref: "#/$defs/scalar", description: "In the second run of the comparison." }
              }
            },
            tolerated: { type: "boolean", description: "Whether the difference lies inside the declared tolerance." }
          }
        },
        {
          type: "object",
          description: "Different kinds of thing.",
          additionalProperties: false,
          required: ["kind", "place", "kinds"],
          properties: {
            kind: { const: "entry-kind", description: "Different kinds of thing." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            kinds: {
              type: "object",
              description: "What each side is.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "string", description: "In the first run of the comparison." },
                second: { type: "string", description: "In the second run of the comparison." }
              }
            }
          }
        },
        {
          type: "object",
          description: "A metric series differs.",
          additionalProperties: false,
          required: [
            "kind",
            "place",
            "stepKind",
            "firstStep",
            "firstValues",
            "differing",
            "of",
            "onlyFirst",
            "onlySecond",
            "maxAbs",
            "maxRel",
            "maxAbsStep",
            "lastAbs",
            "tolerated",
            "decides",
            "policy"
          ],
          properties: {
            kind: { const: "series", description: "A metric series differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
            firstStep: { type: "number", description: "First step at which the series differ." },
            firstValues: {
              type: "object",
              description: "Values there; null where a side has no point.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: {
                  oneOf: [{ type: "string" }, { type: "null" }],
                  description: "In the first run of the comparison."
                },
                second: {
                  oneOf: [{ type: "string" }, { type: "null" }],
                  description: "In the second run of the comparison."
                }
              }
            },
            differing: { type: "integer", minimum: 0, description: "How many steps differ." },
            of: { type: "integer", minimum: 0, description: "Steps in the outer join." },
            onlyFirst: { type: "integer", minimum: 0, description: "Steps that only the first run has." },
            onlySecond: { type: "integer", minimum: 0, description: "Steps that only the second run has." },
            maxAbs: {
              description: "Largest absolute difference at any step; null where no step has numbers on both sides.",
              oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
            },
            maxRel: {
              description: "Largest difference relative to the larger value; null as above.",
              oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
            },
            maxAbsStep: {
              description: "The step with the largest absolute difference.",
              oneOf: [{ type: "number" }, { type: "null" }]
            },
            lastAbs: {
              description: "Absolute difference at the last common step.",
              oneOf: [{ $ref: "#/$defs/number" }, { type: "null" }]
            },
            tolerated: { type: "boolean", description: "Whether every difference lies inside the declared tolerance." },
            decides: { type: "boolean", description: "False for what is shown and never judged, such as wall times." },
            policy: { description: "By which rule it does not decide.", oneOf: [{ type: "string" }, { type: "null" }] }
          }
        },
        {
          type: "object",
          description: "The content is the same, its structure differs.",
          additionalProperties: false,
          required: ["kind", "place", "aspect", "values"],
          properties: {
            kind: { const: "structure", description: "The content is the same, its structure differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            aspect: {
              enum: [
                "type",
                "order",
                "aliasing",
                "strides",
                "device",
                "byte-order",
                "requires-grad",
                "tensor-class",
                "attributes",
                "storage",
                "container"
              ],
              description: "Which aspect of the structure: order, strides, aliasing, device, …"
            },
            values: {
              type: "object",
              description: "The aspect on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "string", description: "In the first run of the comparison." },
                second: { type: "string", description: "In the second run of the comparison." }
              }
            }
          }
        },
        {
          type: "object",
          description: "Bytes differ.",
          additionalProperties: false,
          required: ["kind", "place", "what", "sizes", "firstOffset", "digests"],
          properties: {
            kind: { const: "bytes", description: "Bytes differ." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            what: { type: "string", description: "What it is, in a few words." },
            sizes: {
              type: "object",
              description: "Size in bytes on each side.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "integer", minimum: 0, description: "In the first run of the comparison." },
                second: { type: "integer", minimum: 0, description: "In the second run of the comparison." }
              }
            },
            firstOffset: { type: "integer", minimum: 0, description: "First byte that differs." },
            digests: {
              type: "object",
              description: "SHA-256 of the bytes.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: { type: "string", description: "In the first run of the comparison." },
                second: { type: "string", description: "In the second run of the comparison." }
              }
            }
          }
        },
        {
          type: "object",
          description: "The first line that differs.",
          additionalProperties: false,
          required: ["kind", "place", "line", "lines"],
          properties: {
            kind: { const: "line", description: "The first line that differs." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            line: { type: "integer", minimum: 0, description: "Line number, from 1." },
            lines: {
              type: "object",
              description: "The lines; null where a side has none.",
              additionalProperties: false,
              required: ["first", "second"],
              properties: {
                first: {
                  oneOf: [{ type: "string" }, { type: "null" }],
                  description: "In the first run of the comparison."
                },
                second: {
                  oneOf: [{ type: "string" }, { type: "null" }],
                  description: "In the second run of the comparison."
                }
              }
            }
          }
        },
        {
          type: "object",
          description: "Bytes of the file differ, all its content is the same.",
          additionalProperties: false,
          required: ["kind", "place", "causes"],
          properties: {
            kind: { const: "container-bytes", description: "Bytes of the file differ, all its content is the same." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            causes: {
              type: "array",
              description: "What differs around the content, where it is known.",
              items: { type: "string" }
            }
          }
        },
        {
          type: "object",
          description: "It could not be read.",
          additionalProperties: false,
          required: ["kind", "place", "side", "code", "reason"],
          properties: {
            kind: { const: "unread", description: "It could not be read." },
            place: {
              type: "string",
              description: "Where in the file: an entry of a checkpoint, a series; empty for the file as a whole."
            },
            side: { enum: ["first", "second", "both"], description: "Which run has it, or both." },
            code: { type: "string", description: "Stable name of the reason." },
            reason: { type: "string", description: "Why it could not be read." }
          }
        }
      ]
    },
    lastPoint: {
      description: "The last point; null where there is none.",
      oneOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["step", "value"],
          properties: {
            step: { type: "number", description: "Step of the last point." },
            value: { type: "string", description: "Its exact value, as text." }
          }
        },
        { type: "null" }
      ]
    },
    coverage: {
      type: "object",
      description: "What was compared, and what was not.",
      additionalProperties: false,
      required: [
        "totals",
        "checkpoints",
        "series",
        "pairings",
        "ambiguous",
        "notCompared",
        "allBytesEqual",
        "sameInode",
        "ownNameStrings",
        "readNotes"
      ],
      properties: {
        totals: {
          type: "object",
          description: "Counts over everything that decides.",
          additionalProperties: false,
          required: [
            "files",
            "checkpoints",
            "tensors",
            "elements",
            "tensorBytes",
            "scalars",
            "series",
            "points",
            "bytesComparedFiles",
            "ownNamesReplaced"
          ],
          properties: {
            files: { type: "integer", minimum: 0, description: "How many files that decide were compared." },
            checkpoints: { type: "integer", minimum: 0, description: "How many checkpoints were compared leaf by leaf." },
            tensors: { type: "integer", minimum: 0, description: "How many tensors were compared." },
            elements: { type: "integer", minimum: 0, description: "How many elements of tensors were compared." },
            tensorBytes: { type: "integer", minimum: 0, description: "Bytes of these tensors, of one run." },
            scalars: { type: "integer", minimum: 0, description: "How many single values of checkpoints were compared." },
            series: {
              type: "integer",
              minimum: 0,
              description: "How many metric series of numbers that decide were compared; counters and texts are not among them."
            },
            points: { type: "integer", minimum: 0, description: "At how many steps of these both runs have a point." },
            bytesComparedFiles: {
              type: "integer",
              minimum: 0,
              description: "How many other files were compared by their bytes."
            },
            ownNamesReplaced: {
              type: "integer",
              minimum: 0,
              description: "How many of the runs' own names were taken out of strings before these were compared."
            }
          }
        },
        checkpoints: {
          type: "array",
          description: "One line of the table of checkpoints.",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "place",
              "paths",
              "formats",
              "byteLengths",
              "sameBytes",
              "tensors",
              "elements",
              "scalars",
              "differingTensors",
              "floatTensors",
              "nonFiniteTensors",
              "digests",
              "executableReferences"
            ],
            properties: {
              place: { type: "string", description: "Neutral path of the checkpoint." },
              paths: {
                type: "object",
                description: "Path in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "string", description: "In the first run of the comparison." },
                  second: { type: "string", description: "In the second run of the comparison." }
                }
              },
              formats: {
                type: "object",
                description: "Format in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "string", description: "In the first run of the comparison." },
                  second: { type: "string", description: "In the second run of the comparison." }
                }
              },
              byteLengths: {
                type: "object",
                description: "Size in bytes, in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "integer", minimum: 0, description: "In the first run of the comparison." },
                  second: { type: "integer", minimum: 0, description: "In the second run of the comparison." }
                }
              },
              sameBytes: { type: "boolean", description: "Whether the files are equal byte by byte." },
              tensors: { type: "integer", minimum: 0, description: "How many tensors were compared." },
              elements: { type: "integer", minimum: 0, description: "How many elements were compared." },
              scalars: { type: "integer", minimum: 0, description: "How many single values were compared." },
              differingTensors: { type: "integer", minimum: 0, description: "How many tensors differ." },
              floatTensors: { type: "integer", minimum: 0, description: "How many tensors hold floats." },
              nonFiniteTensors: {
                type: "integer",
                minimum: 0,
                description: "Float tensors without a finite element in either run: equal NaNs prove nothing."
              },
              digests: {
                type: "array",
                description: "Digest of every tensor that both runs have.",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["path", "dtype", "shape", "digests"],
                  properties: {
                    path: { type: "string", description: "Path of the tensor in the checkpoint." },
                    dtype: { type: "string", description: "Type of the elements." },
                    shape: {
                      type: "array",
                      items: { type: "integer", minimum: 0 },
                      description: "Shape of the tensor."
                    },
                    digests: {
                      type: "object",
                      description: "SHA-256 over the elements in C order, little-endian.",
                      additionalProperties: false,
                      required: ["first", "second"],
                      properties: {
                        first: { type: "string", description: "In the first run of the comparison." },
                        second: { type: "string", description: "In the second run of the comparison." }
                      }
                    }
                  }
                }
              },
              executableReferences: {
                type: "array",
                description: "Dotted names that unpickling would import and call.",
                items: { type: "string" }
              }
            }
          }
        },
        series: {
          type: "array",
          description: "One line of the table of series.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["place", "name", "stepKind", "points", "last", "lastStep", "firstDivergentStep", "decides"],
            properties: {
              place: { type: "string", description: "Neutral path of the file." },
              name: { type: "string", description: "Name of the series." },
              stepKind: { enum: ["step", "epoch", "row"], description: "What the steps count." },
              points: {
                type: "object",
                description: "How many points, in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "integer", minimum: 0, description: "In the first run of the comparison." },
                  second: { type: "integer", minimum: 0, description: "In the second run of the comparison." }
                }
              },
              last: {
                type: "object",
                description: "The last point of each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { $ref: "#/$defs/lastPoint", description: "In the first run of the comparison." },
                  second: { $ref: "#/$defs/lastPoint", description: "In the second run of the comparison." }
                }
              },
              lastStep: { description: "The last common step.", oneOf: [{ type: "number" }, { type: "null" }] },
              firstDivergentStep: {
                description: "Null where the series are equal.",
                oneOf: [{ type: "number" }, { type: "null" }]
              },
              decides: { type: "boolean", description: "False for what is shown and never judged." },
              proves: {
                const: false,
                description: "There, and false, for counters of steps and epochs and for texts: that they agree is no evidence."
              }
            }
          }
        },
        pairings: {
          type: "array",
          description: "Files put together although their paths differ.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["paths", "neutralPath", "ambiguous"],
            properties: {
              paths: {
                type: "object",
                description: "Path in each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "string", description: "In the first run of the comparison." },
                  second: { type: "string", description: "In the second run of the comparison." }
                }
              },
              neutralPath: { type: "string", description: "The name that the two have in common." },
              ambiguous: { type: "boolean", description: "Whether there was more than one way." }
            }
          }
        },
        ambiguous: {
          type: "array",
          description: "Pairings that could not be decided.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["neutralPath", "first", "second"],
            properties: {
              neutralPath: { type: "string", description: "The name that all of them have in common." },
              first: { type: "array", description: "Candidates in the first run.", items: { type: "string" } },
              second: { type: "array", description: "Candidates in the second run.", items: { type: "string" } }
            }
          }
        },
        notCompared: {
          type: "array",
          description: "What was not compared.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["run", "path", "role", "why", "reason"],
            properties: {
              run: { enum: ["first", "second", "both"], description: "Which run has it, or both." },
              path: { type: "string", description: "Path of the file." },
              role: { $ref: "#/$defs/role", description: "What the file is." },
              why: {
                enum: ["policy", "listed", "unread", "special"],
                description: "policy: was asked for; listed: follows from the role; unread: could not be read; special: no regular file."
              },
              reason: { type: "string", description: "The reason, in a phrase." }
            }
          }
        },
        allBytesEqual: {
          type: "boolean",
          description: "Whether every file that decides has the same bytes on both sides."
        },
        sameInode: { type: "array", description: "Pairs that are one and the same file.", items: { type: "string" } },
        ownNameStrings: {
          type: "array",
          description: "Strings equal only after own names were taken out; at most 200.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["place", "texts"],
            properties: {
              place: { type: "string", description: "File and entry in which they stand." },
              texts: {
                type: "object",
                description: "The string of each run.",
                additionalProperties: false,
                required: ["first", "second"],
                properties: {
                  first: { type: "string", description: "In the first run of the comparison." },
                  second: { type: "string", description: "In the second run of the comparison." }
                }
              }
            }
          }
        },
        readNotes: {
          type: "array",
          description: "Oddities met while reading.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["run", "path", "code", "message"],
            properties: {
              run: { enum: ["first", "second"], description: "Which run." },
              path: { type: "string", description: "Path of the file." },
              code: { type: "string", description: "Name of the oddity, which never changes." },
              message: { type: "string", description: "What was odd, in a sentence." }
            }
          }
        }
      }
    },
    ownNames: {
      type: "array",
      description: "A run's own names.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["text", "placeholder"],
        properties: {
          text: { type: "string", description: "The text as it stands in the run." },
          placeholder: { type: "string", description: "What stands in its place." }
        }
      }
    },
    policy: {
      type: "object",
      description: "What judging and comparing were told.",
      additionalProperties: false,
      required: [
        "require",
        "tolerance",
        "checkpoints",
        "metrics",
        "ignore",
        "layout",
        "layoutPaths",
        "records",
        "datasets",
        "requireGpu",
        "environmentSchema",
        "checks",
        "failOn"
      ],
      properties: {
        require: { enum: ["identical", "equivalent", "within-tolerance"], description: "The weakest verdict that passes." },
        tolerance: {
          type: "object",
          description: "What differences are tolerated.",
          additionalProperties: false,
          required: ["everywhere", "rules"],
          properties: {
            everywhere: {
              description: "Where no other rule applies; null: exact.",
              oneOf: [{ $ref: "#/$defs/toleranceRule" }, { type: "null" }]
            },
            rules: {
              type: "array",
              description: "By glob; the first that matches wins.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["glob", "rule"],
                properties: {
                  glob: { type: "string", description: "Glob on a tensor's path or a series' name." },
                  rule: { $ref: "#/$defs/toleranceRule", description: "The rule for what the glob matches." }
                }
              }
            }
          }
        },
        checkpoints: { $ref: "#/$defs/globs", description: "Which files are read as checkpoints." },
        metrics: {
          type: "object",
          description: "Which files hold metrics, and patterns for trainings that only print.",
          additionalProperties: false,
          required: ["include", "exclude", "stdout"],
          properties: {
            include: {
              type: "array",
              description: "Globs of what is wanted; empty: whatever is found.",
              items: { type: "string" }
            },
            exclude: { type: "array", description: "Globs of what is not.", items: { type: "string" } },
            stdout: { type: "array", description: "RE2 patterns with named groups.", items: { type: "string" } }
          }
        },
        ignore: {
          type: "object",
          description: "What is set aside.",
          additionalProperties: false,
          required: ["series", "scalars", "files"],
          properties: {
            series: { type: "array", description: "Globs of metric series.", items: { type: "string" } },
            scalars: {
              type: "array",
              description: "Globs of single values in checkpoints.",
              items: { type: "string" }
            },
            files: { type: "array", description: "Globs of files.", items: { type: "string" } }
          }
        },
        layout: {
          enum: ["auto", "hydra", "experiment-timestamp", "lightning", "hugging-face", "paths", "none"],
          description: "The layout asked for."
        },
        layoutPaths: {
          type: "object",
          description: "A layout of the user's own.",
          additionalProperties: false,
          required: ["required", "allowed"],
          properties: {
            required: { type: "array", description: "Globs, each of which must match.", items: { type: "string" } },
            allowed: {
              type: "array",
              description: "Globs, one of which every file must match.",
              items: { type: "string" }
            }
          }
        },
        records: {
          type: "object",
          description: "Where records lie; empty: found by themselves.",
          additionalProperties: false,
          required: ["environment", "requirements", "configuration", "dataset"],
          properties: {
            environment: { type: "array", description: "Globs of the environment record.", items: { type: "string" } },
            requirements: { type: "array", description: "Globs of the list of packages.", items: { type: "string" } },
            configuration: { type: "array", description: "Globs of the configuration.", items: { type: "string" } },
            dataset: { type: "array", description: "Globs of the digests of data.", items: { type: "string" } }
          }
        },
        datasets: {
          type: "array",
          description: "Data of which the digest is computed anew.",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["path", "sha256"],
            properties: {
              path: { type: "string", description: "Path, relative to where the training is started." },
              sha256: { description: "Its digest, where it is known.", oneOf: [{ type: "string" }, { type: "null" }] }
            }
          }
        },
        requireGpu: { type: "boolean", description: "A run that never touched a GPU proves nothing." },
        environmentSchema: { $ref: "#/$defs/any", description: "The JSON Schema of the environment record; null: ours." },
        checks: {
          type: "object",
          description: "What was said about checks.",
          additionalProperties: false,
          required: ["severities", "waivers"],
          properties: {
            severities: {
              type: "object",
              description: "Severity by check id or group/*.",
              additionalProperties: { enum: ["error", "warning", "notice", "off"] }
            },
            waivers: {
              type: "array",
              description: "Findings that are accepted for a time.",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["id", "place", "reason", "until"],
                properties: {
                  id: { type: "string", description: "Id of the check, or group/*." },
                  place: { type: "string", description: "Glob on the file, or on file:entry, for which it holds." },
                  reason: { type: "string", description: "Why the finding is accepted." },
                  until: { type: "string", description: "ISO date of its last day." }
                }
              }
            }
          }
        },
        failOn: { enum: ["error", "warning", "never"], description: "From which severity on findings fail the audit." }
      }
    },
    finding: {
      type: "object",
      description: "What a check found.",
      additionalProperties: false,
      required: ["check", "title", "severity", "certainty", "message", "place", "facts", "waived"],
      properties: {
        check: { type: "string", description: "Id of the check, group/condition." },
        title: { type: "string", description: "What the check is about." },
        severity: { $ref: "#/$defs/severity", description: "How bad it is, after policy: GitHub's own three levels." },
        certainty: { enum: ["measured", "inferred"], description: "Whether it was measured or is a likely cause." },
        message: {
          type: "string",
          description: "What was found and what was expected, in a sentence. Its wording may change."
        },
        place: {
          type: "object",
          description: "Where it was found.",
          additionalProperties: false,
          required: ["run", "file", "entry", "line"],
          properties: {
            run: {
              description: "Number of the run; null: both, or the audit.",
              oneOf: [{ type: "integer", minimum: 1 }, { type: "null" }]
            },
            file: {
              description: "Path of the file; null for the audit as a whole.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            entry: {
              description: "Entry inside the file, series, or JSON pointer; null for the whole file.",
              oneOf: [{ type: "string" }, { type: "null" }]
            },
            line: {
              description: "Line in the file, from 1; null where it has none.",
              oneOf: [{ type: "integer" }, { type: "null" }]
            }
          }
        },
        facts: {
          type: "object",
          description: "What the message is made of.",
          additionalProperties: { $ref: "#/$defs/fact" }
        },
        waived: {
          description: "Reason of the waiver that covers it; null where none does.",
          oneOf: [{ type: "string" }, { type: "null" }]
        }
      }
    }
  }
};

// src/report/document-schema.ts
var prefix = "#/$defs/";
function resolveNode(root, node) {
  if (node.$ref === void 0) return { node, name: null };
  const name = node.$ref.slice(prefix.length);
  const target = root.$defs?.[name];
  if (target === void 0) throw new TypeError(`the schema points to "${node.$ref}", which it does not define`);
  return { node: target, name };
}
function branchFor(root, branches, value) {
  return branches.find((branch) => accepts(root, branch, value)) ?? null;
}
function accepts(root, unresolved, value) {
  const { node } = resolveNode(root, unresolved);
  if (node.oneOf !== void 0) return branchFor(root, node.oneOf, value) !== null;
  if (node.const !== void 0) return value === node.const;
  if (node.enum !== void 0) return node.enum.some((allowed) => allowed === value);
  if (node.type !== void 0 && node.type !== typeName(value)) {
    return node.type === "integer" && typeof value === "number";
  }
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(node.properties ?? {}).every(([key, member]) => {
    const told = resolveNode(root, member).node;
    if (told.const === void 0 && told.enum === void 0) return true;
    return Object.hasOwn(value, key) && accepts(root, told, Reflect.get(value, key));
  });
}
function typeName(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
function memberSchema(node, key) {
  const named = node.properties !== void 0 && Object.hasOwn(node.properties, key) ? node.properties[key] : void 0;
  return named ?? (typeof node.additionalProperties === "object" ? node.additionalProperties : {});
}
function itemSchema(node, index) {
  return node.prefixItems?.[index] ?? (typeof node.items === "object" ? node.items : {});
}

// src/report/json-text.ts
var lineLength = 100;
function jsonText(value) {
  return `${spread(value, "")}
`;
}
function jsonLine(value) {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isArray(value)) return `[${value.map(jsonLine).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${quotedKey(key)}: ${jsonLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function lineWithin(value, most2) {
  let room = most2;
  const visit = (part) => {
    if (typeof part !== "object" || part === null) {
      if (typeof part === "string" && part.length > room) return null;
      const text = jsonLine(part);
      room -= text.length;
      return room < 0 ? null : text;
    }
    const list2 = isArray(part);
    room -= 4;
    const texts = [];
    for (const [key, member] of list2 ? part.entries() : Object.entries(part)) {
      room -= typeof key === "string" ? key.length + 6 : 6;
      const text = room < 0 ? null : visit(member);
      if (text === null) return null;
      texts.push(typeof key === "string" ? `${quotedKey(key)}: ${text}` : text);
    }
    if (room < 0) return null;
    if (list2) return `[${texts.join(", ")}]`;
    return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
  };
  return visit(value);
}
function spread(value, indent2) {
  const line = lineWithin(value, lineLength - indent2.length);
  if (line !== null) return line;
  if (typeof value !== "object" || value === null) return jsonLine(value);
  const inner = `${indent2}  `;
  if (isArray(value)) {
    if (value.length === 0) return "[]";
    if (value.every((member) => typeof member === "number")) return `[
${filled(value, inner)}
${indent2}]`;
    return `[
${value.map((member) => `${inner}${spread(member, inner)}`).join(",\n")}
${indent2}]`;
  }
  const members = Object.entries(value).map(([key, member]) => `${inner}${quotedKey(key)}: ${spread(member, inner)}`);
  return members.length === 0 ? "{}" : `{
${members.join(",\n")}
${indent2}}`;
}
function filled(numbers, indent2) {
  const lines = [];
  let line = indent2;
  numbers.forEach((number, index) => {
    const text = `${numberText(number)}${index === numbers.length - 1 ? "" : ","}`;
    if (line.length > indent2.length && line.length + 1 + text.length > lineLength) {
      lines.push(line);
      line = indent2;
    }
    line += line.length > indent2.length ? ` ${text}` : text;
  });
  lines.push(line);
  return lines.join("\n");
}
var knownKeys = /* @__PURE__ */ new Map();
function quotedKey(key) {
  const known = knownKeys.get(key);
  if (known !== void 0) return known;
  const text = quoted(key);
  if (knownKeys.size < 1e3) knownKeys.set(key, text);
  return text;
}
function numberText(value) {
  if (!Number.isFinite(value)) throw new TypeError("JSON has no number that is not finite");
  return Object.is(value, -0) ? "-0" : String(value);
}
function quoted(text) {
  const json = JSON.stringify(text);
  if (!/[^\x20-\x7e]|##\[/.test(json)) return json;
  return json.replace(/[\u007f-\u00a0\u00ad\p{Zl}\p{Zp}\p{Cf}]/gu, escaped).replaceAll("##[", "#\\u0023[");
}
function escaped(character) {
  let text = "";
  for (let at2 = 0; at2 < character.length; at2++) {
    text += `\\u${character.charCodeAt(at2).toString(16).padStart(4, "0")}`;
  }
  return text;
}
function isArray(value) {
  return Array.isArray(value);
}

// src/report/json.ts
var reportSchema = report_v1_default;
var numberKey = "$number";
var jsonReporter = {
  id: "json",
  title: "The whole report as JSON",
  fileName: "report.json",
  render: (report) => jsonText(encode(report, reportSchema))
};
function encode(value, unresolved) {
  const { node, name } = resolveNode(reportSchema, unresolved);
  if (name === "fact") return encodeFact(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : nameOfNonFinite(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (node.oneOf !== void 0) return encode(value, branchFor(reportSchema, node.oneOf, value) ?? {});
  if (Array.isArray(value)) {
    return value.map((item, index) => encode(item, itemSchema(node, index)));
  }
  const keys = node.properties === void 0 ? Object.keys(value).sort() : Object.keys(node.properties);
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0]).filter(([, member]) => member !== void 0).map(([key, member]) => [key, encode(member, memberSchema(node, key))])
  );
}
function encodeFact(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : { [numberKey]: nameOfNonFinite(value) };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(encodeFact);
  return Object.fromEntries(
    Object.keys(value).sort().map((key) => [key.startsWith("$") ? `$${key}` : key, encodeFact(Reflect.get(value, key))])
  );
}
function nameOfNonFinite(value) {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}

// src/publish/seal-report.ts
import { createHash } from "node:crypto";
function sealText(seal, report) {
  return seal.render(report, sha256Of(jsonReporter.render(report, { color: false, columns: 100, verbose: true })));
}
function sha256Of(text) {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

// src/report/text/span.ts
function words(...parts2) {
  return parts2.flatMap(
    (part) => typeof part === "string" ? [{ text: part, style: "plain" }] : isText(part) ? part : [part]
  ).filter((span) => span.text !== "");
}
function isText(part) {
  return Array.isArray(part);
}
function code(text) {
  return { text, style: "code" };
}
function strong(text) {
  return { text, style: "strong" };
}
function quiet(text) {
  return { text, style: "quiet" };
}
function joined(texts, separator) {
  return texts.flatMap((text, index) => index === 0 ? text : words(separator, text));
}
function plainText(text) {
  return text.map((span) => span.text).join("");
}

// src/report/story/file-names.ts
function fileNames(inventories) {
  const files = inventories.flatMap((inventory) => inventory.files);
  const telling = files.filter((file) => file.role !== "bookkeeping" && file.role !== "ignored");
  return {
    folder: commonFolder(telling.map((file) => file.neutralPath)),
    known: new Set(files.map((file) => file.neutralPath)),
    neutral: new Map(
      inventories.map((inventory) => [
        inventory.run,
        new Map(inventory.files.map((file) => [file.path, file.neutralPath]))
      ])
    )
  };
}
function commonFolder(paths) {
  const [first, ...others] = paths.map((path) => path.split("/").slice(0, -1));
  if (first === void 0) return "";
  const shared = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const parts2 = shared < 0 ? first : first.slice(0, shared);
  return parts2.length === 0 ? "" : `${parts2.join("/")}/`;
}
function shortName(names, path, run = null) {
  const neutral = neutralPath(names, path, run);
  if (names.folder === "") return neutral;
  if (neutral.startsWith(names.folder) && neutral.length > names.folder.length) {
    return neutral.slice(names.folder.length);
  }
  return names.known.has(neutral) ? `./${neutral}` : neutral;
}
function withShortNames(names, sentence2) {
  return sentence2.replace(
    /"([^"\\]+)"/g,
    (quoted2, text) => names.known.has(neutralPath(names, text, null)) ? `"${shortName(names, text)}"` : quoted2
  );
}
function liesOutside(names) {
  return names.folder !== "" && [...names.known].some((path) => !path.startsWith(names.folder));
}
function neutralName(names, path, run) {
  const neutral = neutralPath(names, path, run);
  return names.known.has(neutral) ? neutral : null;
}
function neutralPath(names, path, run) {
  if (names.known.has(path)) return path;
  const maps = run === null ? [...names.neutral.values()] : [names.neutral.get(run)];
  for (const map of maps) {
    const found = map?.get(path);
    if (found !== void 0) return found;
  }
  return path;
}

// src/report/text/inline-code.ts
function withInlineCode(sentence2) {
  const parts2 = sentence2.split("`");
  const whole = parts2.length % 2 === 1 ? parts2 : [...parts2.slice(0, -2), `${parts2.at(-2)}\`${parts2.at(-1)}`];
  return words(...whole.map((part, index) => index % 2 === 1 ? code(part) : part));
}

// src/report/story/run-names.ts
function runName(number) {
  return `run ${number}`;
}
function runNames(comparison) {
  return { first: runName(comparison.first), second: runName(comparison.second) };
}
function comparisonLabel(report, comparison) {
  return report.comparisons.length < 2 ? "" : `${runName(comparison.first)} and ${runName(comparison.second)}`;
}

// src/report/story/section.ts
function section(id, title, blocks2, options = {}) {
  return { id, title, blocks: blocks2, aside: options.aside ?? null, folded: options.folded ?? false };
}
function paragraph(...parts2) {
  return { kind: "paragraph", text: words(...parts2) };
}
function list(items, ordered = false) {
  return { kind: "list", ordered, items };
}
var left = (title) => ({ title, align: "left" });
var right = (title) => ({ title, align: "right" });
function cutTable(columns, rows, limit) {
  return [{ kind: "table", columns, rows: rows.slice(0, limit) }, ...more(rows.length - limit)];
}
function cutList(items, limit) {
  return [list(items.slice(0, limit)), ...more(items.length - limit)];
}
function more(count, alike2 = "") {
  if (count <= 0) return [];
  return [paragraph(quiet(`… and ${formatInteger(count)} more${alike2}: all of them are in report.json.`))];
}
function withoutGood(whole) {
  return { ...whole, blocks: whole.blocks.map(blockWithoutGood) };
}
function blockWithoutGood(block) {
  switch (block.kind) {
    case "verdict":
    case "paragraph":
      return { ...block, text: plainer(block.text) };
    case "list":
      return { ...block, items: block.items.map(plainer) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map(plainer)) };
    case "output":
    case "code":
      return block;
    default:
      block;
      return block;
  }
}
function plainer(text) {
  return text.map((span) => span.style === "good" ? { ...span, style: "plain" } : span);
}

// src/report/story/findings.ts
var severityRank = { error: 0, warning: 1, notice: 2 };
var severityStyle = { error: "bad", warning: "doubt", notice: "quiet" };
function isOpen(finding) {
  return finding.waived === null;
}
function worstFirst(findings) {
  const weight = (finding) => (isOpen(finding) ? 0 : 10) + severityRank[finding.severity] * 2 + (finding.certainty === "measured" ? 0 : 1);
  return findings.toSorted((a, b) => weight(a) - weight(b));
}
function placeText(place, files = null) {
  const parts2 = [];
  if (place.run !== null) parts2.push({ text: runName(place.run), style: "plain" });
  if (place.file !== null) parts2.push(code(files === null ? place.file : shortName(files, place.file, place.run)));
  if (place.entry !== null) parts2.push(code(place.entry));
  if (place.line !== null) parts2.push({ text: `line ${place.line}`, style: "plain" });
  return joined(
    parts2.map((part) => words(part)),
    ", "
  );
}
function likelyCauses(report) {
  const { outcome: outcome2 } = report.judgement;
  if (outcome2 !== "divergent" && outcome2 !== "within-tolerance") return [];
  return report.findings.filter((finding) => finding.certainty === "inferred" && isOpen(finding));
}
function findingText(finding, files) {
  return words(code(finding.check), ": ", findingSentence(finding, files));
}
function findingSentence(finding, files) {
  return words(withInlineCode(withShortNames(files, finding.message)), placeAside(finding, files));
}
function placeAside(finding, files) {
  const { place } = finding;
  const message = withShortNames(files, finding.message);
  const named = (text2) => text2 !== null && message.includes(`"${text2}"`);
  const file = place.file === null ? null : shortName(files, place.file, place.run);
  if (file !== null && place.line !== null && message.includes(`${file}, line ${place.line}`)) return [];
  const rest = { ...place, file: named(file) ? null : place.file, entry: named(place.entry) ? null : place.entry };
  const text = plainText(placeText(rest, files));
  return text === "" ? [] : words(" ", quiet(`(${text})`));
}
function findingsSection(report, files, limits2) {
  const findings = worstFirst(report.findings);
  if (findings.length === 0) return section("findings", "Findings", [paragraph("None.")]);
  const open = findings.filter(isOpen);
  const named = open.some((finding) => finding.severity !== "notice") ? open.filter((finding) => finding.severity === "notice") : [];
  const causes = likelyCauses(report);
  const rows = findingGroups(
    findings.filter((finding) => !named.includes(finding) && !causes.includes(finding))
  ).flatMap((group) => groupRows(group, files, limits2));
  const blocks2 = [...cutTable([left("Severity"), left(countedFindings(findings))], rows, limits2.rows)];
  if (causes.length > 0)
    blocks2.push(
      paragraph(
        quiet(
          causes.length === 1 ? "The likely cause stands above." : `The ${causes.length} likely causes stand above.`
        )
      )
    );
  if (named.length > 0) {
    const ids = findingGroups(named).map(
      (group) => group.length === 1 ? group[0].check : `${group[0].check} (${group.length})`
    );
    blocks2.push(paragraph(quiet(`${plural(named.length, "notice")} in report.json: ${ids.join(", ")}.`)));
  }
  return section("findings", "Findings", blocks2);
}
function countedFindings(findings) {
  const open = findings.filter(isOpen);
  const count = (severity) => open.filter((finding) => finding.severity === severity).length;
  const counts2 = ["error", "warning", "notice"].filter((severity) => count(severity) > 0).map((severity) => plural(count(severity), severity));
  return [...counts2, ...open.length < findings.length ? [`${findings.length - open.length} waived`] : []].join(", ");
}
function findingGroups(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = JSON.stringify([isOpen(finding), finding.severity, finding.check]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
function groupRows(group, files, limits2) {
  const told = group.slice(0, limits2.perCheck);
  const rest = group.slice(limits2.perCheck);
  return told.map((finding, index) => [
    isOpen(finding) ? [{ text: finding.severity, style: severityStyle[finding.severity] }] : words({ text: "waived", style: "quiet" }),
    words(
      findingText(finding, files),
      finding.certainty === "inferred" ? " (inferred)" : "",
      finding.waived === null ? "" : ` Waived: ${finding.waived}`,
      index === told.length - 1 ? restText(rest, files) : ""
    )
  ]);
}
function restText([first, ...others], files) {
  if (first === void 0) return "";
  const place = plainText(placeText({ ...first.place, entry: null, line: null }, files));
  return ` And ${others.length + 1} more${others.length > 0 || place === "" ? "" : `: ${place}`}.`;
}

// src/report/story/run-facts.ts
var packagesShown = 6;
function runFacts({ runs }) {
  const each = (title, value) => ({
    title,
    values: runs.map((run) => value(run, seenProcesses(run.observed)))
  });
  const known = [
    each("Command", commandText),
    each("Seed", ({ seed }) => seed === null ? null : String(seed)),
    each("GPU", gpuText),
    each("Driver", ({ machine }) => alike((machine?.gpus ?? []).map(({ driver }) => driver))),
    each(
      "Python",
      ({ machine }, seen) => alike(seen.map(({ interpreter }) => interpreter.version)) ?? machine?.pythonVersion ?? null
    ),
    each("torch", (_2, seen) => alike(seen.map(({ torch }) => torch?.version))),
    each("CUDA", (_2, seen) => alike(seen.map(({ torch }) => torch?.cuda))),
    each("cuDNN", (_2, seen) => alike(seen.map(({ torch }) => torch?.cudnn))),
    each("torch threads", (_2, seen) => alike(seen.map(({ torch }) => torch?.threads?.toString()))),
    each("TensorFlow", (_2, seen) => alike(seen.map(({ tensorflow }) => tensorflow?.version))),
    each(
      "JAX",
      (_2, seen) => alike(
        seen.map(
          ({ jax }) => jax === null ? null : `${jax.version}${jax.backend === null ? "" : ` on ${jax.backend}`}`
        )
      )
    ),
    each("Code", codeText)
  ];
  const facts = [...known, ...variableFacts(runs)].filter(({ values }) => values.some((value) => value !== null));
  const packages = packageFacts(runs);
  return {
    differing: [...facts.filter(isDiffering), ...packages.differing],
    partial: facts.filter((fact) => !isDiffering(fact) && fact.values.includes(null)),
    same: [...facts.filter((fact) => !isDiffering(fact) && !fact.values.includes(null)), ...packages.same]
  };
}
function differingFacts(report) {
  return runFacts(report).differing.map(({ title }) => title);
}
function isDiffering({ values }) {
  return new Set(values.filter((value) => value !== null)).size > 1;
}
function alike(values) {
  const said = [...new Set(values.filter((value) => value !== null && value !== void 0))].sort();
  return said.length === 0 ? null : said.join(", ");
}
function auditedCommand({ runs }) {
  const [run] = runs;
  return run === void 0 ? null : commandText(run, seenProcesses(run.observed));
}
function commandText(run, seen) {
  if (run.end === null || run.argv.length === 0) return null;
  const line = (argv) => withoutFolder(run, argv.map(shellWord).join(" "));
  if (!run.argv.join(" ").startsWith("bash --noprofile --norc -e -o pipefail ")) return line(run.argv);
  const pids = new Set(seen.map(({ pid }) => pid));
  const started = seen.filter(({ parent, forked }) => !forked && !pids.has(parent));
  const lines = [...new Set(started.map(({ interpreter }) => line(interpreter.argv)))];
  return lines.length === 0 ? "a script for bash" : `${lines.join("; ")} (in a script for bash)`;
}
function shellWord(word) {
  return /^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function withoutFolder({ environment }, text) {
  const folder = environment.TRAIN_TWICE_OUTPUT_DIR ?? "";
  return folder === "" ? text : text.replaceAll(folder, "$TRAIN_TWICE_OUTPUT_DIR");
}
function gpuText({ machine }, seen) {
  const used = seen.flatMap(({ torch, tensorflow, jax }) => [
    ...(torch?.devices ?? []).map(({ name }) => name),
    ...tensorflow?.gpus ?? [],
    ...jax === null || jax.backend === "cpu" ? [] : jax.devices
  ]);
  if (used.length > 0) return counted(used);
  const gpus2 = machine?.gpus ?? [];
  if (gpus2.length === 0)
    return seen.length > 0 ? "none used" : machine === null || machine.gpus === null ? null : "none";
  return `${counted(gpus2.map(({ name }) => name))}, ${seen.length > 0 ? "not used" : "not seen whether used"}`;
}
function counted(names) {
  const distinct = [...new Set(names)].sort();
  return distinct.map((name) => {
    const count = names.filter((one) => one === name).length;
    return count === 1 ? name : `${formatInteger(count)} × ${name}`;
  }).join(", ");
}
function codeText({ workingTree }) {
  if (workingTree === null) return null;
  const commit = workingTree.commit === null ? "no commit yet" : `commit ${workingTree.commit.slice(0, 12)}`;
  const { dirtyCount, dirty } = workingTree;
  if (dirtyCount === 0) return `${commit}, clean`;
  const [example = ""] = dirty;
  return `${commit} and ${plural(dirtyCount, "changed file")} (${example}${dirtyCount > 1 ? ", …" : ""})`;
}
function variableFacts(runs) {
  const started = startDifferences(runs).flatMap(({ differing }) => differing);
  const names = [...new Set(started)].filter(
    (name) => runs.some(({ environment }) => Object.hasOwn(environment, name))
  );
  return names.map((name) => ({
    title: `$${name}`,
    values: runs.map((run) => run.end === null ? null : variableOf(run, name))
  }));
}
function variableOf({ environment }, name) {
  return Object.hasOwn(environment, name) ? environment[name] ?? "not set" : "not set";
}
var toldApart = /* @__PURE__ */ new Set(["torch", "tensorflow", "jax"]);
function packageFacts(runs) {
  const versions = runs.map(versionsOf);
  if (versions.length === 0 || versions.some((one) => one === null)) return { differing: [], same: [] };
  const names = [...new Set(versions.flatMap((one) => [...one?.keys() ?? []]))].sort();
  const facts = names.map((name) => ({ title: name, values: versions.map((one) => one?.get(name) ?? "not imported") }));
  const differing = facts.filter((fact) => isDiffering(fact) && !toldApart.has(fact.title));
  const rest = differing.length - packagesShown;
  const same = facts.length - facts.filter(isDiffering).length;
  return {
    differing: [
      ...differing.slice(0, packagesShown),
      ...rest > 0 ? [{ title: "Packages", values: versions.map(() => `${formatInteger(rest)} more`) }] : []
    ],
    same: same === 0 ? [] : [{ title: "Packages", values: versions.map(() => `${formatInteger(same)} of the same version`) }]
  };
}
function versionsOf({ observed }) {
  const seen = seenProcesses(observed);
  if (seen.length === 0 || seen.some(({ distributionsComplete }) => !distributionsComplete)) return null;
  return new Map(
    seen.flatMap(({ distributions }) => distributions.map(({ name, version }) => [name, version]))
  );
}

// src/report/story/divergent-steps.ts
function divergentSteps(report, names) {
  const deciding = decidingLeaves(report);
  const steps3 = [];
  const unlike = differingFacts(report).length > 0;
  const causes = likelyCauses(report).length;
  if (unlike) {
    steps3.push(
      words(
        "Make the runs alike first: the same machine, software and code. Until then their difference says little about the training."
      )
    );
  } else if (causes > 0) {
    steps3.push(words(`Remove the ${causes === 1 ? "" : "first "}likely cause above, and audit again.`));
  }
  const where2 = metricStep(report, deciding);
  if (where2 !== null && !unlike) steps3.push(where2);
  else if (report.comparisons.every((comparison) => comparison.coverage.totals.points === 0)) {
    steps3.push(
      words(
        "Let the training write a metric at every step (a JSON line is enough): the first divergent step then tells when the runs part."
      )
    );
  }
  const lonely = report.comparisons.flatMap(loneFiles);
  const [one] = lonely;
  if (one !== void 0) {
    steps3.push(
      words(
        `Find out why only ${runName(one.run)} wrote `,
        code(shortName(names, one.place)),
        lonely.length === 1 ? "" : ` (and ${formatInteger(lonely.length - 1)} more like it)`,
        ": a save that depends on time or on a metric, or a limit on how many are kept."
      )
    );
  }
  const bytes = deciding.find((leaf) => leaf.kind === "bytes");
  if (bytes !== void 0) {
    steps3.push(
      words(
        "A file that is compared by bytes and differs by its nature can be named in ",
        code("ignore"),
        ", narrowed away with ",
        code("outputs"),
        ", or named in ",
        code("metrics"),
        " if it holds metrics."
      )
    );
  }
  if (deciding.length > 0 && deciding.every(isSmall)) {
    steps3.push(
      words(
        "If differences of this size are acceptable, declare them with ",
        code("tolerance"),
        " and ",
        code("require: within-tolerance"),
        "."
      )
    );
  }
  return steps3;
}
function loneFiles({
  difference,
  first,
  second
}) {
  return leavesOf(difference).flatMap(
    ({ leaf, file, effect }) => effect === "content" && leaf.kind === "missing" && leaf.what === "file" ? [{ place: file?.place ?? leaf.place, run: leaf.presentIn === "first" ? first : second }] : []
  );
}
var largestNoise = 0.02;
function isSmall(leaf) {
  if (leaf.kind === "series") return (leaf.maxRel ?? Number.POSITIVE_INFINITY) <= largestNoise;
  return leaf.kind === "values" && leaf.delta.nonFinite.first + leaf.delta.nonFinite.second === 0;
}
function metricStep(report, deciding) {
  const { metric } = report.firstDifference;
  if (metric === null) return null;
  const { first, second } = metric.values;
  if (first === null || second === null) return lackingPoint(report, metric);
  if (isNonFiniteText(first) !== isNonFiniteText(second))
    return words(
      code(metric.series),
      ` is no finite number any more in one run from ${metric.stepKind} ${formatStep(metric.step)} on: look at what may overflow (mixed precision, the learning rate, a division by zero), and at why it does so in one run only.`
    );
  const what2 = differsThroughout(report, deciding) ? " differs from its first point on: look at seeds, first weights and the order of data." : ` is the same before ${metric.stepKind} ${formatStep(metric.step)}: look at what happens for the first time there (a new epoch's shuffle, an evaluation, a restored state), and at operations that are not deterministic.`;
  return words(code(metric.series), what2);
}
function lackingPoint(report, metric) {
  const [comparison] = report.comparisons;
  const number = metric.values.first === null ? comparison?.first : comparison?.second;
  const whose = number === void 0 || report.comparisons.length > 1 ? "one run" : runName(number);
  return words(
    `Find out why ${whose} has no point of `,
    code(metric.series),
    ` at ${metric.stepKind} ${formatStep(metric.step)}: it ended sooner, lost its last lines, or logs by time.`
  );
}
function differsThroughout(report, deciding) {
  const { metric } = report.firstDifference;
  const leaf = deciding.find((candidate) => candidate.kind === "series" && candidate.place === metric?.series);
  return leaf?.kind === "series" && leaf.differing === leaf.of;
}
function partsAtOnce(report) {
  return report.firstDifference.metric === null || differsThroughout(report, decidingLeaves(report));
}
function decidingLeaves(report) {
  const leaves = report.comparisons.flatMap((comparison) => leavesOf(comparison.difference));
  return leaves.filter(({ effect }) => effect === "content").map(({ leaf }) => leaf);
}

// src/judge/failing-findings.ts
function findingsAt(findings, failOn) {
  const counting = findings.filter((finding) => finding.waived === null);
  switch (failOn) {
    case "never":
      return [];
    case "error":
      return counting.filter((finding) => finding.severity === "error");
    case "warning":
      return counting.filter((finding) => finding.severity !== "notice");
    default:
      failOn;
      return counting;
  }
}
function findingsReason(failing) {
  const ids = [...new Set(failing.map((finding) => finding.check))];
  return `${plural(failing.length, "finding")} ${failing.length === 1 ? "fails" : "fail"} the audit: ${formatList(ids, 5)}.`;
}

// src/report/story/fix.ts
function checkOf(id) {
  return checks.find((check) => check.id === id) ?? null;
}
function explainText(id) {
  return words(code(`train-twice explain ${id}`));
}
function fixBlocks(id) {
  const fix = checkOf(id)?.fix ?? "";
  const match = /^([\s\S]*?)\n*```([a-z]*)\n([\s\S]*?)\n```/.exec(fix);
  if (match === null) return [];
  const [, before = "", language = "", snippet = ""] = match;
  return [
    ...before.trim() === "" ? [] : [paragraph(...withInlineCode(unwrapped(before)))],
    { kind: "code", language, lines: snippet.split("\n") }
  ];
}
function firstGround(id) {
  const why = unwrapped(checkOf(id)?.why ?? "");
  const end = /\.(?= [A-Z`])/.exec(why);
  return withInlineCode(end === null ? why : why.slice(0, end.index + 1));
}
function unwrapped(text) {
  return text.trim().replace(/\s+/g, " ");
}

// src/report/story/finding-steps.ts
var saysTheSame = /^(?:weights|metrics|coverage)\/|^run\/(?:failed|timed-out|cancelled)$|^checkpoints\/(?:scalars-differ|unreadable)$/;
function failingFindings(report) {
  const causes = likelyCauses(report);
  return worstFirst(findingsAt(report.findings, report.policy.failOn)).filter(
    (finding) => !saysTheSame.test(finding.check) && !causes.includes(finding)
  );
}
var failingShown = 3;
function findingSteps(report, names) {
  const { outcome: outcome2 } = report.judgement;
  const failing = failingFindings(report);
  if (outcome2 === "divergent") {
    if (failing.length > 0)
      return [words("How to fix what else was found: ", explain(failing.map(({ check }) => check)), ".")];
    const told = report.firstDifference.metric !== null || likelyCauses(report).length > 0;
    const found = worstFirst(report.findings).find((finding) => isOpen(finding) && finding.severity === "error");
    return told || found === void 0 ? [] : [words("More on what was found: ", explain([found.check]), ".")];
  }
  if (failing.length > 0) return failingSteps(failing, names);
  if (outcome2 === "run-failed" || outcome2 === "cancelled") return [];
  const others = worstFirst(report.findings).filter(
    (finding) => isOpen(finding) && finding.severity !== "notice" && !saysTheSame.test(finding.check)
  );
  return others.length === 0 ? [] : [words("Worth doing, though nothing fails for it: ", explain(others.map(({ check }) => check)), ".")];
}
function failingSteps(failing, names) {
  const firsts = failing.filter(({ check }, index) => failing.findIndex((one) => one.check === check) === index);
  const rest = firsts.length - failingShown;
  return [
    ...firsts.slice(0, failingShown).map(
      (finding) => words(
        withInlineCode(withShortNames(names, finding.message)),
        placeAside(finding, names),
        " See ",
        explainText(finding.check),
        "."
      )
    ),
    ...rest > 0 ? [words(`${formatInteger(rest)} more failing ${rest === 1 ? "check" : "checks"}: below.`)] : []
  ];
}
function explain(ids) {
  const unique = [...new Set(ids)];
  const others = unique.length - 1;
  return words(explainText(unique[0] ?? ""), others <= 0 ? "" : ` (and ${formatInteger(others)} more below)`);
}

// src/report/story/inconclusive-steps.ts
function inconclusiveSteps(report, names) {
  const steps3 = [];
  const totals = report.comparisons.map((comparison) => comparison.coverage.totals);
  if (totals.length > 0 && totals.every((total) => total.tensors === 0 && total.points === 0)) {
    steps3.push(
      words(
        "Name the place where the training writes checkpoints and metrics in ",
        code("outputs"),
        ", or let it write below ",
        code("$TRAIN_TWICE_OUTPUT_DIR"),
        ". For a training that only prints, give a pattern in ",
        code("metrics.stdout"),
        "."
      )
    );
  }
  const withoutNumbers = report.comparisons.some(endsWithoutNumbers);
  if (withoutNumbers) {
    steps3.push(
      words(
        "Make the training stay finite: NaN is equal to NaN in both runs, and that proves nothing. Look at the first step without a finite number (mixed precision, the learning rate, a division by zero)."
      )
    );
  }
  const neverChanged = report.findings.some((finding) => finding.check === "weights/never-changed" && isOpen(finding));
  if (neverChanged && !withoutNumbers) {
    steps3.push(
      words(
        "Let the training change its weights between two checkpoints: a training that learns nothing repeats itself whatever the seed is. See ",
        explainText("weights/never-changed"),
        "."
      )
    );
  }
  const remedies = /* @__PURE__ */ new Map();
  for (const unread of report.inventories.flatMap((inventory) => inventory.unread)) {
    if (unread.remedy !== "" && !remedies.has(unread.remedy))
      remedies.set(unread.remedy, shortName(names, unread.path));
  }
  for (const [remedy, path] of remedies) steps3.push(words(code(path), `: ${remedy}`));
  if (report.comparisons.some((comparison) => comparison.coverage.sameInode.length > 0)) {
    steps3.push(
      words("Let each run write its own files: ", code("$TRAIN_TWICE_OUTPUT_DIR"), " is a fresh folder per run.")
    );
  }
  if (report.comparisons.some((comparison) => comparison.coverage.ambiguous.length > 0)) {
    steps3.push(words("Give files that are not the same thing names that differ in more than times and ids."));
  }
  return steps3;
}
function endsWithoutNumbers({ coverage }) {
  return coverage.checkpoints.some(
    ({ floatTensors, nonFiniteTensors }) => floatTensors > 0 && nonFiniteTensors >= floatTensors
  );
}

// src/report/story/advice.ts
var mostSteps = 6;
function advice(report, names, limits2) {
  const steps3 = [...outcomeSteps(report, names), ...findingSteps(report, names)].slice(
    0,
    Math.min(mostSteps, limits2.rows)
  );
  const shown = limits2.snippets ? checkToShow(report) : null;
  return section("advice", "What to do", [
    steps3.length === 0 ? paragraph("Nothing.") : list(steps3, true),
    ...shown === null ? [] : fixBlocks(shown)
  ]);
}
function checkToShow(report) {
  const { outcome: outcome2 } = report.judgement;
  if (outcome2 === "divergent")
    return likelyCauses(report).length === 0 && partsAtOnce(report) && differingFacts(report).length === 0 ? report.findings.find(({ check }) => check === "weights/values-differ")?.check ?? null : null;
  if (outcome2 === "run-failed" || outcome2 === "cancelled") return null;
  return failingFindings(report)[0]?.check ?? null;
}
function outcomeSteps(report, names) {
  const { outcome: outcome2 } = report.judgement;
  switch (outcome2) {
    case "identical":
    case "equivalent":
    case "record-sound":
    case "record-faulty":
      return [];
    case "within-tolerance":
      return report.policy.require === "within-tolerance" ? [] : [
        words(
          "If differences inside the declared tolerance are acceptable, say so with ",
          code("require: within-tolerance"),
          "; else find out why the runs differ at all."
        )
      ];
    case "divergent":
      return divergentSteps(report, names);
    case "inconclusive":
      return inconclusiveSteps(report, names);
    case "run-failed":
      return report.runs.flatMap(failedRunStep);
    case "cancelled":
      return [words("Start the audit again: it was stopped before there was enough to judge.")];
    default:
      outcome2;
      return [];
  }
}
function failedRunStep(run) {
  if (run.end === null || runSucceeded(run.end)) return [];
  const log = words("the last lines of its log stand below, the whole in ", code(`run-${run.number}.log`), ".");
  switch (run.end.kind) {
    case "timed-out":
      return [words(`If ${runName(run.number)} needs more time, raise `, code(run.end.limit), "; if it hangs, ", log)];
    case "not-started":
      return [
        words("Correct ", code("command"), " or ", code("working-directory"), ": the training could not be started.")
      ];
    case "exited":
    case "signalled": {
      const shown = failureShown(run.logTail);
      return [
        words(
          `Make ${runName(run.number)} end with exit code 0`,
          ...shown === null ? [": "] : [". It ended in ", code(shown.replace(/\.$/, "")), "; "],
          log
        )
      ];
    }
    case "cancelled":
      return [];
    default:
      run.end;
      return [];
  }
}

// src/model/natural-order.ts
function compareNatural(a, b) {
  const [left2, right2] = [parts(a), parts(b)];
  for (const [index, part] of left2.entries()) {
    const other = right2[index];
    if (other === void 0) return 1;
    if (part === other) continue;
    const [one, two] = [Number(part), Number(other)];
    if (isDigits(part) && isDigits(other) && one !== two) return one - two;
    return part < other ? -1 : 1;
  }
  return left2.length - right2.length;
}
function parts(text) {
  return text.split(/(\d{1,15})/).filter((part) => part !== "");
}
function isDigits(part) {
  return /^\d+$/.test(part);
}

// src/report/story/describe-leaf.ts
function describeLeaf(leaf, names) {
  switch (leaf.kind) {
    case "missing":
      return words(`${leaf.what} only in ${names[leaf.presentIn]}`, leaf.summary === "" ? "" : `: ${leaf.summary}`);
    case "dtype":
      return words("dtype ", ...sides(leaf.dtypes, names));
    case "shape":
      return words("shape ", ...sides(mapPair(leaf.shapes, formatShape), names), ` (${leaf.dtype})`);
    case "values":
      return words(describeDelta2(leaf.delta), tolerated(leaf.tolerated));
    case "scalar":
      return words("value ", ...sides(mapPair(leaf.values, scalarText), names), tolerated(leaf.tolerated));
    case "entry-kind":
      return words(...sides(leaf.kinds, names));
    case "series":
      return describeSeries(leaf, names);
    case "structure":
      return words(`${leaf.aspect} `, ...sides(leaf.values, names), " (structure, same content)");
    case "bytes":
      return leaf.sizes.first === leaf.sizes.second ? words(`${leaf.what}: bytes differ from byte ${formatInteger(leaf.firstOffset)} on`) : words(
        `${leaf.what}: ${plural(leaf.sizes.first, "byte")} in ${names.first}, ${plural(leaf.sizes.second, "byte")} in ${names.second}; bytes differ from byte ${formatInteger(leaf.firstOffset)} on`
      );
    case "line":
      return words(
        `line ${formatInteger(leaf.line)}: `,
        ...sides(
          mapPair(leaf.lines, (line) => line ?? "(no such line)"),
          names
        )
      );
    case "container-bytes":
      return words(
        `bytes of the file differ, content is the same; ${leaf.causes.length === 0 ? "what differs around it is not known" : `what differs: ${leaf.causes.join(", ")}`}`
      );
    case "unread":
      return words(
        `could not be read in ${leaf.side === "both" ? `${names.first} and ${names.second}` : names[leaf.side]}: ${leaf.reason} (`,
        code(leaf.code),
        ")"
      );
    default:
      leaf;
      return [];
  }
}
var mostUlp = 1e6;
function describeDelta2(delta) {
  const all = delta.differing === delta.of;
  const extent2 = delta.of === 1 ? "the only element" : all ? `all ${formatInteger(delta.of)} elements` : `${formatInteger(delta.differing)} of ${formatInteger(delta.of)} elements`;
  const { first, second } = delta.nonFinite;
  const odd = first + second === 0 ? "" : `; NaN or infinite among them: ${formatInteger(first)} and ${formatInteger(second)}`;
  const at2 = `${delta.of === 1 ? "" : `, first at ${formatShape(delta.firstIndex)}`}: ${delta.firstValues.first} and ${delta.firstValues.second}`;
  return `${extent2}${sizeOf(delta)}${all && delta.of > 1 ? "" : at2}${odd}`;
}
function sizeOf({ differing, maxAbs, maxRel, maxUlp }) {
  const sizes = [
    ...maxAbs === null ? [] : [formatFloat(maxAbs)],
    ...maxUlp === null || Number(maxUlp) > mostUlp ? [] : [formatUlp(maxUlp)],
    ...maxRel === null ? [] : [`${formatFloat(maxRel)} relative`]
  ];
  const [most2, ...others] = sizes;
  if (most2 === void 0) return "";
  return `, by ${differing === 1 ? "" : "up to "}${most2}${others.length === 0 ? "" : ` (${others.join(", ")})`}`;
}
function describeSeries(leaf, names) {
  const counts2 = `${formatInteger(leaf.differing)} of ${plural(leaf.of, "point")} ${leaf.differing === 1 ? "differs" : "differ"}`;
  const lonely = [
    ...leaf.onlyFirst > 0 ? [`${formatInteger(leaf.onlyFirst)} only in ${names.first}`] : [],
    ...leaf.onlySecond > 0 ? [`${formatInteger(leaf.onlySecond)} only in ${names.second}`] : []
  ];
  const most2 = leaf.maxAbs === null ? "" : `, by at most ${formatFloat(leaf.maxAbs)}${leaf.maxAbsStep === null ? "" : ` (${leaf.stepKind} ${leaf.maxAbsStep})`}`;
  return words(
    `${counts2}${lonely.length === 0 ? "" : ` (${lonely.join(", ")})`}${most2}; first at ${leaf.stepKind} ${formatStep(leaf.firstStep)}: `,
    ...sides(
      mapPair(leaf.firstValues, (value) => value ?? "no point"),
      names
    ),
    tolerated(leaf.tolerated),
    leaf.decides ? "" : `; shown, never judged${leaf.policy === null ? "" : ` (${leaf.policy})`}`
  );
}
function sides(values, names) {
  return [code(values.first), ` in ${names.first}, `, code(values.second), ` in ${names.second}`];
}
function tolerated(yes) {
  return yes ? "; within the tolerance" : "";
}
function scalarText(scalar) {
  return scalar.type === "str" ? `"${scalar.text}"` : scalar.type === "bytes" ? `bytes ${scalar.text}` : scalar.text;
}

// src/report/story/worst-effects.ts
var effectWeight = {
  none: 0,
  structure: 1,
  tolerated: 2,
  content: 3,
  unknown: 4
};
function worstEffects(comparison) {
  const worst = /* @__PURE__ */ new Map();
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    if (effectWeight[effect] > effectWeight[worst.get(place) ?? "none"]) worst.set(place, effect);
  }
  return worst;
}

// src/report/story/checkpoints.ts
function checkpointSections(report, files, limits2) {
  if (report.comparisons.length === 0) return [];
  return [checkpointTable(report, files, limits2), differenceTable(report, files, limits2)];
}
function checkpointTable(report, files, limits2) {
  const all = report.comparisons.map((comparison) => judged(comparison));
  if (all.every((one) => one.length === 0))
    return section("checkpoints", "Checkpoints", [paragraph("None was compared.")]);
  const parting = all.filter((one) => one.some(isWorthTelling));
  const shown = parting.length === 0 ? all.slice(0, 1) : parting;
  const rows = keptOf(shown.flat(), limits2.rows);
  const formats = new Set(
    shown.flat().flatMap(({ checkpoint }) => checkpoint === null ? [] : [formatText(checkpoint)])
  );
  const columns = [
    left("Checkpoint"),
    ...formats.size > 1 ? [left("Format")] : [],
    right("Size"),
    right("Tensors"),
    right("Scalars"),
    left("Result")
  ];
  const cells = rows.flatMap((row, index) => {
    const label = comparisonLabel(report, row.comparison);
    const { checkpoint } = row;
    return [
      ...label === "" || rows[index - 1]?.comparison === row.comparison ? [] : [[words(strong(label))]],
      [
        words(code(shortName(files, row.place))),
        ...formats.size > 1 ? [words(checkpoint === null ? "" : formatText(checkpoint))] : [],
        ...checkpoint === null ? [[], [], []] : [
          words(both(formatBytes(checkpoint.byteLengths.first), formatBytes(checkpoint.byteLengths.second))),
          words(formatInteger(checkpoint.tensors)),
          words(formatInteger(checkpoint.scalars))
        ],
        result(row)
      ]
    ];
  });
  const hidden = shown.flat().filter((row) => !rows.includes(row));
  return section(
    "checkpoints",
    "Checkpoints",
    [
      { kind: "table", columns, rows: cells },
      ...more(hidden.length, hidden.some(isWorthTelling) ? "" : " that are the same"),
      ...all.filter((one) => !shown.includes(one)).flatMap(
        ([first, ...others]) => first === void 0 ? [] : [
          paragraph(
            `${comparisonLabel(report, first.comparison)}: ${others.length === 0 ? "the one checkpoint is" : `all ${plural(others.length + 1, "checkpoint")} are`} the same.`
          )
        ]
      )
    ],
    { aside: formats.size === 1 ? [...formats][0] ?? null : null }
  );
}
function judged(comparison) {
  const effects = worstEffects(comparison);
  const names = runNames(comparison);
  const known = new Set(comparison.coverage.checkpoints.map(({ place }) => place));
  const compared2 = comparison.coverage.checkpoints.map((checkpoint) => {
    const { place } = checkpoint;
    return { comparison, place, checkpoint, effect: effects.get(place) ?? "none", why: "" };
  });
  const lonely = leavesOf(comparison.difference).flatMap(({ leaf, file, effect }) => {
    if (file?.file?.role !== "checkpoint" || known.has(file.place)) return [];
    const told = { comparison, place: file.place, checkpoint: null, effect };
    if (leaf.kind === "missing" && leaf.what === "file") return [{ ...told, why: `only in ${names[leaf.presentIn]}` }];
    if (leaf.kind !== "unread") return [];
    return [
      { ...told, why: `not read in ${leaf.side === "both" ? `${names.first} and ${names.second}` : names[leaf.side]}` }
    ];
  });
  return [...compared2, ...lonely].toSorted((a, b) => compareNatural(a.place, b.place));
}
function isWorthTelling({ effect }) {
  return effect !== "none" && effect !== "structure";
}
function keptOf(rows, limit) {
  const worth = rows.filter(isWorthTelling);
  const room = Math.max(0, limit - worth.length);
  const kept = /* @__PURE__ */ new Set([...worth, ...rows.filter((row) => !isWorthTelling(row)).slice(0, room)]);
  return rows.filter((row) => kept.has(row)).slice(0, limit);
}
function formatText(checkpoint) {
  return both(checkpoint.formats.first, checkpoint.formats.second);
}
function both(first, second) {
  return first === second ? first : `${first} / ${second}`;
}
function result({ checkpoint, effect, why }) {
  if (checkpoint === null) return words({ text: why, style: effect === "unknown" ? "doubt" : "bad" });
  const said = (text, style) => words({ text, style }, nonFinite(checkpoint));
  switch (effect) {
    case "unknown":
      return said("not read whole", "doubt");
    case "content":
      return said(
        checkpoint.differingTensors === 0 ? "differs" : checkpoint.differingTensors === checkpoint.tensors ? checkpoint.tensors === 1 ? "the one tensor differs" : `all ${plural(checkpoint.tensors, "tensor")} differ` : `${formatInteger(checkpoint.differingTensors)} of ${plural(checkpoint.tensors, "tensor")} ${checkpoint.differingTensors === 1 ? "differs" : "differ"}`,
        "bad"
      );
    case "tolerated":
      return said("within tolerance", "doubt");
    case "structure":
    case "none":
      return said(checkpoint.sameBytes ? "same bytes" : "same content", "good");
    default:
      effect;
      return [];
  }
}
function nonFinite(checkpoint) {
  if (checkpoint.nonFiniteTensors === 0) return "";
  const all = checkpoint.nonFiniteTensors === checkpoint.floatTensors;
  return `; no finite number in ${all ? "any" : `${formatInteger(checkpoint.nonFiniteTensors)} of ${formatInteger(checkpoint.floatTensors)}`}`;
}
function differenceTable(report, files, limits2) {
  const found = report.comparisons.flatMap(
    (comparison) => leavesOf(comparison.difference).filter(({ leaf }) => leaf.kind !== "series" && !(leaf.kind === "missing" && leaf.what === "series")).map((located) => ({ located, comparison, alike: [] }))
  );
  if (found.length === 0) return null;
  const sorted = withoutRepeats(found).toSorted((a, b) => rank(report, files, a) - rank(report, files, b));
  const shown = sorted.slice(0, limits2.differences);
  const rows = shown.flatMap((row, index) => [
    ...headingOf(report, files, row, shown[index - 1]),
    [where(row, files), what(row)]
  ]);
  return section("differences", "Differences outside the metrics", [
    { kind: "table", columns: [left("Where"), left("What")], rows },
    ...more(sorted.length - shown.length)
  ]);
}
function withoutRepeats(found) {
  const rows = /* @__PURE__ */ new Map();
  for (const one of found) {
    const { leaf, effect } = one.located;
    const place = fileOf(one.located);
    const key = leaf.place === "" || leaf.place === place ? JSON.stringify([one.comparison.second, effect, plainText(what(one))]) : JSON.stringify([one.comparison.second, place, leaf.place, leaf.kind, rows.size]);
    const known = rows.get(key);
    rows.set(key, known === void 0 ? one : { ...known, alike: [...known.alike, place] });
  }
  return [...rows.values()];
}
function rank(report, files, { located }) {
  const { tensor } = report.firstDifference;
  const isFile = tensor !== null && shortName(files, fileOf(located)) === shortName(files, tensor.file);
  const isTensor = isFile && located.leaf.place === tensor.path;
  return -effectWeight[located.effect] * 8 - (isFile ? 4 : 0) - (isTensor ? 2 : 0) - (isBeyondMeasure(located) ? 1 : 0);
}
function isBeyondMeasure({ leaf }) {
  if (leaf.kind === "values") return leaf.delta.nonFinite.first !== leaf.delta.nonFinite.second;
  return leaf.kind === "dtype" || leaf.kind === "shape" || leaf.kind === "missing";
}
function fileOf({ leaf, file }) {
  return file?.place ?? leaf.place;
}
function headingOf(report, files, row, before) {
  const label = comparisonLabel(report, row.comparison);
  const name = fileOf(row.located);
  const same = before?.comparison === row.comparison && fileOf(before.located) === name;
  if (same || row.located.leaf.place === "" && label === "") return [];
  return [[words(strong(shortName(files, name)), label === "" ? "" : quiet(` ${label}`))]];
}
var namesShown = 3;
function where({ located: { leaf, file }, alike: alike2 }, files) {
  if (file !== null && leaf.place !== "") return words(code(leaf.place));
  const names = [file?.place ?? leaf.place, ...alike2].map((place) => words(code(shortName(files, place))));
  const rest = names.length - namesShown;
  const shown = joined(names.slice(0, namesShown), ", ");
  return rest > 0 ? words(shown, ` and ${formatInteger(rest)} more`) : shown;
}
function what({ located, comparison }) {
  const described = describeLeaf(located.leaf, runNames(comparison));
  return located.effect === "none" ? words(quiet("not judged: "), described) : described;
}

// src/report/story/evidence.ts
function evidenceSection(report, files, limits2) {
  const blocks2 = report.comparisons.flatMap((comparison) => {
    const told = [
      ...pairings(comparison, files, limits2),
      ...ownNames(comparison, limits2),
      ...readNotes(comparison, files, limits2)
    ];
    const label = comparisonLabel(report, comparison);
    return told.length === 0 || label === "" ? told : [paragraph({ text: label, style: "strong" }), ...told];
  });
  return blocks2.length === 0 ? null : section("evidence", "How it was compared", blocks2, { folded: true });
}
function pairings(comparison, files, limits2) {
  const found = comparison.coverage.pairings;
  if (found.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph("Files whose names differ and that were put together:"),
    ...cutTable(
      [left(`In ${names.first}`), left(`In ${names.second}`), left("Common name")],
      found.map((pairing) => [
        words(code(pairing.paths.first)),
        words(code(pairing.paths.second)),
        words(code(shortName(files, pairing.neutralPath)), pairing.ambiguous ? " (one of several ways)" : "")
      ]),
      limits2.rows
    )
  ];
}
function ownNames(comparison, limits2) {
  const { ownNameStrings, totals } = comparison.coverage;
  if (ownNameStrings.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph(
      `Strings that are equal once each run's own names (times, folders, host, ids) are taken out; ${formatInteger(totals.ownNamesReplaced)} names in all:`
    ),
    ...cutTable(
      [left("Where"), left(`In ${names.first}`), left(`In ${names.second}`)],
      ownNameStrings.map((found) => [
        words(code(found.place)),
        words(code(found.texts.first)),
        words(code(found.texts.second))
      ]),
      limits2.rows
    )
  ];
}
function readNotes(comparison, files, limits2) {
  const notes = comparison.coverage.readNotes;
  if (notes.length === 0) return [];
  const names = runNames(comparison);
  return [
    paragraph("Oddities met while reading, which did not stop it:"),
    ...cutList(
      notes.map(
        (note) => words(
          `${names[note.run]}, `,
          code(shortName(files, note.path, comparison[note.run])),
          `: ${note.message} (`,
          code(note.code),
          ")"
        )
      ),
      limits2.rows
    )
  ];
}

// src/report/story/metric-rows.ts
function metricRows(comparison, inventories) {
  const leaves = /* @__PURE__ */ new Map();
  for (const { leaf, file } of leavesOf(comparison.difference)) {
    if (leaf.kind === "series" || leaf.kind === "entry-kind")
      leaves.set(seriesKey(file?.place ?? "", leaf.place), leaf);
  }
  const first = summariesOf(inventories, comparison.first);
  const second = summariesOf(inventories, comparison.second);
  const rows = comparison.coverage.series.map((series) => {
    const key = seriesKey(series.place, series.name);
    const summaries = { first: first.get(key) ?? null, second: second.get(key) ?? null };
    const { first: a, second: b } = summaries;
    return {
      series,
      leaf: leaves.get(key) ?? null,
      courses: a === null || b === null ? null : [a, b],
      others: [],
      summaries
    };
  });
  const judged3 = rows.filter(({ series }) => series.decides);
  const settled = judged3.filter(isSettled);
  return {
    told: folded(judged3.filter((row) => !settled.includes(row))).toSorted((a, b) => order(a) - order(b)),
    settled: settled.map(({ series }) => series),
    notJudged: folded(rows.filter(({ series }) => !series.decides))
  };
}
function seriesKey(place, name) {
  return JSON.stringify([place, name]);
}
function summariesOf(inventories, run) {
  const own = inventories.find((inventory) => inventory.run === run)?.series ?? [];
  return new Map(own.map((series) => [seriesKey(series.neutralPath, series.name), series]));
}
function standsAlone({ name, stepKind, points }) {
  return (stepKind === "row" || name.startsWith("final/")) && points.first <= 1 && points.second <= 1;
}
function isSettled(row) {
  return !differs(row) && (row.series.proves === false || standsAlone(row.series));
}
function differs({ series, leaf }) {
  return leaf !== null || series.firstDivergentStep !== null;
}
function folded(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const { place, name, stepKind } = row.series;
    const key = JSON.stringify([place.slice(place.lastIndexOf("/") + 1), name, stepKind]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap(foldGroup);
}
function foldGroup(group) {
  const [newest, ...older] = group.toSorted(newestFirst);
  if (newest === void 0 || older.length === 0) return group;
  const repeated = older.filter((row) => saysNoMore(row, newest));
  const left2 = older.filter((row) => !repeated.includes(row));
  return [{ ...newest, others: repeated.map(({ series }) => series) }, ...left2];
}
function newestFirst(a, b) {
  const length = ({ series: { points } }) => points.first + points.second;
  const number = ({ series: { place } }) => checkpointNumber(place)?.number ?? -1;
  return Number(differs(b)) - Number(differs(a)) || length(b) - length(a) || number(b) - number(a) || (a.series.place < b.series.place ? 1 : -1);
}
function saysNoMore(older, newest) {
  if (effectOf(older) > effectOf(newest)) return false;
  if (standsAlone(newest.series)) return true;
  const { firstDivergentStep: step, lastStep } = older.series;
  const seen = newest.series.firstDivergentStep;
  if (step === null ? seen !== null && lastStep !== null && seen <= lastStep : step !== seen) return false;
  return ["first", "second"].every((side) => isBeginning(older.summaries[side], newest.summaries[side]));
}
function effectOf(row) {
  return !differs(row) ? 0 : row.leaf?.kind === "series" && row.leaf.tolerated ? 1 : 2;
}
function isBeginning(older, newer) {
  if (older === null || newer === null || older.count > newer.count) return false;
  const whole = older.steps.length === older.count && newer.steps.length === newer.count;
  if (!whole) return older.steps[0] === newer.steps[0] && (older.steps.at(-1) ?? 0) <= (newer.steps.at(-1) ?? 0);
  return older.steps.every(
    (step, index) => step === newer.steps[index] && Object.is(older.values[index], newer.values[index])
  );
}
function order(row) {
  if (!differs(row)) return Number.MAX_VALUE;
  return stepKinds.indexOf(row.series.stepKind) * 1e15 + (row.series.firstDivergentStep ?? 0);
}

// src/report/story/short-values.ts
var fewest = 6;
var most = 17;
function shortValues({ first, second }) {
  if (first === second) return { first: shortened2(first, fewest), second: shortened2(second, fewest) };
  for (let digits = fewest; digits < most; digits++) {
    const short = { first: shortened2(first, digits), second: shortened2(second, digits) };
    if (short.first !== short.second) return short;
  }
  return { first, second };
}
function shortened2(text, digits) {
  if (text === null || !/[.e]/i.test(text)) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const short = String(Number(value.toPrecision(digits)));
  return short.length < text.length ? short : text;
}

// src/report/story/first-difference.ts
function firstDifferenceSection(report, files) {
  if (report.comparisons.length === 0) return null;
  const { metric, tensor, sentence: sentence2 } = report.firstDifference;
  const nothing = report.comparisons.every(({ coverage }) => coverage.totals.files === 0);
  const none = nothing ? "None was seen, for nothing was compared." : hasVerdict(report.judgement.outcome) ? "None." : "None in what could be compared.";
  const found = [
    ...metric === null ? [] : [metricPlace(report, files, metric)],
    ...tensor === null ? [] : [tensorPlace(report, files, tensor)]
  ];
  const items = found.length === 0 && sentence2 !== "" ? [words(withShortNames(files, sentence2))] : found;
  return section(
    "first-difference",
    "First difference",
    [items.length === 0 ? paragraph(none) : list([...items, ...stillTheSame(report)])],
    { aside: "measured" }
  );
}
function metricPlace(report, files, metric) {
  const found = comparisonOf(report, files, metric);
  const names = found === null ? { first: "one run", second: "another" } : runNames(found.comparison);
  const short = shortValues(metric.values);
  const value = (text) => text === null ? words("no point") : words(code(text));
  const last = found?.lastStep ?? null;
  return words(
    strong(`${metric.stepKind.charAt(0).toUpperCase()}${metric.stepKind.slice(1)} ${formatStep(metric.step)}`),
    last === null || last <= metric.step ? "" : ` of ${formatStep(last)}`,
    ", ",
    code(metric.series),
    " in ",
    code(shortName(files, metric.file)),
    ": ",
    value(short.first),
    ` in ${names.first}, `,
    value(short.second),
    ` in ${names.second}.`
  );
}
function comparisonOf({ comparisons }, files, { series, step, file }) {
  for (const comparison of comparisons) {
    const compared2 = comparison.coverage.series.find(
      (one) => one.name === series && one.firstDivergentStep === step && shortName(files, one.place) === shortName(files, file)
    );
    if (compared2 === void 0) continue;
    const ends = comparison.coverage.series.filter(
      (one) => one.name === series && one.stepKind === compared2.stepKind && baseName(one.place) === baseName(compared2.place)
    ).flatMap(({ last }) => [last.first?.step ?? step, last.second?.step ?? step]);
    return { comparison, lastStep: ends.reduce((most2, end) => Math.max(most2, end), step) };
  }
  const [only, ...others] = comparisons;
  return only === void 0 || others.length > 0 ? null : { comparison: only, lastStep: null };
}
function baseName(place) {
  return place.slice(place.lastIndexOf("/") + 1);
}
function tensorPlace(report, files, tensor) {
  return words(
    strong("Tensor"),
    " ",
    code(tensor.path),
    " in ",
    code(shortName(files, tensor.file)),
    ...tensorDifference(report, files, tensor),
    "."
  );
}
function tensorDifference(report, files, tensor) {
  const name = shortName(files, tensor.file);
  for (const comparison of report.comparisons) {
    const found = leavesOf(comparison.difference).find(
      ({ leaf, file }) => leaf.kind === "values" && leaf.place === tensor.path && file !== null && shortName(files, file.place) === name
    );
    if (found !== void 0) return words(" differs in ", describeLeaf(found.leaf, runNames(comparison)));
  }
  return words(`: ${tensor.summary.replace(/\.$/, "")}`);
}
function stillTheSame(report) {
  const [only, ...others] = report.comparisons;
  if (only === void 0 || others.length > 0) return [];
  const { series } = only.coverage.totals;
  const metrics = series > 0 && !metricRows(only, report.inventories).told.some(differs) ? [
    words(
      series === 1 ? "The one metric series is the same." : `All ${formatInteger(series)} metric series are the same.`
    )
  ] : [];
  return [...metrics, ...checkpointsUntil(only)];
}
function checkpointsUntil(comparison) {
  const effects = worstEffects(comparison);
  const numbers = /* @__PURE__ */ new Map();
  for (const { place } of comparison.coverage.checkpoints) {
    const found = checkpointNumber(place);
    if (found === null) continue;
    const key = `${found.kind} ${found.number}`;
    const effect = effects.get(place) ?? "none";
    const differs2 = effect !== "none" && effect !== "structure";
    numbers.set(key, { ...found, differs: differs2 || numbers.get(key)?.differs === true });
  }
  const sorted = [...numbers.entries()].toSorted(([, a], [, b]) => a.number - b.number);
  const differing = sorted.filter(([, { differs: differs2 }]) => differs2).map(([key]) => key);
  const same = sorted.filter(([, { differs: differs2 }]) => !differs2).map(([key]) => key);
  const [firstDiffering] = differing;
  if (firstDiffering === void 0 || same.length === 0)
    return differing.length === 0 && same.length > 1 && same.length === comparison.coverage.checkpoints.length ? [words(`All ${formatInteger(same.length)} checkpoints that both runs have are the same.`)] : [];
  const inOrder = sorted.findLastIndex(([, { differs: differs2 }]) => !differs2) < sorted.findIndex(([, { differs: differs2 }]) => differs2);
  return inOrder ? [
    words(
      "The checkpoints are the same up to ",
      strong(same.at(-1) ?? ""),
      " and differ from ",
      strong(firstDiffering),
      " on."
    )
  ] : [words(`The checkpoints of ${formatList(differing)} differ, and those of ${formatList(same)} are the same.`)];
}

// src/report/story/likely-cause.ts
var mostCauses = 3;
function tellCauses(report, files, most2) {
  const causes = likelyCauses(report);
  const unlike = report.judgement.outcome === "divergent" || causes.length > 0 ? differingFacts(report) : [];
  return {
    told: [
      ...unlike.length === 0 ? [] : [{ text: unlikeText(unlike), check: null }],
      ...causes.slice(0, most2).map((cause) => ({ text: causeText(cause, files), check: cause.check }))
    ],
    rest: causes.slice(most2)
  };
}
function likelyCauseSection(report, files, limits2) {
  const { told, rest } = tellCauses(report, files, Math.min(mostCauses, limits2.rows));
  if (told.length === 0 && report.judgement.outcome !== "divergent") return null;
  const [first] = told;
  const blocks2 = [
    first === void 0 ? paragraph("Not known; no check found grounds for one.") : list(
      told.map(({ text }) => text),
      told.length > 1
    ),
    ...rest.length === 0 ? [] : [paragraph(restText2(rest))],
    ...first !== void 0 && first.check !== null && limits2.snippets ? fixBlocks(first.check) : []
  ];
  return section("likely-cause", told.length > 1 ? "Likely causes" : "Likely cause", blocks2, { aside: "inferred" });
}
var namesShown2 = 6;
function unlikeText(titles) {
  return words(
    `The runs were not made alike: ${formatList(titles, namesShown2)} ${titles.length === 1 ? "differs" : "differ"}. That alone can part them.`
  );
}
function causeText(finding, files) {
  const seen = finding.message.replace(/^Likely cause: /, "");
  const sentence2 = seen.startsWith("`") ? seen : `${seen.charAt(0).toUpperCase()}${seen.slice(1)}`;
  const ground = firstGround(finding.check);
  return words(
    withInlineCode(withShortNames(files, sentence2)),
    placeAside(finding, files),
    ...ground.length === 0 ? [] : [" ", ground],
    " See ",
    explainText(finding.check),
    "."
  );
}
function restText2(rest) {
  const ids = [...new Set(rest.map(({ check }) => check))];
  return words(
    `${formatInteger(ids.length)} more, less sure: `,
    joined(
      ids.map((id) => words(code(id))),
      ", "
    ),
    "."
  );
}

// src/report/story/not-compared.ts
var namesShown3 = 5;
var whyRank = { unread: 0, special: 1, policy: 2, listed: 3 };
var nouns = {
  checkpoint: "checkpoint",
  metrics: "metric file",
  record: "record",
  log: "log",
  bookkeeping: "bookkeeping file",
  image: "image",
  other: "file",
  ignored: "file"
};
function notComparedSection(report, files, limits2) {
  if (report.comparisons.length === 0) return null;
  const blocks2 = [];
  for (const comparison of report.comparisons) {
    const label = comparisonLabel(report, comparison);
    const told = [
      ...reasons(comparison, files, limits2),
      ...ambiguous(comparison, files, limits2),
      ...sameFiles(comparison, files, limits2)
    ];
    if (told.length > 0 && label !== "") blocks2.push(paragraph({ text: label, style: "strong" }));
    blocks2.push(...told);
  }
  return section(
    "not-compared",
    "Not compared",
    blocks2.length === 0 ? [paragraph("Nothing: every file that the runs left was compared.")] : blocks2
  );
}
function reasons(comparison, files, limits2) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of comparison.coverage.notCompared) {
    const key = JSON.stringify([entry.why, reasonText(entry), entry.role, entry.run]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [entry]);
    else group.push(entry);
  }
  if (groups.size === 0) return [];
  const items = [...groups.values()].toSorted(([a], [b]) => whyRank[a.why] - whyRank[b.why]).map((entries) => reasonLine(entries, comparison, files));
  return cutList(items, limits2.rows);
}
function reasonLine(entries, comparison, files) {
  const [entry] = entries;
  const only = entry.run === "both" ? "" : ` of ${runNames(comparison)[entry.run]}`;
  const count = `${plural(entries.length, nouns[entry.role])}${only}`;
  const paths = namesText(
    entries.map(({ path, run }) => shortName(files, path, run === "both" ? null : comparison[run]))
  );
  const reason = reasonText(entry);
  const because = reason === "" ? [] : words(" ", quiet(`(${reason})`));
  switch (entry.why) {
    case "unread":
      return words(count, " ", { text: "could not be read", style: "doubt" }, ": ", paths, because);
    case "special":
      return words(count, " ", { text: "not opened", style: "doubt" }, ": ", paths, because);
    case "policy":
      return entry.role === "ignored" ? words(count, " set aside: ", paths, because) : words("Set aside in ", paths, `: ${reason}`);
    case "listed":
      return entry.role === "record" ? words(count, `, ${reason}: `, paths) : words(count, ", listed only: ", paths, because);
    default:
      entry.why;
      return [];
  }
}
function reasonText({ why, role, reason }) {
  if (why !== "listed" || role !== "record") return reason;
  return reason.replace(/^records are /, "").replace(/ \([^()]*\)$/, "");
}
function namesText(names) {
  const shown = joined(
    names.slice(0, namesShown3).map((name) => words(code(name))),
    ", "
  );
  const rest = names.length - namesShown3;
  return rest <= 0 ? shown : words(shown, ` and ${formatInteger(rest)} more`);
}
function ambiguous(comparison, files, limits2) {
  const { ambiguous: pairings2 } = comparison.coverage;
  if (pairings2.length === 0) return [];
  return [
    paragraph(
      `${plural(pairings2.length, "name")} could not be paired, since more than one file of a run could be meant. Nothing was guessed:`
    ),
    ...cutList(
      pairings2.map(
        (pairing) => words(
          code(shortName(files, pairing.neutralPath)),
          ": ",
          namesText(pairing.first),
          " against ",
          namesText(pairing.second)
        )
      ),
      limits2.rows
    )
  ];
}
function sameFiles(comparison, files, limits2) {
  const { sameInode } = comparison.coverage;
  if (sameInode.length === 0) return [];
  return [
    paragraph("One and the same file on both sides (same device and inode), so that comparing proves nothing:"),
    ...cutList(
      sameInode.map((path) => words(code(shortName(files, path)))),
      limits2.rows
    )
  ];
}

// src/report/story/record.ts
var namesShown4 = 3;
function recordSection(report, files) {
  const [first] = report.inventories;
  if (first === void 0 || report.inventories.every((inventory) => inventory.files.length === 0)) return null;
  const parts2 = partsOf(report, first, files).map((part) => ({
    ...part,
    findings: openOf(report.findings, part.groups)
  }));
  const told = parts2.filter(({ found, findings }) => found.length > 0 || findings.length > 0);
  const absent = parts2.filter((part) => !told.includes(part)).map(({ title }) => title.toLowerCase());
  const rows = told.map(({ title, found, against, findings }) => [
    words(title),
    found.length === 0 ? words(quiet("nothing")) : found,
    words(found.length === 0 ? "" : against.length === 0 ? quiet("nothing") : against.join(", ")),
    outcomeOf(findings)
  ]);
  const columns = [left(""), left("Found"), left("Held against"), left("Findings")];
  return section("record", "Record", [
    ...rows.length === 0 ? [] : [{ kind: "table", columns, rows }],
    ...absent.length === 0 ? [] : [paragraph(quiet(`Nothing was found of: ${absent.join(", ")}.`))]
  ]);
}
function partsOf(report, first, files) {
  const otherRun = report.inventories.length > 1 ? ["the other run"] : [];
  const names = (kind) => namesText2(recordsOf(first, kind).map(({ neutralPath: neutralPath2 }) => shortName(files, neutralPath2)));
  const configurations = configurationsOf(first);
  const ours = report.runs.some(({ end }) => end !== null);
  const seen = report.runs.flatMap((run) => seenProcesses(run.observed));
  const packages = new Set(seen.flatMap(({ distributions }) => distributions.map(({ name }) => name))).size;
  return [
    {
      title: "Layout",
      groups: ["layout"],
      found: names("layout"),
      against: [
        ...ours && recordsOf(first, "layout").some(({ timestamp }) => timestamp !== null) ? ["the run's clock"] : []
      ]
    },
    {
      title: "Configuration",
      groups: ["configuration"],
      found: namesText2(
        configurations.map(({ neutralFile, entry, line }) => {
          const name = shortName(files, neutralFile);
          return entry === null ? `${name}${line === null ? "" : `:${line}`}` : `${name}[${entry}]`;
        })
      ),
      against: configurations.length === 0 ? [] : [...configurations.length > 1 ? ["each other"] : [], ...otherRun, ...ours ? ["the seed"] : []]
    },
    {
      title: "Environment",
      groups: ["environment"],
      found: names("environment"),
      against: recordsOf(first, "environment").length === 0 ? [] : ["the schema", ...otherRun, ...claimsText(report, first)]
    },
    {
      title: "Packages",
      groups: ["requirements"],
      found: names("requirements").length > 0 ? names("requirements") : locksText(report),
      against: packages === 0 ? otherRun : [...otherRun, `${plural(packages, "imported package")}`]
    },
    {
      title: "Dataset",
      groups: ["dataset"],
      found: names("dataset"),
      against: [
        ...report.datasets.filter(({ digests }) => digests.length > 0).map(({ path }) => `${path} (hashed)`).slice(0, namesShown4),
        ...recordsOf(first, "dataset").length === 0 ? [] : otherRun
      ]
    },
    {
      title: "Checkpoints",
      groups: ["checkpoints"],
      found: first.checkpoints.length === 0 ? [] : words(plural(first.checkpoints.length, "checkpoint")),
      against: first.checkpoints.length === 0 ? [] : [...first.series.length > 0 ? [plural(first.series.length, "metric series", "metric series")] : []]
    },
    {
      title: "Seeds and settings",
      groups: ["seeds", "determinism", "record"],
      found: seen.length === 0 ? [] : words(`observed in ${plural(seen.length, "process", "processes")}`),
      against: seen.length === 0 ? [] : otherRun
    }
  ];
}
function namesText2(all) {
  const names = [...new Set(all)];
  const shown = joined(
    names.slice(0, namesShown4).map((name) => words(code(name))),
    ", "
  );
  return names.length <= namesShown4 ? shown : words(shown, ` and ${formatInteger(names.length - namesShown4)} more`);
}
function locksText({ locks }) {
  return locks.length === 0 ? [] : words(namesText2(locks.map(({ path }) => path)), quiet(" of the repository"));
}
function claimsText(report, first) {
  const run = report.runs.find(({ number }) => number === first.run);
  if (run === void 0 || run.end === null) return [];
  const verified = recordsOf(first, "environment").reduce((sum, { value }) => sum + readClaims(value, run).verified, 0);
  return verified === 0 ? [] : [`${plural(verified, "value")} that ${verified === 1 ? "was" : "were"} seen`];
}
function openOf(findings, groups) {
  return findings.filter((finding) => isOpen(finding) && groups.includes(finding.check.split("/")[0] ?? ""));
}
function outcomeOf(findings) {
  const styles = { error: "bad", warning: "doubt", notice: "quiet" };
  const counted2 = ["error", "warning", "notice"].flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [words({ text: plural(count, severity), style: styles[severity] })];
  });
  return counted2.length === 0 ? words({ text: "none", style: "good" }) : joined(counted2, ", ");
}

// src/report/story/recorded-differences.ts
var valuesShown = 6;
function recordedDifferences({ findings, runs, comparisons }) {
  const found = findings.filter(({ check }) => check === "environment/differs");
  const facts = found.flatMap(({ facts: facts2, place }) => {
    const comparison = comparisons.find(({ second }) => place.run === null || second === place.run);
    if (comparison === void 0) return [];
    return listOf(facts2.differing).flatMap((one) => {
      const { pointer, first, second } = textsOf(one);
      if (pointer === void 0 || first === void 0 || second === void 0) return [];
      const inRun = (run) => run === comparison.first ? first : run === comparison.second ? second : null;
      return [{ title: pointer.replace(/^\//, ""), values: runs.map(({ number }) => inRun(number)) }];
    });
  });
  return facts.slice(0, valuesShown);
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textsOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((member) => typeof member[1] === "string")
  );
}

// src/report/story/runs.ts
var tailLines = 20;
function runsSection(report, limits2) {
  const { runs } = report;
  if (runs.length === 0) return section("runs", "Runs", [paragraph("None was started.")]);
  const facts = runFacts(report);
  const rows = [...differingRows(report, facts), ...outcomeRows(report), ...facts.partial.map(plainRow)];
  const blocks2 = [
    {
      kind: "table",
      columns: [left(""), ...runs.map((run) => left(runName(run.number)))],
      rows: rows.filter((row) => row.slice(1).some((cell2) => cell2.length > 0))
    }
  ];
  const shared = sharedText(report, facts);
  if (shared.length > 0) blocks2.push(paragraph(shared));
  if (runs.length < report.runsRequested) {
    blocks2.push(paragraph(`${plural(report.runsRequested, "run")} were asked for.`));
  }
  const odd = runs.flatMap(oddities);
  if (odd.length > 0) blocks2.push(...cutList(odd, limits2.rows));
  for (const run of runs) {
    if (run.end === null || runSucceeded(run.end) || run.logTail.length === 0) continue;
    blocks2.push(paragraph(`The last lines that ${runName(run.number)} printed:`));
    blocks2.push({ kind: "output", lines: run.logTail.slice(-tailLines) });
  }
  const seed = facts.same.find(({ title }) => title === "Seed")?.values[0] ?? null;
  return section("runs", "Runs", blocks2, { aside: seed === null ? null : `seed ${seed}` });
}
function differingRows(report, facts) {
  const seen = report.runs.every((run) => seenProcesses(run.observed).length > 0);
  return [...facts.differing, ...seen ? [] : recordedDifferences(report)].map(({ title, values }) => [
    words({ text: `≠ ${title}`, style: "doubt" }),
    ...values.map(cell)
  ]);
}
function plainRow({ title, values }) {
  return [words(strong(title)), ...values.map(cell)];
}
function cell(value) {
  return value === null ? words(quiet("not known")) : words(code(value));
}
var inSentence = /* @__PURE__ */ new Map([
  ["Command", "command"],
  ["Driver", "driver"],
  ["Code", "code at"],
  ["Packages", "imported packages:"]
]);
function sharedText(report, { same }) {
  const told = same.filter(({ title }) => title !== "Seed").map(({ title, values }) => words(`${inSentence.get(title) ?? title} `, code(values[0] ?? "")));
  if (told.length === 0) return [];
  const { length } = report.runs;
  const whose = length === 1 ? "Made with" : `The same in ${length === 2 ? "both" : "all"}`;
  return words(strong(whose), ": ", joined(told, "; "), ".");
}
function outcomeRows(report) {
  const each = (title, text) => [words(strong(title)), ...report.runs.map(text)];
  const inventory = (run) => report.inventories.find((candidate) => candidate.run === run.number) ?? null;
  return [
    each("End", endText),
    each("Took", (run) => run.end === null ? [] : words(formatDuration(run.durationMs))),
    each("Left", (run) => leftText(inventory(run))),
    each("Could not be read", (run) => {
      const unread = inventory(run)?.unread.length ?? 0;
      return unread === 0 ? [] : words({ text: plural(unread, "file"), style: "doubt" });
    })
  ];
}
function endText(run) {
  if (run.end === null) return words(quiet("not run by this audit"));
  return words({ text: describeRunEnd(run.end), style: runSucceeded(run.end) ? "plain" : "bad" });
}
function leftText(inventory) {
  if (inventory === null) return [];
  const bytes = inventory.files.reduce((sum, file) => sum + file.byteLength, 0);
  const checkpoints = inventory.checkpoints.length;
  return words(
    `${plural(inventory.files.length, "file")} (${formatBytes(bytes)}), ${plural(checkpoints, "checkpoint")}`
  );
}
function oddities(run) {
  const name = runName(run.number);
  const survivors = run.survivors.map(
    (survivor) => words(
      `${name} left process ${survivor.pid} (`,
      code(survivor.command),
      survivor.killed ? ") behind; it was killed." : ") behind, and it could not be killed."
    )
  );
  const outside = run.outside.length === 0 ? [] : [words(`${name} changed ${plural(run.outside.length, "file")} outside its outputs.`)];
  return [
    ...run.doubts.map((doubt) => words(`${name}: ${doubt.message} (`, code(doubt.code), ")")),
    ...survivors,
    ...outside
  ];
}

// src/report/text/sparkline.ts
var blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
var flat = "▄";
var notFinite = "×";
var noPoint = "·";
function sparklines(courses2, columns) {
  const steps3 = [...new Set(courses2.flatMap(({ steps: steps4 }) => steps4))].sort((a, b) => a - b);
  const width2 = Math.max(0, Math.min(Math.floor(columns), steps3.length));
  const begins = Array.from({ length: width2 }, (_2, index) => steps3[Math.ceil(index * steps3.length / width2)] ?? 0);
  const indexOf = (step) => Math.max(0, lastAtMost(begins, step));
  const stretches = courses2.map((course) => stretchesOf(course, width2, indexOf));
  const means = stretches.flat().filter((mean) => mean !== null && Number.isFinite(mean));
  const low = means.reduce((least, mean) => Math.min(least, mean ?? least), Number.POSITIVE_INFINITY);
  const high = means.reduce((most2, mean) => Math.max(most2, mean ?? most2), Number.NEGATIVE_INFINITY);
  return { lines: stretches.map((line) => line.map((mean) => blockOf(mean, low, high)).join("")), indexOf };
}
function stretchesOf({ steps: steps3, values }, width2, indexOf) {
  const found = Array.from({ length: width2 }, () => []);
  steps3.forEach((step, index) => {
    found[indexOf(step)]?.push(values[index] ?? Number.NaN);
  });
  return found.map(
    (stretch) => (
      // Each part is divided before they are added: the sum itself may be beyond the largest double.
      stretch.length === 0 ? null : stretch.reduce((sum, value) => sum + finite(value) / stretch.length, 0)
    )
  );
}
function finite(value) {
  return Number.isFinite(value) ? value : Number.NaN;
}
function blockOf(mean, low, high) {
  if (mean === null) return noPoint;
  if (!Number.isFinite(mean)) return notFinite;
  if (low === high) return flat;
  const share = (mean / 2 - low / 2) / (high / 2 - low / 2);
  return blocks[Math.round(share * (blocks.length - 1))] ?? flat;
}
function lastAtMost(numbers, value) {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = from + to >> 1;
    if ((numbers[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

// src/report/story/series-difference.ts
function seriesDifference(row) {
  const { series, leaf } = row;
  if (!differs(row)) return null;
  const firstStep = series.firstDivergentStep;
  if (leaf?.kind === "entry-kind" || firstStep === null) {
    return {
      words: "differs in what its steps count",
      cell: "in kind",
      tolerated: false,
      firstStep: null,
      lasting: true
    };
  }
  const at2 = `${series.stepKind} ${formatStep(firstStep)}`;
  const lasting = { words: `differs from ${at2} on`, cell: `from ${at2}`, tolerated: false, firstStep, lasting: true };
  if (leaf?.kind !== "series") return lasting;
  const { tolerated: tolerated2, differing, of: of2 } = leaf;
  if (differing === 1)
    return {
      words: `differs at ${at2}`,
      cell: `at ${at2}`,
      tolerated: tolerated2,
      firstStep,
      lasting: differing === stepsFrom(row, of2, firstStep)
    };
  if (differing === stepsFrom(row, of2, firstStep)) return { ...lasting, tolerated: tolerated2 };
  return {
    words: `${formatInteger(differing)} of ${plural(of2, "point")} differ, first at ${at2}`,
    cell: `${formatInteger(differing)} of ${formatInteger(of2)}, first at ${at2}`,
    tolerated: tolerated2,
    firstStep,
    lasting: false
  };
}
function stepsFrom({ courses: courses2 }, of2, first) {
  if (courses2 === null) return null;
  const steps3 = new Set(courses2.flatMap((course) => course.steps));
  if (steps3.size === of2) return [...steps3].filter((step) => step >= first).length;
  const last = Math.max(...courses2.map((course) => course.steps.at(-1) ?? Number.NaN));
  const begin = Math.min(...courses2.map((course) => course.steps[0] ?? Number.NaN));
  return Number.isInteger(first) && Number.isInteger(begin) && of2 === last - begin + 1 ? last - first + 1 : null;
}

// src/report/story/series.ts
var namesShown5 = 4;
var lonelyShown = 12;
function seriesSection(report, files, limits2) {
  if (report.comparisons.length === 0) return null;
  const all = report.comparisons.map(
    (comparison) => ({ comparison, ...metricRows(comparison, report.inventories) })
  );
  if (all.every(({ comparison }) => comparison.coverage.series.length === 0))
    return section("series", "Metrics", [
      paragraph("No metric series was compared."),
      ...all.flatMap((one) => lonelySeries(report, one))
    ]);
  const parting = all.filter(({ told }) => told.some(differs));
  const shown = parting.length === 0 ? all.slice(0, 1) : parting;
  const places = new Set(shown.flatMap(({ told }) => told.map(({ series }) => series.place)));
  const [place] = places.size === 1 ? places : [];
  return section(
    "series",
    "Metrics",
    [
      ...tableOf(report, shown, files, limits2),
      ...all.filter((one) => !shown.includes(one)).map((one) => agreement(report, one)),
      ...all.flatMap((one) => lonelySeries(report, one)),
      ...shown.flatMap((one) => notInTable(one, files))
    ],
    { aside: place === void 0 ? null : shortName(files, place) }
  );
}
function agreement(report, { comparison }) {
  const { series } = comparison.coverage.totals;
  return paragraph(
    `${comparisonLabel(report, comparison)}: `,
    series === 0 ? "no metric series was compared." : `all ${plural(series, "series", "series")} are the same.`
  );
}
function tableOf(report, shown, files, limits2) {
  const placed = shown.flatMap(({ comparison, told }) => byFile(told).map((row) => ({ comparison, row })));
  if (placed.length === 0) return [];
  const several = new Set(placed.map(({ row }) => row.series.place)).size > 1;
  const anyDiffers = placed.some(({ row }) => differs(row));
  const kept = placed.slice(0, limits2.rows);
  const rows = kept.flatMap(({ comparison, row }, index) => {
    const before = kept[index - 1];
    const sameFile = before?.comparison === comparison && before.row.series.place === row.series.place;
    const label = comparisonLabel(report, comparison);
    const heading = [...label === "" ? [] : [label], ...several ? [shortName(files, row.series.place)] : []].join(
      ", "
    );
    return [
      ...sameFile || heading === "" ? [] : [[words(strong(heading))]],
      ...rowsOf(row, comparison, anyDiffers, limits2.courseColumns)
    ];
  });
  const columns = [
    left("Series"),
    ...anyDiffers ? [left("Run")] : [],
    left("Course"),
    right("Points"),
    left("Last"),
    left("Differs"),
    ...anyDiffers ? [right("Largest gap")] : []
  ];
  const rest = placed.slice(kept.length);
  return [
    withoutEmptyColumns(columns, rows),
    ...legend(rows),
    ...more(rest.length, rest.some(({ row }) => differs(row)) ? "" : " that are the same")
  ];
}
function legend(rows) {
  const shown = rows.map((row) => row.map(plainText).join(" ")).join(" ");
  const marks2 = [
    ...shown.includes("│") ? ["│ where the runs part"] : [],
    ...shown.includes("×") ? ["× no finite number"] : []
  ];
  return marks2.length === 0 ? [] : [paragraph(quiet(`In a course: ${marks2.join(", ")}.`))];
}
function withoutEmptyColumns(columns, rows) {
  const isUsed = (_2, index) => rows.some((row) => (row[index] ?? []).length > 0);
  return {
    kind: "table",
    columns: columns.filter(isUsed),
    rows: rows.map(
      (row) => row.length === 1 ? row : columns.flatMap((_2, index) => isUsed(_2, index) ? [row[index] ?? []] : [])
    )
  };
}
function byFile(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const group = groups.get(row.series.place);
    if (group === void 0) groups.set(row.series.place, [row]);
    else group.push(row);
  }
  return [...groups.values()].flat();
}
function rowsOf(row, comparison, anyDiffers, columns) {
  const name = words(code(row.series.name));
  const apart = differs(row);
  const [first = [], second = []] = coursesOf(row, columns);
  const both2 = words(quiet("both"));
  if (!apart)
    return [
      [
        name,
        ...anyDiffers ? [both2] : [],
        first,
        pointsText(row, "first"),
        lastText(row, "first"),
        differsText(row),
        ...anyDiffers ? [[]] : []
      ]
    ];
  const gap2 = row.leaf?.kind === "series" && row.leaf.maxAbs !== null ? formatFloat(row.leaf.maxAbs) : "";
  return [
    [
      name,
      words(String(comparison.first)),
      first,
      pointsText(row, "first"),
      lastText(row, "first"),
      differsText(row),
      words(gap2)
    ],
    [[], words(String(comparison.second)), second, pointsText(row, "second"), lastText(row, "second"), [], []]
  ];
}
function coursesOf({ series, leaf, courses: courses2 }, columns) {
  const step = series.firstDivergentStep;
  if (courses2 === null || courses2.every(({ steps: steps3 }) => steps3.length < 2)) return [];
  const { lines, indexOf } = sparklines(step === null ? courses2.slice(0, 1) : courses2, columns);
  if (step === null) return lines.map((line) => words(line));
  const style = leaf?.kind === "series" && leaf.tolerated ? "doubt" : "bad";
  const at2 = indexOf(step);
  return lines.map((line) => words(line.slice(0, at2), { text: `│${line.slice(at2)}`, style }));
}
function pointsText({ series }, side) {
  return words(formatInteger(series.points[side]));
}
function lastText({ series: { last, stepKind } }, side) {
  const value = shortValues({ first: last.first?.value ?? null, second: last.second?.value ?? null })[side];
  if (value === null) return last.first === null && last.second === null ? [] : words(quiet("no point"));
  return words(
    code(value),
    last.first?.step === last.second?.step ? "" : ` (${stepKind} ${formatStep(last[side]?.step ?? 0)})`
  );
}
function differsText(row) {
  const { series, others } = row;
  const difference = seriesDifference(row);
  if (difference === null) return words({ text: "no", style: "good" });
  const { cell: cell2, tolerated: tolerated2 } = difference;
  const said = (text) => ({ text, style: tolerated2 ? "doubt" : "bad" });
  const note = tolerated2 ? ", tolerated" : "";
  if (standsAlone(series) && row.leaf?.kind !== "entry-kind")
    return words(said(others.length === 0 ? "yes" : `in ${formatInteger(others.length + 1)} files`), note);
  return words(said(cell2), note);
}
function lonelySeries(report, { comparison }) {
  const names = runNames(comparison);
  const label = comparisonLabel(report, comparison);
  return ["first", "second"].flatMap((side) => {
    const found = leavesOf(comparison.difference).flatMap(
      ({ leaf }) => leaf.kind === "missing" && leaf.what === "series" && leaf.presentIn === side ? [leaf.place] : []
    );
    if (found.length === 0) return [];
    const told = joined(
      found.slice(0, lonelyShown).map((name) => words(code(name))),
      ", "
    );
    const rest = found.length - lonelyShown;
    return [
      paragraph(
        { text: `Only in ${names[side]}`, style: "bad" },
        label === "" ? ": " : ` (${label}): `,
        ...told,
        rest > 0 ? ` and ${formatInteger(rest)} more.` : "."
      )
    ];
  });
}
function notInTable({ comparison, told, settled, notJudged }, files) {
  const repeated = told.flatMap(({ series, others }) => standsAlone(series) ? [] : others);
  const lines = [
    ...repeated.length === 0 ? [] : [
      `Not repeated here: ${plural(repeated.length, "series", "series")} of ${namesOf(repeated, ({ place }) => shortName(files, place))}, ${repeated.length === 1 ? "the beginning" : "the beginnings"} of those above.`
    ],
    ...settled.length === 0 ? [] : [
      `The same in both: ${plural(settled.length, "counter, text or single number", "counters, texts and single numbers")} (${namesOf(settled, ({ name }) => name)}).`
    ],
    ...notJudged.length === 0 ? [] : [
      `Shown, never judged: ${formatList(
        notJudged.map((row) => notJudgedText(row, comparison)),
        namesShown5
      )}.`
    ]
  ];
  return lines.map((line) => paragraph(quiet(line)));
}
function namesOf(series, nameOf) {
  return formatList([...new Set(series.map(nameOf))], namesShown5);
}
function notJudgedText({ series }, comparison) {
  const names = runNames(comparison);
  const { first, second } = shortValues({
    first: series.last.first?.value ?? null,
    second: series.last.second?.value ?? null
  });
  if (first === null && second === null) return series.name;
  return `${series.name} (at last ${first ?? "no point"} in ${names.first}, ${second ?? "no point"} in ${names.second})`;
}

// src/report/story/settings.ts
var originOrder = ["input", "flag", "config file", "default"];
function settingsSection(report) {
  const { policy: policy2, meta } = report;
  const items = [
    words(strong("Required"), ": ", code(policy2.require), "; findings fail the audit: ", code(policy2.failOn)),
    words(strong("Tolerance"), ": ", ...toleranceText(report))
  ];
  for (const origin of originOrder) {
    const names = Object.entries(meta.origins).filter(([, from]) => from === origin).map(([name]) => words(code(name))).toSorted((a, b) => textOf(a) < textOf(b) ? -1 : 1);
    if (names.length > 0) items.push(words(strong(originTitle[origin]), ": ", joined(names, ", ")));
  }
  items.push(
    words(
      strong("Audit"),
      ": ",
      code(meta.auditId),
      `, ${meta.createdAt}, train-twice ${meta.tool.version}, Node ${meta.node}, ${meta.platform}`
    )
  );
  return section("settings", "Settings", [list(items)], { folded: true });
}
var originTitle = {
  input: "From inputs",
  flag: "From flags",
  "config file": "From the config file",
  default: "By default"
};
function toleranceText(report) {
  const { everywhere, rules } = report.policy.tolerance;
  const shown = [
    ...rules.map((entry) => words(code(entry.glob), ` ${ruleText(entry.rule)}`)),
    ...everywhere === null ? [] : [words(`everywhere else ${ruleText(everywhere)}`)]
  ];
  return [shown.length === 0 ? words("none, to the last bit") : joined(shown, "; ")];
}
function ruleText(rule2) {
  return `atol ${formatFloat(rule2.atol)}, rtol ${formatFloat(rule2.rtol)}, max-ulp ${formatFloat(rule2.maxUlp)}`;
}
function textOf(text) {
  return text.map((span) => span.text).join("");
}

// src/judge/effects.ts
function knownEffect(effect) {
  switch (effect) {
    case "content":
    case "tolerated":
    case "structure":
    case "none":
    case "unknown":
      return effect;
    default:
      effect;
      return "unknown";
  }
}
function leavesWith(comparison, effect) {
  return leavesOf(comparison.difference).filter((located) => knownEffect(located.effect) === effect);
}
function countDiffering(leaves) {
  const counts2 = { tensors: 0, values: 0, series: 0, files: 0, inOneRun: 0 };
  for (const located of leaves) counts2[whatDiffers(located)] += 1;
  return counts2;
}
function whatDiffers({ leaf, file }) {
  switch (leaf.kind) {
    case "dtype":
    case "shape":
    case "values":
      return "tensors";
    case "missing":
      return leaf.what === "file" ? "inOneRun" : leaf.what === "series" ? "series" : "tensors";
    case "series":
      return "series";
    case "entry-kind":
      return file?.file?.role === "metrics" ? "series" : "values";
    case "scalar":
    case "structure":
      return "values";
    case "bytes":
      return leaf.place === "" ? "files" : "values";
    case "line":
    case "container-bytes":
    case "unread":
      return "files";
    default:
      leaf;
      return "files";
  }
}

// src/judge/first-difference.ts
function firstDifference(evidence) {
  for (const effect of ["content", "tolerated"]) {
    const leaves = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, effect));
    if (leaves.length === 0) continue;
    const metric = firstMetric(leaves);
    const tensor = firstTensor(leaves);
    return { metric, tensor, sentence: sentenceOf(metric, tensor, leaves) };
  }
  return { metric: null, tensor: null, sentence: "" };
}
function firstMetric(leaves) {
  const found = leaves.flatMap(
    ({ leaf, file }) => leaf.kind === "series" ? [
      {
        series: leaf.place,
        file: pathOf(file),
        stepKind: leaf.stepKind,
        step: leaf.firstStep,
        values: leaf.firstValues
      }
    ] : []
  );
  const order2 = (a, b) => stepKinds.indexOf(a.stepKind) - stepKinds.indexOf(b.stepKind) || a.step - b.step;
  return found.toSorted(order2)[0] ?? null;
}
function firstTensor(leaves) {
  const found = leaves.flatMap(({ leaf, file }) => {
    const summary = tensorSummary(leaf);
    return summary === null || file?.file?.role === "image" ? [] : [{ file: pathOf(file), path: leaf.place, summary }];
  });
  const age = (tensor) => checkpointNumber(tensor.file)?.number ?? Number.MAX_SAFE_INTEGER;
  return found.toSorted((a, b) => age(a) - age(b))[0] ?? null;
}
function tensorSummary(leaf) {
  if (leaf.kind === "values") return describeDelta(leaf.delta);
  if (leaf.kind === "dtype") return `${leaf.dtypes.first} in the first run, ${leaf.dtypes.second} in the second`;
  if (leaf.kind === "shape")
    return `${formatShape(leaf.shapes.first)} in the first run, ${formatShape(leaf.shapes.second)} in the second`;
  if (leaf.kind === "missing" && leaf.what === "entry") return `only in the ${leaf.presentIn} run`;
  return null;
}
function sentenceOf(metric, tensor, leaves) {
  const parts2 = [];
  if (metric !== null) {
    const { first, second } = metric.values;
    parts2.push(
      `${quote(metric.series)} differs first at ${metric.stepKind} ${formatStep(metric.step)}: ${first ?? "no point"} in the first run, ${second ?? "no point"} in the second`
    );
  }
  if (tensor !== null)
    parts2.push(`the first tensor that differs is ${quote(tensor.path)} in ${quote(tensor.file)}: ${tensor.summary}`);
  const [other] = leaves;
  if (parts2.length === 0 && other !== void 0) parts2.push(otherSentence(other));
  const text = parts2.join("; ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function otherSentence({ leaf, file }) {
  const path = file === null ? leaf.place : pathOf(file);
  if (leaf.kind === "missing")
    return `${quote(leaf.what === "file" ? path : leaf.place)} is only in the ${leaf.presentIn} run`;
  if (leaf.kind === "scalar")
    return `${quote(leaf.place)} in ${quote(path)} is ${quote(leaf.values.first.text, 60)} in the first run, ${quote(leaf.values.second.text, 60)} in the second`;
  if (leaf.kind === "bytes")
    return `the bytes of ${quote(path)} differ from byte ${formatInteger(leaf.firstOffset)} on (${formatSizes(leaf.sizes.first, leaf.sizes.second)})`;
  if (leaf.kind === "entry-kind")
    return `${quote(leaf.place)} in ${quote(path)} is a ${leaf.kinds.first} in the first run, a ${leaf.kinds.second} in the second`;
  return `${quote(leaf.place === "" ? path : leaf.place)} differs`;
}
function pathOf(file) {
  const paths = file?.file?.paths;
  if (paths === void 0) return file?.place ?? "";
  return paths.first === paths.second ? paths.first ?? file?.place ?? "" : file?.place ?? paths.first ?? "";
}

// src/judge/verdict-sentence.ts
function verdictSentence(verdict, evidence, weak) {
  const totals = leastTotals(evidence.comparisons);
  const runs = `${formatInteger(evidence.runs.length)} runs`;
  switch (verdict) {
    case "identical":
      return `Identical: ${runs} agree byte for byte in ${extent(totals)}.`;
    case "equivalent":
      return `Equivalent: ${runs} agree in ${extent(totals)}; ${bytesClause(evidence.comparisons)}.`;
    case "within-tolerance": {
      const differing = evidence.comparisons.flatMap((comparison) => leavesWith(comparison, "tolerated"));
      return `Within tolerance: ${runs} agree in ${extent(totals)} save for ${differingText(countDiffering(differing), null)}, inside the declared tolerance.`;
    }
    case "divergent": {
      const { metric, tensor } = firstDifference(evidence);
      const first = metric !== null ? `; first at ${metric.stepKind} ${formatStep(metric.step)} of ${quote(metric.series)}` : tensor !== null ? `; first in ${quote(tensor.path)} of ${quote(tensor.file)}` : "";
      return `Divergent: ${divergentText(evidence.comparisons, totals)}${first}.`;
    }
    case "inconclusive": {
      const [reason = "Nothing was compared."] = weak;
      return `Inconclusive: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
    }
    default:
      verdict;
      return "";
  }
}
function leastTotals(comparisons) {
  const least = (pick) => comparisons.length === 0 ? 0 : Math.min(...comparisons.map(({ coverage }) => pick(coverage.totals)));
  return {
    files: least((totals) => totals.files),
    checkpoints: least((totals) => totals.checkpoints),
    tensors: least((totals) => totals.tensors),
    elements: least((totals) => totals.elements),
    tensorBytes: least((totals) => totals.tensorBytes),
    scalars: least((totals) => totals.scalars),
    series: least((totals) => totals.series),
    points: least((totals) => totals.points),
    bytesComparedFiles: least((totals) => totals.bytesComparedFiles),
    ownNamesReplaced: least((totals) => totals.ownNamesReplaced)
  };
}
function extent(totals) {
  const parts2 = [];
  if (totals.checkpoints > 0)
    parts2.push(
      `${plural(totals.checkpoints, "checkpoint")} (${plural(totals.tensors, "tensor")}, ${plural(totals.elements, "element")})`
    );
  if (totals.series > 0)
    parts2.push(`${plural(totals.series, "metric series", "metric series")} (${plural(totals.points, "point")})`);
  if (totals.bytesComparedFiles > 0) parts2.push(`${plural(totals.bytesComparedFiles, "other file")}`);
  return formatList(parts2);
}
function bytesClause(comparisons) {
  const aspects = new Set(
    comparisons.flatMap(
      (comparison) => leavesWith(comparison, "structure").flatMap(
        ({ leaf }) => leaf.kind === "structure" && leaf.aspect !== "container" ? [leaf.aspect] : []
      )
    )
  );
  const names = Math.max(0, ...comparisons.map(({ coverage }) => coverage.totals.ownNamesReplaced));
  const where2 = ["the container"];
  if (aspects.size > 0) where2.push(`structure (${formatList([...aspects].sort(), 4)})`);
  if (names > 0) where2.push(`${plural(names, "name")} of the runs' own`);
  return `the bytes differ only in ${formatList(where2)}`;
}
function divergentText(comparisons, totals) {
  const counts2 = comparisons.map((comparison) => countDiffering(leavesWith(comparison, "content")));
  const most2 = (pick) => Math.max(0, ...counts2.map(pick));
  const worst = {
    tensors: most2((count) => count.tensors),
    values: most2((count) => count.values),
    series: most2((count) => count.series),
    files: most2((count) => count.files),
    inOneRun: most2((count) => count.inOneRun)
  };
  const differing = worst.tensors + worst.values + worst.series + worst.files;
  const alone = worst.inOneRun === 0 ? "" : `${plural(worst.inOneRun, "file")} ${worst.inOneRun === 1 ? "is" : "are"} in one run only`;
  if (differing === 0) return alone;
  return `${differingText(worst, totals)} ${differing === 1 ? "differs" : "differ"}${alone === "" ? "" : `, and ${alone}`}`;
}
function differingText(counts2, totals) {
  const of2 = (count, all, one, many) => count === 0 ? [] : [
    all === null || all < count ? plural(count, one, many) : `${formatInteger(count)} of ${plural(all, one, many)}`
  ];
  return formatList([
    ...of2(counts2.tensors, totals?.tensors ?? null, "tensor"),
    ...of2(counts2.values, null, "value"),
    ...of2(counts2.series, totals?.series ?? null, "metric series", "metric series"),
    ...of2(counts2.files, null, "file")
  ]);
}
var mostReasons = 10;
function differingReasons(verdict, evidence) {
  if (verdict !== "divergent" && verdict !== "within-tolerance") return [];
  const effect = verdict === "divergent" ? "content" : "tolerated";
  const reasons2 = [];
  for (const comparison of evidence.comparisons) {
    const byFile2 = /* @__PURE__ */ new Map();
    for (const located of leavesWith(comparison, effect)) {
      const file = located.file?.place ?? located.leaf.place;
      const leaves = byFile2.get(file);
      if (leaves === void 0) byFile2.set(file, [located]);
      else leaves.push(located);
    }
    for (const [file, leaves] of byFile2) {
      const lonely = leaves.find(({ leaf }) => leaf.kind === "missing" && leaf.what === "file")?.leaf;
      if (lonely?.kind === "missing") {
        reasons2.push(`Only run ${comparison[lonely.presentIn]} has ${quote(file)}.`);
        continue;
      }
      const what2 = differingText(countDiffering(leaves), null);
      reasons2.push(`Run ${comparison.first} and run ${comparison.second} differ in ${quote(file)}: ${what2}.`);
    }
  }
  const rest = reasons2.length - mostReasons;
  return rest > 0 ? [...reasons2.slice(0, mostReasons), `And ${plural(rest, "further file")}.`] : reasons2;
}

// src/report/story/verdict.ts
var labels = {
  identical: "Identical",
  equivalent: "Equivalent",
  "within-tolerance": "Within tolerance",
  divergent: "Divergent",
  inconclusive: "Inconclusive",
  "record-sound": "Record sound",
  "record-faulty": "Record faulty",
  "run-failed": "Run failed",
  cancelled: "Cancelled"
};
function outcomeLabel(outcome2) {
  return labels[outcome2];
}
var marks = { good: "✓", bad: "✗", doubt: "?" };
var notCorrectness = "Reproducible is not the same as correct: whether the model is any good was not judged.";
function verdictTone(report) {
  if (isPass(report.judgement)) return "good";
  const { outcome: outcome2 } = report.judgement;
  return outcome2 === "inconclusive" || outcome2 === "cancelled" ? "doubt" : "bad";
}
function sentenceWithoutWord(judgement2) {
  const word = `${outcomeLabel(judgement2.outcome)}: `;
  return judgement2.sentence.startsWith(word) ? judgement2.sentence.slice(word.length) : judgement2.sentence;
}
function verdictSection(report, files, limits2) {
  const { judgement: judgement2 } = report;
  const tone = verdictTone(report);
  const blocks2 = [
    {
      kind: "verdict",
      tone,
      mark: marks[tone],
      word: `${outcomeLabel(judgement2.outcome)}${isPass(judgement2) ? "" : notPassed(report)}`,
      text: words(withShortNames(files, sentenceWithoutWord(judgement2)))
    }
  ];
  const reasons2 = furtherReasons(report);
  if (reasons2.length > 0) {
    blocks2.push(
      ...cutList(
        reasons2.map((reason) => words(withShortNames(files, reason))),
        limits2.rows
      )
    );
  }
  blocks2.push(...comparedTexts(report, files).map((text) => paragraph(text)));
  if (report.comparisons.length === 0 && report.meta.subject !== "check") {
    blocks2.push(paragraph(strong("Compared"), ": nothing. There are no two runs to hold against each other."));
  }
  const names = namesText3(report, files);
  if (names.length > 0) blocks2.push(paragraph(names));
  blocks2.push(paragraph({ text: notCorrectness, style: "quiet" }));
  return section("verdict", "Verdict", blocks2);
}
var failingFindings2 = /^[\d,]+ findings? fails? the audit: /;
function furtherReasons(report) {
  const { outcome: outcome2, reasons: reasons2, sentence: sentence2 } = report.judgement;
  if (outcome2 === "run-failed" && reasons2.length === 1) return [];
  const said = sentence2.slice(sentence2.indexOf(": ") + 2);
  const told = outcome2 === "divergent" || outcome2 === "within-tolerance" ? differingReasons(outcome2, { ...report, today: "" }) : [];
  return reasons2.filter(
    (reason) => !told.includes(reason) && reason.toLowerCase() !== said.toLowerCase() && !failingFindings2.test(reason)
  );
}
function namesText3(report, files) {
  const told = files.folder === "" || report.comparisons.length === 1;
  return words(
    ...told ? [] : ["Files are named as they lie below ", code(files.folder), ". "],
    liesOutside(files) ? "Names that begin with ./ lie outside that folder." : ""
  );
}
function notPassed(report) {
  const { outcome: outcome2 } = report.judgement;
  return outcome2 === "identical" || outcome2 === "equivalent" || outcome2 === "within-tolerance" ? ", not passed" : "";
}
function comparedTexts(report, files) {
  const groups = /* @__PURE__ */ new Map();
  for (const comparison of report.comparisons) {
    const key = plainText(compared("", files, comparison));
    groups.set(key, [...groups.get(key) ?? [], comparison]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === void 0) return [];
    const seconds2 = formatList(
      group.map(({ second }) => runName(second)),
      group.length
    );
    const label = group.length === 1 ? comparisonLabel(report, first) : `${runName(first.first)} with ${seconds2}, each`;
    return [compared(label, files, first)];
  });
}
function compared(label, files, comparison) {
  const { totals, notCompared, sameInode, ambiguous: ambiguous2 } = comparison.coverage;
  const counts2 = [
    `${plural(totals.files, "file")} that ${totals.files === 1 ? "decides" : "decide"}`,
    plural(totals.checkpoints, "checkpoint"),
    `${plural(totals.tensors, "tensor")} (${plural(totals.elements, "element")}, ${formatBytes(totals.tensorBytes)})`,
    ...totals.scalars === 0 ? [] : [plural(totals.scalars, "scalar")],
    `${plural(totals.series, "metric series", "metric series")} (${plural(totals.points, "point")})`,
    ...totals.bytesComparedFiles === 0 ? [] : [`${plural(totals.bytesComparedFiles, "other file")} by bytes`]
  ];
  const unread = notCompared.filter((entry) => entry.why === "unread").length;
  return words(
    strong("Compared"),
    label === "" ? "" : `, ${label}`,
    ...label === "" && files.folder !== "" ? [" below ", code(files.folder)] : [],
    `: ${counts2.join(", ")}.`,
    totals.ownNamesReplaced > 0 ? ` Own names taken out of strings: ${formatInteger(totals.ownNamesReplaced)}.` : "",
    unread > 0 ? ` Could not be read: ${plural(unread, "file")}.` : "",
    ambiguous2.length > 0 ? ` Could not be paired: ${plural(ambiguous2.length, "name")}.` : "",
    sameInode.length > 0 ? ` One and the same file on both sides, which proves nothing: ${plural(sameInode.length, "pair")}.` : ""
  );
}

// src/report/story.ts
function tellStory(report, limits2) {
  const names = fileNames(report.inventories);
  const sections = [
    verdictSection(report, names, limits2),
    firstDifferenceSection(report, names),
    likelyCauseSection(report, names, limits2),
    advice(report, names, limits2),
    runsSection(report, limits2),
    seriesSection(report, names, limits2),
    ...checkpointSections(report, names, limits2),
    recordSection(report, names),
    findingsSection(report, names, limits2),
    notComparedSection(report, names, limits2),
    evidenceSection(report, names, limits2),
    settingsSection(report)
  ];
  const story = sections.filter((section2) => section2 !== null);
  return hasVerdict(report.judgement.outcome) ? story : story.map(withoutGood);
}

// src/report/text/wrap.ts
function wrapText(text, columns) {
  const limit = Math.max(4, columns);
  const lines = [];
  let line = [];
  let used = 0;
  const flush = () => {
    const last = line.at(-1);
    if (last !== void 0) line[line.length - 1] = { ...last, text: last.text.trimEnd() };
    lines.push(merged(line));
    line = [];
    used = 0;
  };
  for (const word of wordsOf(text, limit)) {
    const width2 = widthOf(word);
    if (used > 0 && used + width2 - trailingSpaces(word) > limit) flush();
    line.push(...word);
    used += width2;
  }
  if (line.length > 0) flush();
  return lines;
}
function merged(line) {
  const spans = [];
  for (const span of line) {
    const last = spans.at(-1);
    if (last?.style === span.style) spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(span);
  }
  return spans;
}
function wordsOf(text, limit) {
  const found = [];
  let word = [];
  const end = () => {
    if (widthOf(word) - trailingSpaces(word) > limit) found.push(...word.map((piece) => [piece]));
    else if (word.length > 0) found.push(word);
    word = [];
  };
  for (const span of text) {
    for (const part of span.text.split(/(?<= )(?=[^ ])/)) {
      for (const piece of hardCut(part, limit)) word.push({ text: piece, style: span.style });
      if (part.endsWith(" ")) end();
    }
  }
  end();
  return found;
}
function hardCut(text, limit) {
  if (textWidth(text) <= limit) return [text];
  const pieces = [];
  let piece = "";
  for (const character of text) {
    if (piece !== "" && textWidth(piece) + textWidth(character) > limit) {
      const end = goodEnd(piece);
      pieces.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += character;
  }
  pieces.push(piece);
  return pieces;
}
function goodEnd(piece) {
  const at2 = Math.max(piece.lastIndexOf("/"), piece.lastIndexOf("."), piece.lastIndexOf("_"), piece.lastIndexOf("-"));
  return at2 > piece.length / 2 ? at2 + 1 : piece.length;
}
function widthOf(text) {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}
function trailingSpaces(word) {
  const last = word.at(-1);
  return last === void 0 ? 0 : last.text.length - last.text.trimEnd().length;
}

// src/report/text/table.ts
var gap = 2;
var narrowest = 8;
var cramped = 12;
function layTable(columns, rows, available) {
  const widths = columnWidths(columns, rows, available);
  if (widths === null) return layStacked(columns, rows, available);
  return [columns.map((column) => column.title), ...rows].flatMap(
    (row) => isHeading(row, columns) ? wrapText(row[0] ?? [], available) : layRow(row, columns, widths)
  );
}
function isHeading(row, columns) {
  return row.length === 1 && columns.length > 1;
}
function fitsColumns(columns, rows, available) {
  const widths = columnWidths(columns, rows, available);
  return widths?.every((one, index) => width(columns[index]?.title ?? []) <= one) ?? false;
}
function columnWidths(columns, rows, available) {
  const all = [columns.map((column) => column.title), ...rows.filter((row) => !isHeading(row, columns))];
  const natural = columns.map((_2, index) => all.reduce((most2, row) => Math.max(most2, width(row[index] ?? [])), 0));
  const widths = fittingWidths(natural, available);
  return widths.some((one, index) => one < cramped && one < (natural[index] ?? 0)) ? null : widths;
}
function layStacked(columns, rows, available) {
  return rows.flatMap((row) => {
    const [head = [], ...rest] = row;
    const told = rest.flatMap((cell2, index) => {
      const title = columns[index + 1]?.title ?? [];
      if (cell2.length === 0) return [];
      return wrapText([...title, { text: ": ", style: "plain" }, ...cell2], available - gap).map((line) => [
        { text: " ".repeat(gap), style: "plain" },
        ...line
      ]);
    });
    return [...wrapText(head, available), ...told];
  });
}
function fittingWidths(natural, available) {
  const widths = [...natural];
  const budget = available - gap * (widths.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, 0) - budget;
  while (excess > 0) {
    const widest2 = Math.max(...widths);
    if (widest2 <= narrowest) break;
    const at2 = widths.indexOf(widest2);
    const second = Math.max(narrowest, ...widths.filter((_2, index) => index !== at2));
    const cut2 = Math.min(excess, Math.max(1, widest2 - second));
    widths[at2] = widest2 - cut2;
    excess -= cut2;
  }
  return widths;
}
function layRow(row, columns, widths) {
  const cells = widths.map((columnWidth, index) => wrapText(row[index] ?? [], columnWidth));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_2, line) => {
    const laid = widths.flatMap((columnWidth, index) => {
      const cell2 = cells[index]?.[line] ?? [];
      const space = " ".repeat(Math.max(0, columnWidth - width(cell2)));
      const between = index === 0 ? "" : " ".repeat(gap);
      return columns[index]?.align === "right" ? [{ text: between + space, style: "plain" }, ...cell2] : [{ text: between, style: "plain" }, ...cell2, { text: space, style: "plain" }];
    });
    return withoutTrailingSpace(laid);
  });
}
function withoutTrailingSpace(line) {
  const kept = [...line];
  while (kept.at(-1)?.text.trim() === "") kept.pop();
  return kept;
}
function width(text) {
  return text.reduce((sum, span) => sum + textWidth(span.text), 0);
}

// src/report/terminal.ts
var shortLimits = { rows: 12, differences: 4, perCheck: 1, snippets: false };
var everything = Number.POSITIVE_INFINITY;
var fullLimits = { rows: everything, differences: everything, perCheck: everything, snippets: true };
var courses = [
  { columns: 120, blocks: 24 },
  { columns: 100, blocks: 16 }
];
var shortestCourse = 10;
var shortText = 400;
var fullText = 2e4;
var widest = 140;
var narrowest2 = 40;
var longestAside = 60;
var indent = "  ";
var terminalReporter = {
  id: "terminal",
  title: "Text for a terminal",
  fileName: null,
  render: renderTerminal
};
function renderTerminal(report, options) {
  const columns = Math.min(widest, Math.max(narrowest2, options.columns));
  const textLength = options.verbose ? fullText : shortText;
  const limits2 = {
    ...options.verbose ? fullLimits : shortLimits,
    courseColumns: courses.find((course) => columns >= course.columns)?.blocks ?? shortestCourse
  };
  const story = tellStory(report, limits2);
  const lines = [];
  let before = null;
  for (const part of story) {
    if (part.folded && !options.verbose) continue;
    const laid = laySection(part, textLength, columns);
    if (before !== null && (laid.length > 1 || before.id === "verdict" || endsInRows(before))) lines.push([]);
    lines.push(...laid);
    before = part;
  }
  if (!options.verbose) lines.push(words(quiet("More with --verbose, and in report.json.")));
  return `${lines.map((line) => printed(line, options.color)).join("\n")}
`;
}
function endsInRows(part) {
  const kind = part.blocks.at(-1)?.kind;
  return kind === "table" || kind === "output" || kind === "code";
}
function laySection(part, textLength, columns) {
  const blocks2 = part.blocks.map((block) => escapeBlock(block, textLength));
  if (part.id === "verdict") return blocks2.flatMap((block) => layBlock(block, columns));
  const aside = part.aside === null ? "" : quiet(` (${escapeTerminal(part.aside, longestAside)})`);
  const heading = words(strong(part.title), aside);
  const [first, ...others] = blocks2;
  const line = first === void 0 || others.length > 0 ? null : oneLine(heading, first, columns);
  if (line !== null) return [line];
  const rest = others.flatMap((block) => layBlock(block, columns));
  const merged2 = first?.kind === "table" ? headedTable(heading, first, columns) : null;
  return merged2 === null ? [heading, ...first === void 0 ? [] : layBlock(first, columns), ...rest] : [...merged2, ...rest];
}
function oneLine(heading, block, columns) {
  const text = block.kind === "paragraph" ? block.text : block.kind === "list" ? block.items[0] : void 0;
  if (text === void 0 || block.kind === "list" && (block.items.length > 1 || block.ordered)) return null;
  const line = words(heading, ": ", text);
  return textWidth(plainText(line)) <= columns ? line : null;
}
function headedTable(heading, block, columns) {
  const inner = columns - indent.length;
  const [first, ...others] = tableColumns(block);
  if (first === void 0) return null;
  const headed = [{ ...first, title: heading }, ...others];
  if (textWidth(plainText(heading)) > columns / 2 || !fitsColumns(headed, block.rows, inner)) return null;
  const [head = [], ...rows] = layTable(headed, block.rows, inner);
  const behind = heading.length + 1;
  return [words(head.slice(0, behind), indent, head.slice(behind)), ...indented(rows, indent, indent)];
}
function tableColumns(block) {
  return block.columns.map((column) => ({ title: words(quiet(column.title)), align: column.align }));
}
function printed(line, color) {
  return withoutCommands(
    line.map((span) => paint(span.text, span.style, color)).join("").trimEnd()
  );
}
function layBlock(block, columns) {
  const inner = columns - indent.length;
  switch (block.kind) {
    case "verdict":
      return indented(
        wrapText(
          words(
            { text: `${block.mark} ${block.word}${block.text.length === 0 ? "" : ":"}`, style: block.tone },
            " ",
            block.text
          ),
          inner
        ),
        "",
        indent
      );
    case "paragraph":
      return indented(wrapText(block.text, inner), indent, indent);
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "· ";
        return indented(wrapText(item, inner - mark.length), indent + mark, indent + " ".repeat(mark.length));
      });
    case "table":
      return indented(layTable(tableColumns(block), block.rows, inner), indent, indent);
    case "output":
      return block.lines.flatMap(
        (line) => indented(wrapText(words(quiet(line)), inner - 2), `${indent}│ `, `${indent}│ `)
      );
    case "code":
      return block.lines.flatMap(
        (line) => line === "" ? [[]] : indented(wrapText(words(code(line)), inner - 2), `${indent}  `, `${indent}  `)
      );
    default:
      block;
      return [];
  }
}
function indented(lines, first, rest) {
  return lines.map((line, index) => words(index === 0 ? first : rest, line));
}
function escapeBlock(block, length) {
  const escaped2 = (text) => text.map((span) => ({ ...span, text: escapeTerminal(span.text, length) }));
  switch (block.kind) {
    case "verdict":
    case "paragraph":
      return { ...block, text: escaped2(block.text) };
    case "list":
      return { ...block, items: block.items.map(escaped2) };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: escapeTerminal(column.title, length) })),
        rows: block.rows.map((row) => row.map(escaped2))
      };
    case "output":
    case "code":
      return { ...block, lines: block.lines.map((line) => escapeTerminal(line, length)) };
    default:
      block;
      return block;
  }
}

// src/report/annotations.ts
var mostOf = { error: 10, warning: 10, notice: 9 };
var titleLength = 200;
var messageLength = 3800;
var annotationsReporter = {
  id: "annotations",
  title: "Annotations of a GitHub job, one JSON object a line",
  fileName: null,
  render: (report) => annotationsOf(report).map((annotation) => `${jsonLine({ ...annotation })}
`).join("")
};
function annotationsOf(report) {
  const verdict = verdictAnnotation(report);
  const open = findingGroups(worstFirst(report.findings.filter(isOpen)));
  return ["error", "warning", "notice"].flatMap((level) => {
    const own = [
      ...verdict.level === level ? [verdict] : [],
      ...open.filter(([first]) => first.severity === level).map(of)
    ];
    const most2 = mostOf[level];
    if (own.length <= most2) return own;
    const rest = own.length - (most2 - 1);
    return [
      ...own.slice(0, most2 - 1),
      { level, title: "train-twice", message: `${plural(rest, `more ${level}`)}: see the summary or report.json.` }
    ];
  });
}
function verdictAnnotation(report) {
  const { judgement: judgement2, firstDifference: firstDifference2 } = report;
  const sentence2 = sentenceWithoutWord(judgement2);
  const first = firstDifference2.sentence === "" ? "" : ` First difference: ${firstDifference2.sentence}`;
  return {
    level: isPass(judgement2) ? "notice" : "error",
    title: `train-twice: ${outcomeLabel(judgement2.outcome)}`,
    message: oneLine2(`${sentence2.charAt(0).toUpperCase()}${sentence2.slice(1)}${first}`, messageLength)
  };
}
function of([finding, ...others]) {
  const more2 = others.length === 0 ? "" : ` And ${plural(others.length, "more", "more")} of this check.`;
  const place = plainText(placeText(finding.place));
  const certainty = finding.certainty === "inferred" ? " (inferred)" : "";
  return {
    level: finding.severity,
    title: oneLine2(`${finding.check}: ${finding.title}`, titleLength),
    message: oneLine2(`${place === "" ? "" : `${place}: `}${finding.message}${certainty}${more2}`, messageLength)
  };
}
function oneLine2(text, length) {
  return visible(shortened(text, length));
}

// src/report/badge.ts
var badgeReporter = {
  id: "badge",
  title: "A badge for shields.io",
  fileName: "badge.json",
  render: (report) => jsonText({
    schemaVersion: 1,
    label: report.meta.subject === "check" ? "record" : "reproducible",
    message: messageOf(report),
    color: colorOf(report),
    // With it nobody can set another colour in the badge's address.
    isError: !isPass(report.judgement)
  })
};
var messages = {
  identical: "identical",
  equivalent: "equivalent",
  "within-tolerance": "within tolerance",
  divergent: "divergent",
  inconclusive: "inconclusive",
  "record-sound": "sound",
  "record-faulty": "faulty",
  "run-failed": "run failed",
  cancelled: "cancelled"
};
function messageOf({ judgement: judgement2 }) {
  const { outcome: outcome2, passed } = judgement2;
  if (passed) return messages[outcome2];
  const good = outcome2 === "identical" || outcome2 === "equivalent" || outcome2 === "within-tolerance";
  return good ? `${messages[outcome2]}, not passed` : messages[outcome2];
}
function colorOf({ judgement: judgement2, findings }) {
  if (!hasVerdict(judgement2.outcome)) return "lightgrey";
  if (!isPass(judgement2)) return "red";
  const warned = findings.some(({ severity, waived }) => severity !== "notice" && waived === null);
  return warned || judgement2.outcome === "within-tolerance" ? "green" : "brightgreen";
}

// src/report/text/escape-markdown.ts
var structural = /(?<![\p{L}\p{N}])[-_+=]|[-_+=](?![\p{L}\p{N}])|:(?! )|[^\p{L}\p{N}\p{M} ,.;:/'"%()_+=\u00b1\u00b7\u00d7\u2010-\u2027\u2190-\u2bff-]/gu;
function escapeMarkdown(text, length = 500) {
  const escaped2 = visible(shortened(text, length)).replace(
    structural,
    (character) => `&#${character.codePointAt(0) ?? 65533};`
  );
  return escaped2.replaceAll("&#64;", "&#64;&#8203;").replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`).replace(/^(\s*\d+)([.)])(?=\s|$)/, (_2, digits, mark) => `${digits}&#${mark.codePointAt(0)};`);
}
function markdownCode(text, length = 500) {
  return text === "" ? "" : `<code>${escapeMarkdown(text, length)}</code>`;
}

// src/report/summary.ts
var summaryLimitBytes = 900 * 1024;
var steps = [
  { rows: 300, differences: 20, perCheck: 5, courseColumns: 24, snippets: true, length: 500 },
  { rows: 100, differences: 20, perCheck: 3, courseColumns: 24, snippets: true, length: 300 },
  { rows: 30, differences: 10, perCheck: 1, courseColumns: 16, snippets: true, length: 200 },
  { rows: 8, differences: 6, perCheck: 1, courseColumns: 12, snippets: true, length: 120 }
];
var dropOrder = {
  settings: 1,
  evidence: 2,
  "not-compared": 3,
  record: 4,
  differences: 5,
  series: 6,
  checkpoints: 7,
  findings: 8,
  runs: 9,
  "likely-cause": 10,
  advice: 11,
  "first-difference": 12
};
var leastUsefulFirst = Object.entries(dropOrder).toSorted(([, a], [, b]) => a - b).map(([id]) => id);
var summaryReporter = {
  id: "summary",
  title: "Markdown for the GitHub step summary",
  fileName: "summary.md",
  render: (report) => renderSummary(report, summaryLimitBytes)
};
function renderSummary(report, limitBytes) {
  let smallest = { story: [], length: 0 };
  for (const step of steps) {
    const story = tellStory(report, step);
    const text = markdown(story, step.length, []);
    if (byteLength(text) <= limitBytes) return text;
    smallest = { story, length: step.length };
  }
  const dropped = [];
  for (const id of leastUsefulFirst) {
    dropped.push(id);
    const text = markdown(smallest.story, smallest.length, dropped);
    if (byteLength(text) <= limitBytes) return text;
  }
  return `## ${escapeMarkdown(outcomeLabel(report.judgement.outcome))}

There is no room for more here; report.json holds all of it.
`;
}
function markdown(story, length, dropped) {
  const kept = story.filter((part) => !dropped.includes(part.id));
  const left2 = story.filter((part) => dropped.includes(part.id));
  const parts2 = kept.map((part) => renderSection(part, length));
  if (left2.length > 0) {
    const titles = left2.map((part) => escapeMarkdown(part.title)).join(", ");
    parts2.splice(1, 0, `Left out, since GitHub takes no longer summary: ${titles}. All of it is in report.json.
`);
  }
  return parts2.join("\n");
}
function renderSection(part, length) {
  const title = `${escapeMarkdown(part.title)}${part.aside === null ? "" : ` (${escapeMarkdown(part.aside, length)})`}`;
  const body2 = part.blocks.map((block) => renderBlock(block, length)).join("\n");
  if (part.id === "verdict") return body2;
  return part.folded ? `<details><summary>${title}</summary>

${body2}
</details>
` : `### ${title}

${body2}`;
}
function renderBlock(block, length) {
  switch (block.kind) {
    case "verdict":
      return `## ${block.mark} ${escapeMarkdown(block.word, length)}
${block.text.length === 0 ? "" : `
<b>${inline(sentenceCase(block.text), length)}</b>
`}`;
    case "paragraph":
      return `${inline(block.text, length)}
`;
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${inline(item, length)}
`).join("");
    case "table": {
      const row = (cells) => `| ${cells.join(" | ")} |
`;
      return [
        row(block.columns.map((column) => escapeMarkdown(column.title, length))),
        row(block.columns.map((column) => column.align === "right" ? "---:" : "---")),
        ...block.rows.map((cells) => row(padded(cells, block.columns.length).map((cell2) => inline(cell2, length))))
      ].join("");
    }
    case "output":
      return `<pre>${block.lines.map((line) => escapeMarkdown(line, length)).join("\n")}</pre>
`;
    case "code":
      return fenced(block.language, block.lines, length);
    default:
      block;
      return "";
  }
}
function padded(cells, columns) {
  return Array.from({ length: columns }, (_2, index) => cells[index] ?? []);
}
function fenced(language, lines, length) {
  const shown = lines.map((line) => withoutCommands(visible(shortened(line, Math.max(length, shortestSentence)))));
  const longest = shown.reduce(
    (most2, line) => Math.max(most2, ...(line.match(/`+/g) ?? []).map((run) => run.length)),
    2
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language.replace(/[^a-z]/g, "")}`, ...shown, fence, ""].join("\n");
}
function sentenceCase([first, ...rest]) {
  if (first === void 0) return [];
  return [{ ...first, text: `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` }, ...rest];
}
function inline(text, length) {
  return text.map((span) => renderSpan(span, length)).join("").trim();
}
var wrapped = {
  strong: "b",
  quiet: "sub",
  bad: "b",
  doubt: "b"
};
var shortestSentence = 600;
function renderSpan(span, nameLength3) {
  const length = span.style === "code" ? nameLength3 : Math.max(nameLength3, shortestSentence);
  if (span.style === "plain" || span.style === "good") return escapeMarkdown(span.text, length);
  if (span.style === "code") return markdownCode(span.text, length);
  const tag = wrapped[span.style];
  return `<${tag}>${escapeMarkdown(span.text, length)}</${tag}>`;
}
function byteLength(text) {
  return new TextEncoder().encode(text).length;
}

// src/report/comment.ts
var commentLimit = 8e3;
var steps2 = [
  { rows: 4, length: 300, snippets: true },
  { rows: 2, length: 120, snippets: false }
];
var shortestCourse2 = 1;
function partsFor({ judgement: judgement2, firstDifference: firstDifference2 }) {
  if (isPass(judgement2)) return ["verdict"];
  if (judgement2.outcome === "run-failed") return ["verdict", "advice", "runs"];
  return [
    "verdict",
    ...firstDifference2.sentence === "" ? [] : ["first-difference"],
    "likely-cause",
    "advice"
  ];
}
var nowhere = { job: "", runUrl: "", artifactUrl: "", commit: "" };
var commentReporter = {
  id: "comment",
  title: "Markdown for a comment on a pull request",
  fileName: null,
  render: (report) => renderComment(report, nowhere)
};
function renderComment(report, place) {
  const foot = footer(report, place);
  const [generous, sparse] = steps2;
  const wanted = partsFor(report);
  const tries = [
    { step: generous, ids: wanted },
    ...wanted.map((_2, index) => ({ step: sparse, ids: wanted.slice(0, wanted.length - index) }))
  ];
  for (const { step, ids } of tries) {
    const text = `${body(report, place, step, ids)}
${foot}`;
    if (text.length <= commentLimit) return text;
  }
  return `### ${escapeMarkdown(outcomeLabel(report.judgement.outcome))}

${foot}`;
}
function body(report, { job }, { rows, length, snippets }, ids) {
  const story = tellStory(report, { rows, differences: rows, perCheck: 1, courseColumns: shortestCourse2, snippets });
  const where2 = job === "" ? "" : ` · ${escapeMarkdown(job, 150)}`;
  const rendered = ids.flatMap((id) => story.filter((section2) => section2.id === id)).map((section2) => {
    const text = renderSection(section2, length);
    return section2.id === "verdict" ? text.replace(/^## ([^\n]*)/, (_2, head) => `### ${head}${where2}`) : text.replace(/^### ([^\n]*)/, (_2, head) => `**${head}**`);
  });
  return withoutReferences(rendered.join("\n"));
}
function withoutReferences(markdown3) {
  return markdown3.replaceAll("&#35;", "&#35;&#8203;").replace(/\bGH-(?=\d)/gi, (name) => `${name.slice(0, 2)}&#8203;-`);
}
function footer({ meta }, { runUrl, artifactUrl, commit }) {
  const links = [
    ...link("Summary and log", runUrl),
    ...link("whole report", artifactUrl),
    .../^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit) ? [`commit ${commit}`] : [],
    `Train Twice ${escapeMarkdown(meta.tool.version, 40)}`
  ];
  return `<sub>${links.join(" · ")}</sub>
`;
}
function link(title, url) {
  return /^https?:\/\/[\w.:-]+(?:\/[\w.~%-]+)*$/.test(url) ? [`[${title}](${url})`] : [];
}

// src/report/html/assets.json
var assets_default = {
  scriptHash: "sha256-x865PWdPskL8KT9XFp40UW96ZsRdjyVDTtc+xsJYtvU=",
  styleHash: "sha256-c8hFa0arlpg9tKZYzDGk6wvrY4Jw/fROHM9qVN5hJL0=",
  style: '.uplot,.uplot *,.uplot *:before,.uplot *:after{box-sizing:border-box}.uplot{font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,Noto Sans,sans-serif,"Apple Color Emoji","Segoe UI Emoji",Segoe UI Symbol,"Noto Color Emoji";line-height:1.5;width:min-content}.u-title{text-align:center;font-size:18px;font-weight:700}.u-wrap{position:relative;-webkit-user-select:none;user-select:none}.u-over,.u-under{position:absolute}.u-under{overflow:hidden}.uplot canvas{display:block;position:relative;width:100%;height:100%}.u-axis{position:absolute}.u-legend{font-size:14px;margin:auto;text-align:center}.u-inline{display:block}.u-inline *{display:inline-block}.u-inline tr{margin-right:16px}.u-legend th{font-weight:600}.u-legend th>*{vertical-align:middle;display:inline-block}.u-legend .u-marker{width:1em;height:1em;margin-right:4px;background-clip:padding-box!important}.u-inline.u-live th:after{content:":";vertical-align:middle}.u-inline:not(.u-live) .u-value{display:none}.u-series>*{padding:4px}.u-series th{cursor:pointer}.u-legend .u-off>*{opacity:.3}.u-select{background:#00000012;position:absolute;pointer-events:none}.u-cursor-x,.u-cursor-y{position:absolute;left:0;top:0;pointer-events:none;will-change:transform}.u-hz .u-cursor-x,.u-vt .u-cursor-y{height:100%;border-right:1px dashed #607D8B}.u-hz .u-cursor-y,.u-vt .u-cursor-x{width:100%;border-bottom:1px dashed #607D8B}.u-cursor-pt{position:absolute;top:0;left:0;border-radius:50%;border:0 solid;pointer-events:none;will-change:transform;background-clip:padding-box!important}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display:none}:root{color-scheme:light dark;--page: #ffffff;--card: #f6f7f9;--text: #1b1f24;--quiet: #59616c;--line: #d5dae1;--link: #0b57c0;--good: #146c37;--bad: #b3261e;--doubt: #8a5300;--good-band: #e6f4ea;--bad-band: #fcebe9;--doubt-band: #fdf1dc;--run-1: #1f6fd1;--run-2: #c2560c;--run-3: #2e8540;--run-4: #8a3ffc;--run-5: #b0246a;--run-6: #4d6371;--distance: #b3261e;--distance-fill: #b3261e22;--scale-0: #e3efe6;--scale-1: #fde9b8;--scale-2: #fbd384;--scale-3: #f5b25b;--scale-4: #e98a3c;--scale-5: #d7612a;--scale-6: #b93a22;--scale-7: #8c1d18;--on-scale: #1b1f24;--on-deep-scale: #ffffff}:root[data-paper]{color-scheme:light}@media(prefers-color-scheme:dark){:root:not([data-paper]){--page: #14171c;--card: #1d2229;--text: #e7eaee;--quiet: #a3acb8;--line: #39414c;--link: #8ab8ff;--good: #79d295;--bad: #ff9d94;--doubt: #f2bf6b;--good-band: #15301f;--bad-band: #3b1a18;--doubt-band: #382a10;--run-1: #6ea8ff;--run-2: #ffa25c;--run-3: #74d28c;--run-4: #c3a0ff;--run-5: #ff8dc4;--run-6: #a9bac6;--distance: #ff9d94;--distance-fill: #ff9d9433;--scale-0: #1f3a29;--scale-1: #fde9b8}}*{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:1rem}@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif;overflow-wrap:anywhere}header,nav,main,footer{max-width:74rem;margin:0 auto;padding:0 1.25rem}a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:.5rem;z-index:2;padding:.4rem .8rem;background:var(--page)}.verdict{max-width:none;padding:1.25rem max(1.25rem,calc((100vw - 74rem)/2 + 1.25rem)) 1rem;border-bottom:1px solid var(--line)}.verdict.good{background:var(--good-band)}.verdict.bad{background:var(--bad-band)}.verdict.doubt{background:var(--doubt-band)}.product{margin:0;font-weight:600}.product span{margin-left:.5rem;color:var(--quiet);font-weight:400;font-size:.9rem}h1{margin:.6rem 0 .2rem;font-size:clamp(1.9rem,5vw,2.8rem);line-height:1.15}.good h1,.good .mark{color:var(--good)}.bad h1,.bad .mark{color:var(--bad)}.doubt h1,.doubt .mark{color:var(--doubt)}.sentence{margin:.3rem 0 .8rem;font-size:1.2rem;line-height:1.4;max-width:62rem}.sentence:first-letter{text-transform:uppercase}.verdict p:not([class]),.verdict ul{margin:.35rem 0;font-size:.95rem;max-width:62rem}nav{border-bottom:1px solid var(--line)}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:.55rem 0;list-style:none;font-size:.92rem}section{margin:1.9rem 0}h2{display:inline;font-size:1.3rem;line-height:1.3}section>h2{display:block;margin:0 0 .6rem}h3{margin:1.2rem 0 .4rem;font-size:1.05rem}h4{margin:.8rem 0 .2rem;font-size:.95rem}.aside{color:var(--quiet);font-weight:400;font-size:.9rem}p,ul,ol{margin:.45rem 0}ul,ol{padding-left:1.4rem}li{margin:.2rem 0}code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,Noto Sans Mono,monospace;font-size:.88em}code{padding:.08em .3em;border-radius:4px;background:color-mix(in srgb,var(--text) 8%,transparent)}pre{margin:.5rem 0;padding:.7rem .9rem;border:1px solid var(--line);border-radius:6px;background:var(--card);overflow-x:auto;overflow-wrap:normal}pre code{padding:0;background:none}pre.output{max-height:26rem;white-space:pre-wrap;overflow-wrap:anywhere}.quiet{color:var(--quiet)}.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}.doubt{color:var(--doubt);font-weight:600}header.good,header.bad,header.doubt{color:var(--text);font-weight:400}summary{cursor:pointer}details{margin:.5rem 0}.scrolling{overflow-x:auto;margin:.6rem 0}table{border-collapse:collapse;min-width:100%;font-size:.92rem;overflow-wrap:normal}th,td{padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}td{max-width:34rem;overflow-wrap:break-word}td code{overflow-wrap:anywhere}thead th{color:var(--quiet);font-weight:600;white-space:nowrap}.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.course{white-space:nowrap}.facts tr.differing th,.facts tr.differing td{background:var(--bad-band)}.facts th{font-weight:400;white-space:nowrap}.time-line{margin:.9rem 0;padding:.8rem 1rem .4rem;border:1px solid var(--line);border-radius:8px}.lanes{margin:0;padding:0;list-style:none}.lanes li{margin:0 0 .5rem}.lane-name{display:block;font-size:.92rem}.lane{display:block;overflow:visible}.tone-good{fill:var(--good)}.tone-bad{fill:var(--bad)}.tone-doubt{fill:var(--doubt)}.tone-quiet{fill:var(--quiet)}.lane-pale{opacity:.45}.axis{display:flex;justify-content:space-between;margin:0;color:var(--quiet);font-size:.85rem}.finding{margin:.4rem 0;padding:.5rem .9rem;border:1px solid var(--line);border-radius:6px}.finding-title{font-weight:600}.severity{display:inline-block;min-width:4.6rem;padding:.05rem .5rem;border-radius:4px;font-size:.82rem;font-weight:600;text-align:center}.severity.error{background:var(--bad-band);color:var(--bad)}.severity.warning{background:var(--doubt-band);color:var(--doubt)}.severity.notice{background:var(--card);color:var(--quiet)}button{padding:.25rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--card);color:var(--text);font:inherit;font-size:.88rem;cursor:pointer}button:disabled{color:var(--quiet);cursor:default}button.copy{float:right;margin:.35rem}input[type=search]{width:min(26rem,100%);padding:.3rem .6rem;border:1px solid var(--quiet);border-radius:6px;background:var(--page);color:var(--text);font:inherit}.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:.5rem 0}.chart{margin:.9rem 0;padding:.7rem .9rem;border:1px solid var(--line);border-radius:8px}.chart h3{display:inline;margin:0}.drawing{min-height:250px;overflow:hidden}.drawing.with-distance{min-height:415px}.drawing .u-legend{color:var(--text);font-size:.75rem}.drawing .u-legend th,.drawing .u-legend td{border:0;padding:2px;color:var(--text)}.drawing .u-legend table,.drawing table.u-legend{min-width:0}.map{width:auto;min-width:0}.map caption{padding-bottom:.4rem;text-align:left;color:var(--quiet)}.map th,.map td{padding:1px 2px;border:0}.map tbody th{min-width:9rem;max-width:22rem;overflow-wrap:anywhere;padding-right:.7rem;font-weight:400;vertical-align:middle}.map .upright span{display:block;writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap}.map .upright{vertical-align:bottom}.map button{display:block;width:100%;min-width:3rem;min-height:1.7rem;padding:0 .3rem;border:1px solid transparent;border-radius:3px;font-variant-numeric:tabular-nums}.scale-0{background:var(--scale-0);color:var(--good)}.scale-1,.scale-2,.scale-3,.scale-4{color:var(--on-scale)}.scale-1{background:var(--scale-1)}.scale-2{background:var(--scale-2)}.scale-3{background:var(--scale-3)}.scale-4{background:var(--scale-4)}.scale-5,.scale-6,.scale-7{color:var(--on-deep-scale)}.scale-5{background:#b64d1d}.scale-6{background:var(--scale-6)}.scale-7{background:var(--scale-7)}.scale-unread{background:var(--doubt-band);color:var(--doubt)}.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;list-style:none;color:var(--quiet);font-size:.85rem}.swatch{display:inline-block;width:1.1em;height:1.1em;margin-right:.35em;border-radius:3px;vertical-align:-.2em}.tensors th button{padding:0;border:0;background:none;color:inherit;font-weight:600;white-space:nowrap}.tensors th[aria-sort=ascending] button:after{content:" ↑"}.tensors th[aria-sort=descending] button:after{content:" ↓"}.rows{max-height:36rem;overflow:auto;border:1px solid var(--line);border-radius:8px;padding:0 .9rem}.rows thead th{position:sticky;top:0;background:var(--page);padding-top:.5rem}.tensors .form{white-space:nowrap}.tensors .beyond{display:block}.tensors .name{min-width:9.5rem}.histogram{fill:var(--distance)}footer{margin-top:2.5rem;padding-top:.8rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.88rem}@media(max-width:40rem){body{font-size:.9375rem}header,nav,main,footer{padding-left:.9rem;padding-right:.9rem}.sentence{font-size:1.05rem}.map tbody th{max-width:11rem}}.unproven .good{color:var(--quiet)}.unproven .scale-0{background:var(--card);color:var(--quiet)}@media print{nav,.skip,.tools,.more,.copy{display:none}body{font-size:10pt}.verdict,.severity,.map button,.swatch,.lane{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scrolling,.rows,pre{overflow:visible;max-height:none}pre{white-space:pre-wrap}table{font-size:7.5pt}th,td{padding-right:.5em}td,th,thead th,.facts th,.tensors .form,.tensors th button{max-width:none;white-space:normal;overflow-wrap:anywhere}td.number,td.course{white-space:nowrap}.tensors td.number span{white-space:normal}thead th,.tensors th button{font-size:inherit;overflow-wrap:normal}.tensors .name{min-width:0}.rows{border:0;padding:0}.rows thead th{position:static}.map{font-size:5pt;line-height:1.2}.map td{padding:0}.map thead th{padding:0 1px}.map tbody th{min-width:4rem;max-width:9rem}.map button{min-width:0;min-height:0;padding:0;border:0;border-radius:0;font-size:inherit}.drawing,.drawing.with-distance{min-height:0}.drawing:empty{display:none}.chart,.finding,tr{break-inside:avoid}}\n',
  script: '"use strict";(()=>{function re(e){let t=typeof e=="number"&&Number.isFinite(e)?String(Math.round(e)):String(e);return/^-?\\d+$/.test(t)?t.replace(/\\B(?=(\\d{3})+$)/g,","):t}function tn(e){return Number.isInteger(e)?re(e):String(e)}function nn(e){if(Number.isNaN(e))return"NaN";if(!Number.isFinite(e))return e>0?"inf":"-inf";if(e===0)return"0";let t=Math.abs(e);if(Number.isInteger(e)&&t<1e6)return re(e);if(t<1e-4||t>=1e6){let[l="0",n="0"]=e.toExponential(3).split("e");return`${wo(l)}e${n}`}return wo(e.toPrecision(4))}function wo(e){return e.includes(".")?e.replace(/\\.?0+$/,""):e}function xo(e){return`${/^\\d{7,}$/.test(e)?nn(Number(e)):re(e)} ulp`}function Ze(e,t,l=`${t}s`){return`${re(e)} ${e===1?t:l}`}function qn(e){return`[${e.join(", ")}]`}var ha="uplot",ga="u-hz",ya="u-vt",ba="u-title",wa="u-wrap",xa="u-under",Sa="u-over",ka="u-axis",on="u-off",va="u-select",Ma="u-cursor-x",Ta="u-cursor-y",_a="u-cursor-pt",La="u-legend",Na="u-live",Pa="u-inline",Da="u-series",Ca="u-marker",So="u-label",Ea="u-value",Zn="width",Qn="height";var ko="bottom",Dn="left",lr="right",xr="#000",vo=xr+"0",rr="mousemove",Mo="mousedown",or="mouseup",To="mouseenter",_o="mouseleave",Lo="dblclick",Ra="resize",$a="scroll",No="change",bl="dppxchange",Sr="--",In=typeof window<"u",cr=In?document:null,En=In?window:null,Aa=In?navigator:null,se,ml;function fr(){let e=devicePixelRatio;se!=e&&(se=e,ml&&pr(No,ml,fr),ml=matchMedia(`(min-resolution: ${se-.001}dppx) and (max-resolution: ${se+.001}dppx)`),sn(No,ml,fr),En.dispatchEvent(new CustomEvent(bl)))}function lt(e,t){if(t!=null){let l=e.classList;!l.contains(t)&&l.add(t)}}function dr(e,t){let l=e.classList;l.contains(t)&&l.remove(t)}function be(e,t,l){e.style[t]=l+"px"}function wt(e,t,l,n){let r=cr.createElement(e);return t!=null&&lt(r,t),l?.insertBefore(r,n),r}function dt(e,t){return wt("div",e,t)}var Po=new WeakMap;function Pt(e,t,l,n,r){let s="translate("+t+"px,"+l+"px)",a=Po.get(e);s!=a&&(e.style.transform=s,Po.set(e,s),t<0||l<0||t>n||l>r?lt(e,on):dr(e,on))}var Do=new WeakMap;function Co(e,t,l){let n=t+l,r=Do.get(e);n!=r&&(Do.set(e,n),e.style.background=t,e.style.borderColor=l)}var Eo=new WeakMap;function Ro(e,t,l,n){let r=t+""+l,s=Eo.get(e);r!=s&&(Eo.set(e,r),e.style.height=l+"px",e.style.width=t+"px",e.style.marginLeft=n?-t/2+"px":0,e.style.marginTop=n?-l/2+"px":0)}var kr={passive:!0},Fa={...kr,capture:!0};function sn(e,t,l,n){t.addEventListener(e,l,n?Fa:kr)}function pr(e,t,l,n){t.removeEventListener(e,l,kr)}In&&fr();function xt(e,t,l,n){let r;l=l||0,n=n||t.length-1;let s=n<=2147483647;for(;n-l>1;)r=s?l+n>>1:rt((l+n)/2),t[r]<e?l=r:n=r;return e-t[l]<=t[n]-e?l:n}function si(e){return(l,n,r)=>{let s=-1,a=-1;for(let f=n;f<=r;f++)if(e(l[f])){s=f;break}for(let f=r;f>=n;f--)if(e(l[f])){a=f;break}return[s,a]}}var ai=e=>e!=null,ui=e=>e!=null&&e>0,Sl=si(ai),Ia=si(ui);function Oa(e,t,l,n=0,r=!1){let s=r?Ia:Sl,a=r?ui:ai;[t,l]=s(e,t,l);let f=e[t],c=e[t];if(t>-1)if(n==1)f=e[t],c=e[l];else if(n==-1)f=e[l],c=e[t];else for(let p=t;p<=l;p++){let y=e[p];a(y)&&(y<f?f=y:y>c&&(c=y))}return[f??de,c??-de]}function kl(e,t,l,n){let r=Fo(e),s=Fo(t);e==t&&(r==-1?(e*=l,t/=l):(e/=l,t*=l));let a=l==10?$t:ci,f=r==1?rt:pt,c=s==1?pt:rt,p=f(a(Ce(e))),y=c(a(Ce(t))),g=Rn(l,p),h=Rn(l,y);return l==10&&(p<0&&(g=pe(g,-p)),y<0&&(h=pe(h,-y))),n||l==2?(e=g*r,t=h*s):(e=mi(e,g),t=vl(t,h)),[e,t]}function vr(e,t,l,n){let r=kl(e,t,l,n);return e==0&&(r[0]=0),t==0&&(r[1]=0),r}var Mr=.1,$o={mode:3,pad:Mr},el={pad:0,soft:null,mode:0},Va={min:el,max:el};function wl(e,t,l,n){return Ml(l)?Ao(e,t,l):(el.pad=l,el.soft=n?0:null,el.mode=n?3:0,Ao(e,t,Va))}function oe(e,t){return e??t}function za(e,t,l){for(t=oe(t,0),l=oe(l,e.length-1);t<=l;){if(e[t]!=null)return!0;t++}return!1}function Ao(e,t,l){let n=l.min,r=l.max,s=oe(n.pad,0),a=oe(r.pad,0),f=oe(n.hard,-de),c=oe(r.hard,de),p=oe(n.soft,de),y=oe(r.soft,-de),g=oe(n.mode,0),h=oe(r.mode,0),k=t-e,T=$t(k),P=Ye(Ce(e),Ce(t)),$=$t(P),S=Ce($-T);(k<1e-24||S>10)&&(k=0,(e==0||t==0)&&(k=1e-24,g==2&&p!=de&&(s=0),h==2&&y!=-de&&(a=0)));let w=k||P||1e3,D=$t(w),v=Rn(10,rt(D)),W=w*(k==0?e==0?.1:1:s),N=pe(mi(e-W,v/10),24),B=e>=p&&(g==1||g==3&&N<=p||g==2&&N>=p)?p:de,j=Ye(f,N<B&&e>=B?B:St(B,N)),X=w*(k==0?t==0?.1:1:a),Y=pe(vl(t+X,v/10),24),C=t<=y&&(h==1||h==3&&Y>=y||h==2&&Y<=y)?y:-de,J=St(c,Y>C&&t<=C?C:Ye(C,Y));return j==J&&j==0&&(J=100),[j,J]}var Ha=new Intl.NumberFormat(In?Aa.language:"en-US"),Tr=e=>Ha.format(e),ot=Math,yl=ot.PI,Ce=ot.abs,rt=ot.floor,De=ot.round,pt=ot.ceil,St=ot.min,Ye=ot.max,Rn=ot.pow,Fo=ot.sign,$t=ot.log10,ci=ot.log2,Wa=(e,t=1)=>ot.sinh(e)*t,ir=(e,t=1)=>ot.asinh(e/t),de=1/0;function Io(e){return($t((e^e>>31)-(e>>31))|0)+1}function mr(e,t,l){return St(Ye(e,t),l)}function fi(e){return typeof e=="function"}function ee(e){return fi(e)?e:()=>e}var Ga=()=>{},di=e=>e,pi=(e,t)=>t,Ba=e=>null,Oo=e=>!0,Vo=(e,t)=>e==t,Ka=/\\.\\d*?(?=9{6,}|0{6,})/gm,an=e=>{if(gi(e)||Bt.has(e))return e;let t=`${e}`,l=t.match(Ka);if(l==null)return e;let n=l[0].length-1;if(t.indexOf("e-")!=-1){let[r,s]=t.split("e");return+`${an(r)}e${s}`}return pe(e,n)};function ln(e,t){return an(pe(an(e/t))*t)}function vl(e,t){return an(pt(an(e/t))*t)}function mi(e,t){return an(rt(an(e/t))*t)}function pe(e,t=0){if(gi(e))return e;let l=10**t,n=e*l*(1+Number.EPSILON);return De(n)/l}var Bt=new Map;function hi(e){return((""+e).split(".")[1]||"").length}function nl(e,t,l,n){let r=[],s=n.map(hi);for(let a=t;a<l;a++){let f=Ce(a),c=pe(Rn(e,a),f);for(let p=0;p<n.length;p++){let y=e==10?+`${n[p]}e${a}`:n[p]*c,g=(a>=0?0:f)+(a>=s[p]?0:s[p]),h=e==10?y:pe(y,g);r.push(h),Bt.set(h,g)}}return r}var tl={},_r=[],$n=[null,null],Gt=Array.isArray,gi=Number.isInteger,Ua=e=>e===void 0;function zo(e){return typeof e=="string"}function Ml(e){let t=!1;if(e!=null){let l=e.constructor;t=l==null||l==Object}return t}function Ya(e){return e!=null&&typeof e=="object"}var ja=Object.getPrototypeOf(Uint8Array),yi="__proto__";function An(e,t=Ml){let l;if(Gt(e)){let n=e.find(r=>r!=null);if(Gt(n)||t(n)){l=Array(e.length);for(let r=0;r<e.length;r++)l[r]=An(e[r],t)}else l=e.slice()}else if(e instanceof ja)l=e.slice();else if(t(e)){l={};for(let n in e)n!=yi&&(l[n]=An(e[n],t))}else l=e;return l}function Le(e){let t=arguments;for(let l=1;l<t.length;l++){let n=t[l];for(let r in n)r!=yi&&(Ml(e[r])?Le(e[r],An(n[r])):e[r]=An(n[r]))}return e}var qa=0,Ja=1,Za=2;function Qa(e,t,l){for(let n=0,r,s=-1;n<t.length;n++){let a=t[n];if(a>s){for(r=a-1;r>=0&&e[r]==null;)e[r--]=null;for(r=a+1;r<l&&e[r]==null;)e[s=r++]=null}}}function Xa(e,t){if(nu(e)){let a=e[0].slice();for(let f=1;f<e.length;f++)a.push(...e[f].slice(1));return lu(a[0])||(a=tu(a)),a}let l=new Set;for(let a=0;a<e.length;a++){let c=e[a][0],p=c.length;for(let y=0;y<p;y++)l.add(c[y])}let n=[Array.from(l).sort((a,f)=>a-f)],r=n[0].length,s=new Map;for(let a=0;a<r;a++)s.set(n[0][a],a);for(let a=0;a<e.length;a++){let f=e[a],c=f[0];for(let p=1;p<f.length;p++){let y=f[p],g=Array(r).fill(void 0),h=t?t[a][p]:Ja,k=[];for(let T=0;T<y.length;T++){let P=y[T],$=s.get(c[T]);P===null?h!=qa&&(g[$]=P,h==Za&&k.push($)):g[$]=P}Qa(g,k,r),n.push(g)}}return n}var eu=typeof queueMicrotask>"u"?e=>Promise.resolve().then(e):queueMicrotask;function tu(e){let t=e[0],l=t.length,n=Array(l);for(let s=0;s<n.length;s++)n[s]=s;n.sort((s,a)=>t[s]-t[a]);let r=[];for(let s=0;s<e.length;s++){let a=e[s],f=Array(l);for(let c=0;c<l;c++)f[c]=a[n[c]];r.push(f)}return r}function nu(e){let t=e[0][0],l=t.length;for(let n=1;n<e.length;n++){let r=e[n][0];if(r.length!=l)return!1;if(r!=t){for(let s=0;s<l;s++)if(r[s]!=t[s])return!1}}return!0}function lu(e,t=100){let l=e.length;if(l<=1)return!0;let n=0,r=l-1;for(;n<=r&&e[n]==null;)n++;for(;r>=n&&e[r]==null;)r--;if(r<=n)return!0;let s=Ye(1,rt((r-n+1)/t));for(let a=e[n],f=n+s;f<=r;f+=s){let c=e[f];if(c!=null){if(c<=a)return!1;a=c}}return!0}var bi=["January","February","March","April","May","June","July","August","September","October","November","December"],wi=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function xi(e){return e.slice(0,3)}var ru=wi.map(xi),ou=bi.map(xi),iu={MMMM:bi,MMM:ou,WWWW:wi,WWW:ru};function Jn(e){return(e<10?"0":"")+e}function su(e){return(e<10?"00":e<100?"0":"")+e}var au={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+"").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Jn(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Jn(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Jn(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?"PM":"AM",aa:e=>e.getHours()>=12?"pm":"am",a:e=>e.getHours()>=12?"p":"a",mm:e=>Jn(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Jn(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>su(e.getMilliseconds())};function Lr(e,t){t=t||iu;let l=[],n=/\\{([a-z]+)\\}|[^{]+/gi,r;for(;r=n.exec(e);)l.push(r[0][0]=="{"?au[r[1]]:r[0]);return s=>{let a="";for(let f=0;f<l.length;f++)a+=typeof l[f]=="string"?l[f]:l[f](s,t);return a}}var uu=new Intl.DateTimeFormat().resolvedOptions().timeZone;function cu(e,t){let l;return t=="UTC"||t=="Etc/UTC"?l=new Date(+e+e.getTimezoneOffset()*6e4):t==uu?l=e:(l=new Date(e.toLocaleString("en-US",{timeZone:t})),l.setMilliseconds(e.getMilliseconds())),l}var Si=e=>e%1==0,xl=[1,2,2.5,5],fu=nl(10,-32,0,xl),ki=nl(10,0,32,xl),du=ki.filter(Si),rn=fu.concat(ki),Nr=`\n`,vi="{YYYY}",Ho=Nr+vi,Mi="{M}/{D}",Xn=Nr+Mi,hl=Xn+"/{YY}",Ti="{aa}",pu="{h}:{mm}",Cn=pu+Ti,Wo=Nr+Cn,Go=":{ss}",ue=null;function _i(e){let t=e*1e3,l=t*60,n=l*60,r=n*24,s=r*30,a=r*365,c=(e==1?nl(10,0,3,xl).filter(Si):nl(10,-3,0,xl)).concat([t,t*5,t*10,t*15,t*30,l,l*5,l*10,l*15,l*30,n,n*2,n*3,n*4,n*6,n*8,n*12,r,r*2,r*3,r*4,r*5,r*6,r*7,r*8,r*9,r*10,r*15,s,s*2,s*3,s*4,s*6,a,a*2,a*5,a*10,a*25,a*50,a*100]),p=[[a,vi,ue,ue,ue,ue,ue,ue,1],[r*28,"{MMM}",Ho,ue,ue,ue,ue,ue,1],[r,Mi,Ho,ue,ue,ue,ue,ue,1],[n,"{h}"+Ti,hl,ue,Xn,ue,ue,ue,1],[l,Cn,hl,ue,Xn,ue,ue,ue,1],[t,Go,hl+" "+Cn,ue,Xn+" "+Cn,ue,Wo,ue,1],[e,Go+".{fff}",hl+" "+Cn,ue,Xn+" "+Cn,ue,Wo,ue,1]];function y(g){return(h,k,T,P,$,S)=>{let w=[],D=$>=a,v=$>=s&&$<a,W=g(T),N=pe(W*e,3),B=sr(W.getFullYear(),D?0:W.getMonth(),v||D?1:W.getDate()),j=pe(B*e,3);if(v||D){let X=v?$/s:0,Y=D?$/a:0,C=N==j?N:pe(sr(B.getFullYear()+Y,B.getMonth()+X,1)*e,3),J=new Date(De(C/e)),I=J.getFullYear(),K=J.getMonth();for(let H=0;C<=P;H++){let te=sr(I+Y*H,K+X*H,1),z=te-g(pe(te*e,3));C=pe((+te+z)*e,3),C<=P&&w.push(C)}}else{let X=$>=r?r:$,Y=rt(T)-rt(N),C=j+Y+vl(N-j,X);w.push(C);let J=g(C),I=J.getHours()+J.getMinutes()/l+J.getSeconds()/n,K=$/n,H=h.axes[k]._space,te=S/H;for(;C=pe(C+$,e==1?0:3),!(C>P);)if(K>1){let z=rt(pe(I+K,6))%24,ne=g(C).getHours()-z;ne>1&&(ne=-1),C-=ne*n,I=(I+K)%24;let ce=w[w.length-1];pe((C-ce)/$,3)*te>=.7&&w.push(C)}else w.push(C)}return w}}return[c,p,y]}var[mu,hu,gu]=_i(1),[yu,bu,wu]=_i(.001);nl(2,-53,53,[1]);function Bo(e,t){return e.map(l=>l.map((n,r)=>r==0||r==8||n==null?n:t(r==1||l[8]==0?n:l[1]+n)))}function Ko(e,t){return(l,n,r,s,a)=>{let f=t.find(T=>a>=T[0])||t[t.length-1],c,p,y,g,h,k;return n.map(T=>{let P=e(T),$=P.getFullYear(),S=P.getMonth(),w=P.getDate(),D=P.getHours(),v=P.getMinutes(),W=P.getSeconds(),N=$!=c&&f[2]||S!=p&&f[3]||w!=y&&f[4]||D!=g&&f[5]||v!=h&&f[6]||W!=k&&f[7]||f[1];return c=$,p=S,y=w,g=D,h=v,k=W,N(P)})}}function xu(e,t){let l=Lr(t);return(n,r,s,a,f)=>r.map(c=>l(e(c)))}function sr(e,t,l){return new Date(e,t,l)}function Uo(e,t){return t(e)}var Su="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function Yo(e,t){return(l,n,r,s)=>s==null?Sr:t(e(n))}function ku(e,t){let l=e.series[t];return l.width?l.stroke(e,t):l.points.width?l.points.stroke(e,t):null}function vu(e,t){return e.series[t].fill(e,t)}var Mu={show:!0,live:!0,isolate:!1,mount:Ga,markers:{show:!0,width:2,stroke:ku,fill:vu,dash:"solid"},idx:null,idxs:null,values:[]};function Tu(e,t){let l=e.cursor.points,n=dt(),r=l.size(e,t);be(n,Zn,r),be(n,Qn,r);let s=r/-2;be(n,"marginLeft",s),be(n,"marginTop",s);let a=l.width(e,t,r);return a&&be(n,"borderWidth",a),n}function _u(e,t){let l=e.series[t].points;return l._fill||l._stroke}function Lu(e,t){let l=e.series[t].points;return l._stroke||l._fill}function Nu(e,t){return e.series[t].points.size}var ar=[0,0];function Pu(e,t,l){return ar[0]=t,ar[1]=l,ar}function gl(e,t,l,n=!0){return r=>{r.button==0&&(!n||r.target==t)&&l(r)}}function ur(e,t,l,n=!0){return r=>{(!n||r.target==t)&&l(r)}}var Du={show:!0,x:!0,y:!0,lock:!1,move:Pu,points:{one:!1,show:Tu,size:Nu,width:0,stroke:Lu,fill:_u},bind:{mousedown:gl,mouseup:gl,click:gl,dblclick:gl,mousemove:ur,mouseleave:ur,mouseenter:ur},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,l,n,r)=>n-r,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Li={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Pr=Le({},Li,{filter:pi}),Ni=Le({},Pr,{size:10}),Pi=Le({},Li,{show:!1}),Dr=\'12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"\',Di="bold "+Dr,Ci=1.5,jo={show:!0,scale:"x",stroke:xr,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Di,side:2,grid:Pr,ticks:Ni,border:Pi,font:Dr,lineGap:Ci,rotate:0},Cu="Value",Eu="Time",qo={show:!0,scale:"x",auto:!1,sorted:1,min:de,max:-de,idxs:[]};function Ru(e,t,l,n,r){return t.map(s=>s==null?"":Tr(s))}function $u(e,t,l,n,r,s,a){let f=[],c=Bt.get(r)||0;l=a?l:pe(vl(l,r),c);for(let p=l;p<=n;p=pe(p+r,c))f.push(Object.is(p,-0)?0:p);return f}function hr(e,t,l,n,r,s,a){let f=[],c=e.scales[e.axes[t].scale].log,p=c==10?$t:ci,y=rt(p(l));r=Rn(c,y),c==10&&(r=rn[xt(r,rn)]);let g=l,h=r*c;c==10&&(h=rn[xt(h,rn)]);do f.push(g),g=g+r,c==10&&!Bt.has(g)&&(g=pe(g,Bt.get(r))),g>=h&&(r=g,h=r*c,c==10&&(h=rn[xt(h,rn)]));while(g<=n);return f}function Au(e,t,l,n,r,s,a){let c=e.scales[e.axes[t].scale].asinh,p=n>c?hr(e,t,Ye(c,l),n,r):[c],y=n>=0&&l<=0?[0]:[];return(l<-c?hr(e,t,Ye(c,-n),-l,r):[c]).reverse().map(h=>-h).concat(y,p)}var Ei=/./,Fu=/[12357]/,Iu=/[125]/,Jo=/1/,gr=(e,t,l,n)=>e.map((r,s)=>t==4&&r==0||s%n==0&&l.test(r.toExponential()[r<0?1:0])?r:null);function Ou(e,t,l,n,r){let s=e.axes[l],a=s.scale,f=e.scales[a],c=e.valToPos,p=s._space,y=c(10,a),g=c(9,a)-y>=p?Ei:c(7,a)-y>=p?Fu:c(5,a)-y>=p?Iu:Jo;if(g==Jo){let h=Ce(c(1,a)-y);if(h<p)return gr(t.slice().reverse(),f.distr,g,pt(p/h)).reverse()}return gr(t,f.distr,g,1)}function Vu(e,t,l,n,r){let s=e.axes[l],a=s.scale,f=s._space,c=e.valToPos,p=Ce(c(1,a)-c(2,a));return p<f?gr(t.slice().reverse(),3,Ei,pt(f/p)).reverse():t}function zu(e,t,l,n){return n==null?Sr:t==null?"":Tr(t)}var Zo={show:!0,scale:"y",stroke:xr,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Di,side:3,grid:Pr,ticks:Ni,border:Pi,font:Dr,lineGap:Ci,rotate:0};function Hu(e,t){let l=3+(e||1)*2;return pe(l*t,3)}function Wu(e,t){let{scale:l,idxs:n}=e.series[0],r=e._data[0],s=e.valToPos(r[n[0]],l,!0),a=e.valToPos(r[n[1]],l,!0),f=Ce(a-s),c=e.series[t],p=f/(c.points.space*se);return n[1]-n[0]<=p}var Qo={scale:null,auto:!0,sorted:0,min:de,max:-de},Ri=(e,t,l,n,r)=>r,Xo={show:!0,auto:!0,sorted:0,gaps:Ri,alpha:1,facets:[Le({},Qo,{scale:"x"}),Le({},Qo,{scale:"y"})]},ei={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Ri,alpha:1,points:{show:Wu,filter:null},values:null,min:de,max:-de,idxs:[],path:null,clip:null};function Gu(e,t,l,n,r){return l/10}var $i={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Bu=Le({},$i,{time:!1,ori:1}),ti={};function Ai(e,t){let l=ti[e];return l||(l={key:e,plots:[],sub(n){l.plots.push(n)},unsub(n){l.plots=l.plots.filter(r=>r!=n)},pub(n,r,s,a,f,c,p){for(let y=0;y<l.plots.length;y++)l.plots[y]!=r&&l.plots[y].pub(n,r,s,a,f,c,p)}},e!=null&&(ti[e]=l)),l}var Fn=1,yr=2;function un(e,t,l){let n=e.mode,r=e.series[t],s=n==2?e._data[t]:e._data,a=e.scales,f=e.bbox,c=s[0],p=n==2?s[1]:s[t],y=n==2?a[r.facets[0].scale]:a[e.series[0].scale],g=n==2?a[r.facets[1].scale]:a[r.scale],h=f.left,k=f.top,T=f.width,P=f.height,$=e.valToPosH,S=e.valToPosV;return y.ori==0?l(r,c,p,y,g,$,S,h,k,T,P,_l,On,Nl,Ii,Vi):l(r,c,p,y,g,S,$,k,h,P,T,Ll,Vn,Rr,Oi,zi)}function Cr(e,t){let l=0,n=0,r=oe(e.bands,_r);for(let s=0;s<r.length;s++){let a=r[s];a.series[0]==t?l=a.dir:a.series[1]==t&&(a.dir==1?n|=1:n|=2)}return[l,n==1?-1:n==2?1:n==3?2:0]}function Ku(e,t,l,n,r){let s=e.mode,a=e.series[t],f=s==2?a.facets[1].scale:a.scale,c=e.scales[f];return r==-1?c.min:r==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function At(e,t,l,n,r,s){return un(e,t,(a,f,c,p,y,g,h,k,T,P,$)=>{let S=a.pxRound,w=p.dir*(p.ori==0?1:-1),D=p.ori==0?On:Vn,v,W;w==1?(v=l,W=n):(v=n,W=l);let N=S(g(f[v],p,P,k)),B=S(h(c[v],y,$,T)),j=S(g(f[W],p,P,k)),X=S(h(s==1?y.max:y.min,y,$,T)),Y=new Path2D(r);return D(Y,j,X),D(Y,N,X),D(Y,N,B),Y})}function Tl(e,t,l,n,r,s){let a=null;if(e.length>0){a=new Path2D;let f=t==0?Nl:Rr,c=l;for(let g=0;g<e.length;g++){let h=e[g];if(h[1]>h[0]){let k=h[0]-c;k>0&&f(a,c,n,k,n+s),c=h[1]}}let p=l+r-c,y=10;p>0&&f(a,c,n-y/2,p,n+s+y)}return a}function Uu(e,t,l){let n=e[e.length-1];n&&n[0]==t?n[1]=l:e.push([t,l])}function Er(e,t,l,n,r,s,a){let f=[],c=e.length;for(let p=r==1?l:n;p>=l&&p<=n;p+=r)if(t[p]===null){let g=p,h=p;if(r==1)for(;++p<=n&&t[p]===null;)h=p;else for(;--p>=l&&t[p]===null;)h=p;let k=s(e[g]),T=h==g?k:s(e[h]),P=g-r;k=a<=0&&P>=0&&P<c?s(e[P]):k;let S=h+r;T=a>=0&&S>=0&&S<c?s(e[S]):T,T>=k&&f.push([k,T])}return f}function ni(e){return e==0?di:e==1?De:t=>ln(t,e)}function Fi(e){let t=e==0?_l:Ll,l=e==0?(r,s,a,f,c,p)=>{r.arcTo(s,a,f,c,p)}:(r,s,a,f,c,p)=>{r.arcTo(a,s,c,f,p)},n=e==0?(r,s,a,f,c)=>{r.rect(s,a,f,c)}:(r,s,a,f,c)=>{r.rect(a,s,c,f)};return(r,s,a,f,c,p=0,y=0)=>{p==0&&y==0?n(r,s,a,f,c):(p=St(p,f/2,c/2),y=St(y,f/2,c/2),t(r,s+p,a),l(r,s+f,a,s+f,a+c,p),l(r,s+f,a+c,s,a+c,y),l(r,s,a+c,s,a,y),l(r,s,a,s+f,a,p),r.closePath())}}var _l=(e,t,l)=>{e.moveTo(t,l)},Ll=(e,t,l)=>{e.moveTo(l,t)},On=(e,t,l)=>{e.lineTo(t,l)},Vn=(e,t,l)=>{e.lineTo(l,t)},Nl=Fi(0),Rr=Fi(1),Ii=(e,t,l,n,r,s)=>{e.arc(t,l,n,r,s)},Oi=(e,t,l,n,r,s)=>{e.arc(l,t,n,r,s)},Vi=(e,t,l,n,r,s,a)=>{e.bezierCurveTo(t,l,n,r,s,a)},zi=(e,t,l,n,r,s,a)=>{e.bezierCurveTo(l,t,r,n,a,s)};function Hi(e){return(t,l,n,r,s)=>un(t,l,(a,f,c,p,y,g,h,k,T,P,$)=>{let{pxRound:S,points:w}=a,D,v;p.ori==0?(D=_l,v=Ii):(D=Ll,v=Oi);let W=pe(w.width*se,3),N=(w.size-w.width)/2*se,B=pe(N*2,3),j=new Path2D,X=new Path2D,{left:Y,top:C,width:J,height:I}=t.bbox;Nl(X,Y-B,C-B,J+B*2,I+B*2);let K=H=>{if(c[H]!=null){let te=S(g(f[H],p,P,k)),z=S(h(c[H],y,$,T));D(j,te+N,z),v(j,te,z,N,0,yl*2)}};if(s)s.forEach(K);else for(let H=n;H<=r;H++)K(H);return{stroke:W>0?j:null,fill:j,clip:X,flags:Fn|yr}})}function Wi(e){return(t,l,n,r,s,a)=>{n!=r&&(s!=n&&a!=n&&e(t,l,n),s!=r&&a!=r&&e(t,l,r),e(t,l,a))}}var Yu=Wi(On),ju=Wi(Vn);function Gi(e){let t=oe(e?.alignGaps,0);return(l,n,r,s)=>un(l,n,(a,f,c,p,y,g,h,k,T,P,$)=>{[r,s]=Sl(c,r,s);let S=a.pxRound,w=I=>S(g(I,p,P,k)),D=I=>S(h(I,y,$,T)),v,W;p.ori==0?(v=On,W=Yu):(v=Vn,W=ju);let N=p.dir*(p.ori==0?1:-1),B={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Fn},j=B.stroke,X=!1;if(s-r>=P*4){let I=O=>l.posToVal(O,p.key,!0),K=null,H=null,te,z,je,we=w(f[N==1?r:s]),ne=w(f[r]),ce=w(f[s]),Z=I(N==1?ne+1:ce-1);for(let O=N==1?r:s;O>=r&&O<=s;O+=N){let Ne=f[O],xe=(N==1?Ne<Z:Ne>Z)?we:w(Ne),ae=c[O];xe==we?ae!=null?(z=ae,K==null?(v(j,xe,D(z)),te=K=H=z):z<K?K=z:z>H&&(H=z)):ae===null&&(X=!0):(K!=null&&W(j,we,D(K),D(H),D(te),D(z)),ae!=null?(z=ae,v(j,xe,D(z)),K=H=te=z):(K=H=null,ae===null&&(X=!0)),we=xe,Z=I(we+N))}K!=null&&K!=H&&je!=we&&W(j,we,D(K),D(H),D(te),D(z))}else for(let I=N==1?r:s;I>=r&&I<=s;I+=N){let K=c[I];K===null?X=!0:K!=null&&v(j,w(f[I]),D(K))}let[C,J]=Cr(l,n);if(a.fill!=null||C!=0){let I=B.fill=new Path2D(j),K=a.fillTo(l,n,a.min,a.max,C),H=D(K),te=w(f[r]),z=w(f[s]);N==-1&&([z,te]=[te,z]),v(I,z,H),v(I,te,H)}if(!a.spanGaps){let I=[];X&&I.push(...Er(f,c,r,s,N,w,t)),B.gaps=I=a.gaps(l,n,r,s,I),B.clip=Tl(I,p.ori,k,T,P,$)}return J!=0&&(B.band=J==2?[At(l,n,r,s,j,-1),At(l,n,r,s,j,1)]:At(l,n,r,s,j,J)),B})}function qu(e){let t=oe(e.align,1),l=oe(e.ascDesc,!1),n=oe(e.alignGaps,0),r=oe(e.extend,!1);return(s,a,f,c)=>un(s,a,(p,y,g,h,k,T,P,$,S,w,D)=>{[f,c]=Sl(g,f,c);let v=p.pxRound,{left:W,width:N}=s.bbox,B=ne=>v(T(ne,h,w,$)),j=ne=>v(P(ne,k,D,S)),X=h.ori==0?On:Vn,Y={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Fn},C=Y.stroke,J=h.dir*(h.ori==0?1:-1),I=j(g[J==1?f:c]),K=B(y[J==1?f:c]),H=K,te=K;r&&t==-1&&(te=W,X(C,te,I)),X(C,K,I);for(let ne=J==1?f:c;ne>=f&&ne<=c;ne+=J){let ce=g[ne];if(ce==null)continue;let Z=B(y[ne]),O=j(ce);t==1?X(C,Z,I):X(C,H,O),X(C,Z,O),I=O,H=Z}let z=H;r&&t==1&&(z=W+N,X(C,z,I));let[je,we]=Cr(s,a);if(p.fill!=null||je!=0){let ne=Y.fill=new Path2D(C),ce=p.fillTo(s,a,p.min,p.max,je),Z=j(ce);X(ne,z,Z),X(ne,te,Z)}if(!p.spanGaps){let ne=[];ne.push(...Er(y,g,f,c,J,B,n));let ce=p.width*se/2,Z=l||t==1?ce:-ce,O=l||t==-1?-ce:ce;ne.forEach(Ne=>{Ne[0]+=Z,Ne[1]+=O}),Y.gaps=ne=p.gaps(s,a,f,c,ne),Y.clip=Tl(ne,h.ori,$,S,w,D)}return we!=0&&(Y.band=we==2?[At(s,a,f,c,C,-1),At(s,a,f,c,C,1)]:At(s,a,f,c,C,we)),Y})}function li(e,t,l,n,r,s,a=de){if(e.length>1){let f=null;for(let c=0,p=1/0;c<e.length;c++)if(t[c]!==void 0){if(f!=null){let y=Ce(e[c]-e[f]);y<p&&(p=y,a=Ce(l(e[c],n,r,s)-l(e[f],n,r,s)))}f=c}}return a}function Ju(e){e=e||tl;let t=oe(e.size,[.6,de,1]),l=e.align||0,n=e.gap||0,r=e.radius;r=r==null?[0,0]:typeof r=="number"?[r,0]:r;let s=ee(r),a=1-t[0],f=oe(t[1],de),c=oe(t[2],1),p=oe(e.disp,tl),y=oe(e.each,k=>{}),{fill:g,stroke:h}=p;return(k,T,P,$)=>un(k,T,(S,w,D,v,W,N,B,j,X,Y,C)=>{let J=S.pxRound,I=l,K=n*se,H=f*se,te=c*se,z,je;v.ori==0?[z,je]=s(k,T):[je,z]=s(k,T);let we=v.dir*(v.ori==0?1:-1),ne=v.ori==0?Nl:Rr,ce=v.ori==0?y:(A,me,Pe,mn,Yt,vt,jt)=>{y(A,me,Pe,Yt,mn,jt,vt)},Z=oe(k.bands,_r).find(A=>A.series[0]==T),O=Z!=null?Z.dir:0,Ne=S.fillTo(k,T,S.min,S.max,O),We=J(B(Ne,W,C,X)),xe,ae,mt,Qe=Y,ke=J(S.width*se),kt=!1,Ct=null,it=null,It=null,fn=null;g!=null&&(ke==0||h!=null)&&(kt=!0,Ct=g.values(k,T,P,$),it=new Map,new Set(Ct).forEach(A=>{A!=null&&it.set(A,new Path2D)}),ke>0&&(It=h.values(k,T,P,$),fn=new Map,new Set(It).forEach(A=>{A!=null&&fn.set(A,new Path2D)})));let{x0:dn,size:Hn}=p;if(dn!=null&&Hn!=null){I=1,w=dn.values(k,T,P,$),dn.unit==2&&(w=w.map(Pe=>k.posToVal(j+Pe*Y,v.key,!0)));let A=Hn.values(k,T,P,$);Hn.unit==2?ae=A[0]*Y:ae=N(A[0],v,Y,j)-N(0,v,Y,j),Qe=li(w,D,N,v,Y,j,Qe),mt=Qe-ae+K}else Qe=li(w,D,N,v,Y,j,Qe),mt=Qe*a+K,ae=Qe-mt;mt<1&&(mt=0),ke>=ae/2&&(ke=0),mt<5&&(J=di);let rl=mt>0,Kt=Qe-mt-(rl?ke:0);ae=J(mr(Kt,te,H)),xe=(I==0?ae/2:I==we?0:ae)-I*we*((I==0?K/2:0)+(rl?ke/2:0));let Ge={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},pn=kt?null:new Path2D,Et=null;if(Z!=null)Et=k.data[Z.series[1]];else{let{y0:A,y1:me}=p;A!=null&&me!=null&&(D=me.values(k,T,P,$),Et=A.values(k,T,P,$))}let Ut=z*ae,q=je*ae;for(let A=we==1?P:$;A>=P&&A<=$;A+=we){let me=D[A];if(me==null)continue;if(Et!=null){let qe=Et[A]??0;if(me-qe==0)continue;We=B(qe,W,C,X)}let Pe=v.distr!=2||p!=null?w[A]:A,mn=N(Pe,v,Y,j),Yt=B(oe(me,Ne),W,C,X),vt=J(mn-xe),jt=J(Ye(Yt,We)),Xe=J(St(Yt,We)),st=jt-Xe;if(me!=null){let qe=me<0?q:Ut,ht=me<0?Ut:q;kt?(ke>0&&It[A]!=null&&ne(fn.get(It[A]),vt,Xe+rt(ke/2),ae,Ye(0,st-ke),qe,ht),Ct[A]!=null&&ne(it.get(Ct[A]),vt,Xe+rt(ke/2),ae,Ye(0,st-ke),qe,ht)):ne(pn,vt,Xe+rt(ke/2),ae,Ye(0,st-ke),qe,ht),ce(k,T,A,vt-ke/2,Xe,ae+ke,st)}}return ke>0?Ge.stroke=kt?fn:pn:kt||(Ge._fill=S.width==0?S._fill:S._stroke??S._fill,Ge.width=0),Ge.fill=kt?it:pn,Ge})}function Zu(e,t){let l=oe(t?.alignGaps,0);return(n,r,s,a)=>un(n,r,(f,c,p,y,g,h,k,T,P,$,S)=>{[s,a]=Sl(p,s,a);let w=f.pxRound,D=z=>w(h(z,y,$,T)),v=z=>w(k(z,g,S,P)),W,N,B;y.ori==0?(W=_l,B=On,N=Vi):(W=Ll,B=Vn,N=zi);let j=y.dir*(y.ori==0?1:-1),X=D(c[j==1?s:a]),Y=X,C=[],J=[];for(let z=j==1?s:a;z>=s&&z<=a;z+=j)if(p[z]!=null){let we=c[z],ne=D(we);C.push(Y=ne),J.push(v(p[z]))}let I={stroke:e(C,J,W,B,N,w),fill:null,clip:null,band:null,gaps:null,flags:Fn},K=I.stroke,[H,te]=Cr(n,r);if(f.fill!=null||H!=0){let z=I.fill=new Path2D(K),je=f.fillTo(n,r,f.min,f.max,H),we=v(je);B(z,Y,we),B(z,X,we)}if(!f.spanGaps){let z=[];z.push(...Er(c,p,s,a,j,D,l)),I.gaps=z=f.gaps(n,r,s,a,z),I.clip=Tl(z,y.ori,T,P,$,S)}return te!=0&&(I.band=te==2?[At(n,r,s,a,K,-1),At(n,r,s,a,K,1)]:At(n,r,s,a,K,te)),I})}function Qu(e){return Zu(Xu,e)}function Xu(e,t,l,n,r,s){let a=e.length;if(a<2)return null;let f=new Path2D;if(l(f,e[0],t[0]),a==2)n(f,e[1],t[1]);else{let c=Array(a),p=Array(a-1),y=Array(a-1),g=Array(a-1);for(let h=0;h<a-1;h++)y[h]=t[h+1]-t[h],g[h]=e[h+1]-e[h],p[h]=y[h]/g[h];c[0]=p[0];for(let h=1;h<a-1;h++)p[h]===0||p[h-1]===0||p[h-1]>0!=p[h]>0?c[h]=0:(c[h]=3*(g[h-1]+g[h])/((2*g[h]+g[h-1])/p[h-1]+(g[h]+2*g[h-1])/p[h]),isFinite(c[h])||(c[h]=0));c[a-1]=p[a-2];for(let h=0;h<a-1;h++)r(f,e[h]+g[h]/3,t[h]+c[h]*g[h]/3,e[h+1]-g[h]/3,t[h+1]-c[h+1]*g[h]/3,e[h+1],t[h+1])}return f}var br=new Set;function ri(){for(let e of br)e.syncRect(!0)}In&&(sn(Ra,En,ri),sn($a,En,ri,!0),sn(bl,En,()=>{Oe.pxRatio=se}));var ec=Gi(),tc=Hi();function oi(e,t,l,n){return(n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((s,a)=>wr(s,a,t,l))}function nc(e,t){return e.map((l,n)=>n==0?{}:Le({},t,l))}function wr(e,t,l,n){return Le({},t==0?l:n,e)}function Bi(e,t,l){return t==null?$n:[t,l]}var lc=Bi;function rc(e,t,l){return t==null?$n:wl(t,l,Mr,!0)}function Ki(e,t,l,n){return t==null?$n:kl(t,l,e.scales[n].log,!1)}var oc=Ki;function Ui(e,t,l,n){return t==null?$n:vr(t,l,e.scales[n].log,!1)}var ic=Ui;function sc(e,t,l,n,r){let s=Ye(Io(e),Io(t)),a=t-e,f=xt(r/n*a,l);do{let c=l[f],p=n*c/a;if(p>=r&&s+(c<5?Bt.get(c):0)<=17)return[c,p]}while(++f<l.length);return[0,0]}function ii(e){let t,l;return e=e.replace(/(\\d+)px/,(n,r)=>(t=De((l=+r)*se))+"px"),[e,t,l]}function ac(e){e.show&&[e.font,e.labelFont].forEach(t=>{let l=pe(t[2]*se,1);t[0]=t[0].replace(/[0-9.]+px/,l+"px"),t[1]=l})}function Oe(e,t,l){let n={mode:oe(e.mode,1)},r=n.mode;function s(o,i,u,d){let m=i.valToPct(o);return d+u*(i.dir==-1?1-m:m)}function a(o,i,u,d){let m=i.valToPct(o);return d+u*(i.dir==-1?m:1-m)}function f(o,i,u,d){return i.ori==0?s(o,i,u,d):a(o,i,u,d)}n.valToPosH=s,n.valToPosV=a;let c=!1;n.status=0;let p=n.root=dt(ha);if(e.id!=null&&(p.id=e.id),lt(p,e.class),e.title){let o=dt(ba,p);o.textContent=e.title}let y=wt("canvas"),g=n.ctx=y.getContext("2d"),h=dt(wa,p);sn("click",h,o=>{o.target===T&&(he!=Tn||Se!=_n)&&ze.click(n,o)},!0);let k=n.under=dt(xa,h);h.appendChild(y);let T=n.over=dt(Sa,h);e=An(e);let P=+oe(e.pxAlign,1),$=ni(P);(e.plugins||[]).forEach(o=>{o.opts&&(e=o.opts(n,e)||e)});let S=e.ms||.001,w=n.series=r==1?oi(e.series||[],qo,ei,!1):nc(e.series||[null],Xo),D=n.axes=oi(e.axes||[],jo,Zo,!0),v=n.scales={},W=n.bands=e.bands||[];W.forEach(o=>{o.fill=ee(o.fill||null),o.dir=oe(o.dir,-1)});let N=r==2?w[1].facets[0].scale:w[0].scale,B={axes:ea,series:qs},j=(e.drawOrder||["axes","series"]).map(o=>B[o]);function X(o){let i=o.distr==3?u=>$t(u>0?u:o.clamp(n,u,o.min,o.max,o.key)):o.distr==4?u=>ir(u,o.asinh):o.distr==100?u=>o.fwd(u):u=>u;return u=>{let d=i(u),{_min:m,_max:b}=o,x=b-m;return(d-m)/x}}function Y(o){let i=v[o];if(i==null){let u=(e.scales||tl)[o]||tl;if(u.from!=null){Y(u.from);let d=Le({},v[u.from],u,{key:o});d.valToPct=X(d),v[o]=d}else{i=v[o]=Le({},o==N?$i:Bu,u),i.key=o;let d=i.time,m=i.range,b=Gt(m);if((o!=N||r==2&&!d)&&(b&&(m[0]==null||m[1]==null)&&(m={min:m[0]==null?$o:{mode:1,hard:m[0],soft:m[0]},max:m[1]==null?$o:{mode:1,hard:m[1],soft:m[1]}},b=!1),!b&&Ml(m))){let x=m;m=(M,_,E)=>_==null?$n:wl(_,E,x)}i.range=ee(m||(d?lc:o==N?i.distr==3?oc:i.distr==4?ic:Bi:i.distr==3?Ki:i.distr==4?Ui:rc)),i.auto=ee(b?!1:i.auto),i.clamp=ee(i.clamp||Gu),i._min=i._max=null,i.valToPct=X(i)}}}Y("x"),Y("y"),r==1&&w.forEach(o=>{Y(o.scale)}),D.forEach(o=>{Y(o.scale)});for(let o in e.scales)Y(o);let C=v[N],J=C.distr,I,K;C.ori==0?(lt(p,ga),I=s,K=a):(lt(p,ya),I=a,K=s);let H={};for(let o in v){let i=v[o];(i.min!=null||i.max!=null)&&(H[o]={min:i.min,max:i.max},i.min=i.max=null)}let te=e.tzDate||(o=>new Date(De(o/S))),z=e.fmtDate||Lr,je=S==1?gu(te):wu(te),we=Ko(te,Bo(S==1?hu:bu,z)),ne=Yo(te,Uo(Su,z)),ce=[],Z=n.legend=Le({},Mu,e.legend),O=n.cursor=Le({},Du,{drag:{y:r==2}},e.cursor),Ne=Z.show,We=O.show,xe=Z.markers;Z.idxs=ce,xe.width=ee(xe.width),xe.dash=ee(xe.dash),xe.stroke=ee(xe.stroke),xe.fill=ee(xe.fill);let ae,mt,Qe,ke=[],kt=[],Ct,it=!1,It={};if(Z.live){let o=w[1]?w[1].values:null;it=o!=null,Ct=it?o(n,1,0):{_:0};for(let i in Ct)It[i]=Sr}if(Ne)if(ae=wt("table",La,p),Qe=wt("tbody",null,ae),Z.mount(n,ae),it){mt=wt("thead",null,ae,Qe);let o=wt("tr",null,mt);wt("th",null,o);for(var fn in Ct)wt("th",So,o).textContent=fn}else lt(ae,Pa),Z.live&&lt(ae,Na);let dn={show:!0},Hn={show:!1};function rl(o,i){if(i==0&&(it||!Z.live||r==2))return $n;let u=[],d=wt("tr",Da,Qe,Qe.childNodes[i]);lt(d,o.class),o.show||lt(d,on);let m=wt("th",null,d);if(xe.show){let M=dt(Ca,m);if(i>0){let _=xe.width(n,i);_&&(M.style.border=_+"px "+xe.dash(n,i)+" "+xe.stroke(n,i)),M.style.background=xe.fill(n,i)}}let b=dt(So,m);o.label instanceof HTMLElement?b.appendChild(o.label):b.textContent=o.label,i>0&&(xe.show||(b.style.color=o.width>0?xe.stroke(n,i):xe.fill(n,i)),Ge("click",m,M=>{if(O._lock)return;Jt(M);let _=w.indexOf(o);if((M.ctrlKey||M.metaKey)!=Z.isolate){let E=w.some((R,F)=>F>0&&F!=_&&R.show);w.forEach((R,F)=>{F>0&&Tt(F,E?F==_?dn:Hn:dn,!0,_e.setSeries)})}else Tt(_,{show:!o.show},!0,_e.setSeries)},!1),gn&&Ge(To,m,M=>{O._lock||(Jt(M),Tt(w.indexOf(o),Nn,!0,_e.setSeries))},!1));for(var x in Ct){let M=wt("td",Ea,d);M.textContent="--",u.push(M)}return[d,u]}let Kt=new Map;function Ge(o,i,u,d=!0){let m=Kt.get(i)||{},b=O.bind[o](n,i,u,d);b&&(sn(o,i,m[o]=b),Kt.set(i,m))}function pn(o,i,u){let d=Kt.get(i)||{};for(let m in d)(o==null||m==o)&&(pr(m,i,d[m]),delete d[m]);o==null&&Kt.delete(i)}let Et=0,Ut=0,q=0,A=0,me=0,Pe=0,mn=me,Yt=Pe,vt=q,jt=A,Xe=0,st=0,qe=0,ht=0;n.bbox={};let $l=!1,ol=!1,hn=!1,qt=!1,il=!1,at=!1;function Al(o,i,u){(u||o!=n.width||i!=n.height)&&Wr(o,i),Sn(!1),hn=!0,ol=!0,kn()}function Wr(o,i){n.width=Et=q=o,n.height=Ut=A=i,me=Pe=0,Ws(),Gs();let u=n.bbox;Xe=u.left=ln(me*se,.5),st=u.top=ln(Pe*se,.5),qe=u.width=ln(q*se,.5),ht=u.height=ln(A*se,.5)}let Vs=3;function zs(){let o=!1,i=0;for(;!o;){i++;let u=Qs(i),d=Xs(i);o=i==Vs||u&&d,o||(Wr(n.width,n.height),ol=!0)}}function Hs({width:o,height:i}){Al(o,i)}n.setSize=Hs;function Ws(){let o=!1,i=!1,u=!1,d=!1;D.forEach((m,b)=>{if(m.show&&m._show){let{side:x,_size:M}=m,_=x%2,E=m.label!=null?m.labelSize:0,R=M+E;R>0&&(_?(q-=R,x==3?(me+=R,d=!0):u=!0):(A-=R,x==0?(Pe+=R,o=!0):i=!0))}}),Zt[0]=o,Zt[1]=u,Zt[2]=i,Zt[3]=d,q-=Ot[1]+Ot[3],me+=Ot[3],A-=Ot[2]+Ot[0],Pe+=Ot[0]}function Gs(){let o=me+q,i=Pe+A,u=me,d=Pe;function m(b,x){switch(b){case 1:return o+=x,o-x;case 2:return i+=x,i-x;case 3:return u-=x,u+x;case 0:return d-=x,d+x}}D.forEach((b,x)=>{if(b.show&&b._show){let M=b.side;b._pos=m(M,b._size),b.label!=null&&(b._lpos=m(M,b.labelSize))}})}if(O.dataIdx==null){let o=O.hover,i=o.skip=new Set(o.skip??[]);i.add(void 0);let u=o.prox=ee(o.prox),d=o.bias??=0;O.dataIdx=(m,b,x,M)=>{if(b==0)return x;let _=x,E=u(m,b,x,M)??de,R=E>=0&&E<de,F=C.ori==0?q:A,U=O.left,ie=t[0],le=t[b];if(i.has(le[x])){_=null;let Q=null,G=null,V;if(d==0||d==-1)for(V=x;Q==null&&V-- >0;)i.has(le[V])||(Q=V);if(d==0||d==1)for(V=x;G==null&&V++<le.length;)i.has(le[V])||(G=V);if(Q!=null||G!=null)if(R){let ye=Q==null?-1/0:I(ie[Q],C,F,0),ve=G==null?1/0:I(ie[G],C,F,0),Ie=U-ye,fe=ve-U;Ie<=fe?Ie<=E&&(_=Q):fe<=E&&(_=G)}else _=G==null?Q:Q==null?G:x-Q<=G-x?Q:G}else R&&Ce(U-I(ie[x],C,F,0))>E&&(_=null);return _}}let Jt=o=>{O.event=o};O.idxs=ce,O._lock=!1;let He=O.points;He.show=ee(He.show),He.size=ee(He.size),He.stroke=ee(He.stroke),He.width=ee(He.width),He.fill=ee(He.fill);let Mt=n.focus=Le({},e.focus||{alpha:.3},O.focus),gn=Mt.prox>=0,yn=gn&&He.one,ut=[],bn=[],wn=[];function Gr(o,i){let u=He.show(n,i);if(u instanceof HTMLElement)return lt(u,_a),lt(u,o.class),Pt(u,-10,-10,q,A),T.insertBefore(u,ut[i]),u}function Br(o,i){if(r==1||i>0){let u=r==1&&v[o.scale].time,d=o.value;o.value=u?zo(d)?Yo(te,Uo(d,z)):d||ne:d||zu,o.label=o.label||(u?Eu:Cu)}if(yn||i>0){o.width=o.width==null?1:o.width,o.paths=o.paths||ec||Ba,o.fillTo=ee(o.fillTo||Ku),o.pxAlign=+oe(o.pxAlign,P),o.pxRound=ni(o.pxAlign),o.stroke=ee(o.stroke||null),o.fill=ee(o.fill||null),o._stroke=o._fill=o._paths=o._focus=null;let u=Hu(Ye(1,o.width),1),d=o.points=Le({},{size:u,width:Ye(1,u*.2),stroke:o.stroke,space:u*2,paths:tc,_stroke:null,_fill:null},o.points);d.show=ee(d.show),d.filter=ee(d.filter),d.fill=ee(d.fill),d.stroke=ee(d.stroke),d.paths=ee(d.paths),d.pxAlign=o.pxAlign}if(Ne){let u=rl(o,i);ke.splice(i,0,u[0]),kt.splice(i,0,u[1]),Z.values.push(null)}if(We){ce.splice(i,0,null);let u=null;yn?i==0&&(u=Gr(o,i)):i>0&&(u=Gr(o,i)),ut.splice(i,0,u),bn.splice(i,0,0),wn.splice(i,0,0)}Fe("addSeries",i)}function Bs(o,i){i=i??w.length,o=r==1?wr(o,i,qo,ei):wr(o,i,{},Xo),w.splice(i,0,o),Br(w[i],i)}n.addSeries=Bs;function Ks(o){if(w.splice(o,1),Ne){Z.values.splice(o,1),kt.splice(o,1);let i=ke.splice(o,1)[0];pn(null,i.firstChild),i.remove()}We&&(ce.splice(o,1),ut.splice(o,1)[0].remove(),bn.splice(o,1),wn.splice(o,1)),Fe("delSeries",o)}n.delSeries=Ks;let Zt=[!1,!1,!1,!1];function Us(o,i){if(o._show=o.show,o.show){let u=o.side%2,d=v[o.scale];d==null&&(o.scale=u?w[1].scale:N,d=v[o.scale]);let m=d.time;o.size=ee(o.size),o.space=ee(o.space),o.rotate=ee(o.rotate),Gt(o.incrs)&&o.incrs.forEach(x=>{!Bt.has(x)&&Bt.set(x,hi(x))}),o.incrs=ee(o.incrs||(d.distr==2?du:m?S==1?mu:yu:rn)),o.splits=ee(o.splits||(m&&d.distr==1?je:d.distr==3?hr:d.distr==4?Au:$u)),o.stroke=ee(o.stroke),o.grid.stroke=ee(o.grid.stroke),o.ticks.stroke=ee(o.ticks.stroke),o.border.stroke=ee(o.border.stroke);let b=o.values;o.values=Gt(b)&&!Gt(b[0])?ee(b):m?Gt(b)?Ko(te,Bo(b,z)):zo(b)?xu(te,b):b||we:b||Ru,o.filter=ee(o.filter||(d.distr>=3&&d.log==10?Ou:d.distr==3&&d.log==2?Vu:pi)),o.font=ii(o.font),o.labelFont=ii(o.labelFont),o._size=o.size(n,null,i,0),o._space=o._rotate=o._incrs=o._found=o._splits=o._values=null,o._size>0&&(Zt[i]=!0,o._el=dt(ka,h))}}function Wn(o,i,u,d){let[m,b,x,M]=u,_=i%2,E=0;return _==0&&(M||b)&&(E=i==0&&!m||i==2&&!x?De(jo.size/3):0),_==1&&(m||x)&&(E=i==1&&!b||i==3&&!M?De(Zo.size/2):0),E}let Kr=n.padding=(e.padding||[Wn,Wn,Wn,Wn]).map(o=>ee(oe(o,Wn))),Ot=n._padding=Kr.map((o,i)=>o(n,i,Zt,0)),Ve,Ee=null,Re=null,sl=r==1?w[0].idxs:null,gt=null,Gn=!1;function Ur(o,i){if(t=o??[],n.data=n._data=t,r==2){Ve=0;for(let u=1;u<w.length;u++)Ve+=t[u][0].length}else{t.length==0&&(n.data=n._data=t=[[]]),gt=t[0],Ve=gt.length;let u=t;if(J==2){u=t.slice();let d=u[0]=Array(Ve);for(let m=0;m<Ve;m++)d[m]=m}n._data=t=u}if(Sn(!0),Fe("setData"),J==2&&(hn=!0),i!==!1){let u=C;u.auto(n,Gn)?Fl():zt(N,u.min,u.max),qt=qt||O.left>=0,at=!0,kn()}}n.setData=Ur;function Fl(){Gn=!0;let o,i;r==1&&(Ve>0?(Ee=sl[0]=0,Re=sl[1]=Ve-1,o=t[0][Ee],i=t[0][Re],J==2?(o=Ee,i=Re):o==i&&(J==3?[o,i]=kl(o,o,C.log,!1):J==4?[o,i]=vr(o,o,C.log,!1):C.time?i=o+De(86400/S):[o,i]=wl(o,i,Mr,!0))):(Ee=sl[0]=o=null,Re=sl[1]=i=null)),zt(N,o,i)}let al,xn,Il,Ol,Vl,zl,Hl,Wl,Gl,Je;function Yr(o,i,u,d,m,b){o??=vo,u??=_r,d??="butt",m??=vo,b??="round",o!=al&&(g.strokeStyle=al=o),m!=xn&&(g.fillStyle=xn=m),i!=Il&&(g.lineWidth=Il=i),b!=Vl&&(g.lineJoin=Vl=b),d!=zl&&(g.lineCap=zl=d),u!=Ol&&g.setLineDash(Ol=u)}function jr(o,i,u,d){i!=xn&&(g.fillStyle=xn=i),o!=Hl&&(g.font=Hl=o),u!=Wl&&(g.textAlign=Wl=u),d!=Gl&&(g.textBaseline=Gl=d)}function Bl(o,i,u,d,m=0){if(d.length>0&&o.auto(n,Gn)&&(i==null||i.min==null)){let b=oe(Ee,0),x=oe(Re,d.length-1),M=u.min==null?Oa(d,b,x,m,o.distr==3):[u.min,u.max];o.min=St(o.min,u.min=M[0]),o.max=Ye(o.max,u.max=M[1])}}let qr={min:null,max:null};function Ys(){for(let d in v){let m=v[d];H[d]==null&&(m.min==null||H[N]!=null&&m.auto(n,Gn))&&(H[d]=qr)}for(let d in v){let m=v[d];H[d]==null&&m.from!=null&&H[m.from]!=null&&(H[d]=qr)}H[N]!=null&&Sn(!0);let o={};for(let d in H){let m=H[d];if(m!=null){let b=o[d]=An(v[d],Ya);if(m.min!=null)Le(b,m);else if(d!=N||r==2)if(Ve==0&&b.from==null){let x=b.range(n,null,null,d);b.min=x[0],b.max=x[1]}else b.min=de,b.max=-de}}if(Ve>0){w.forEach((d,m)=>{if(r==1){let b=d.scale,x=H[b];if(x==null)return;let M=o[b];if(m==0){let _=M.range(n,M.min,M.max,b);M.min=_[0],M.max=_[1],Ee=xt(M.min,t[0]),Re=xt(M.max,t[0]),Re-Ee>1&&(t[0][Ee]<M.min&&Ee++,t[0][Re]>M.max&&Re--),d.min=gt[Ee],d.max=gt[Re]}else d.show&&d.auto&&Bl(M,x,d,t[m],d.sorted);d.idxs[0]=Ee,d.idxs[1]=Re}else if(m>0&&d.show&&d.auto){let[b,x]=d.facets,M=b.scale,_=x.scale,[E,R]=t[m],F=o[M],U=o[_];F!=null&&Bl(F,H[M],b,E,b.sorted),U!=null&&Bl(U,H[_],x,R,x.sorted),d.min=x.min,d.max=x.max}});for(let d in o){let m=o[d],b=H[d];if(m.from==null&&(b==null||b.min==null)){let x=m.range(n,m.min==de?null:m.min,m.max==-de?null:m.max,d);m.min=x[0],m.max=x[1]}}}for(let d in o){let m=o[d];if(m.from!=null){let b=o[m.from];if(b.min==null)m.min=m.max=null;else{let x=m.range(n,b.min,b.max,d);m.min=x[0],m.max=x[1]}}}let i={},u=!1;for(let d in o){let m=o[d],b=v[d];if(b.min!=m.min||b.max!=m.max){b.min=m.min,b.max=m.max;let x=b.distr;b._min=x==3?$t(b.min):x==4?ir(b.min,b.asinh):x==100?b.fwd(b.min):b.min,b._max=x==3?$t(b.max):x==4?ir(b.max,b.asinh):x==100?b.fwd(b.max):b.max,i[d]=u=!0}}if(u){w.forEach((d,m)=>{r==2?m>0&&i.y&&(d._paths=null):i[d.scale]&&(d._paths=null)});for(let d in i)hn=!0,Fe("setScale",d);We&&O.left>=0&&(qt=at=!0)}for(let d in H)H[d]=null}function js(o){let i=mr(Ee-1,0,Ve-1),u=mr(Re+1,0,Ve-1);for(;o[i]==null&&i>0;)i--;for(;o[u]==null&&u<Ve-1;)u++;return[i,u]}function qs(){if(Ve>0){let o=w.some(i=>i._focus)&&Je!=Mt.alpha;o&&(g.globalAlpha=Je=Mt.alpha),w.forEach((i,u)=>{if(u>0&&i.show&&(Jr(u,!1),Jr(u,!0),i._paths==null)){let d=Je;Je!=i.alpha&&(g.globalAlpha=Je=i.alpha);let m=r==2?[0,t[u][0].length-1]:js(t[u]);i._paths=i.paths(n,u,m[0],m[1]),Je!=d&&(g.globalAlpha=Je=d)}}),w.forEach((i,u)=>{if(u>0&&i.show){let d=Je;Je!=i.alpha&&(g.globalAlpha=Je=i.alpha),i._paths!=null&&Zr(u,!1);{let m=i._paths!=null?i._paths.gaps:null,b=i.points.show(n,u,Ee,Re,m),x=i.points.filter(n,u,b,m);(b||x)&&(i.points._paths=i.points.paths(n,u,Ee,Re,x),Zr(u,!0))}Je!=d&&(g.globalAlpha=Je=d),Fe("drawSeries",u)}}),o&&(g.globalAlpha=Je=1)}}function Jr(o,i){let u=i?w[o].points:w[o];u._stroke=u.stroke(n,o),u._fill=u.fill(n,o)}function Zr(o,i){let u=i?w[o].points:w[o],{stroke:d,fill:m,clip:b,flags:x,_stroke:M=u._stroke,_fill:_=u._fill,_width:E=u.width}=u._paths;E=pe(E*se,3);let R=null,F=E%2/2;i&&_==null&&(_=E>0?"#fff":M);let U=u.pxAlign==1&&F>0;if(U&&g.translate(F,F),!i){let ie=Xe-E/2,le=st-E/2,Q=qe+E,G=ht+E;R=new Path2D,R.rect(ie,le,Q,G)}i?Kl(M,E,u.dash,u.cap,_,d,m,x,b):Js(o,M,E,u.dash,u.cap,_,d,m,x,R,b),U&&g.translate(-F,-F)}function Js(o,i,u,d,m,b,x,M,_,E,R){let F=!1;_!=0&&W.forEach((U,ie)=>{if(U.series[0]==o){let le=w[U.series[1]],Q=t[U.series[1]],G=(le._paths||tl).band;Gt(G)&&(G=U.dir==1?G[0]:G[1]);let V,ye=null;le.show&&G&&za(Q,Ee,Re)?(ye=U.fill(n,ie)||b,V=le._paths.clip):G=null,Kl(i,u,d,m,ye,x,M,_,E,R,V,G),F=!0}}),F||Kl(i,u,d,m,b,x,M,_,E,R)}let Qr=Fn|yr;function Kl(o,i,u,d,m,b,x,M,_,E,R,F){Yr(o,i,u,d,m),(_||E||F)&&(g.save(),_&&g.clip(_),E&&g.clip(E)),F?(M&Qr)==Qr?(g.clip(F),R&&g.clip(R),cl(m,x),ul(o,b,i)):M&yr?(cl(m,x),g.clip(F),ul(o,b,i)):M&Fn&&(g.save(),g.clip(F),R&&g.clip(R),cl(m,x),g.restore(),ul(o,b,i)):(cl(m,x),ul(o,b,i)),(_||E||F)&&g.restore()}function ul(o,i,u){u>0&&(i instanceof Map?i.forEach((d,m)=>{g.strokeStyle=al=m,g.stroke(d)}):i!=null&&o&&g.stroke(i))}function cl(o,i){i instanceof Map?i.forEach((u,d)=>{g.fillStyle=xn=d,g.fill(u)}):i!=null&&o&&g.fill(i)}function Zs(o,i,u,d){let m=D[o],b;if(d<=0)b=[0,0];else{let x=m._space=m.space(n,o,i,u,d),M=m._incrs=m.incrs(n,o,i,u,d,x);b=sc(i,u,M,d,x)}return m._found=b}function Ul(o,i,u,d,m,b,x,M,_,E){let R=x%2/2;P==1&&g.translate(R,R),Yr(M,x,_,E,M),g.beginPath();let F,U,ie,le,Q=m+(d==0||d==3?-b:b);u==0?(U=m,le=Q):(F=m,ie=Q);for(let G=0;G<o.length;G++)i[G]!=null&&(u==0?F=ie=o[G]:U=le=o[G],g.moveTo(F,U),g.lineTo(ie,le));g.stroke(),P==1&&g.translate(-R,-R)}function Qs(o){let i=!0;return D.forEach((u,d)=>{if(!u.show)return;let m=v[u.scale];if(m.min==null){u._show&&(i=!1,u._show=!1,Sn(!1));return}else u._show||(i=!1,u._show=!0,Sn(!1));let b=u.side,x=b%2,{min:M,max:_}=m,[E,R]=Zs(d,M,_,x==0?q:A);if(R==0)return;let F=m.distr==2,U=u._splits=u.splits(n,d,M,_,E,R,F),ie=m.distr==2?U.map(V=>gt[V]):U,le=m.distr==2?gt[U[1]]-gt[U[0]]:E,Q=u._values=u.values(n,u.filter(n,ie,d,R,le),d,R,le);u._rotate=b==2?u.rotate(n,Q,d,R):0;let G=u._size;u._size=pt(u.size(n,Q,d,o)),G!=null&&u._size!=G&&(i=!1)}),i}function Xs(o){let i=!0;return Kr.forEach((u,d)=>{let m=u(n,d,Zt,o);m!=Ot[d]&&(i=!1),Ot[d]=m}),i}function ea(){for(let o=0;o<D.length;o++){let i=D[o];if(!i.show||!i._show)continue;let u=i.side,d=u%2,m,b,x=i.stroke(n,o),M=u==0||u==3?-1:1,[_,E]=i._found;if(i.label!=null){let Ke=i.labelGap*M,nt=De((i._lpos+Ke)*se);jr(i.labelFont[0],x,"center",u==2?"top":ko),g.save(),d==1?(m=b=0,g.translate(nt,De(st+ht/2)),g.rotate((u==3?-yl:yl)/2)):(m=De(Xe+qe/2),b=nt);let en=fi(i.label)?i.label(n,o,_,E):i.label;g.fillText(en,m,b),g.restore()}if(E==0)continue;let R=v[i.scale],F=d==0?qe:ht,U=d==0?Xe:st,ie=i._splits,le=R.distr==2?ie.map(Ke=>gt[Ke]):ie,Q=R.distr==2?gt[ie[1]]-gt[ie[0]]:_,G=i.ticks,V=i.border,ye=G.show?G.size:0,ve=De(ye*se),Ie=De((i.alignTo==2?i._size-ye-i.gap:i.gap)*se),fe=i._rotate*-yl/180,Me=$(i._pos*se),et=(ve+Ie)*M,Be=Me+et;b=d==0?Be:0,m=d==1?Be:0;let ct=i.font[0],yt=i.align==1?Dn:i.align==2?lr:fe>0?Dn:fe<0?lr:d==0?"center":u==3?lr:Dn,Lt=fe||d==1?"middle":u==2?"top":ko;jr(ct,x,yt,Lt);let tt=i.font[1]*i.lineGap,ft=ie.map(Ke=>$(f(Ke,R,F,U))),bt=i._values;for(let Ke=0;Ke<bt.length;Ke++){let nt=bt[Ke];if(nt!=null){d==0?m=ft[Ke]:b=ft[Ke],nt=""+nt;let en=nt.indexOf(`\n`)==-1?[nt]:nt.split(/\\n/gm);for(let Ue=0;Ue<en.length;Ue++){let bo=en[Ue];fe?(g.save(),g.translate(m,b+Ue*tt),g.rotate(fe),g.fillText(bo,0,0),g.restore()):g.fillText(bo,m,b+Ue*tt)}}}G.show&&Ul(ft,G.filter(n,le,o,E,Q),d,u,Me,ve,pe(G.width*se,3),G.stroke(n,o),G.dash,G.cap);let Nt=i.grid;Nt.show&&Ul(ft,Nt.filter(n,le,o,E,Q),d,d==0?2:1,d==0?st:Xe,d==0?ht:qe,pe(Nt.width*se,3),Nt.stroke(n,o),Nt.dash,Nt.cap),V.show&&Ul([Me],[1],d==0?1:0,d==0?1:2,d==1?st:Xe,d==1?ht:qe,pe(V.width*se,3),V.stroke(n,o),V.dash,V.cap)}Fe("drawAxes")}function Sn(o){w.forEach((i,u)=>{u>0&&(i._paths=null,o&&(r==1?(i.min=null,i.max=null):i.facets.forEach(d=>{d.min=null,d.max=null})))})}let fl=!1,Yl=!1,Bn=[];function ta(){Yl=!1;for(let o=0;o<Bn.length;o++)Fe(...Bn[o]);Bn.length=0}function kn(){fl||(eu(Xr),fl=!0)}function na(o,i=!1){fl=!0,Yl=i,o(n),Xr(),i&&Bn.length>0&&queueMicrotask(ta)}n.batch=na;function Xr(){if($l&&(Ys(),$l=!1),hn&&(zs(),hn=!1),ol){if(be(k,Dn,me),be(k,"top",Pe),be(k,Zn,q),be(k,Qn,A),be(T,Dn,me),be(T,"top",Pe),be(T,Zn,q),be(T,Qn,A),be(h,Zn,Et),be(h,Qn,Ut),y.width=De(Et*se),y.height=De(Ut*se),D.forEach(({_el:o,_show:i,_size:u,_pos:d,side:m})=>{if(o!=null)if(i){let b=m===3||m===0?u:0,x=m%2==1;be(o,x?"left":"top",d-b),be(o,x?"width":"height",u),be(o,x?"top":"left",x?Pe:me),be(o,x?"height":"width",x?A:q),dr(o,on)}else lt(o,on)}),al=xn=Il=Vl=zl=Hl=Wl=Gl=Ol=null,Je=1,Yn(!0),me!=mn||Pe!=Yt||q!=vt||A!=jt){Sn(!1);let o=q/vt,i=A/jt;if(We&&!qt&&O.left>=0){O.left*=o,O.top*=i,vn&&Pt(vn,De(O.left),0,q,A),Mn&&Pt(Mn,0,De(O.top),q,A);for(let u=0;u<ut.length;u++){let d=ut[u];d!=null&&(bn[u]*=o,wn[u]*=i,Pt(d,pt(bn[u]),pt(wn[u]),q,A))}}if(ge.show&&!il&&ge.left>=0&&ge.width>0){ge.left*=o,ge.width*=o,ge.top*=i,ge.height*=i;for(let u in Xl)be(Ln,u,ge[u])}mn=me,Yt=Pe,vt=q,jt=A}Fe("setSize"),ol=!1}Et>0&&Ut>0&&(g.clearRect(0,0,y.width,y.height),Fe("drawClear"),j.forEach(o=>o()),Fe("draw")),ge.show&&il&&(dl(ge),il=!1),We&&qt&&(Xt(null,!0,!1),qt=!1),Z.show&&Z.live&&at&&(Zl(),at=!1),c||(c=!0,n.status=1,Fe("ready")),Gn=!1,fl=!1}n.redraw=(o,i)=>{hn=i||!1,o!==!1?zt(N,C.min,C.max):kn()};function jl(o,i){let u=v[o];if(u.from==null){if(Ve==0){let d=u.range(n,i.min,i.max,o);i.min=d[0],i.max=d[1]}if(i.min>i.max){let d=i.min;i.min=i.max,i.max=d}if(Ve>1&&i.min!=null&&i.max!=null&&i.max-i.min<1e-16)return;o==N&&u.distr==2&&Ve>0&&(i.min=xt(i.min,t[0]),i.max=xt(i.max,t[0]),i.min==i.max&&i.max++),H[o]=i,$l=!0,kn()}}n.setScale=jl;let ql,Jl,vn,Mn,eo,to,Tn,_n,no,lo,he,Se,Vt=!1,ze=O.drag,$e=ze.x,Ae=ze.y;We&&(O.x&&(ql=dt(Ma,T)),O.y&&(Jl=dt(Ta,T)),C.ori==0?(vn=ql,Mn=Jl):(vn=Jl,Mn=ql),he=O.left,Se=O.top);let ge=n.select=Le({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),Ln=ge.show?dt(va,ge.over?T:k):null;function dl(o,i){if(ge.show){for(let u in o)ge[u]=o[u],u in Xl&&be(Ln,u,o[u]);i!==!1&&Fe("setSelect")}}n.setSelect=dl;function la(o){if(w[o].show)Ne&&dr(ke[o],on);else if(Ne&&lt(ke[o],on),We){let u=yn?ut[0]:ut[o];u!=null&&Pt(u,-10,-10,q,A)}}function zt(o,i,u){jl(o,{min:i,max:u})}function Tt(o,i,u,d){i.focus!=null&&aa(o),i.show!=null&&w.forEach((m,b)=>{b>0&&(o==b||o==null)&&(m.show=i.show,la(b),r==2?(zt(m.facets[0].scale,null,null),zt(m.facets[1].scale,null,null)):zt(m.scale,null,null),kn())}),u!==!1&&Fe("setSeries",o,i),d&&jn("setSeries",n,o,i)}n.setSeries=Tt;function ra(o,i){Le(W[o],i)}function oa(o,i){o.fill=ee(o.fill||null),o.dir=oe(o.dir,-1),i=i??W.length,W.splice(i,0,o)}function ia(o){o==null?W.length=0:W.splice(o,1)}n.addBand=oa,n.setBand=ra,n.delBand=ia;function sa(o,i){w[o].alpha=i,We&&ut[o]!=null&&(ut[o].style.opacity=i),Ne&&ke[o]&&(ke[o].style.opacity=i)}let Rt,Ht,Qt,Nn={focus:!0};function aa(o){if(o!=Qt){let i=o==null,u=Mt.alpha!=1;w.forEach((d,m)=>{if(r==1||m>0){let b=i||m==0||m==o;d._focus=i?null:b,u&&sa(m,b?1:Mt.alpha)}}),Qt=o,u&&kn()}}Ne&&gn&&Ge(_o,ae,o=>{O._lock||(Jt(o),Qt!=null&&Tt(null,Nn,!0,_e.setSeries))});function _t(o,i,u){let d=v[i];u&&(o=o/se-(d.ori==1?Pe:me));let m=q;d.ori==1&&(m=A,o=m-o),d.dir==-1&&(o=m-o);let b=d._min,x=d._max,M=o/m,_=b+(x-b)*M,E=d.distr;return E==3?Rn(10,_):E==4?Wa(_,d.asinh):E==100?d.bwd(_):_}function ua(o,i){let u=_t(o,N,i);return xt(u,t[0],Ee,Re)}n.valToIdx=o=>xt(o,t[0]),n.posToIdx=ua,n.posToVal=_t,n.valToPos=(o,i,u)=>v[i].ori==0?s(o,v[i],u?qe:q,u?Xe:0):a(o,v[i],u?ht:A,u?st:0),n.setCursor=(o,i,u)=>{he=o.left,Se=o.top,Xt(null,i,u)};function ro(o,i){be(Ln,Dn,ge.left=o),be(Ln,Zn,ge.width=i)}function oo(o,i){be(Ln,"top",ge.top=o),be(Ln,Qn,ge.height=i)}let Kn=C.ori==0?ro:oo,Un=C.ori==1?ro:oo;function ca(){if(Ne&&Z.live)for(let o=r==2?1:0;o<w.length;o++){if(o==0&&it)continue;let i=Z.values[o],u=0;for(let d in i)kt[o][u++].firstChild.nodeValue=i[d]}}function Zl(o,i){if(o!=null&&(o.idxs?o.idxs.forEach((u,d)=>{ce[d]=u}):Ua(o.idx)||ce.fill(o.idx),Z.idx=ce[0]),Ne&&Z.live){for(let u=0;u<w.length;u++)(u>0||r==1&&!it)&&fa(u,ce[u]);ca()}at=!1,i!==!1&&Fe("setLegend")}n.setLegend=Zl;function fa(o,i){let u=w[o],d=o==0&&J==2?gt:t[o],m;it?m=u.values(n,o,i)??It:(m=u.value(n,i==null?null:d[i],o,i),m=m==null?It:{_:m}),Z.values[o]=m}function Xt(o,i,u){no=he,lo=Se,[he,Se]=O.move(n,he,Se),O.left=he,O.top=Se,We&&(vn&&Pt(vn,De(he),0,q,A),Mn&&Pt(Mn,0,De(Se),q,A));let d,m=Ee>Re;Rt=de,Ht=null;let b=C.ori==0?q:A,x=C.ori==1?q:A;if(he<0||Ve==0||m){d=O.idx=null;for(let M=0;M<w.length;M++){let _=ut[M];_!=null&&Pt(_,-10,-10,q,A)}gn&&Tt(null,Nn,!0,o==null&&_e.setSeries),Z.live&&(ce.fill(d),at=!0)}else{let M,_,E;r==1&&(M=C.ori==0?he:Se,_=_t(M,N),d=O.idx=xt(_,t[0],Ee,Re),E=I(t[0][d],C,b,0));let R=-10,F=-10,U=0,ie=0,le=!0,Q="",G="";for(let V=r==2?1:0;V<w.length;V++){let ye=w[V],ve=ce[V],Ie=ve==null?null:r==1?t[V][ve]:t[V][1][ve],fe=O.dataIdx(n,V,d,_),Me=fe==null?null:r==1?t[V][fe]:t[V][1][fe];if(at=at||Me!=Ie||fe!=ve,ce[V]=fe,V>0&&ye.show){let et=fe==null?-10:fe==d?E:I(r==1?t[0][fe]:t[V][0][fe],C,b,0),Be=Me==null?-10:K(Me,r==1?v[ye.scale]:v[ye.facets[1].scale],x,0);if(gn&&Me!=null){let ct=C.ori==1?he:Se,yt=Ce(Mt.dist(n,V,fe,Be,ct));if(yt<Rt){let Lt=Mt.bias;if(Lt!=0){let tt=_t(ct,ye.scale),ft=Me>=0?1:-1,bt=tt>=0?1:-1;bt==ft&&(bt==1?Lt==1?Me>=tt:Me<=tt:Lt==1?Me<=tt:Me>=tt)&&(Rt=yt,Ht=V)}else Rt=yt,Ht=V}}if(at||yn){let ct,yt;C.ori==0?(ct=et,yt=Be):(ct=Be,yt=et);let Lt,tt,ft,bt,Nt,Ke,nt=!0,en=He.bbox;if(en!=null){nt=!1;let Ue=en(n,V);ft=Ue.left,bt=Ue.top,Lt=Ue.width,tt=Ue.height}else ft=ct,bt=yt,Lt=tt=He.size(n,V);if(Ke=He.fill(n,V),Nt=He.stroke(n,V),yn)V==Ht&&Rt<=Mt.prox&&(R=ft,F=bt,U=Lt,ie=tt,le=nt,Q=Ke,G=Nt);else{let Ue=ut[V];Ue!=null&&(bn[V]=ft,wn[V]=bt,Ro(Ue,Lt,tt,nt),Co(Ue,Ke,Nt),Pt(Ue,pt(ft),pt(bt),q,A))}}}}if(yn){let V=Mt.prox,ye=Qt==null?Rt<=V:Rt>V||Ht!=Qt;if(at||ye){let ve=ut[0];ve!=null&&(bn[0]=R,wn[0]=F,Ro(ve,U,ie,le),Co(ve,Q,G),Pt(ve,pt(R),pt(F),q,A))}}}if(ge.show&&Vt)if(o!=null){let[M,_]=_e.scales,[E,R]=_e.match,[F,U]=o.cursor.sync.scales,ie=o.cursor.drag;if($e=ie._x,Ae=ie._y,$e||Ae){let{left:le,top:Q,width:G,height:V}=o.select,ye=o.scales[F].ori,ve=o.posToVal,Ie,fe,Me,et,Be,ct=M!=null&&E(M,F),yt=_!=null&&R(_,U);ct&&$e?(ye==0?(Ie=le,fe=G):(Ie=Q,fe=V),Me=v[M],et=I(ve(Ie,F),Me,b,0),Be=I(ve(Ie+fe,F),Me,b,0),Kn(St(et,Be),Ce(Be-et))):Kn(0,b),yt&&Ae?(ye==1?(Ie=le,fe=G):(Ie=Q,fe=V),Me=v[_],et=K(ve(Ie,U),Me,x,0),Be=K(ve(Ie+fe,U),Me,x,0),Un(St(et,Be),Ce(Be-et))):Un(0,x)}else er()}else{let M=Ce(no-eo),_=Ce(lo-to);if(C.ori==1){let U=M;M=_,_=U}$e=ze.x&&M>=ze.dist,Ae=ze.y&&_>=ze.dist;let E=ze.uni;E!=null?$e&&Ae&&($e=M>=E,Ae=_>=E,!$e&&!Ae&&(_>M?Ae=!0:$e=!0)):ze.x&&ze.y&&($e||Ae)&&($e=Ae=!0);let R,F;$e&&(C.ori==0?(R=Tn,F=he):(R=_n,F=Se),Kn(St(R,F),Ce(F-R)),Ae||Un(0,x)),Ae&&(C.ori==1?(R=Tn,F=he):(R=_n,F=Se),Un(St(R,F),Ce(F-R)),$e||Kn(0,b)),!$e&&!Ae&&(Kn(0,0),Un(0,0))}if(ze._x=$e,ze._y=Ae,o==null){if(u){if(yo!=null){let[M,_]=_e.scales;_e.values[0]=M!=null?_t(C.ori==0?he:Se,M):null,_e.values[1]=_!=null?_t(C.ori==1?he:Se,_):null}jn(rr,n,he,Se,q,A,d)}if(gn){let M=u&&_e.setSeries,_=Mt.prox;Qt==null?Rt<=_&&Tt(Ht,Nn,!0,M):Rt>_?Tt(null,Nn,!0,M):Ht!=Qt&&Tt(Ht,Nn,!0,M)}}at&&(Z.idx=d,Zl()),i!==!1&&Fe("setCursor")}let Wt=null;Object.defineProperty(n,"rect",{get(){return Wt==null&&Yn(!1),Wt}});function Yn(o=!1){o?Wt=null:(Wt=T.getBoundingClientRect(),Fe("syncRect",Wt))}function io(o,i,u,d,m,b,x){O._lock||Vt&&o!=null&&o.movementX==0&&o.movementY==0||(Ql(o,i,u,d,m,b,x,!1,o!=null),o!=null?Xt(null,!0,!0):Xt(i,!0,!1))}function Ql(o,i,u,d,m,b,x,M,_){if(Wt==null&&Yn(!1),Jt(o),o!=null)u=o.clientX-Wt.left,d=o.clientY-Wt.top;else{if(u<0||d<0){he=-10,Se=-10;return}let[E,R]=_e.scales,F=i.cursor.sync,[U,ie]=F.values,[le,Q]=F.scales,[G,V]=_e.match,ye=i.axes[0].side%2==1,ve=C.ori==0?q:A,Ie=C.ori==1?q:A,fe=ye?b:m,Me=ye?m:b,et=ye?d:u,Be=ye?u:d;if(le!=null?u=G(E,le)?f(U,v[E],ve,0):-10:u=ve*(et/fe),Q!=null?d=V(R,Q)?f(ie,v[R],Ie,0):-10:d=Ie*(Be/Me),C.ori==1){let ct=u;u=d,d=ct}}_&&(i==null||i.cursor.event.type==rr)&&((u<=1||u>=q-1)&&(u=ln(u,q)),(d<=1||d>=A-1)&&(d=ln(d,A))),M?(eo=u,to=d,[Tn,_n]=O.move(n,u,d)):(he=u,Se=d)}let Xl={width:0,height:0,left:0,top:0};function er(){dl(Xl,!1)}let so,ao,uo,co;function fo(o,i,u,d,m,b,x){Vt=!0,$e=Ae=ze._x=ze._y=!1,Ql(o,i,u,d,m,b,x,!0,!1),o!=null&&(Ge(or,cr,po,!1),jn(Mo,n,Tn,_n,q,A,null));let{left:M,top:_,width:E,height:R}=ge;so=M,ao=_,uo=E,co=R}function po(o,i,u,d,m,b,x){Vt=ze._x=ze._y=!1,Ql(o,i,u,d,m,b,x,!1,!0);let{left:M,top:_,width:E,height:R}=ge,F=E>0||R>0,U=so!=M||ao!=_||uo!=E||co!=R;if(F&&U&&dl(ge),ze.setScale&&F&&U){let ie=M,le=E,Q=_,G=R;if(C.ori==1&&(ie=_,le=R,Q=M,G=E),$e&&zt(N,_t(ie,N),_t(ie+le,N)),Ae)for(let V in v){let ye=v[V];V!=N&&ye.from==null&&ye.min!=de&&zt(V,_t(Q+G,V),_t(Q,V))}er()}else O.lock&&(O._lock=!O._lock,Xt(i,!0,o!=null));o!=null&&(pn(or,cr),jn(or,n,he,Se,q,A,null))}function da(o,i,u,d,m,b,x){if(O._lock)return;Jt(o);let M=Vt;if(Vt){let _=!0,E=!0,R=10,F,U;C.ori==0?(F=$e,U=Ae):(F=Ae,U=$e),F&&U&&(_=he<=R||he>=q-R,E=Se<=R||Se>=A-R),F&&_&&(he=he<Tn?0:q),U&&E&&(Se=Se<_n?0:A),Xt(null,!0,!0),Vt=!1}he=-10,Se=-10,ce.fill(null),Xt(null,!0,!0),M&&(Vt=M)}function mo(o,i,u,d,m,b,x){O._lock||(Jt(o),Fl(),er(),o!=null&&jn(Lo,n,he,Se,q,A,null))}function ho(){D.forEach(ac),Al(n.width,n.height,!0)}sn(bl,En,ho);let Pn={};Pn.mousedown=fo,Pn.mousemove=io,Pn.mouseup=po,Pn.dblclick=mo,Pn.setSeries=(o,i,u,d)=>{let m=_e.match[2];u=m(n,i,u),u!=-1&&Tt(u,d,!0,!1)},We&&(Ge(Mo,T,fo),Ge(rr,T,io),Ge(To,T,o=>{Jt(o),Yn(!1)}),Ge(_o,T,da),Ge(Lo,T,mo),br.add(n),n.syncRect=Yn);let pl=n.hooks=e.hooks||{};function Fe(o,i,u){Yl?Bn.push([o,i,u]):o in pl&&pl[o].forEach(d=>{d.call(null,n,i,u)})}(e.plugins||[]).forEach(o=>{for(let i in o.hooks)pl[i]=(pl[i]||[]).concat(o.hooks[i])});let go=(o,i,u)=>u,_e=Le({key:null,setSeries:!1,filters:{pub:Oo,sub:Oo},scales:[N,w[1]?w[1].scale:null],match:[Vo,Vo,go],values:[null,null]},O.sync);_e.match.length==2&&_e.match.push(go),O.sync=_e;let yo=_e.key,tr=Ai(yo);function jn(o,i,u,d,m,b,x){_e.filters.pub(o,i,u,d,m,b,x)&&tr.pub(o,i,u,d,m,b,x)}tr.sub(n);function pa(o,i,u,d,m,b,x){_e.filters.sub(o,i,u,d,m,b,x)&&Pn[o](null,i,u,d,m,b,x)}n.pub=pa;function ma(){tr.unsub(n),br.delete(n),Kt.clear(),pr(bl,En,ho),p.remove(),ae?.remove(),Fe("destroy")}n.destroy=ma;function nr(){Fe("init",e,t),Ur(t||e.data,!1),H[N]?jl(N,H[N]):Fl(),il=ge.show&&(ge.width>0||ge.height>0),qt=at=!0,Al(e.width,e.height)}return w.forEach(Br),D.forEach(Us),l?l instanceof HTMLElement?(l.appendChild(p),nr()):l(n,nr):nr(),n}Oe.assign=Le;Oe.fmtNum=Tr;Oe.rangeNum=wl;Oe.rangeLog=kl;Oe.rangeAsinh=vr;Oe.orient=un;Oe.pxRatio=se;Oe.join=Xa;Oe.fmtDate=Lr,Oe.tzDate=cu;Oe.sync=Ai;{Oe.addGap=Uu,Oe.clipGaps=Tl;let e=Oe.paths={points:Hi};e.linear=Gi,e.stepped=qu,e.bars=Ju,e.spline=Qu}function $r(e,t,l){let n=e.map((r,s)=>r===null?t.has(s)?null:void 0:l&&r<=0?null:r);for(let r of[n.keys(),[...n.keys()].reverse()]){let s=!1;for(let a of r)n[a]!==void 0?s=n[a]===null:s&&(n[a]=null)}return n}function Yi(e){let t=[...e.keys()].filter(l=>e[l]!==void 0);return t.filter((l,n)=>{let[r,s]=[t[n-1],t[n+1]],a=f=>f===void 0||e[f]===null;return e[l]!==null&&a(r)&&a(s)})}var[uc,cc]=[220,150],fc=5;function qi(e,t,l,n){let r=yc(e),s=l.runs.map(P=>`run ${P}`),[a="",...f]=s,c=f.map(P=>`distance of ${a} and ${P}`),p=t.notFinite.map(P=>new Set(P)),y=t.values.map((P,$)=>$r(P,p[$]??new Set,l.logarithmic)),g=ji(e,t.steps,y,s,r,l,uc,0,n,t.notFinite),h=l.hasDistance?ji(e,t.steps,t.distances.map((P,$)=>$r(P,new Set([...p[0]??[],...p[$+1]??[]]),!0)),c,r,l,cc,1,n,[]):null,k=h===null?[g]:[g,h],T=Oe.sync(`course-${++Ji}`);for(let P of k)T.sub(P);return{resize(P){for(let $ of k)$.setSize({width:P,height:$.height})},destroy(){for(let P of k)P.destroy()}}}var Ji=0;function ji(e,t,l,n,r,s,a,f,c,p){let{window:y,width:g,stepKind:h}=s,T=(s.logarithmic||f===1)&&l.some(S=>S.some(w=>typeof w=="number")),P=l.map(Yi),$={stroke:r.text,grid:{stroke:r.grid,width:1},ticks:{stroke:r.grid,width:1},font:"12px system-ui, sans-serif"};return new Oe({width:g,height:a,cursor:{sync:{key:`course-${Ji+1}`,setSeries:!1},drag:{x:!0,y:!1},points:{size:6}},scales:{x:{time:!1,...y===null?{}:{range:[y[0],y[1]]}},y:T?{distr:3,log:10}:{distr:1}},axes:[{...$,values:(S,w)=>w.map(D=>Number.isInteger(D)||h==="epoch"?tn(D):"")},{...$,size:76,...T?{splits:(S,w,D,v)=>dc(D,v)}:{},values:(S,w)=>w.map(D=>D===null?"":nn(D))}],series:[{label:h,value:(S,w)=>w===null?"":tn(w)},...n.map((S,w)=>({label:S,stroke:f===0?r.runs[w%r.runs.length]??r.text:r.distance,width:f===0&&w>0?1.5:2,...f===0&&w>0?{dash:[6,4]}:{},...f===1?{fill:r.distanceFill}:{},spanGaps:!1,points:{size:5,filter:(D,v,W)=>W?null:[...P[w]??[]]},value:(D,v,W,N)=>typeof v=="number"?String(v):N!==null&&p[w]?.includes(N)===!0?"not finite":""}))],hooks:{draw:[S=>pc(S,s.firstDivergentStep,r.marks[s.tone]),S=>gc(S,t,p,r)],setSelect:[S=>{if(S.select.width<3)return;let w=S.posToVal(S.select.left,"x");c([w,S.posToVal(S.select.left+S.select.width,"x")])}],ready:[S=>S.over.addEventListener("dblclick",()=>c(null))]}},[[...t],...l.map(S=>[...S])],e)}function dc(e,t){let[l,n]=[Math.ceil(Math.log10(e)-1e-9),Math.floor(Math.log10(t)+1e-9)],r=Math.max(1,Math.ceil((n-l)/fc)),s=[];for(let a=l;a<=n;a+=r)s.push(10**a);return s}function pc(e,t,l){if(t===null)return;let n=Math.round(e.valToPos(t,"x",!0)),{left:r,top:s,width:a,height:f}=e.bbox;n<r||n>r+a||(e.ctx.save(),e.ctx.strokeStyle=l,e.ctx.lineWidth=2*devicePixelRatio,e.ctx.setLineDash([3*devicePixelRatio,3*devicePixelRatio]),e.ctx.beginPath(),e.ctx.moveTo(n,s),e.ctx.lineTo(n,s+f),e.ctx.stroke(),e.ctx.restore())}var[mc,hc]=[3,8];function gc(e,t,l,n){let{left:r,top:s,width:a,height:f}=e.bbox,c=mc*devicePixelRatio;e.ctx.save(),e.ctx.lineWidth=1.5*devicePixelRatio;for(let[p,y]of l.entries()){e.ctx.strokeStyle=n.runs[p%n.runs.length]??n.text;let g=s+f-(2*p+1)*c*1.4,h=Number.NEGATIVE_INFINITY;for(let k of y){let T=e.valToPos(t[k]??Number.NaN,"x",!0);!(T>=r&&T<=r+a)||T-h<hc*devicePixelRatio||(h=T,e.ctx.beginPath(),e.ctx.moveTo(T-c,g-c),e.ctx.lineTo(T+c,g+c),e.ctx.moveTo(T-c,g+c),e.ctx.lineTo(T+c,g-c),e.ctx.stroke())}}e.ctx.restore()}function yc(e){let t=getComputedStyle(e),l=n=>t.getPropertyValue(n).trim();return{text:l("--quiet"),grid:l("--line"),marks:{good:l("--good"),bad:l("--bad"),doubt:l("--doubt"),quiet:l("--quiet")},distance:l("--distance"),distanceFill:l("--distance-fill"),runs:[1,2,3,4,5,6].map(n=>l(`--run-${n}`))}}var bc=new RegExp("[\\\\p{Cc}\\\\p{Cf}\\\\p{Zl}\\\\p{Zp}\\\\p{Cs}]|(?! )\\\\p{Zs}","gu"),wc=new Map([[`\n`,"\\\\n"],["\\r","\\\\r"],["	","\\\\t"],["\\0","\\\\0"]]);function Zi(e){return e.replace(bc,t=>{let l=wc.get(t);if(l!==void 0)return l;let n=t.codePointAt(0)??0;if(n<256)return`\\\\x${n.toString(16).padStart(2,"0")}`;let r=n.toString(16).padStart(4,"0");return r.length===4?`\\\\u${r}`:`\\\\u{${r}}`})}function Qi(e,t){if(e.length<=t)return e;let l=Math.floor((t-1)/3),n=t-1-l;return`${xc(e.slice(0,n))}…${Sc(e.slice(e.length-l))}`}function xc(e){return/[\\uD800-\\uDBFF]$/.test(e)?e.slice(0,-1):e}function Sc(e){return/^[\\uDC00-\\uDFFF]/.test(e)?e.slice(1):e}function L(e,t={},...l){let n=document.createElement(e);Xi(n,t);for(let r of l)r!==null&&n.append(r);return n}function Pl(e,t={},...l){let n=document.createElementNS("http://www.w3.org/2000/svg",e);return Xi(n,t),n.append(...l),n}function Xi(e,t){for(let[l,n]of Object.entries(t))n!==null&&e.setAttribute(l,n===!0?"":String(n))}var kc=160,zn=2e3;function Te(e,t=kc){return Zi(Qi(e,t))}function ll(e,t={}){let l=Te(e).split(/(?<=[/._])/);return L("code",t,...l.flatMap((n,r)=>r===0?[n]:[L("wbr"),n]))}function es(e,t,l){new IntersectionObserver(r=>{for(let{isIntersecting:s}of r)s?t():l()},{rootMargin:"400px"}).observe(e)}var Ar=6,vc=60,Mc=680,ts=20;function ns(e){if(e.length===0)return null;let t=e.map(p=>({course:p,...Tc(p)})),l=!1,n=L("input",{type:"search",id:"chart-search",autocomplete:"off",spellcheck:"false"}),r=L("input",{type:"checkbox",id:"chart-log"}),s=L("button",{type:"button",class:"more"}),a=L("p",{class:"quiet",role:"status"}),f=()=>{let p=n.value.toLowerCase().split(/\\s+/).filter(h=>h!==""),y=t.filter(({course:h})=>p.every(k=>`${h.name} ${h.place}`.toLowerCase().includes(k))),g=new Set(l?y:y.slice(0,Ar));for(let h of t)h.root.hidden=!g.has(h);s.hidden=g.size===y.length,s.textContent=`Show all ${re(y.length)} charts`,a.textContent=`${re(g.size)} of ${Ze(e.length,"series","series")}`};n.addEventListener("input",f),s.addEventListener("click",()=>{l=!0,f()}),r.addEventListener("change",()=>{for(let{scale:p}of t)p(r.checked)});let c=L("div",{class:"tools"},...e.length<=Ar?[]:[L("label",{for:"chart-search"},"Search "),n],L("label",{},r," Logarithmic"));return f(),addEventListener("beforeprint",()=>{let p=t.filter(({root:y})=>!y.hidden);for(let{print:y}of p)y(p.length<=vc)}),addEventListener("afterprint",()=>{for(let{restore:p}of t)p()}),L("div",{class:"charts"},c,...e.length<=Ar?[]:[a],...t.map(({root:p})=>p),s)}function Tc(e){let{firstDivergentStep:t,stepKind:l}=e,n=e.hasDistance?"drawing with-distance":"drawing",r=L("div",{class:n,role:"img","aria-label":Lc(e)}),s=L("button",{type:"button"},"Whole course"),a=L("button",{type:"button"},"Around the first difference"),f=null,c=null,p=!1,y=null,g=!1,h=null,k=()=>{c!==null&&y===null&&(r.style.minHeight=`${r.offsetHeight}px`),c?.destroy(),c=null,!(!p&&y===null)&&(f??=e.join(),c=qi(r,f,{width:y??Math.max(240,r.clientWidth),stepKind:l,runs:e.counts.map(({run:S})=>S),firstDivergentStep:t,tone:e.difference.tone,hasDistance:e.hasDistance,logarithmic:g,window:h},T))},T=S=>{h=S,s.disabled=S===null,requestAnimationFrame(k)};s.addEventListener("click",()=>T(null)),a.addEventListener("click",()=>{if(t===null)return;f??=e.join();let S=f.steps.findIndex(v=>v>=t),w=f.steps[Math.max(0,S-ts)]??t,D=f.steps[Math.min(f.steps.length-1,S+ts)]??t;T(w<D?[w,D]:[w-1,D+1])}),s.disabled=!0;let P=e.counts.filter(({count:S,drawn:w})=>w<S),$=L("figure",{class:"chart"},L("figcaption",{},L("h3",{},L("code",{},Te(e.name))),L("span",{class:"quiet"},` ${_c(e)} `),L("span",{class:e.difference.tone},e.difference.words),e.decides?null:L("span",{class:"quiet"},", shown, never judged"),e.notFinite.length===0?null:L("span",{class:e.decides?"doubt":"quiet"},`; ${ls(e)}`)),r,L("p",{class:"tools"},s,t===null?null:a),P.length===0?null:L("p",{class:"quiet"},`Drawn from ${P.map(({run:S,count:w,drawn:D})=>`${re(D)} of ${Ze(w,"point")} of run ${S}`).join(", ")}; every peak is among them.`));return es(r,()=>{p=!0,c===null&&y===null&&k()},()=>{p=!1,y===null&&k()}),new ResizeObserver(()=>{y===null&&c?.resize(Math.max(240,r.clientWidth))}).observe(r),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",k),{root:$,scale(S){g=S,k()},print(S){!S&&c===null||(y=Mc,r.style.minHeight="",k())},restore(){y!==null&&(y=null,k())}}}function _c({place:e,repeatedIn:t}){return t===0?Te(e):`${Te(e)} and ${Ze(t,"more file")}`}function ls({notFinite:e,counts:t,stepKind:l}){return e.map(({run:n,count:r,firstStep:s})=>{let f=t.some(c=>c.run===n&&c.drawn<c.count)?`${re(r)} of the points drawn`:Ze(r,"point");return`run ${n} is not finite at ${f}, first at ${l} ${tn(s)}`}).join("; ")}function Lc(e){let t=e.counts.map(({run:l,count:n})=>`run ${l} with ${Ze(n,"point")}`).join(", ");return`Chart of ${Te(e.name,80)}: ${t}; ${e.difference.words}${e.notFinite.length===0?"":`; ${ls(e)}`}.`}function rs(e,t){let n=[...new Map(e.map(({checkpoint:c,checkpointNumber:p})=>[c,p]))].sort(([,c],[,p])=>c===p?0:c-p).map(([c])=>c),r=new Set(e.filter(({state:c})=>c!=="same").map(({checkpoint:c})=>c)),s=Math.max(0,n.findIndex(c=>r.has(c))),a=Math.max(0,Math.min(s-20,n.length-t)),f=n.slice(a,a+t);return{checkpoints:f,before:a,after:n.length-a-f.length}}function os(e,t){let l=[...new Set(e)],n=new Map(l.map(s=>[s,s.split(/[./]/)])),r=l.length===0?[]:[Fr(l,0,n)];for(;;){let s=t-r.length+1,a=r.filter(({closed:h})=>!h).toSorted((h,k)=>k.paths.length-h.paths.length).map(h=>({group:h,children:Nc(h,n)})).filter(({children:h})=>h.length>1),[f]=a;if(f===void 0||s<2)break;let c=a.find(({children:h})=>h.length<=s),{group:p,children:y}=c??f,g=c===void 0?Pc(y,p,s,n):y.map(h=>Fr(h,p.depth,n));r=r.flatMap(h=>h===p?g:[h])}return new Map(r.flatMap(({name:s,paths:a})=>a.map(f=>[f,s])))}function Fr(e,t,l){let[n=""]=e,r=l.get(n)??[],s=t;for(;s<r.length-1&&e.every(a=>l.get(a)?.[s]===r[s]);)s++;return{name:e.length===1?n:`${Dc(n,s)}*`,paths:e,depth:s,closed:!1}}function Nc(e,t){let l=new Map;for(let n of e.paths){let r=t.get(n)??[],s=e.depth>=r.length-1?"":r[e.depth]??"",a=l.get(s);a===void 0?l.set(s,[n]):a.push(n)}return[...l.values()]}function Pc(e,t,l,n){let r=Math.ceil(e.length/l);return Array.from({length:Math.ceil(e.length/r)},(s,a)=>{let f=e.slice(a*r,(a+1)*r).map(y=>Fr(y,t.depth,n)),[c,p]=[f[0]?.name??"",f.at(-1)?.name??""];return{name:f.length===1?c:`${c} … ${p}`,paths:f.flatMap(({paths:y})=>y),depth:t.depth,closed:!0}})}function Dc(e,t){let n=[...e.matchAll(/[./]/g)].map(({index:r})=>r)[t-1];return t===0||n===void 0?"":e.slice(0,n+1)}var is=["the same","1","2 to 15","16 to 255","256 to 4,095","4,096 to 65,535","65,536 to 1,048,575","2^20 and more, or no number tells"];function Ir(e){return e>0?e===Number.POSITIVE_INFINITY?7:e<2?1:Math.min(7,2+Math.floor(Math.floor(Math.log2(e))/4)):0}var Cc=24,Ec=60,Rc=26;function ss(e,t,l){if(e.length===0)return null;let n=$c(e,t),{before:r,checkpoints:s,after:a}=rs(e,Ec),f=[...new Set(t.values())],c=L("tr",{},L("th",{scope:"col"},"Tensors"),...s.map(h=>L("th",{scope:"col",class:"upright",title:Te(h,zn)},L("span",{},Te(h,Rc))))),p=f.map(h=>L("tr",{},L("th",{scope:"row",title:Te(h,zn)},ll(Te(h,60))),...s.map(k=>{let T=n.get(us(k,h));return T===void 0?L("td",{class:"absent"}):Ac(T,k,h,l)}))),y=L("table",{class:"map"},L("caption",{},"How many tensors differ, in the colour of the farthest. Choose a cell to see its tensors."),L("thead",{},c),L("tbody",{},...p));Ic(y);let g=[...r===0?[]:[`${re(r)} before ${Te(s[0]??"")}`],...a===0?[]:[`${re(a)} after ${Te(s.at(-1)??"")}`]];return L("div",{},L("div",{class:"scrolling",role:"region","aria-label":"Map of the checkpoints",tabindex:0},y),Fc(),g.length===0?null:L("p",{class:"quiet"},`Shown are ${re(s.length)} of ${Ze(r+s.length+a,"checkpoint")}. Left out: ${g.join(", ")}; their tensors stand in the table below.`))}function as(e){return os(e.map(({tensor:t})=>t),Cc)}function $c(e,t){let l=new Map;for(let{checkpoint:n,tensor:r,state:s,scale:a,size:f,extent:c}of e){let p=us(n,t.get(r)??""),y=l.get(p)??{tensors:0,differing:0,scale:0,size:0,extent:"",unread:0},g=s!=="unread"&&f>y.size;l.set(p,{tensors:y.tensors+1,differing:y.differing+(s==="same"||s==="unread"?0:1),scale:g?a:y.scale,size:g?f:y.size,extent:g?c:y.extent,unread:y.unread+(s==="unread"?1:0)})}return l}function us(e,t){return JSON.stringify([e,t])}function Ac(e,t,l,n){let{tensors:r,differing:s,scale:a,extent:f,unread:c}=e,p=c>0?`${re(c)} not read`:s===0?"=":re(s),y=s===0?`all ${Ze(r,"tensor")} the same`:`${re(s)} of ${Ze(r,"tensor")} ${s===1?"differs":"differ"}, ${f===""?"by more than a number tells":`by at most ${f}`}`,g=L("button",{type:"button",class:`scale-${c>0?"unread":a}`,tabindex:-1,"aria-label":`${Te(l,60)} in ${Te(t,60)}: ${y}${c>0?`, ${c} not read`:""}`,title:y},p);return g.addEventListener("click",()=>n({checkpoint:t,group:l})),L("td",{},g)}function Fc(){return L("ul",{class:"legend","aria-label":"Colours of the map: distance in ulp, of integers in ones"},L("li",{},"In ulp, of integers in ones:"),...is.map((e,t)=>L("li",{},L("span",{class:`swatch scale-${t}`,"aria-hidden":"true"}),e)))}function Ic(e){let t=[...e.tBodies].flatMap(r=>[...r.rows].map(s=>[...s.cells].slice(1).map(a=>a.querySelector("button")))),l=t.flat().find(r=>r!==null);l&&(l.tabIndex=0);let n={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]};e.addEventListener("keydown",r=>{let s=n[r.key];if(s===void 0)return;let a=t.flatMap((y,g)=>y.map((h,k)=>({button:h,row:g,column:k}))),{row:f=-1,column:c=-1}=a.find(({button:y})=>y===document.activeElement)??{},p=t[f+s[0]]?.[c+s[1]];if(p){r.preventDefault();for(let y of t.flat())y&&(y.tabIndex=-1);p.tabIndex=0,p.focus()}})}function cs(){for(let e of document.querySelectorAll("pre > code")){let t=L("button",{type:"button",class:"copy"},"Copy");t.addEventListener("click",async()=>{t.textContent=await Oc(e)?"Copied":"Selected: press Ctrl+C"}),e.parentElement?.before(t)}}async function Oc(e){try{return await navigator.clipboard.writeText(e.textContent??""),!0}catch{return getSelection()?.selectAllChildren(e),!1}}function fs(e){return e!=="inconclusive"&&e!=="run-failed"&&e!=="cancelled"}var Vc=[["epoch",/(?:^|[_./-])checkpoint[_-]epoch[_-](\\d{1,9})(?:\\.[^/]*)?$/i],["epoch",/(?:^|[/_.-])epoch[_=-]?(\\d{1,9})(?=\\D|$)[^/]*$/i],["step",/(?:^|\\/)(?:checkpoint|global_step|step)[_-]?(\\d{1,9})(?:\\/[^/]*|\\.[^/]*)?$/i]];function Dl(e){for(let[t,l]of Vc){let n=l.exec(e);if(n!==null)return{kind:t,number:Number(n[1])}}return null}function zc(e){switch(e.kind){case"missing":case"dtype":case"shape":case"entry-kind":case"bytes":return"content";case"values":case"scalar":return e.tolerated?"tolerated":"content";case"series":return e.decides?e.tolerated?"tolerated":"content":"none";case"structure":case"container-bytes":return"structure";case"line":return"none";case"unread":return"unknown";default:return"unknown"}}function Cl(e){let t=[],l=(n,r)=>{if(n.kind==="group"){for(let a of n.children)l(a,n.level==="file"?n:r);return}let s=r?.file?.decides??!0;t.push({leaf:n,file:r,effect:s?zc(n):"none"})};return e!==null&&l(e,null),t}var ds=["step","epoch","row"];function ys(e,t){let l=new Map;for(let{leaf:c,file:p}of Cl(e.difference))(c.kind==="series"||c.kind==="entry-kind")&&l.set(cn(p?.place??"",c.place),c);let n=ps(t,e.first),r=ps(t,e.second),s=e.coverage.series.map(c=>{let p=cn(c.place,c.name),y={first:n.get(p)??null,second:r.get(p)??null},{first:g,second:h}=y;return{series:c,leaf:l.get(p)??null,courses:g===null||h===null?null:[g,h],others:[],summaries:y}}),a=s.filter(({series:c})=>c.decides),f=a.filter(Hc);return{told:ms(a.filter(c=>!f.includes(c))).toSorted((c,p)=>gs(c)-gs(p)),settled:f.map(({series:c})=>c),notJudged:ms(s.filter(({series:c})=>!c.decides))}}function cn(e,t){return JSON.stringify([e,t])}function ps(e,t){let l=e.find(n=>n.run===t)?.series??[];return new Map(l.map(n=>[cn(n.neutralPath,n.name),n]))}function bs({name:e,stepKind:t,points:l}){return(t==="row"||e.startsWith("final/"))&&l.first<=1&&l.second<=1}function Hc(e){return!Dt(e)&&(e.series.proves===!1||bs(e.series))}function Dt({series:e,leaf:t}){return t!==null||e.firstDivergentStep!==null}function ms(e){let t=new Map;for(let l of e){let{place:n,name:r,stepKind:s}=l.series,a=JSON.stringify([n.slice(n.lastIndexOf("/")+1),r,s]),f=t.get(a);f===void 0?t.set(a,[l]):f.push(l)}return[...t.values()].flatMap(Wc)}function Wc(e){let[t,...l]=e.toSorted(Gc);if(t===void 0||l.length===0)return e;let n=l.filter(s=>Bc(s,t)),r=l.filter(s=>!n.includes(s));return[{...t,others:n.map(({series:s})=>s)},...r]}function Gc(e,t){let l=({series:{points:r}})=>r.first+r.second,n=({series:{place:r}})=>Dl(r)?.number??-1;return Number(Dt(t))-Number(Dt(e))||l(t)-l(e)||n(t)-n(e)||(e.series.place<t.series.place?1:-1)}function Bc(e,t){if(hs(e)>hs(t))return!1;if(bs(t.series))return!0;let{firstDivergentStep:l,lastStep:n}=e.series,r=t.series.firstDivergentStep;return(l===null?r!==null&&n!==null&&r<=n:l!==r)?!1:["first","second"].every(s=>Kc(e.summaries[s],t.summaries[s]))}function hs(e){return Dt(e)?e.leaf?.kind==="series"&&e.leaf.tolerated?1:2:0}function Kc(e,t){return e===null||t===null||e.count>t.count?!1:e.steps.length===e.count&&t.steps.length===t.count?e.steps.every((n,r)=>n===t.steps[r]&&Object.is(e.values[r],t.values[r])):e.steps[0]===t.steps[0]&&(e.steps.at(-1)??0)<=(t.steps.at(-1)??0)}function gs(e){return Dt(e)?ds.indexOf(e.series.stepKind)*1e15+(e.series.firstDivergentStep??0):Number.MAX_VALUE}function xs(e){let{series:t,leaf:l}=e;if(!Dt(e))return null;let n=t.firstDivergentStep;if(l?.kind==="entry-kind"||n===null)return{words:"differs in what its steps count",cell:"in kind",tolerated:!1,firstStep:null,lasting:!0};let r=`${t.stepKind} ${tn(n)}`,s={words:`differs from ${r} on`,cell:`from ${r}`,tolerated:!1,firstStep:n,lasting:!0};if(l?.kind!=="series")return s;let{tolerated:a,differing:f,of:c}=l;return f===1?{words:`differs at ${r}`,cell:`at ${r}`,tolerated:a,firstStep:n,lasting:f===ws(e,c,n)}:f===ws(e,c,n)?{...s,tolerated:a}:{words:`${re(f)} of ${Ze(c,"point")} differ, first at ${r}`,cell:`${re(f)} of ${re(c)}, first at ${r}`,tolerated:a,firstStep:n,lasting:!1}}function ws({courses:e},t,l){if(e===null)return null;let n=new Set(e.flatMap(a=>a.steps));if(n.size===t)return[...n].filter(a=>a>=l).length;let r=Math.max(...e.map(a=>a.steps.at(-1)??Number.NaN)),s=Math.min(...e.map(a=>a.steps[0]??Number.NaN));return Number.isInteger(l)&&Number.isInteger(s)&&t===r-s+1?r-l+1:null}function Ss(e,t){let l=xs(e),{decides:n}=e.series;if(l===null)return{words:"the same to the end",tone:t&&n?"good":"quiet"};let{words:r,tolerated:s}=l;return{words:s?`${r}, tolerated`:r,tone:n?s?"doubt":"bad":"quiet"}}function ks(e,t){let l=["good","quiet","doubt","bad"];return l.indexOf(t.tone)>l.indexOf(e.tone)?t:e}function Ft(e){return typeof e=="number"?e:e==="inf"?Number.POSITIVE_INFINITY:e==="-inf"?Number.NEGATIVE_INFINITY:Number.NaN}function vs(e){let t=new Map;for(let{run:a,series:f}of e.inventories)for(let c of f){let p=cn(c.neutralPath,c.name);t.set(p,[...t.get(p)??[],{run:a,one:c}])}let l=new Map,n=new Set,r=fs(e.judgement.outcome);for(let a of e.comparisons){let{told:f,notJudged:c}=ys(a,e.inventories);for(let p of[...f,...c]){let{series:y,others:g}=p,{place:h,name:k,stepKind:T,firstDivergentStep:P,decides:$}=y,S=cn(h,k),w=l.get(S),D=[w?.firstDivergentStep??null,P].filter(N=>N!==null),v=t.get(S)??[];if(v.every(({one:N})=>N.count<2))continue;let W=Ss(p,r);Dt(p)&&n.add(S),l.set(S,{name:k,place:h,stepKind:T,firstDivergentStep:D.length===0?null:Math.min(...D),difference:w===void 0?W:ks(w.difference,W),decides:$,repeatedIn:Math.max(w?.repeatedIn??0,g.length),counts:v.map(({run:N,one:B})=>({run:N,count:B.count,drawn:B.steps.length})),notFinite:v.flatMap(({run:N,one:B})=>Uc(N,B)),hasDistance:w?.hasDistance===!0||Dt(p)&&Yc(v.map(({one:N})=>N)),join:()=>jc(v.map(({one:N})=>N))})}}let s=({place:a,name:f,decides:c,firstDivergentStep:p})=>(c?0:1e300)+(n.has(cn(a,f))?p??0:1e200);return[...l.values()].sort((a,f)=>s(a)-s(f))}function Uc(e,{steps:t,values:l}){let n=t.filter((s,a)=>!Number.isFinite(Ft(l[a]))),[r]=n;return r===void 0?[]:[{run:e,count:n.length,firstStep:r}]}function Yc([e,...t]){if(e===void 0)return!1;let l=new Map(e.steps.map((n,r)=>[n,Ft(e.values[r])]));return t.some(({steps:n,values:r})=>n.some((s,a)=>{let f=Math.abs(Ft(r[a])-(l.get(s)??Number.NaN));return Number.isFinite(f)&&f>0}))}function jc(e){let t=[...new Set(e.flatMap(c=>c.steps))].sort((c,p)=>c-p),l=new Map(t.map((c,p)=>[c,p])),n=e.map(c=>{let p=new Array(t.length).fill(null),y=[];for(let g=0;g<c.steps.length;g++){let h=l.get(c.steps[g]??Number.NaN),k=Ft(c.values[g]);h!==void 0&&(Number.isFinite(k)?p[h]=k:y.push(h))}return{row:p,notFinite:y}}),r=n.map(({row:c})=>c),[s=[],...a]=r,f=a.map(c=>c.map((p,y)=>{let g=s[y]??null;return p===null||g===null?null:Math.abs(p-g)}));return{steps:t,values:r,notFinite:n.map(({notFinite:c})=>c),distances:f}}function Ms(e){let t=document.getElementById("download");t instanceof HTMLAnchorElement&&(t.href=URL.createObjectURL(new Blob([e],{type:"application/json"})),t.hidden=!1)}async function Ts(){let e=document.getElementById("report-data")?.textContent??null;if(e===null)return null;let t=Uint8Array.from(atob(e),r=>r.charCodeAt(0)),l=new Blob([t]).stream().pipeThrough(new DecompressionStream("deflate-raw")),n=await new Response(l).text();return{text:n,report:JSON.parse(n)}}function _s(){let e=[];addEventListener("beforeprint",()=>{document.documentElement.dataset.paper="true",e=[...document.querySelectorAll("details")].filter(({open:t})=>!t);for(let t of e)t.open=!0}),addEventListener("afterprint",()=>{delete document.documentElement.dataset.paper;for(let t of e)t.open=!1;e=[]})}var Ls={bool:{bytes:1,kind:"bool"},uint8:{bytes:1,kind:"uint"},uint16:{bytes:2,kind:"uint"},uint32:{bytes:4,kind:"uint"},uint64:{bytes:8,kind:"uint"},int8:{bytes:1,kind:"int"},int16:{bytes:2,kind:"int"},int32:{bytes:4,kind:"int"},int64:{bytes:8,kind:"int"},float16:{bytes:2,kind:"float"},bfloat16:{bytes:2,kind:"float"},float32:{bytes:4,kind:"float"},float64:{bytes:8,kind:"float"},float8_e4m3fn:{bytes:1,kind:"float"},float8_e4m3fnuz:{bytes:1,kind:"float"},float8_e5m2:{bytes:1,kind:"float"},float8_e5m2fnuz:{bytes:1,kind:"float"},float8_e8m0fnu:{bytes:1,kind:"float"},complex32:{bytes:4,kind:"complex"},complex64:{bytes:8,kind:"complex"},complex128:{bytes:16,kind:"complex"},qint8:{bytes:1,kind:"int"},quint8:{bytes:1,kind:"uint"},qint32:{bytes:4,kind:"int"},quint4x2:{bytes:1,kind:"bits"},quint2x4:{bytes:1,kind:"bits"},float4_e2m1fn_x2:{bytes:1,kind:"bits"},bits8:{bytes:1,kind:"bits"},bits1x8:{bytes:1,kind:"bits"},bits2x4:{bytes:1,kind:"bits"},bits4x2:{bytes:1,kind:"bits"},bits16:{bytes:2,kind:"bits"}},id=Object.keys(Ls);function Or(e){return Ls[e]}function Ns(e){let t=e.flatMap(n=>n.files),l=t.filter(n=>n.role!=="bookkeeping"&&n.role!=="ignored");return{folder:qc(l.map(n=>n.neutralPath)),known:new Set(t.map(n=>n.neutralPath)),neutral:new Map(e.map(n=>[n.run,new Map(n.files.map(r=>[r.path,r.neutralPath]))]))}}function qc(e){let[t,...l]=e.map(s=>s.split("/").slice(0,-1));if(t===void 0)return"";let n=t.findIndex((s,a)=>l.some(f=>f[a]!==s)),r=n<0?t:t.slice(0,n);return r.length===0?"":`${r.join("/")}/`}function Ps(e,t,l=null){let n=Jc(e,t,l);return e.folder===""?n:n.startsWith(e.folder)&&n.length>e.folder.length?n.slice(e.folder.length):e.known.has(n)?`./${n}`:n}function Jc(e,t,l){if(e.known.has(t))return t;let n=l===null?[...e.neutral.values()]:[e.neutral.get(l)];for(let r of n){let s=r?.get(t);if(s!==void 0)return s}return t}function El(e){return`run ${e}`}function Ds(e){return{first:El(e.first),second:El(e.second)}}function Cs(e,t){return e.comparisons.length<2?"":`${El(t.first)} and ${El(t.second)}`}function Rs(e){let t=Ns(e.inventories);return e.comparisons.flatMap(l=>{let n=Zc(l),r=Cs(e,l);return l.coverage.checkpoints.flatMap(({place:s,digests:a})=>{let c={checkpoint:`${Ps(t,s)}${r===""?"":` (${r})`}`,checkpointNumber:Dl(s)?.number??Number.POSITIVE_INFINITY},p=n.get(s)??new Map,y=new Set(a.map(({path:h})=>h)),g=[...p.values()].filter(h=>h.kind!=="values"&&!y.has(h.place));return[...a.map(({path:h,dtype:k,shape:T})=>Es(c,h,`${k} ${qn(T)}`,p.get(h),l)),...g.map(h=>Es(c,h.place,"",h,l))]})})}function Zc(e){let t=new Map;for(let{leaf:l,file:n}of Cl(e.difference)){if(n===null||l.kind!=="values"&&!Qc(l))continue;let r=t.get(n.place)??new Map;t.set(n.place,r.set(l.place,l))}return t}function Qc(e){let{kind:t}=e;return t==="missing"||t==="dtype"||t==="shape"||t==="entry-kind"||t==="unread"}function Xc(e){let t={"~0":"~","~1":"/","~2":"[","~3":""};return e.replace(/~[0-3]/g,l=>t[l]??l)}function Es(e,t,l,n,r){let s={...e,tensor:Xc(t),form:l,state:"same",note:"",tolerated:!1,differing:0,of:0,maxAbs:Number.NaN,maxRel:Number.NaN,maxUlp:Number.NaN,firstIndex:"",histogram:[],size:0,extent:"",unit:"",scale:0};if(n===void 0)return s;if(n.kind!=="values"){let k=n.kind==="unread"?"unread":"form";return{...s,state:k,note:tf(n,r),size:Number.POSITIVE_INFINITY,scale:Ir(Number.POSITIVE_INFINITY)}}let{delta:a,tolerated:f,dtype:c}=n,{first:p,second:y}=a.nonFinite,g=Or(c)?.kind==="int"||Or(c)?.kind==="uint",h=p+y>0?Number.POSITIVE_INFINITY:ef(a,g);return{...s,state:"values",note:p+y>0?`NaN or infinite: ${re(p)} and ${re(y)}`:"",tolerated:f,differing:a.differing,of:a.of,maxAbs:a.maxAbs===null?Number.NaN:Ft(a.maxAbs),maxRel:a.maxRel===null?Number.NaN:Ft(a.maxRel),maxUlp:a.maxUlp===null?Number.NaN:Number(a.maxUlp),firstIndex:qn(a.firstIndex),histogram:a.histogram??[],size:h,extent:Number.isFinite(h)?g?nn(h):xo(a.maxUlp??""):"",unit:g?"":"ulp",scale:Ir(h)}}function ef({maxAbs:e,maxUlp:t},l){return l?e===null?Number.POSITIVE_INFINITY:Ft(e):t===null?Number.POSITIVE_INFINITY:Number(t)}function tf(e,t){let l=Ds(t);switch(e.kind){case"missing":return`only in ${l[e.presentIn]}`;case"dtype":return`${e.dtypes.first} in ${l.first}, ${e.dtypes.second} in ${l.second}`;case"shape":return`${qn(e.shapes.first)} in ${l.first}, ${qn(e.shapes.second)} in ${l.second}`;case"entry-kind":return`${e.kinds.first} in ${l.first}, ${e.kinds.second} in ${l.second}`;case"unread":return`not read: ${e.reason}`;default:return""}}function Vr(e,t){let l=e.reduce((r,s)=>r+s,0),n=e.flatMap((r,s)=>r===0?[]:[`${re(r)} at ${lf(s)}`]);return`Sizes${t===""?"":` in ${t}`}, of ${re(l)} looked at: ${n.join(", ")}`}var nf=19;function lf(e){return e===0?"1":e>nf?`2^${e} to 2^${e+1} − 1`:`${re(2**e)} to ${re(2**(e+1)-1)}`}var[Rl,zr,$s]=[18,4,1],rf=24;function As(e,t){if(e.reduce((f,c)=>f+c,0)===0)return null;let n=e.reduce((f,c)=>Math.max(f,c),0),r=Math.max(rf,e.length)*(zr+$s),s=e.map((f,c)=>{let p=f===0?0:Math.max(2,Math.round(f/n*Rl));return Pl("rect",{x:c*(zr+$s),y:Rl-p,width:zr,height:p})}),a=Pl("title");return a.textContent=Vr(e,t),Pl("svg",{class:"histogram",width:r,height:Rl,viewBox:`0 0 ${r} ${Rl}`,role:"img","aria-label":Vr(e,t)},a,...s)}function Is(e,t,l){let n=l.search.toLowerCase().split(/\\s+/).filter(f=>f!==""),r=e.filter(f=>(!l.onlyDiffering||f.state!=="same")&&(l.checkpoint===null||f.checkpoint===l.checkpoint)&&(l.group===null||t.get(f.tensor)===l.group)&&n.every(c=>`${f.checkpoint} ${f.tensor} ${f.form}`.toLowerCase().includes(c))),{sort:s}=l;if(s===null)return r;let a=l.descending?-1:1;return r.toSorted((f,c)=>{if(s==="checkpoint"&&f.checkpointNumber!==c.checkpointNumber)return a*(f.checkpointNumber<c.checkpointNumber?-1:1);let[p,y]=[Fs(f,s),Fs(c,s)];return typeof p=="string"||typeof y=="string"?a*(p<y?-1:p>y?1:0):Number.isNaN(p)||Number.isNaN(y)?Number(Number.isNaN(p))-Number(Number.isNaN(y)):p===y?0:a*(p-y)})}var of=new Set(["differing","maxAbs","maxRel","maxUlp"]);function Fs(e,t){return(e.state==="form"||e.state==="unread"||e.state==="values"&&e.note!=="")&&of.has(t)?Number.POSITIVE_INFINITY:e[t]}var sf=200,Hr=[{key:"tensor",title:"Tensor",numeric:!1},{key:"checkpoint",title:"Checkpoint",numeric:!1},{key:"form",title:"Type and shape",numeric:!1},{key:"differing",title:"Differing",numeric:!0},{key:"maxAbs",title:"Max abs",numeric:!0},{key:"maxRel",title:"Max rel",numeric:!0},{key:"maxUlp",title:"Max ulp",numeric:!0},{key:"firstIndex",title:"First at",numeric:!1},{key:null,title:"Sizes",numeric:!1}];function Os(e,t){let l=e.filter(({state:S})=>S!=="same").length,n={search:"",checkpoint:null,group:null,onlyDiffering:l>0,sort:l>0?"maxUlp":null,descending:!0},r=[],s=L("input",{type:"search",id:"tensor-search",autocomplete:"off",spellcheck:"false"}),a=L("input",{type:"checkbox",id:"tensor-only"});a.checked=n.onlyDiffering;let f=L("p",{class:"chosen",hidden:!0}),c=L("p",{class:"quiet",role:"status"}),p=Hr.map(({key:S,title:w,numeric:D})=>{let v=L("th",{scope:"col",class:D?"number":"text"});if(S===null)return v.append(w),v;let W=L("button",{type:"button"},w);return W.addEventListener("click",()=>{let N=n.sort===S?!n.descending:Hr.some(B=>B.key===S&&B.numeric);k({sort:S,descending:N})}),v.append(W),v}),y=L("tbody"),g=L("button",{type:"button",class:"more"},"Show more");g.addEventListener("click",()=>h());let h=()=>{let S=r.slice(y.rows.length,y.rows.length+sf);y.append(...S.map(af)),g.hidden=y.rows.length>=r.length},k=S=>{n={...n,...S},r=Is(e,t,n);for(let[w,D]of p.entries()){let{key:v}=Hr[w]??{key:null};v!==null&&D.setAttribute("aria-sort",n.sort!==v?"none":n.descending?"descending":"ascending")}c.textContent=`${Ze(r.length,"tensor")} of ${re(e.length)}`,f.hidden=n.group===null,y.replaceChildren(),h()};s.addEventListener("input",()=>k({search:s.value})),a.addEventListener("change",()=>k({onlyDiffering:a.checked}));let T="Tensors",P=L("div",{class:"scrolling rows",role:"region","aria-label":T,tabindex:0},L("table",{},L("thead",{},L("tr",{},...p)),y),g);new IntersectionObserver(S=>{S.some(({isIntersecting:w})=>w)&&h()},{root:P,rootMargin:"600px"}).observe(g);let $=L("div",{class:"tensors"},L("h3",{tabindex:-1},T),L("div",{class:"tools"},L("label",{for:"tensor-search"},"Search "),s,L("label",{},a," Only those that differ")),f,c,P);return k({}),{root:$,narrow({checkpoint:S,group:w}){let D=L("button",{type:"button"},"Show all again");D.addEventListener("click",()=>{k({checkpoint:null,group:null}),$.querySelector("h3")?.focus()}),f.replaceChildren("Only ",L("code",{},Te(w))," in ",L("code",{},Te(S)),". ",D);let v=e.some(W=>W.state!=="same"&&W.checkpoint===S&&t.get(W.tensor)===w);a.checked=v,k({checkpoint:S,group:w,onlyDiffering:v}),$.querySelector("h3")?.focus(),$.scrollIntoView({block:"start"})}}}function af(e){let t=n=>L("td",{class:"number"},Number.isNaN(n)?"":nn(n)),l=[L("td",{class:"name"},ll(e.tensor,{title:Te(e.tensor,zn)})),L("td",{class:"name"},ll(e.checkpoint,{title:Te(e.checkpoint,zn)})),L("td",{class:"form"},Te(e.form))];if(e.state==="same")return L("tr",{},...l,L("td",{colspan:6,class:"good"},"the same"));if(e.state!=="values"){let n=e.state==="unread"?"doubt":"bad";return L("tr",{},...l,L("td",{colspan:6,class:n},Te(e.note,300)))}return L("tr",{},...l,L("td",{class:"number"},`${re(e.differing)} of ${re(e.of)}`,e.note===""?null:L("span",{class:"bad beyond"},e.note),e.tolerated?L("span",{class:"doubt"}," within tolerance"):null),t(e.maxAbs),t(e.maxRel),t(e.maxUlp),L("td",{class:"form"},e.firstIndex),L("td",{},As(e.histogram,e.unit)))}async function uf(){cs(),_s();let e=await Ts();if(e===null)return;Ms(e.text);let t=ns(vs(e.report));t!==null&&document.getElementById("charts")?.replaceChildren(t);let l=Rs(e.report);if(l.length>0){let n=as(l),r=Os(l,n),s=ss(l,n,a=>r.narrow(a));s!==null&&document.getElementById("checkpoint-map")?.replaceChildren(s),document.getElementById("tensors")?.replaceChildren(r.root)}document.documentElement.dataset.ready="true"}uf();})();\n'
};

// src/report/html/markup.ts
var references = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text) {
  return visible(text).replace(/[&<>"']/g, (character) => references[character] ?? "");
}
function html(strings, ...parts2) {
  const pieces = strings.map((string, index) => string + (index < parts2.length ? textOf2(parts2[index] ?? null) : ""));
  return { markup: pieces.join("") };
}
function trusted(markup) {
  return { markup };
}
function textOf2(part) {
  if (part === null) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return isMarkup(part) ? part.markup : part.map(textOf2).join("");
}
function isMarkup(part) {
  return "markup" in part;
}

// src/report/html/blocks.ts
var nameLength = 300;
var sentenceLength = 1200;
function renderBlock2(block, title) {
  switch (block.kind) {
    case "verdict":
    case "paragraph":
      return html`<p>${renderText(block.text)}</p>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${renderText(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "table":
      return renderTable(block, title);
    case "output":
      return renderOutput(block.lines, title);
    case "code":
      return html`<pre class="code" tabindex="0"><code>${block.lines.map(
        (line) => html`${line}
`
      )}</code></pre>`;
    default:
      block;
      return html``;
  }
}
function renderTable(block, title) {
  const aligned = (index) => block.columns[index]?.align === "right" ? "number" : "text";
  const heads = block.columns.map(
    (column, index) => html`<th scope="col" class="${aligned(index)}">${column.title}</th>`
  );
  const rows = block.rows.map(
    (cells) => cells.length === 1 ? html`<tr><th scope="rowgroup" colspan="${String(block.columns.length)}">${renderText(cells[0] ?? [])}</th></tr>
` : html`<tr>${cells.map((cell2, index) => html`<td class="${isCourse(cell2) ? "course" : aligned(index)}">${renderText(cell2)}</td>`)}</tr>
`
  );
  return scrolling(title, html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`);
}
function isCourse(cell2) {
  return /^[▁-█×·│]+$/.test(plainText(cell2));
}
function scrolling(title, content) {
  return html`<div class="scrolling" role="region" aria-label="${title}" tabindex="0">${content}</div>`;
}
function renderOutput(lines, title) {
  const shown = lines.map(
    (line) => html`${shortened(line, sentenceLength)}
`
  );
  return html`<pre class="output" role="region" aria-label="${title}" tabindex="0">${shown}</pre>`;
}
var classes = {
  quiet: "quiet",
  good: "good",
  bad: "bad",
  doubt: "doubt"
};
function renderText(text) {
  return html`${text.map(renderSpan2)}`;
}
function renderSpan2({ text, style }) {
  if (style === "code") return html`<code>${shortened(text, nameLength)}</code>`;
  const told = shortened(text, sentenceLength);
  if (style === "plain") return html`${told}`;
  if (style === "strong") return html`<strong>${told}</strong>`;
  return html`<span class="${classes[style]}">${told}</span>`;
}

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l3 = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l3[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l3[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v2 = le[cd[i2] - 1]++ << r_1;
        for (var m = v2 | (1 << r_1) - 1; v2 <= m; ++v2) {
          co[rev[v2] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flm = /* @__PURE__ */ hMap(flt, 9, 0);
var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v2, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v2.length)
    e = v2.length;
  return new u8(v2.subarray(s, e));
};
var wbits = function(d, p, v2) {
  v2 <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v2;
  d[o + 1] |= v2 >> 8;
};
var wbits16 = function(d, p, v2) {
  v2 <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v2;
  d[o + 1] |= v2 >> 8;
  d[o + 2] |= v2 >> 16;
};
var hTree = function(d, mb) {
  var t = [];
  for (var i2 = 0; i2 < d.length; ++i2) {
    if (d[i2])
      t.push({ s: i2, f: d[i2] });
  }
  var s = t.length;
  var t2 = t.slice();
  if (!s)
    return { t: et, l: 0 };
  if (s == 1) {
    var v2 = new u8(t[0].s + 1);
    v2[t[0].s] = 1;
    return { t: v2, l: 1 };
  }
  t.sort(function(a, b) {
    return a.f - b.f;
  });
  t.push({ s: -1, f: 25001 });
  var l3 = t[0], r = t[1], i0 = 0, i1 = 1, i22 = 2;
  t[0] = { s: -1, f: l3.f + r.f, l: l3, r };
  while (i1 != s - 1) {
    l3 = t[t[i0].f < t[i22].f ? i0++ : i22++];
    r = t[i0 != i1 && t[i0].f < t[i22].f ? i0++ : i22++];
    t[i1++] = { s: -1, f: l3.f + r.f, l: l3, r };
  }
  var maxSym = t2[0].s;
  for (var i2 = 1; i2 < s; ++i2) {
    if (t2[i2].s > maxSym)
      maxSym = t2[i2].s;
  }
  var tr = new u16(maxSym + 1);
  var mbt = ln(t[i1 - 1], tr, 0);
  if (mbt > mb) {
    var i2 = 0, dt2 = 0;
    var lft = mbt - mb, cst = 1 << lft;
    t2.sort(function(a, b) {
      return tr[b.s] - tr[a.s] || a.f - b.f;
    });
    for (; i2 < s; ++i2) {
      var i2_1 = t2[i2].s;
      if (tr[i2_1] > mb) {
        dt2 += cst - (1 << mbt - tr[i2_1]);
        tr[i2_1] = mb;
      } else
        break;
    }
    dt2 >>= lft;
    while (dt2 > 0) {
      var i2_2 = t2[i2].s;
      if (tr[i2_2] < mb)
        dt2 -= 1 << mb - tr[i2_2]++ - 1;
      else
        ++i2;
    }
    for (; i2 >= 0 && dt2; --i2) {
      var i2_3 = t2[i2].s;
      if (tr[i2_3] == mb) {
        --tr[i2_3];
        ++dt2;
      }
    }
    mbt = mb;
  }
  return { t: new u8(tr), l: mbt };
};
var ln = function(n, l3, d) {
  return n.s == -1 ? Math.max(ln(n.l, l3, d + 1), ln(n.r, l3, d + 1)) : l3[n.s] = d;
};
var lc = function(c) {
  var s = c.length;
  while (s && !c[--s])
    ;
  var cl = new u16(++s);
  var cli = 0, cln = c[0], cls = 1;
  var w2 = function(v2) {
    cl[cli++] = v2;
  };
  for (var i2 = 1; i2 <= s; ++i2) {
    if (c[i2] == cln && i2 != s)
      ++cls;
    else {
      if (!cln && cls > 2) {
        for (; cls > 138; cls -= 138)
          w2(32754);
        if (cls > 2) {
          w2(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
          cls = 0;
        }
      } else if (cls > 3) {
        w2(cln), --cls;
        for (; cls > 6; cls -= 6)
          w2(8304);
        if (cls > 2)
          w2(cls - 3 << 5 | 8208), cls = 0;
      }
      while (cls--)
        w2(cln);
      cls = 1;
      cln = c[i2];
    }
  }
  return { c: cl.subarray(0, cli), n: s };
};
var clen = function(cf, cl) {
  var l3 = 0;
  for (var i2 = 0; i2 < cl.length; ++i2)
    l3 += cf[i2] * cl[i2];
  return l3;
};
var wfblk = function(out, pos, dat) {
  var s = dat.length;
  var o = shft(pos + 2);
  out[o] = s & 255;
  out[o + 1] = s >> 8;
  out[o + 2] = out[o] ^ 255;
  out[o + 3] = out[o + 1] ^ 255;
  for (var i2 = 0; i2 < s; ++i2)
    out[o + i2 + 4] = dat[i2];
  return (o + 4 + s) * 8;
};
var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
  wbits(out, p++, final);
  ++lf[256];
  var _a2 = hTree(lf, 15), dlt = _a2.t, mlb = _a2.l;
  var _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l;
  var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
  var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
  var lcfreq = new u16(19);
  for (var i2 = 0; i2 < lclt.length; ++i2)
    ++lcfreq[lclt[i2] & 31];
  for (var i2 = 0; i2 < lcdt.length; ++i2)
    ++lcfreq[lcdt[i2] & 31];
  var _e2 = hTree(lcfreq, 7), lct = _e2.t, mlcb = _e2.l;
  var nlcc = 19;
  for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
    ;
  var flen = bl + 5 << 3;
  var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
  var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
  if (bs >= 0 && flen <= ftlen && flen <= dtlen)
    return wfblk(out, p, dat.subarray(bs, bs + bl));
  var lm, ll, dm, dl;
  wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
  if (dtlen < ftlen) {
    lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
    var llm = hMap(lct, mlcb, 0);
    wbits(out, p, nlc - 257);
    wbits(out, p + 5, ndc - 1);
    wbits(out, p + 10, nlcc - 4);
    p += 14;
    for (var i2 = 0; i2 < nlcc; ++i2)
      wbits(out, p + 3 * i2, lct[clim[i2]]);
    p += 3 * nlcc;
    var lcts = [lclt, lcdt];
    for (var it2 = 0; it2 < 2; ++it2) {
      var clct = lcts[it2];
      for (var i2 = 0; i2 < clct.length; ++i2) {
        var len = clct[i2] & 31;
        wbits(out, p, llm[len]), p += lct[len];
        if (len > 15)
          wbits(out, p, clct[i2] >> 5 & 127), p += clct[i2] >> 12;
      }
    }
  } else {
    lm = flm, ll = flt, dm = fdm, dl = fdt;
  }
  for (var i2 = 0; i2 < li; ++i2) {
    var sym = syms[i2];
    if (sym > 255) {
      var len = sym >> 18 & 31;
      wbits16(out, p, lm[len + 257]), p += ll[len + 257];
      if (len > 7)
        wbits(out, p, sym >> 23 & 31), p += fleb[len];
      var dst = sym & 31;
      wbits16(out, p, dm[dst]), p += dl[dst];
      if (dst > 3)
        wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst];
    } else {
      wbits16(out, p, lm[sym]), p += ll[sym];
    }
  }
  wbits16(out, p, lm[256]);
  return p + ll[256];
};
var deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
var et = /* @__PURE__ */ new u8(0);
var dflt = function(dat, lvl, plvl, pre, post, st2) {
  var s = st2.z || dat.length;
  var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post);
  var w2 = o.subarray(pre, o.length - post);
  var lst = st2.l;
  var pos = (st2.r || 0) & 7;
  if (lvl) {
    if (pos)
      w2[0] = st2.r >> 3;
    var opt = deo[lvl - 1];
    var n = opt >> 13, c = opt & 8191;
    var msk_1 = (1 << plvl) - 1;
    var prev = st2.p || new u16(32768), head = st2.h || new u16(msk_1 + 1);
    var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
    var hsh = function(i3) {
      return (dat[i3] ^ dat[i3 + 1] << bs1_1 ^ dat[i3 + 2] << bs2_1) & msk_1;
    };
    var syms = new i32(25e3);
    var lf = new u16(288), df = new u16(32);
    var lc_1 = 0, eb = 0, i2 = st2.i || 0, li = 0, wi = st2.w || 0, bs = 0;
    for (; i2 + 2 < s; ++i2) {
      var hv = hsh(i2);
      var imod = i2 & 32767, pimod = head[hv];
      prev[imod] = pimod;
      head[hv] = imod;
      if (wi <= i2) {
        var rem = s - i2;
        if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
          pos = wblk(dat, w2, 0, syms, lf, df, eb, li, bs, i2 - bs, pos);
          li = lc_1 = eb = 0, bs = i2;
          for (var j = 0; j < 286; ++j)
            lf[j] = 0;
          for (var j = 0; j < 30; ++j)
            df[j] = 0;
        }
        var l3 = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
        if (rem > 2 && hv == hsh(i2 - dif)) {
          var maxn = Math.min(n, rem) - 1;
          var maxd = Math.min(32767, i2);
          var ml = Math.min(258, rem);
          while (dif <= maxd && --ch_1 && imod != pimod) {
            if (dat[i2 + l3] == dat[i2 + l3 - dif]) {
              var nl = 0;
              for (; nl < ml && dat[i2 + nl] == dat[i2 + nl - dif]; ++nl)
                ;
              if (nl > l3) {
                l3 = nl, d = dif;
                if (nl > maxn)
                  break;
                var mmd = Math.min(dif, nl - 2);
                var md = 0;
                for (var j = 0; j < mmd; ++j) {
                  var ti = i2 - dif + j & 32767;
                  var pti = prev[ti];
                  var cd = ti - pti & 32767;
                  if (cd > md)
                    md = cd, pimod = ti;
                }
              }
            }
            imod = pimod, pimod = prev[imod];
            dif += imod - pimod & 32767;
          }
        }
        if (d) {
          syms[li++] = 268435456 | revfl[l3] << 18 | revfd[d];
          var lin = revfl[l3] & 31, din = revfd[d] & 31;
          eb += fleb[lin] + fdeb[din];
          ++lf[257 + lin];
          ++df[din];
          wi = i2 + l3;
          ++lc_1;
        } else {
          syms[li++] = dat[i2];
          ++lf[dat[i2]];
        }
      }
    }
    for (i2 = Math.max(i2, wi); i2 < s; ++i2) {
      syms[li++] = dat[i2];
      ++lf[dat[i2]];
    }
    pos = wblk(dat, w2, lst, syms, lf, df, eb, li, bs, i2 - bs, pos);
    if (!lst) {
      st2.r = pos & 7 | w2[pos / 8 | 0] << 3;
      pos -= 7;
      st2.h = head, st2.p = prev, st2.i = i2, st2.w = wi;
    }
  } else {
    for (var i2 = st2.w || 0; i2 < s + lst; i2 += 65535) {
      var e = i2 + 65535;
      if (e >= s) {
        w2[pos / 8 | 0] = lst;
        e = s;
      }
      pos = wfblk(w2, pos + 1, dat.subarray(i2, e));
    }
    st2.i = s;
  }
  return slc(o, 0, pre + shft(pos) + post);
};
var dopt = function(dat, opt, pre, post, st2) {
  if (!st2) {
    st2 = { l: 1 };
    if (opt.dictionary) {
      var dict = opt.dictionary.subarray(-32768);
      var newDat = new u8(dict.length + dat.length);
      newDat.set(dict);
      newDat.set(dat, dict.length);
      dat = newDat;
      st2.w = dict.length;
    }
  }
  return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st2.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st2);
};
function deflateSync(data, opts) {
  return dopt(data, opts || {}, 0, 0);
}
var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
function strToU8(str, latin1) {
  if (latin1) {
    var ar_1 = new u8(str.length);
    for (var i2 = 0; i2 < str.length; ++i2)
      ar_1[i2] = str.charCodeAt(i2);
    return ar_1;
  }
  if (te)
    return te.encode(str);
  var l3 = str.length;
  var ar = new u8(str.length + (str.length >> 1));
  var ai = 0;
  var w2 = function(v2) {
    ar[ai++] = v2;
  };
  for (var i2 = 0; i2 < l3; ++i2) {
    if (ai + 5 > ar.length) {
      var n = new u8(ai + 8 + (l3 - i2 << 1));
      n.set(ar);
      ar = n;
    }
    var c = str.charCodeAt(i2);
    if (c < 128 || latin1)
      w2(c);
    else if (c < 2048)
      w2(192 | c >> 6), w2(128 | c & 63);
    else if (c > 55295 && c < 57344)
      c = 65536 + (c & 1023 << 10) | str.charCodeAt(++i2) & 1023, w2(240 | c >> 18), w2(128 | c >> 12 & 63), w2(128 | c >> 6 & 63), w2(128 | c & 63);
    else
      w2(224 | c >> 12), w2(128 | c >> 6 & 63), w2(128 | c & 63);
  }
  return slc(ar, 0, ai);
}

// src/report/html/embedded-report.ts
var mostCharacters = 32e6;
function embeddedReport(report, options) {
  const text = base64(deflateSync(strToU8(jsonReporter.render(report, options)), { level: 6, mem: 8 }));
  return text.length > mostCharacters ? null : text;
}
var pieceBytes = 3 * 8192;
function base64(bytes) {
  const pieces = [];
  for (let at2 = 0; at2 < bytes.length; at2 += pieceBytes) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at2, at2 + pieceBytes))));
  }
  return pieces.join("");
}

// node_modules/marked/lib/marked.esm.js
function G() {
  return { async: false, breaks: false, extensions: null, gfm: true, hooks: null, pedantic: false, renderer: null, silent: false, tokenizer: null, walkTokens: null };
}
var S = G();
function ue(l3) {
  S = l3;
}
var q = { exec: () => null };
function D(l3) {
  let e = [];
  return (t) => {
    let n = Math.max(0, Math.min(3, t - 1)), r = e[n];
    return r || (r = l3(n), e[n] = r), r;
  };
}
function g(l3, e = "") {
  let t = typeof l3 == "string" ? l3 : l3.source, n = { replace: (r, s) => {
    let o = typeof s == "string" ? s : s.source;
    return o = o.replace(O.caret, "$1"), t = t.replace(r, o), n;
  }, getRegex: () => new RegExp(t, e) };
  return n;
}
var _e = ((l3 = "") => {
  try {
    return !!new RegExp("(?<=1)(?<!1)" + l3);
  } catch {
    return false;
  }
})();
var O = { codeRemoveIndent: /^(?: {0,3}\t| {1,4})/gm, listInterruptsParagraph: /^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/, outputLinkReplace: /\\([\[\]])/g, indentCodeCompensation: /^(\s+)(?:```)/, beginningSpace: /^\s+/, endingHash: /#$/, startingSpaceChar: /^ /, endingSpaceChar: / $/, endingSpaceTabChar: /[ \t]$/, nonSpaceChar: /[^ ]/, newLineCharGlobal: /\n/g, tabCharGlobal: /\t/g, leadingSpaceTab: /^[ \t]+/, multipleSpaceGlobal: /\s+/g, blankLine: /^[ \t]*$/, doubleBlankLine: /\n[ \t]*\n[ \t]*$/, blockquoteStart: /^ {0,3}>/, blockquoteSetextReplace: /\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g, blockquoteSetextReplace2: /^ {0,3}>[ \t]?/gm, blockquoteMarkerWhitespace: /^( {0,3}>)(\t[ \t]*)/gm, nestedBlockMarker: /^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/, listReplaceNesting: /^ {1,4}(?=( {4})*[^ ])/g, listIsTask: /^\[[ xX]\][ \t]+\S/, listReplaceTask: /^\[[ xX]\][ \t]+/, listTaskCheckbox: /\[[ xX]\]/, anyLine: /\n.*\n/, hrefBrackets: /^<(.*)>$/, tableDelimiter: /[:|]/, tableAlignChars: /^\||\| *$/g, tableRowBlankLine: /\n[ \t]*$/, tableAlignRight: /^ *-+: *$/, tableAlignCenter: /^ *:-+: *$/, tableAlignLeft: /^ *:-+ *$/, startATag: /^<a /i, endATag: /^<\/a>/i, startPreScriptTag: /^<(pre|code|kbd|script)(\s|>)/i, endPreScriptTag: /^<\/(pre|code|kbd|script)(\s|>)/i, startAngleBracket: /^</, endAngleBracket: />$/, pedanticHrefTitle: /^([^'"]*[^\s])\s+(['"])(.*)\2/, unicodeAlphaNumeric: /[\p{L}\p{N}]/u, numericCharacterReference: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/, numericCharacterReferenceOrAmpersand: /&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, escapeTest: /[&<>"']/, escapeReplace: /[&<>"']/g, escapeTestNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/, escapeReplaceNoEncode: /[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, caret: /(^|[^\[])\^/g, percentDecode: /%25/g, findPipe: /\|/g, splitPipe: / \|/, slashPipe: /\\\|/g, carriageReturn: /\r\n|\r/g, spaceLine: /^ +$/gm, notSpaceStart: /^\S*/, endingNewline: /\n$/, listItemRegex: (l3) => new RegExp(`^( {0,3}${l3})((?:[	 ][^\\n]*)?(?:\\n|$))`), nextBulletRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)), hrRegex: D((l3) => new RegExp(`^ {0,${l3}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)), fencesBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:\`\`\`|~~~)`)), headingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#{1,6}(?:\\s|$)`)), pedanticHeadingBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}#`)), htmlBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}(?:</?(?:${he})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`, "i")), blockquoteBeginRegex: D((l3) => new RegExp(`^ {0,${l3}}>`)), nestedContainerMarkers: /^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/ };
var Ge = /^(?:[ \t]*(?:\n|$))+/;
var Ne = /^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/;
var Fe = /^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/;
var V = /^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/;
var Qe = /^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/;
var ce = / {0,3}(?:[*+-]|\d{1,9}[.)])/;
var he = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
var J = g(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag", he).getRegex();
var $e = /^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/;
var Le = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g, "").replace(/html/g, J).getRegex();
var We = g($e).replace(/bull/g, ce).replace(/blockCode/g, /(?: {4}| {0,3}\t)/).replace(/fences/g, / {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g, / {0,3}>/).replace(/heading/g, / {0,3}#{1,6}(?:\s|$)/).replace(/hr/g, / {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g, / {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g, J).getRegex();
var de = /^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/;
var Ue = /^[^\n]+/;
var ge = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/;
var Ke = g(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label", ge).replace("title", /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex();
var Xe = g(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g, ce).getRegex();
var ke = /<!--(?:-?>|[\s\S]*?(?:-->|$))/;
var Ve = g("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))", "i").replace("comment", ke).replace("tag", he).replace("attribute", /[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex();
var Ce = (l3) => g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("|table", "").replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", l3).replace("html", J).getRegex();
var Je = Ce(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/);
var Ye = Ce(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/);
var et2 = g(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph", Ye).getRegex();
var fe = { blockquote: et2, code: Ne, def: Ke, fences: Fe, heading: Qe, hr: V, html: Ve, lheading: Le, list: Xe, newline: Ge, paragraph: Je, table: q, text: Ue };
var Pe = g("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("blockquote", " {0,3}>").replace("code", "(?: {4}| {0,3}	)[^\\n]").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html", J).getRegex();
var tt = { ...fe, lheading: We, table: Pe, paragraph: g(de).replace("hr", V).replace("heading", " {0,3}#{1,6}(?:\\s|$)").replace("|lheading", "").replace("table", Pe).replace("blockquote", " {0,3}>").replace("fences", " {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list", " {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html", J).getRegex() };
var nt = { ...fe, html: g(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment", ke).replace(/tag/g, "(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(), def: /^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/, heading: /^(#{1,6})(.*)(?:\n+|$)/, fences: q, lheading: /^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/, paragraph: g(de).replace("hr", V).replace("heading", ` *#{1,6} *[^
]`).replace("|table", "").replace("blockquote", " {0,3}>").replace("|fences", "").replace("|list", "").replace("|html", "").replace("|tag", "").replace("lheading", Le).getRegex() };
var rt = /^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/;
var st = /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/;
var Ie = /^( {2,}|\\)\n(?!\s*$)[ \t]*/;
var it = /^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/;
var L = /[\p{P}\p{S}]/u;
var N = /[\s\p{P}\p{S}]/u;
var Y = /[^\s\p{P}\p{S}]/u;
var ot = g(/^((?![*_])punctSpace)/, "u").replace(/punctSpace/g, N).getRegex();
var at = /[\p{Pi}\p{Ps}"']/u;
var Ae = /(?!~)[\p{P}\p{S}]/u;
var lt = /(?!~)[\s\p{P}\p{S}]/u;
var ut = /(?:[^\s\p{P}\p{S}]|~)/u;
var pt = g(/link|precode-code|html/, "g").replace("link", /\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-", _e ? "(?<!`)()" : "(^^|[^`])").replace("code", /(?<b>`+)[^`]+\k<b>(?!`)/).replace("html", /<(?! )[^<>]*?>/).getRegex();
var Ee = /^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/;
var ct = g(Ee, "u").replace(/punct/g, L).getRegex();
var ht = g(Ee, "u").replace(/punct/g, Ae).getRegex();
var dt = /^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/;
var gt = g(dt, "u").replace(/openQuote/g, at).replace(/punct/g, L).getRegex();
var ze = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)";
var kt = g(ze, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var ft = g(ze, "gu").replace(/notPunctSpace/g, ut).replace(/punctSpace/g, lt).replace(/punct/g, Ae).getRegex();
var mt = "^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)";
var xt = g(mt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var bt = g("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)", "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Rt = "^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)";
var Tt = g(Rt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var Ot = g(/^~~?(?:((?!~)punct)|[^\s~])/, "u").replace(/punct/g, L).getRegex();
var wt = "^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)";
var Pt = g(wt, "gu").replace(/notPunctSpace/g, Y).replace(/punctSpace/g, N).replace(/punct/g, L).getRegex();
var yt = g(/\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var St = g(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/, "gu").replace(/punct/g, L).getRegex();
var _t = g(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme", /[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email", /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex();
var $t = g(ke).replace("(?:-->|$)", "-->").getRegex();
var Lt = g("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment", $t).replace("attribute", /\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex();
var Me = /\[(?:\\[\s\S]|[^\[\]\\])*\]/;
var ie = g(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets", Me).getRegex();
var Ct = g(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label", ie).replace("href", /<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title", /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex();
var It = g(/^!?\[(label)\]\[(ref)\]/).replace("label", ie).replace("ref", ge).getRegex();
var At = g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ge).getRegex();
var ye = /(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/;
var Et = g(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets", Me).getRegex();
var zt = g("reflink|nolink(?!\\()", "g").replace("reflink", g(/^!?\[(label)\]\[(ref)\]/).replace("label", Et).replace("ref", ye).getRegex()).replace("nolink", g(/^!?\[(ref)\](?:\[\])?/).replace("ref", ye).getRegex()).getRegex();
var Se = /[hH][tT][tT][pP][sS]?|[fF][tT][pP]/;
var Mt = /[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/;
var Bt = g(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g, Mt).getRegex();
var me = { _backpedal: q, anyPunctuation: yt, anyPunctuationOutsideCode: St, autolink: _t, blockSkip: pt, br: Ie, code: st, del: q, delLDelim: q, delRDelim: q, emStrongLDelim: ct, emStrongRDelimAst: kt, emStrongRDelimUnd: bt, escape: rt, link: Ct, nolink: At, punctuation: ot, reflink: It, reflinkSearch: zt, tag: Lt, text: it, url: q };
var Dt = { ...me, emStrongLDelim: gt, emStrongRDelimAst: xt, emStrongRDelimUnd: Tt, link: g(/^!?\[(label)\]\((.*?)\)/).replace("label", ie).getRegex(), reflink: g(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label", ie).getRegex() };
var pe = { ...me, emStrongRDelimAst: ft, emStrongLDelim: ht, delLDelim: Ot, delRDelim: Pt, url: g(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol", Bt).replace("protocol", Se).replace("email", /[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(), _backpedal: /(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/, del: /^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/, text: g(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol", Se).replace(/emailProtocol/g, /(?:mailto|xmpp):/).replace("wwwStart", _e ? "(?<![^\\s*_~(])www\\." : "www\\.").getRegex() };
var qt = { ...pe, br: g(Ie).replace("{2,}", "*").getRegex(), text: g(pe.text).replace("\\b_", "\\b_| {2,}\\n").replace(/\{2,\}/g, "*").getRegex() };
var ee = { normal: fe, gfm: tt, pedantic: nt };
var F = { normal: me, gfm: pe, breaks: qt, pedantic: Dt };
var vt = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var Be = (l3) => vt[l3];
function y(l3, e) {
  if (e) {
    if (O.escapeTest.test(l3)) return l3.replace(O.escapeReplace, Be);
  } else if (O.escapeTestNoEncode.test(l3)) return l3.replace(O.escapeReplaceNoEncode, Be);
  return l3;
}
function De(l3) {
  return O.numericCharacterReference.test(l3) ? l3.replace(O.numericCharacterReferenceOrAmpersand, (e, t, n) => {
    if (t === void 0 && n === void 0) return "&amp;";
    let r = t === void 0 ? Number.parseInt(n, 16) : Number.parseInt(t, 10);
    return r === 0 || r > 1114111 || r >= 55296 && r <= 57343 ? "�" : r === 38 ? "&amp;" : String.fromCodePoint(r);
  }) : l3;
}
function xe(l3) {
  try {
    l3 = encodeURI(l3).replace(O.percentDecode, "%");
  } catch {
    return null;
  }
  return l3;
}
function be(l3, e) {
  let t = l3.replace(O.findPipe, (s, o, i2) => {
    let a = false, c = o;
    for (; --c >= 0 && i2[c] === "\\"; ) a = !a;
    return a ? "|" : " |";
  }), n = t.split(O.splitPipe), r = 0;
  if (n[0].trim() || n.shift(), n.length > 0 && !n.at(-1)?.trim() && n.pop(), e) if (n.length > e) n.splice(e);
  else for (; n.length < e; ) n.push("");
  for (; r < n.length; r++) n[r] = n[r].trim().replace(O.slashPipe, "|");
  return n;
}
function C(l3, e, t) {
  let n = l3.length;
  if (n === 0) return "";
  let r = 0;
  for (; r < n; ) {
    let s = l3.charAt(n - r - 1);
    if (s === e && !t) r++;
    else if (s !== e && t) r++;
    else break;
  }
  return l3.slice(0, n - r);
}
function Re(l3) {
  let e = l3.split(`
`), t = e.length - 1;
  for (; t >= 0 && O.blankLine.test(e[t]); ) t--;
  return e.length - t <= 2 ? l3 : e.slice(0, t + 1).join(`
`);
}
function W(l3) {
  return l3.trim().replace(O.multipleSpaceGlobal, " ").toLowerCase().toUpperCase().toLowerCase();
}
function Te(l3, e) {
  if (l3.indexOf(e[0]) === -1 && l3.indexOf(e[1]) === -1) return -1;
  let t = 0;
  for (let n = 0; n < l3.length; n++) if (l3[n] === "\\") n++;
  else if (l3[n] === e[0]) t++;
  else if (l3[n] === e[1] && (t--, t < 0)) return n;
  return t > 0 ? -2 : -1;
}
var Q = /* @__PURE__ */ new WeakMap();
function Oe(l3) {
  let e = { "*": -1, _: -1 }, t = -1, n = l3.length;
  for (let r = 0; r < n; r++) {
    let s = l3[r];
    if (s !== "*" && s !== "_" && s !== "~") continue;
    let o = r === 0 ? `
` : l3[r - 1], i2 = r + 1;
    for (; i2 < n && l3[i2] === s; ) i2++;
    o !== " " && o !== "	" && o !== `
` && o !== "\r" && o !== "\f" && (s === "~" ? t = r : e[s] = r), r = i2 - 1;
  }
  return { maskedSrc: l3, lastPossibleEmStrongCloserIndex: e, lastPossibleDelCloserIndex: t };
}
function qe(l3, e) {
  let t = Oe(e), n = Q.get(l3);
  n ? n.push(t) : Q.set(l3, [t]);
}
function ve(l3) {
  let e = Q.get(l3);
  e && (e.pop(), e.length === 0 && Q.delete(l3));
}
function oe(l3, e, t) {
  let n = Q.get(l3)?.at(-1);
  return n && n.maskedSrc === e ? n.lastPossibleEmStrongCloserIndex[t] : Oe(e).lastPossibleEmStrongCloserIndex[t];
}
function ae(l3, e) {
  let t = Q.get(l3)?.at(-1);
  return t && t.maskedSrc === e ? t.lastPossibleDelCloserIndex : Oe(e).lastPossibleDelCloserIndex;
}
function te2(l3, e = 0) {
  let t = e, n = "";
  for (let r of l3) if (r === "	") {
    let s = 4 - t % 4;
    n += " ".repeat(s), t += s;
  } else n += r, t++;
  return n;
}
function Ht(l3, e) {
  let t = "";
  for (let n = 0; n < l3.length; n++) {
    if (l3[n] === "`") {
      let r = e.inline.code.exec(l3.slice(n));
      if (r) {
        t += r[0], n += r[0].length - 1;
        continue;
      }
    }
    if (l3[n] === "\\" && (l3[n + 1] === "[" || l3[n + 1] === "]")) {
      t += l3[n + 1], n++;
      continue;
    }
    t += l3[n];
  }
  return t;
}
function He(l3, e, t, n, r) {
  let s = e.href, o = e.title || null, i2 = Ht(l3[1], r), a = l3[0].charAt(0) === "!", c = n.state.inLink, u = n.state.linkEmitted, d = n.state.inRawBlock;
  n.state.inLink = true, n.state.linkEmitted = false;
  let h = n.inlineTokens(i2), p = n.state.linkEmitted;
  if (n.state.linkEmitted = u, n.state.inLink = c, !a) {
    if (p) {
      n.state.inRawBlock = d;
      return;
    }
    n.state.linkEmitted = true;
  }
  return { type: a ? "image" : "link", raw: t, href: s, title: o, text: i2, tokens: h };
}
function Zt(l3, e, t) {
  let n = l3.match(t.other.indentCodeCompensation);
  if (n === null) return e;
  let r = n[1];
  return e.split(`
`).map((s) => {
    let o = s.match(t.other.beginningSpace);
    if (o === null) return s;
    let [i2] = o;
    return s.slice(Math.min(i2.length, r.length));
  }).join(`
`);
}
function Ze(l3, e, t, n) {
  if (!e.includes("<")) return false;
  for (let r = 0; r < e.length; r++) {
    if (e[r] === "\\") {
      r++;
      continue;
    }
    if (e[r] === "`") {
      let i2 = n.inline.code.exec(e.slice(r));
      if (i2) {
        r += i2[0].length - 1;
        continue;
      }
    }
    if (e[r] !== "<") continue;
    let s = l3.slice(t + r), o = n.inline.tag.exec(s) || n.inline.autolink.exec(s);
    if (o) {
      if (o[0].length > e.length - r) return true;
      r += o[0].length - 1;
    }
  }
  return false;
}
var _ = class {
  options;
  rules;
  lexer;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    let t = this.rules.block.newline.exec(e);
    if (t && t[0].length > 0) return { type: "space", raw: t[0] };
  }
  code(e) {
    let t = this.rules.block.code.exec(e);
    if (t) {
      let n = this.options.pedantic ? t[0] : Re(t[0]), r = n.replace(this.rules.other.codeRemoveIndent, "");
      return { type: "code", raw: n, codeBlockStyle: "indented", text: r };
    }
  }
  fences(e) {
    let t = this.rules.block.fences.exec(e);
    if (t) {
      let n = t[0], r = Zt(n, t[3] || "", this.rules);
      return t[3] !== void 0 && (r === "" || r.endsWith(`
`)) && (r += `
`), { type: "code", raw: n, lang: t[2] ? t[2].trim().replace(this.rules.inline.anyPunctuation, "$1") : t[2], text: r };
    }
  }
  heading(e) {
    let t = this.rules.block.heading.exec(e);
    if (t) {
      let n = t[2].trim();
      if (this.rules.other.endingHash.test(n)) {
        let r = C(n, "#");
        (this.options.pedantic || !r || this.rules.other.endingSpaceTabChar.test(r)) && (n = r.trim());
      }
      return { type: "heading", raw: C(t[0], `
`), depth: t[1].length, text: n, tokens: this.lexer.inline(n) };
    }
  }
  hr(e) {
    let t = this.rules.block.hr.exec(e);
    if (t) return { type: "hr", raw: C(t[0], `
`) };
  }
  blockquote(e) {
    let t = this.rules.block.blockquote.exec(e);
    if (t) {
      let n = C(t[0], `
`).split(`
`), r = "", s = "", o = [];
      for (; n.length > 0; ) {
        let i2 = false, a = [], c;
        for (c = 0; c < n.length; c++) if (this.rules.other.blockquoteStart.test(n[c])) a.push(n[c]), i2 = true;
        else if (!i2) a.push(n[c]);
        else break;
        n = n.slice(c);
        let u = a.join(`
`), d = u.replace(this.rules.other.blockquoteMarkerWhitespace, (k, m, b) => b.startsWith(" ") ? m + " " + b.slice(1) : m + te2(b, m.length)).replace(this.rules.other.blockquoteSetextReplace, `
    $1`).replace(this.rules.other.blockquoteSetextReplace2, "");
        r = r ? `${r}
${u}` : u, s = s ? `${s}
${d}` : d;
        let h = this.lexer.state.top;
        if (this.lexer.state.top = true, this.lexer.blockTokens(d, o, true), this.lexer.state.top = h, n.length === 0) break;
        let p = o.at(-1);
        if (p?.type === "code" || p?.type === "heading" || p?.type === "hr" || p?.type === "html" || p?.type === "table") break;
        if (p?.type === "blockquote") {
          let k = p, m = n.join(`
`), b = k.raw + `
` + m.replace(this.rules.other.blockquoteSetextReplace2, ""), f = this.blockquote(b);
          o[o.length - 1] = f;
          let R = b.substring(f.raw.length).replace(/^\n/, ""), E = R ? R.split(`
`).length : 0, T = E ? n.slice(0, -E) : n;
          if (T.length > 0 && (r = `${r}
${T.join(`
`)}`), s = s.substring(0, s.length - k.text.length) + f.text, n = n.slice(T.length), n.length > 0 && this.rules.other.blockquoteStart.test(n[0])) continue;
          break;
        } else if (p?.type === "list") {
          let k = p, m = k.raw + `
` + n.join(`
`), b = this.list(m);
          o[o.length - 1] = b;
          let f = b.raw.length > k.raw.length ? m.slice(k.raw.length + 1, b.raw.length).split(`
`).length : 0;
          if (f > 0) {
            let R = n.slice(0, f).join(`
`);
            r = `${r}
${R}`, s = `${s}
${R}`;
          }
          if (n = n.slice(f), n.length > 0 && !this.rules.other.blockquoteStart.test(n[0])) break;
          continue;
        }
      }
      return { type: "blockquote", raw: r, tokens: o, text: s };
    }
  }
  list(e) {
    let t = this.rules.block.list.exec(e);
    if (t) {
      if (!this.options.pedantic && this.lexer.state.lastToken?.type === "text" && !this.rules.other.listInterruptsParagraph.test(e)) return;
      let n = e, r = () => n.length - e.length, s = t[1].trim(), o = s.length > 1, i2 = { type: "list", raw: "", ordered: o, start: o ? +s.slice(0, -1) : "", loose: false, items: [] };
      s = o ? `\\d{1,9}\\${s.slice(-1)}` : `\\${s}`, this.options.pedantic && (s = o ? s : "[*+-]");
      let a = this.rules.other.listItemRegex(s), c = false;
      for (; e; ) {
        let h = false, p = "";
        if (!(t = a.exec(e)) || this.rules.block.hr.test(e)) break;
        let k = r();
        e = e.substring(t[0].length);
        let m = t[2].split(`
`, 1)[0], b = t[1].length, f = this.options.pedantic ? te2(m, b) : m.replace(this.rules.other.leadingSpaceTab, (H) => te2(H, b)), R = e.split(`
`, 1)[0], E = !f.trim(), T = 0;
        if (this.options.pedantic ? (T = 2, p = f.trimStart()) : E ? T = b + 1 : (T = f.search(this.rules.other.nonSpaceChar), T = T > 4 ? 1 : T, p = f.slice(T), T += b), E && this.rules.other.blankLine.test(R) && (e = e.substring(R.length + 1), h = true), !h) {
          let H = this.rules.other.nextBulletRegex(T), K = this.rules.other.hrRegex(T), re = this.rules.other.fencesBeginRegex(T), B = this.options.pedantic ? this.rules.other.pedanticHeadingBeginRegex(T) : this.rules.other.headingBeginRegex(T), X = this.rules.other.htmlBeginRegex(T), se = this.rules.other.blockquoteBeginRegex(T), le = false;
          for (; e; ) {
            let we = e.split(`
`, 1)[0], Z;
            if (R = we, this.options.pedantic ? (R = R.replace(this.rules.other.listReplaceNesting, "  "), Z = R) : Z = R.replace(this.rules.other.leadingSpaceTab, ($) => te2($)), re.test(R) || B.test(R) || X.test(R) || se.test(R) || H.test(R) || K.test(R)) break;
            if (Z.search(this.rules.other.nonSpaceChar) >= T || !R.trim()) p += `
` + Z.slice(T), le = false;
            else {
              if (E) break;
              let $ = f;
              if (!this.options.pedantic && !p.includes(`
`) && !f.includes("	")) {
                let j;
                for (; !K.test($) && (j = this.rules.other.nestedBlockMarker.exec($)); ) $ = $.slice(j[0].length);
                if (!$.trim()) break;
              }
              if ($.replace(this.rules.other.tabCharGlobal, "    ").search(this.rules.other.nonSpaceChar) >= 4 || re.test($) || B.test($) || X.test($) || K.test($)) break;
              if (!this.options.pedantic && !le) {
                let j = f.replace(this.rules.other.nestedContainerMarkers, "");
                if (this.rules.block.fences.test(j) || this.rules.block.heading.test(j) || this.rules.block.hr.test(j)) break;
              }
              let je = !this.options.pedantic && /^ {0,3}(?:=+|-+) *$/.test(R) && this.rules.block.lheading.test(`${f}
${R}`) ? `    ${Z.replace(/^ {0,3}/, "")}` : R;
              p += `
` + je, le = true;
            }
            E = !R.trim(), e = e.substring(we.length + 1), f = Z.slice(T);
          }
        }
        let U = n.slice(k, r());
        i2.loose || (c ? i2.loose = true : this.rules.other.doubleBlankLine.test(U) && (c = true)), i2.items.push({ type: "list_item", raw: U, task: !!this.options.gfm && this.rules.other.listIsTask.test(p), loose: false, text: p, tokens: [] });
      }
      let u = i2.items.at(-1);
      if (u) u.raw = u.raw.trimEnd(), u.text = u.text.trimEnd();
      else return;
      i2.raw = n.slice(0, r()).trimEnd();
      let d = [];
      for (let h of i2.items) if (this.lexer.state.top = false, d.push(this.lexer.inlineQueue.length), h.tokens = this.lexer.blockTokens(h.text, []), !i2.loose) {
        let p = h.tokens.filter((m) => m.type === "space"), k = p.length > 0 && p.some((m) => this.rules.other.anyLine.test(m.raw));
        i2.loose = k;
      }
      for (let h = 0; h < i2.items.length; h++) {
        let p = i2.items[h], k = p.tokens[0];
        if (p.task && (k?.type === "text" || k?.type === "paragraph")) {
          p.text = p.text.replace(this.rules.other.listReplaceTask, ""), k.raw = k.raw.replace(this.rules.other.listReplaceTask, ""), k.text = k.text.replace(this.rules.other.listReplaceTask, "");
          let m = this.lexer.inlineQueue;
          for (let f = d[h]; f < m.length; f++) if (m[f].tokens === k.tokens) {
            m[f].src = m[f].src.replace(this.rules.other.listReplaceTask, "");
            break;
          }
          let b = this.rules.other.listTaskCheckbox.exec(p.raw);
          if (b) {
            let f = { type: "checkbox", raw: b[0] + " ", checked: b[0] !== "[ ]" };
            p.checked = f.checked, i2.loose ? p.tokens[0] && ["paragraph", "text"].includes(p.tokens[0].type) && "tokens" in p.tokens[0] && p.tokens[0].tokens ? (p.tokens[0].raw = f.raw + p.tokens[0].raw, p.tokens[0].text = f.raw + p.tokens[0].text, p.tokens[0].tokens.unshift(f)) : p.tokens.unshift({ type: "paragraph", raw: f.raw, text: f.raw, tokens: [f] }) : p.tokens.unshift(f);
          }
        } else p.task && (p.task = false);
      }
      if (i2.loose) for (let h of i2.items) {
        h.loose = true;
        for (let p of h.tokens) p.type === "text" && (p.type = "paragraph");
      }
      return i2;
    }
  }
  html(e) {
    let t = this.rules.block.html.exec(e);
    if (t) {
      if (this.lexer.state.lastToken?.type === "paragraph" && !this.rules.other.htmlBeginRegex(4).test(e)) return;
      let n = Re(t[0]);
      return { type: "html", block: true, raw: n, pre: t[1] === "pre" || t[1] === "script" || t[1] === "style", text: n };
    }
  }
  def(e) {
    let t = this.rules.block.def.exec(e);
    if (t) {
      if (!this.rules.other.startAngleBracket.test(t[2]) && Te(t[2], "()") !== -1) return;
      let n = W(t[1]), r = t[2] ? t[2].replace(this.rules.other.hrefBrackets, "$1").replace(this.rules.inline.anyPunctuation, "$1") : "", s = t[3] ? t[3].substring(1, t[3].length - 1).replace(this.rules.inline.anyPunctuation, "$1") : t[3];
      return { type: "def", tag: n, raw: C(t[0], `
`), href: r, title: s };
    }
  }
  table(e) {
    let t = this.rules.block.table.exec(e);
    if (!t || !this.rules.other.tableDelimiter.test(t[2])) return;
    let n = be(t[1]), r = t[2].replace(this.rules.other.tableAlignChars, "").split("|"), s = t[3]?.trim() ? t[3].replace(this.rules.other.tableRowBlankLine, "").split(`
`) : [], o = { type: "table", raw: C(t[0], `
`), header: [], align: [], rows: [] };
    if (n.length === r.length) {
      for (let i2 of r) this.rules.other.tableAlignRight.test(i2) ? o.align.push("right") : this.rules.other.tableAlignCenter.test(i2) ? o.align.push("center") : this.rules.other.tableAlignLeft.test(i2) ? o.align.push("left") : o.align.push(null);
      for (let i2 = 0; i2 < n.length; i2++) o.header.push({ text: n[i2], tokens: this.lexer.inline(n[i2]), header: true, align: o.align[i2] });
      for (let i2 of s) o.rows.push(be(i2, o.header.length).map((a, c) => ({ text: a, tokens: this.lexer.inline(a), header: false, align: o.align[c] })));
      return o;
    }
  }
  lheading(e) {
    let t = this.rules.block.lheading.exec(e);
    if (t) {
      let n = t[1].trim();
      return { type: "heading", raw: C(t[0], `
`), depth: t[2].charAt(0) === "=" ? 1 : 2, text: n, tokens: this.lexer.inline(n) };
    }
  }
  paragraph(e) {
    let t = this.rules.block.paragraph.exec(e);
    if (t) {
      let n = t[1].charAt(t[1].length - 1) === `
` ? t[1].slice(0, -1) : t[1];
      return { type: "paragraph", raw: t[0], text: n, tokens: this.lexer.inline(n) };
    }
  }
  text(e) {
    let t = this.rules.block.text.exec(e);
    if (t) return { type: "text", raw: t[0], text: t[0], tokens: this.lexer.inline(t[0]) };
  }
  escape(e) {
    if (e.charCodeAt(0) !== 92) return;
    let t = this.rules.inline.escape.exec(e);
    if (t) return { type: "escape", raw: t[0], text: t[1] };
  }
  tag(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.tag.exec(e);
    if (t) return !this.lexer.state.inLink && this.rules.other.startATag.test(t[0]) ? this.lexer.state.inLink = true : this.lexer.state.inLink && this.rules.other.endATag.test(t[0]) && (this.lexer.state.inLink = false), !this.lexer.state.inRawBlock && this.rules.other.startPreScriptTag.test(t[0]) ? this.lexer.state.inRawBlock = true : this.lexer.state.inRawBlock && this.rules.other.endPreScriptTag.test(t[0]) && (this.lexer.state.inRawBlock = false), { type: "html", raw: t[0], inLink: this.lexer.state.inLink, inRawBlock: this.lexer.state.inRawBlock, block: false, text: t[0] };
  }
  link(e) {
    if (this.lexer.state.linkParenPossible === false) return;
    let t = e.charCodeAt(0);
    if (t !== 91 && t !== 33) return;
    let n = this.rules.inline.link.exec(e);
    if (n) {
      let r = n[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, n[1], r, this.rules)) return;
      let s = n[2].trim();
      if (!this.options.pedantic && this.rules.other.startAngleBracket.test(s)) {
        if (!this.rules.other.endAngleBracket.test(s)) return;
        let c = C(s.slice(0, -1), "\\");
        if ((s.length - c.length) % 2 === 0) return;
      } else {
        let c = Te(n[2], "()");
        if (c === -2) return;
        if (c > -1) {
          let d = (n[0].indexOf("!") === 0 ? 5 : 4) + n[1].length + c;
          n[2] = n[2].substring(0, c), n[0] = n[0].substring(0, d).trim(), n[3] = "";
        }
      }
      let o = C(n[0].slice(0, -1), "\\");
      if ((n[0].length - o.length) % 2 === 0) return;
      let i2 = n[2], a = "";
      if (this.options.pedantic) {
        let c = this.rules.other.pedanticHrefTitle.exec(i2);
        c && (i2 = c[1], a = c[3]);
      } else a = n[3] ? n[3].slice(1, -1) : "";
      return i2 = i2.trim(), this.rules.other.startAngleBracket.test(i2) && (this.options.pedantic && !this.rules.other.endAngleBracket.test(s) ? i2 = i2.slice(1) : i2 = i2.slice(1, -1)), He(n, { href: i2 && i2.replace(this.rules.inline.anyPunctuation, "$1"), title: a && a.replace(this.rules.inline.anyPunctuation, "$1") }, n[0], this.lexer, this.rules);
    }
  }
  reflink(e, t) {
    let n = e.charCodeAt(0);
    if (n !== 91 && n !== 33) return;
    let r;
    if ((r = this.rules.inline.reflink.exec(e)) || (r = this.rules.inline.nolink.exec(e))) {
      let s = r[0].charAt(0) === "!" ? 2 : 1;
      if (!this.options.pedantic && Ze(e, r[1], s, this.rules)) return;
      let o = t[W(r[2] || r[1])];
      if (!o) {
        let i2 = r[0].charAt(0);
        return { type: "text", raw: i2, text: i2 };
      }
      return He(r, o, r[0], this.lexer, this.rules);
    }
  }
  emStrong(e, t, n = "") {
    let r = this.rules.inline.emStrongLDelim.exec(e);
    if (!r || !r[1] && !r[2] && !r[3] && !r[4]) return;
    let s = r[0][0], o = n === s, i2 = t.length - e.length, a = i2;
    for (; !this.options.pedantic && a > 0 && t[a - 1] === s; ) a--;
    let c = [...t.slice(Math.max(0, a - 2), a)].at(-1) ?? "", u = c === "*" || c === "_" || !!this.rules.inline.punctuation.exec(c);
    a < i2 && (n = c);
    let d = a < i2 ? u : n === "*" || n === "_" || !!this.rules.inline.punctuation.exec(n);
    if (r[4] && n.match(this.rules.other.unicodeAlphaNumeric)) return;
    let h = r[1] || r[3] || "";
    if (!h || !n || d) {
      let p = [...r[0]].length - 1, k, m, b = p, f = 0, R = i2 - a + p, E = !this.options.pedantic && !!c.trim() && (!!h || s === "*" && !u);
      if (s !== "*" && s !== "_") return;
      let T = s === "*" ? this.rules.inline.emStrongRDelimAst : this.rules.inline.emStrongRDelimUnd, U = oe(this, t, s), H = t.length - e.length + p;
      if (U < H) return;
      t = t.slice(-1 * e.length + p);
      let K = U - H;
      for (T.lastIndex = 0; (r = T.exec(t)) !== null && !(r.index > K); ) {
        if (k = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !k) continue;
        if (m = [...k].length, r[3] || r[4]) {
          b += m;
          continue;
        } else if ((r[5] || r[6] || E) && R % 3 && !((R + m) % 3)) {
          if (o && (r[5] || r[6])) break;
          f += m;
          continue;
        }
        if (b -= m, b > 0) continue;
        m = Math.min(m, m + b + f);
        let re = [...r[0]][0].length, B = e.slice(0, p + r.index + re + m);
        if (Math.min(p, m) % 2) {
          let se = B.slice(1, -1);
          return { type: "em", raw: B, text: se, tokens: this.lexer.inlineTokens(se) };
        }
        let X = B.slice(2, -2);
        return { type: "strong", raw: B, text: X, tokens: this.lexer.inlineTokens(X) };
      }
    }
  }
  codespan(e) {
    if (e.charCodeAt(0) !== 96) return;
    let t = this.rules.inline.code.exec(e);
    if (t) {
      let n = t[2].replace(this.rules.other.newLineCharGlobal, " "), r = this.rules.other.nonSpaceChar.test(n), s = this.rules.other.startingSpaceChar.test(n) && this.rules.other.endingSpaceChar.test(n);
      return r && s && (n = n.substring(1, n.length - 1)), { type: "codespan", raw: t[0], text: n };
    }
  }
  br(e) {
    let t = e.charCodeAt(0);
    if (t !== 32 && t !== 92 && t !== 10) return;
    let n = this.rules.inline.br.exec(e);
    if (n) return { type: "br", raw: n[0] };
  }
  del(e, t, n = "") {
    if (e.charCodeAt(0) !== 126) return;
    let r = this.rules.inline.delLDelim.exec(e);
    if (!r) return;
    if (!(r[1] || "") || !n || this.rules.inline.punctuation.exec(n)) {
      let o = [...r[0]].length - 1, i2, a, c = o, u = this.rules.inline.delRDelim, d = ae(this, t), h = t.length - e.length + o;
      if (d < h) return;
      t = t.slice(-1 * e.length + o);
      let p = d - h;
      for (u.lastIndex = 0; (r = u.exec(t)) !== null && !(r.index > p); ) {
        if (i2 = r[1] || r[2] || r[3] || r[4] || r[5] || r[6], !i2 || (a = [...i2].length, a !== o)) continue;
        if (r[3] || r[4]) {
          c += a;
          continue;
        }
        if (c -= a, c > 0) continue;
        a = Math.min(a, a + c);
        let k = [...r[0]][0].length, m = e.slice(0, o + r.index + k + a), b = m.slice(o, -o);
        return { type: "del", raw: m, text: b, tokens: this.lexer.inlineTokens(b) };
      }
    }
  }
  autolink(e) {
    if (e.charCodeAt(0) !== 60) return;
    let t = this.rules.inline.autolink.exec(e);
    if (t) {
      let n, r;
      return t[2] === "@" ? (n = t[1], r = "mailto:" + n) : (n = t[1], r = n), { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  url(e) {
    let t;
    if (t = this.rules.inline.url.exec(e)) {
      let n, r;
      if (t[2] === "@") n = t[0], r = "mailto:" + n;
      else {
        let s;
        do
          s = t[0], t[0] = this.rules.inline._backpedal.exec(t[0])?.[0] ?? "";
        while (s !== t[0]);
        n = t[0], t[1] === "www." ? r = "http://" + t[0] : r = t[0];
      }
      return { type: "link", raw: t[0], text: n, href: r, autolink: true, tokens: [{ type: "text", raw: n, text: n }] };
    }
  }
  inlineText(e) {
    let t = this.rules.inline.text.exec(e);
    if (t) {
      let n = this.lexer.state.inRawBlock;
      return { type: "text", raw: t[0], text: n ? t[0] : De(t[0]), escaped: n };
    }
  }
};
var w = class l {
  tokens;
  options;
  state;
  inlineQueue;
  tokenizer;
  constructor(e) {
    this.tokens = [], this.tokens.links = /* @__PURE__ */ Object.create(null), this.options = e || S, this.options.tokenizer = this.options.tokenizer || new _(), this.tokenizer = this.options.tokenizer, this.tokenizer.options = this.options, this.tokenizer.lexer = this, this.inlineQueue = [], this.state = { inLink: false, inRawBlock: false, linkEmitted: false, linkParenPossible: true, top: true };
    let t = { other: O, block: ee.normal, inline: F.normal };
    this.options.pedantic ? (t.block = ee.pedantic, t.inline = F.pedantic) : this.options.gfm && (t.block = ee.gfm, this.options.breaks ? t.inline = F.breaks : t.inline = F.gfm), this.tokenizer.rules = t;
  }
  static get rules() {
    return { block: ee, inline: F };
  }
  static lex(e, t) {
    return new l(t).lex(e);
  }
  static lexInline(e, t) {
    return new l(t).inlineTokens(e);
  }
  lex(e) {
    e = e.replace(O.carriageReturn, `
`), this.blockTokens(e, this.tokens);
    for (let t = 0; t < this.inlineQueue.length; t++) {
      let n = this.inlineQueue[t];
      this.state.inRawBlock = false, this.inlineTokens(n.src, n.tokens);
    }
    return this.inlineQueue = [], this.tokens;
  }
  blockTokens(e, t = [], n = false) {
    this.tokenizer.lexer = this;
    let r = this.state.lastToken;
    this.options.pedantic && (e = e.replace(O.tabCharGlobal, "    ").replace(O.spaceLine, ""));
    let s = 1 / 0, o, i2 = this.options.gfm && !this.options.pedantic && this.tokenizer.paragraph === _.prototype.paragraph;
    for (; e; ) {
      if (e.length < s) s = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      this.state.lastToken = t.at(-1);
      let a;
      if (this.options.extensions?.block?.some((u) => (a = u.call({ lexer: this }, e, t)) ? (e = e.substring(a.raw.length), t.push(a), true) : false)) continue;
      if (a = this.tokenizer.space(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        a.raw.length === 1 && u !== void 0 ? u.raw += `
` : t.push(a);
        continue;
      }
      if (a = this.tokenizer.code(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (a = this.tokenizer.fences(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.heading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.hr(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.blockquote(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.list(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.html(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.def(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "paragraph" || u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.raw, this.inlineQueue.at(-1).src = u.text) : (this.tokens.links[a.tag] || (this.tokens.links[a.tag] = { href: a.href, title: a.title }), t.push(a));
        continue;
      }
      if (a = this.tokenizer.table(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      if (a = this.tokenizer.lheading(e)) {
        e = e.substring(a.raw.length), t.push(a);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startBlock) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startBlock.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (this.state.top && (a = this.tokenizer.paragraph(c))) {
        let u = t.at(-1);
        (n || u === o && i2) && u?.type === "paragraph" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text, o = u) : (t.push(a), o = a), n = c.length !== e.length, e = e.substring(a.raw.length);
        continue;
      }
      if (a = this.tokenizer.text(e)) {
        e = e.substring(a.raw.length);
        let u = t.at(-1);
        u?.type === "text" ? (u.raw += (u.raw.endsWith(`
`) ? "" : `
`) + a.raw, u.text += `
` + a.text, this.inlineQueue.pop(), this.inlineQueue.at(-1).src = u.text) : t.push(a);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return this.state.top = true, this.state.lastToken = r, t;
  }
  inline(e, t = []) {
    return this.inlineQueue.push({ src: e, tokens: t }), t;
  }
  linkInText(e) {
    if (!e.includes("[")) return false;
    let t = this.tokenizer.rules.inline.link;
    for (let n of e.matchAll(this.tokenizer.rules.inline.blockSkip)) if (t.test(n[0]) && e.charAt(n.index - 1) !== "!") return true;
    for (let n of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)) {
      let r = n[0], s = r.lastIndexOf("[");
      if (!(r.charAt(0) === "!" || !Object.hasOwn(this.tokens.links, W(r.slice(s + 1, -1)))) && !(s > 1 && this.linkInText(r.slice(1, s - 1)))) return true;
    }
    return false;
  }
  inlineTokens(e, t = []) {
    this.tokenizer.lexer = this;
    let n = this.state.linkParenPossible;
    this.state.linkParenPossible = e.includes(")");
    try {
      return this.#t(e, t);
    } finally {
      this.state.linkParenPossible = n;
    }
  }
  #t(e, t) {
    let n = e.includes("*") || e.includes("_") || e.includes("~"), r = n || this.options.hooks?.emStrongMask || this.tokenizer.emStrong !== _.prototype.emStrong || this.tokenizer.del !== _.prototype.del ? this.#r(e) : e;
    if (!n) return this.#e(e, r, t);
    qe(this.tokenizer, r);
    try {
      return this.#e(e, r, t);
    } finally {
      ve(this.tokenizer);
    }
  }
  #e(e, t, n) {
    let r = false, s = "", o = 1 / 0;
    for (; e; ) {
      if (e.length < o) o = e.length;
      else {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
      r || (s = ""), r = false;
      let i2;
      if (this.options.extensions?.inline?.some((u) => (i2 = u.call({ lexer: this }, e, n)) ? (e = e.substring(i2.raw.length), n.push(i2), true) : false)) continue;
      if (i2 = this.tokenizer.escape(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.tag(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.link(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.reflink(e, this.tokens.links)) {
        e = e.substring(i2.raw.length);
        let u = n.at(-1);
        i2.type === "text" && u?.type === "text" ? (u.raw += i2.raw, u.text += i2.text) : n.push(i2);
        continue;
      }
      let a = e[0];
      if (a === "*" || a === "_") {
        let u = t.length - e.length;
        if (oe(this.tokenizer, t, a) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === a.charCodeAt(0); ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      } else if (a === "~") {
        let u = t.length - e.length;
        if (ae(this.tokenizer, t) <= u) {
          let h = 1;
          for (; h < e.length && e.charCodeAt(h) === 126; ) h++;
          let p = e.substring(0, h), k = n.at(-1);
          k?.type === "text" && !k.escaped ? (k.raw += p, k.text += p) : n.push({ type: "text", raw: p, text: p, escaped: false }), e = e.substring(h), s = a, r = true;
          continue;
        }
      }
      if (i2 = this.tokenizer.emStrong(e, t, s)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.codespan(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.br(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.del(e, t, s)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (i2 = this.tokenizer.autolink(e)) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      if (!this.state.inLink && (i2 = this.tokenizer.url(e))) {
        e = e.substring(i2.raw.length), n.push(i2);
        continue;
      }
      let c = e;
      if (this.options.extensions?.startInline) {
        let u = 1 / 0, d = e.slice(1), h;
        this.options.extensions.startInline.forEach((p) => {
          h = p.call({ lexer: this }, d), typeof h == "number" && h >= 0 && (u = Math.min(u, h));
        }), u < 1 / 0 && u >= 0 && (c = e.substring(0, u + 1));
      }
      if (i2 = this.tokenizer.inlineText(c)) {
        e = e.substring(i2.raw.length), i2.raw.slice(-1) !== "_" && (s = i2.raw.slice(-1)), r = true;
        let u = n.at(-1);
        u?.type === "text" ? (u.raw += i2.raw, u.text += i2.text) : n.push(i2);
        continue;
      }
      if (e) {
        this.infiniteLoopError(e.charCodeAt(0));
        break;
      }
    }
    return n;
  }
  #n(e) {
    let { blockSkip: t, tag: n, autolink: r } = this.tokenizer.rules.inline, s = "", o = 0, i2;
    for (t.lastIndex = 0; i2 = t.exec(e); ) {
      let a = i2.index + (i2[2] ? i2[2].length : 0), c = i2.index + i2[0].length;
      if (e.charAt(a) === "<") {
        let u = e.slice(a), d = n.exec(u) || r.exec(u);
        if (!d) {
          t.lastIndex = a + 1;
          continue;
        }
        c = a + d[0].length, t.lastIndex = c;
      }
      s += e.slice(o, a) + "[" + "a".repeat(c - a - 2) + "]", o = c;
    }
    return s + e.slice(o);
  }
  #r(e) {
    let t = e;
    if (this.tokens.links && e.includes("[")) {
      let n = this.tokenizer.rules.inline.reflinkSearch, r = (s) => {
        let o = s.lastIndexOf("[");
        if (!Object.hasOwn(this.tokens.links, W(s.slice(o + 1, -1)))) return s;
        if (o > 1 && s.charAt(0) !== "!") {
          let i2 = s.slice(1, o - 1);
          if (this.linkInText(i2)) return "[" + i2.replace(n, r) + "][" + "a".repeat(s.length - o - 2) + "]";
        }
        return "[" + "a".repeat(s.length - 2) + "]";
      };
      t = t.replace(n, r);
    }
    return t = t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode, (n, r, s) => s ? "+".repeat(n.length) : r ? r + n.slice(r.length, -r.length).replace(/`/g, "+") + r : n), t = this.#n(t), t = this.options.hooks?.emStrongMask?.call({ lexer: this }, t) ?? t, t;
  }
  infiniteLoopError(e) {
    let t = "Infinite loop on byte: " + e;
    if (this.options.silent) console.error(t);
    else throw new Error(t);
  }
};
var I = class {
  options;
  parser;
  constructor(e) {
    this.options = e || S;
  }
  space(e) {
    return "";
  }
  code({ text: e, lang: t, escaped: n }) {
    let r = (t || "").match(O.notSpaceStart)?.[0], s = e ? e.replace(O.endingNewline, "") + `
` : "";
    return r ? '<pre><code class="language-' + y(r) + '">' + (n ? s : y(s, true)) + `</code></pre>
` : "<pre><code>" + (n ? s : y(s, true)) + `</code></pre>
`;
  }
  blockquote({ tokens: e }) {
    return `<blockquote>
${this.parser.parse(e)}</blockquote>
`;
  }
  html({ text: e }) {
    return e;
  }
  def(e) {
    return "";
  }
  heading({ tokens: e, depth: t }) {
    return `<h${t}>${this.parser.parseInline(e)}</h${t}>
`;
  }
  hr(e) {
    return `<hr>
`;
  }
  list(e) {
    let t = e.ordered, n = e.start, r = "";
    for (let i2 = 0; i2 < e.items.length; i2++) {
      let a = e.items[i2];
      r += this.listitem(a);
    }
    let s = t ? "ol" : "ul", o = t && n !== 1 ? ' start="' + n + '"' : "";
    return "<" + s + o + `>
` + r + "</" + s + `>
`;
  }
  listitem(e) {
    return `<li>${this.parser.parse(e.tokens)}</li>
`;
  }
  checkbox({ checked: e }) {
    return "<input " + (e ? 'checked="" ' : "") + 'disabled="" type="checkbox"> ';
  }
  paragraph({ tokens: e }) {
    return `<p>${this.parser.parseInline(e)}</p>
`;
  }
  table(e) {
    let t = "", n = "";
    for (let s = 0; s < e.header.length; s++) n += this.tablecell(e.header[s]);
    t += this.tablerow({ text: n });
    let r = "";
    for (let s = 0; s < e.rows.length; s++) {
      let o = e.rows[s];
      n = "";
      for (let i2 = 0; i2 < o.length; i2++) n += this.tablecell(o[i2]);
      r += this.tablerow({ text: n });
    }
    return r && (r = `<tbody>${r}</tbody>`), `<table>
<thead>
` + t + `</thead>
` + r + `</table>
`;
  }
  tablerow({ text: e }) {
    return `<tr>
${e}</tr>
`;
  }
  tablecell(e) {
    let t = this.parser.parseInline(e.tokens), n = e.header ? "th" : "td";
    return (e.align ? `<${n} align="${e.align}">` : `<${n}>`) + t + `</${n}>
`;
  }
  strong({ tokens: e }) {
    return `<strong>${this.parser.parseInline(e)}</strong>`;
  }
  em({ tokens: e }) {
    return `<em>${this.parser.parseInline(e)}</em>`;
  }
  codespan({ text: e }) {
    return `<code>${y(e, true)}</code>`;
  }
  br(e) {
    return "<br>";
  }
  del({ tokens: e }) {
    return `<del>${this.parser.parseInline(e)}</del>`;
  }
  link({ href: e, title: t, text: n, tokens: r, autolink: s }) {
    let o = s ? y(n, true) : this.parser.parseInline(r), i2 = xe(e);
    if (i2 === null) return o;
    e = y(i2, s);
    let a = '<a href="' + e + '"';
    return t && (a += ' title="' + y(t) + '"'), a += ">" + o + "</a>", a;
  }
  image({ href: e, title: t, text: n, tokens: r }) {
    r && (n = this.parser.parseInline(r, this.parser.textRenderer));
    let s = xe(e);
    if (s === null) return y(n);
    e = s;
    let o = `<img src="${y(e)}" alt="${y(n)}"`;
    return t && (o += ` title="${y(t)}"`), o += ">", o;
  }
  text(e) {
    return "tokens" in e && e.tokens ? this.parser.parseInline(e.tokens) : "escaped" in e && e.escaped ? e.text : y(e.text);
  }
};
var z = class {
  parser;
  strong({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  em({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  codespan({ text: e }) {
    return e;
  }
  del({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  html({ text: e }) {
    return e;
  }
  text({ text: e }) {
    return e;
  }
  link({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  image({ text: e, tokens: t }) {
    return t ? this.parser.parseInline(t, this) : e;
  }
  br() {
    return `
`;
  }
  checkbox({ raw: e }) {
    return e;
  }
};
var P = class l2 {
  options;
  renderer;
  textRenderer;
  constructor(e) {
    this.options = e || S, this.options.renderer = this.options.renderer || new I(), this.renderer = this.options.renderer, this.renderer.options = this.options, this.renderer.parser = this, this.textRenderer = new z(), this.textRenderer.parser = this;
  }
  static parse(e, t) {
    return new l2(t).parse(e);
  }
  static parseInline(e, t) {
    return new l2(t).parseInline(e);
  }
  parse(e) {
    this.renderer.parser = this;
    let t = "";
    for (let n = 0; n < e.length; n++) {
      let r = e[n];
      if (this.options.extensions?.renderers?.[r.type]) {
        let o = r, i2 = this.options.extensions.renderers[o.type].call({ parser: this }, o);
        if (i2 !== false || !["space", "hr", "heading", "code", "table", "blockquote", "list", "checkbox", "html", "def", "paragraph", "text"].includes(o.type)) {
          t += i2 === false ? "" : i2 ?? "";
          continue;
        }
      }
      let s = r;
      switch (s.type) {
        case "space": {
          t += this.renderer.space(s);
          break;
        }
        case "hr": {
          t += this.renderer.hr(s);
          break;
        }
        case "heading": {
          t += this.renderer.heading(s);
          break;
        }
        case "code": {
          t += this.renderer.code(s);
          break;
        }
        case "table": {
          t += this.renderer.table(s);
          break;
        }
        case "blockquote": {
          t += this.renderer.blockquote(s);
          break;
        }
        case "list": {
          t += this.renderer.list(s);
          break;
        }
        case "checkbox": {
          t += this.renderer.checkbox(s);
          break;
        }
        case "html": {
          t += this.renderer.html(s);
          break;
        }
        case "def": {
          t += this.renderer.def(s);
          break;
        }
        case "paragraph": {
          t += this.renderer.paragraph(s);
          break;
        }
        case "text": {
          t += this.renderer.text(s);
          break;
        }
        default: {
          let o = 'Token with "' + s.type + '" type was not found.';
          if (this.options.silent) return console.error(o), "";
          throw new Error(o);
        }
      }
    }
    return t;
  }
  parseInline(e, t = this.renderer) {
    this.renderer.parser = this;
    let n = "";
    for (let r = 0; r < e.length; r++) {
      let s = e[r];
      if (this.options.extensions?.renderers?.[s.type]) {
        let i2 = this.options.extensions.renderers[s.type].call({ parser: this }, s);
        if (i2 !== false || !["escape", "html", "link", "image", "checkbox", "strong", "em", "codespan", "br", "del", "text"].includes(s.type)) {
          n += i2 === false ? "" : i2 ?? "";
          continue;
        }
      }
      let o = s;
      switch (o.type) {
        case "escape": {
          n += t.text(o);
          break;
        }
        case "html": {
          n += t.html(o);
          break;
        }
        case "link": {
          n += t.link(o);
          break;
        }
        case "image": {
          n += t.image(o);
          break;
        }
        case "checkbox": {
          n += t.checkbox(o);
          break;
        }
        case "strong": {
          n += t.strong(o);
          break;
        }
        case "em": {
          n += t.em(o);
          break;
        }
        case "codespan": {
          n += t.codespan(o);
          break;
        }
        case "br": {
          n += t.br(o);
          break;
        }
        case "del": {
          n += t.del(o);
          break;
        }
        case "text": {
          n += t.text(o);
          break;
        }
        default: {
          let i2 = 'Token with "' + o.type + '" type was not found.';
          if (this.options.silent) return console.error(i2), "";
          throw new Error(i2);
        }
      }
    }
    return n;
  }
};
var A = class {
  options;
  block;
  constructor(e) {
    this.options = e || S;
  }
  static passThroughHooks = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens", "emStrongMask"]);
  static passThroughHooksRespectAsync = /* @__PURE__ */ new Set(["preprocess", "postprocess", "processAllTokens"]);
  preprocess(e) {
    return e;
  }
  postprocess(e) {
    return e;
  }
  processAllTokens(e) {
    return e;
  }
  emStrongMask(e) {
    return e;
  }
  provideLexer(e = this.block) {
    return e ? w.lex : w.lexInline;
  }
  provideParser(e = this.block) {
    return e ? P.parse : P.parseInline;
  }
};
function M(l3, e) {
  if (Array.isArray(e)) for (let t = 0; t < e.length; t++) l3.push(e[t]);
  else l3.push(e);
}
var ne = class {
  defaults = G();
  options = this.setOptions;
  parse = this.parseMarkdown(true);
  parseInline = this.parseMarkdown(false);
  Parser = P;
  Renderer = I;
  TextRenderer = z;
  Lexer = w;
  Tokenizer = _;
  Hooks = A;
  constructor(...e) {
    this.use(...e);
  }
  walkTokens(e, t) {
    let n = [];
    for (let r of e) switch (M(n, t.call(this, r)), r.type) {
      case "table": {
        let s = r;
        for (let o of s.header) M(n, this.walkTokens(o.tokens, t));
        for (let o of s.rows) for (let i2 of o) M(n, this.walkTokens(i2.tokens, t));
        break;
      }
      case "list": {
        let s = r;
        M(n, this.walkTokens(s.items, t));
        break;
      }
      default: {
        let s = r;
        this.defaults.extensions?.childTokens?.[s.type] ? this.defaults.extensions.childTokens[s.type].forEach((o) => {
          let i2 = s[o].flat(1 / 0);
          M(n, this.walkTokens(i2, t));
        }) : s.tokens && M(n, this.walkTokens(s.tokens, t));
      }
    }
    return n;
  }
  use(...e) {
    let t = this.defaults.extensions || { renderers: /* @__PURE__ */ Object.create(null), childTokens: /* @__PURE__ */ Object.create(null) };
    return e.forEach((n) => {
      let r = { ...n };
      if (r.async = this.defaults.async || r.async || false, n.extensions && (n.extensions.forEach((s) => {
        if (!s.name) throw new Error("extension name required");
        if ("renderer" in s) {
          let o = t.renderers[s.name];
          o ? t.renderers[s.name] = function(...i2) {
            let a = s.renderer.apply(this, i2);
            return a === false && (a = o.apply(this, i2)), a;
          } : t.renderers[s.name] = s.renderer;
        }
        if ("tokenizer" in s) {
          if (!s.level || s.level !== "block" && s.level !== "inline") throw new Error("extension level must be 'block' or 'inline'");
          let o = t[s.level];
          o ? o.unshift(s.tokenizer) : t[s.level] = [s.tokenizer], s.start && (s.level === "block" ? t.startBlock ? t.startBlock.push(s.start) : t.startBlock = [s.start] : s.level === "inline" && (t.startInline ? t.startInline.push(s.start) : t.startInline = [s.start]));
        }
        "childTokens" in s && s.childTokens && (t.childTokens[s.name] = s.childTokens);
      }), r.extensions = t), n.renderer) {
        let s = this.defaults.renderer || new I(this.defaults);
        for (let o in n.renderer) {
          if (!(o in s)) throw new Error(`renderer '${o}' does not exist`);
          if (["options", "parser"].includes(o)) continue;
          let i2 = o, a = n.renderer[i2], c = s[i2];
          s[i2] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d === false ? "" : d ?? "";
          };
        }
        r.renderer = s;
      }
      if (n.tokenizer) {
        let s = this.defaults.tokenizer || new _(this.defaults);
        for (let o in n.tokenizer) {
          if (!(o in s)) throw new Error(`tokenizer '${o}' does not exist`);
          if (["options", "rules", "lexer"].includes(o)) continue;
          let i2 = o, a = n.tokenizer[i2], c = s[i2];
          s[i2] = (...u) => {
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.tokenizer = s;
      }
      if (n.hooks) {
        let s = this.defaults.hooks || new A();
        for (let o in n.hooks) {
          if (!(o in s)) throw new Error(`hook '${o}' does not exist`);
          if (["options", "block"].includes(o)) continue;
          let i2 = o, a = n.hooks[i2], c = s[i2];
          A.passThroughHooks.has(o) ? s[i2] = (u) => {
            if (s.options.async && A.passThroughHooksRespectAsync.has(o)) return (async () => {
              let h = await a.call(s, u);
              return c.call(s, h);
            })();
            let d = a.call(s, u);
            return c.call(s, d);
          } : s[i2] = (...u) => {
            if (s.options.async) return (async () => {
              let h = await a.apply(s, u);
              return h === false && (h = await c.apply(s, u)), h;
            })();
            let d = a.apply(s, u);
            return d === false && (d = c.apply(s, u)), d;
          };
        }
        r.hooks = s;
      }
      if (n.walkTokens) {
        let s = this.defaults.walkTokens, o = n.walkTokens;
        r.walkTokens = function(i2) {
          let a = [];
          return M(a, o.call(this, i2)), s && M(a, s.call(this, i2)), a;
        };
      }
      this.defaults = { ...this.defaults, ...r };
    }), this;
  }
  setOptions(e) {
    return this.defaults = { ...this.defaults, ...e }, this;
  }
  lexer(e, t) {
    return w.lex(e, t ?? this.defaults);
  }
  parser(e, t) {
    return P.parse(e, t ?? this.defaults);
  }
  parseMarkdown(e) {
    return (n, r) => {
      let s = { ...r }, o = { ...this.defaults, ...s }, i2 = this.onError(!!o.silent, !!o.async);
      if (this.defaults.async === true && s.async === false) return i2(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));
      if (typeof n > "u" || n === null) return i2(new Error("marked(): input parameter is undefined or null"));
      if (typeof n != "string") return i2(new Error("marked(): input parameter is of type " + Object.prototype.toString.call(n) + ", string expected"));
      if (o.hooks && (o.hooks.options = o, o.hooks.block = e), o.async) return (async () => {
        let a = o.hooks ? await o.hooks.preprocess(n) : n, u = await (o.hooks ? await o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(a, o), d = o.hooks ? await o.hooks.processAllTokens(u) : u;
        o.walkTokens && await Promise.all(this.walkTokens(d, o.walkTokens));
        let p = await (o.hooks ? await o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(d, o);
        return o.hooks ? await o.hooks.postprocess(p) : p;
      })().catch(i2);
      try {
        o.hooks && (n = o.hooks.preprocess(n));
        let c = (o.hooks ? o.hooks.provideLexer(e) : e ? w.lex : w.lexInline)(n, o);
        o.hooks && (c = o.hooks.processAllTokens(c)), o.walkTokens && this.walkTokens(c, o.walkTokens);
        let d = (o.hooks ? o.hooks.provideParser(e) : e ? P.parse : P.parseInline)(c, o);
        return o.hooks && (d = o.hooks.postprocess(d)), d;
      } catch (a) {
        return i2(a);
      }
    };
  }
  onError(e, t) {
    return (n) => {
      if (n.message += `
Please report this to https://github.com/markedjs/marked.`, e) {
        let r = "<p>An error occurred:</p><pre>" + y(n.message + "", true) + "</pre>";
        return t ? Promise.resolve(r) : r;
      }
      if (t) return Promise.reject(n);
      throw n;
    };
  }
};
var v = new ne();
function x2(l3, e) {
  return v.parse(l3, e);
}
x2.options = x2.setOptions = function(l3) {
  return v.setOptions(l3), x2.defaults = v.defaults, ue(x2.defaults), x2;
};
x2.getDefaults = G;
x2.defaults = S;
function jt(...l3) {
  return v.use(...l3), x2.defaults = v.defaults, ue(x2.defaults), x2;
}
x2.use = jt;
x2.walkTokens = function(l3, e) {
  return v.walkTokens(l3, e);
};
x2.parseInline = v.parseInline;
x2.Parser = P;
x2.parser = P.parse;
x2.Renderer = I;
x2.TextRenderer = z;
x2.Lexer = w;
x2.lexer = w.lex;
x2.Tokenizer = _;
x2.Hooks = A;
x2.parse = x2;
var En = x2.options;
var zn = x2.setOptions;
var Mn = x2.walkTokens;
var Bn = x2.parseInline;
var qn = P.parse;
var vn = w.lex;

// src/report/check-page-url.ts
var publishedPages = "https://github.com/OWNER/train-twice/blob/main/docs/checks/";
function checkPageUrl({ meta }, id) {
  const told = meta.checkPages ?? "";
  const base = /^https:\/\/[\w.-]+\/[\w./-]{1,500}\/$/.test(told) ? told : publishedPages;
  return `${base}${id.split("/").map(encodedPart).join("/")}.md`;
}
function encodedPart(part) {
  return encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "�"));
}

// src/report/html/check-page.ts
var markdown2 = new ne({ gfm: true });
function checkText(id) {
  return checks.find((check) => check.id === id) ?? null;
}
function renderMarkdown(text) {
  return trusted(String(markdown2.parse(text)).trim());
}
function renderCheckText(check, report) {
  const page = report.meta.checkPages === void 0 ? null : html`<a href="${checkPageUrl(report, check.id)}">Its page</a>; in a terminal: `;
  return html`<div class="page"><h4>Why it matters</h4>
${renderMarkdown(check.why)}
<h4>How to fix it</h4>
${renderMarkdown(check.fix)}
<p class="quiet">${page ?? "Its page in a terminal: "}<code>train-twice explain ${check.id}</code></p></div>`;
}

// src/report/html/findings.ts
var toldPerCheck = 50;
var causesShown = 5;
function renderLikelyCauses(report, files) {
  const { told, rest } = tellCauses(report, files, causesShown);
  if (told.length === 0) return null;
  const items = told.map(({ text, check }, index) => {
    const page = check === null ? null : checkText(check);
    return html`<li><p>${renderText(text)}</p>${page === null ? null : html`<details class="fix"${index === 0 ? html` open` : null}><summary>How to fix it</summary>${renderMarkdown(page.fix)}</details>`}</li>
`;
  });
  return html`<ol class="causes">${items}</ol>${rest.length > 0 ? html`<p class="quiet">${plural(rest.length, "less likely cause")} among the findings below.</p>` : null}`;
}
function renderFindings(report, files) {
  const groups = findingGroups(worstFirst(report.findings));
  if (groups.length === 0) return html`<p>None.</p>`;
  return html`${groups.map((group) => renderGroup(group, report, files))}`;
}
function renderGroup(group, report, files) {
  const [first] = group;
  const check = checkText(first.check);
  const mark = isOpen(first) ? first.severity : "waived";
  const count = group.length === 1 ? null : html` <span class="quiet">${formatInteger(group.length)} times</span>`;
  return html`<details class="finding"${first.severity === "error" && isOpen(first) ? html` open` : null}>
<summary><span class="severity ${isOpen(first) ? first.severity : "notice"}">${mark}</span> <span class="finding-title">${first.title}</span> <code>${first.check}</code>${count}</summary>
${renderSentences(group, files)}
${check === null ? null : html`<details class="why"><summary>Why it matters, and how to fix it</summary>${renderCheckText(check, report)}</details>`}
</details>
`;
}
function renderSentences(group, files) {
  const [only] = group;
  const told = group.slice(0, toldPerCheck).map((finding) => sentence(finding, files));
  if (group.length === 1) return html`<p>${sentence(only, files)}</p>`;
  const rest = group.length - told.length;
  const items = told.map((text) => html`<li>${text}</li>`);
  return html`<ul>${items}</ul>${rest > 0 ? html`<p class="quiet">… and ${formatInteger(rest)} more: all of them are in report.json.</p>` : null}`;
}
function sentence(finding, files) {
  const waived = finding.waived === null ? null : html` <span class="quiet">Waived: ${finding.waived}</span>`;
  return html`${renderText(findingSentence(finding, files))}${waived}`;
}

// src/report/html/log-tails.ts
function renderLogTails(report) {
  const tails = report.runs.filter(({ end, logTail }) => end !== null && runSucceeded(end) && logTail.length > 0);
  return html`${tails.map((run) => {
    const title = `The last lines that ${runName(run.number)} printed`;
    return html`<details><summary>${title}</summary>${renderOutput(run.logTail, title)}</details>
`;
  })}`;
}

// src/report/html/run-facts.ts
var valueLength = 300;
var factsShown = 400;
function renderRunFacts(report) {
  const runs = report.runs.filter(({ end }) => end !== null);
  if (runs.length === 0) return null;
  const facts = runs.map((run) => new Map(factsOf(run).map((fact) => [fact.name, fact])));
  const names = [...new Set(facts.flatMap((known) => [...known.keys()]))].slice(0, factsShown);
  const rows = names.map((name) => {
    const cells = facts.map((known) => known.get(name) ?? null);
    const own = cells.some((cell2) => cell2?.own === true);
    return { name, cells, differs: !own && new Set(cells.map((cell2) => cell2?.value ?? null)).size > 1 };
  });
  const differing = rows.filter(({ differs: differs2 }) => differs2);
  const ordered = [...differing, ...rows.filter(({ differs: differs2 }) => !differs2)];
  const body2 = ordered.map(
    ({
      name,
      cells,
      differs: differs2
    }) => html`<tr${differs2 ? html` class="differing"` : null}><th scope="row">${shortened(name, valueLength)}${differs2 ? html` <span class="bad">differs</span>` : null}</th>${cells.map((cell2) => html`<td>${cell2 === null ? html`<span class="quiet">not there</span>` : html`<code>${shortened(cell2.value, valueLength)}</code>`}</td>`)}</tr>
`
  );
  const heads = runs.map((run) => html`<th scope="col">${runName(run.number)}</th>`);
  const title = "What each run was given, and what was seen in it";
  const told = differing.length === 0 ? "nothing differs" : `${plural(differing.length, "value")} ${differing.length === 1 ? "differs" : "differ"}`;
  return html`<details><summary>${title} <span class="${differing.length === 0 ? "quiet" : "bad"}">${runs.length < 2 ? "" : told}</span></summary>
${scrolling(title, html`<table class="facts"><thead><tr><th scope="col"></th>${heads}</tr></thead><tbody>${body2}</tbody></table>`)}</details>`;
}
function factsOf(run) {
  const fact = (name, value, own = false) => value === null || value === void 0 || value === "" ? [] : [{ name, value: String(value), own }];
  const seen = seenProcesses(run.observed);
  const torch = seen.map((one) => one.torch).find((one) => one !== null) ?? null;
  const packages = new Map(seen.flatMap(({ distributions }) => distributions.map((one) => [one.name, one.version])));
  return [
    ...fact("Command", run.argv.join(" ")),
    ...fact("Seed", run.seed),
    ...fact("Folder", run.workingDirectory),
    ...fact("Start", run.start, true),
    ...fact("Host", run.hostName),
    ...fact("Commit", run.workingTree?.commit),
    ...fact("Changed since the commit", run.workingTree === null ? null : plural(run.workingTree.dirtyCount, "file")),
    ...fact("Python", seen[0]?.interpreter.version ?? run.machine?.pythonVersion),
    ...fact("Platform", seen[0]?.interpreter.platform),
    ...fact("GPU", gpus(run, torch)),
    ...fact("GPU driver", [...new Set((run.machine?.gpus ?? []).map(({ driver }) => driver))].join(", ")),
    ...torch === null ? [] : [
      ...fact("torch", torch.version),
      ...fact("CUDA", torch.cuda),
      ...fact("cuDNN", torch.cudnn),
      ...fact("Deterministic algorithms", torch.deterministicAlgorithms ? "on" : "off"),
      ...fact("cuDNN benchmark", torch.cudnnBenchmark ? "on" : "off"),
      ...fact("Matrix multiplication precision", torch.matmulPrecision)
    ],
    ...Object.entries(run.environment).sort(([a], [b]) => a < b ? -1 : 1).flatMap(([name, value]) => fact(`$${name}`, value, /^TRAIN_TWICE(?:_|$)/.test(name))),
    ...[...packages].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([name, version]) => fact(`Package ${name}`, version))
  ];
}
function gpus(run, torch) {
  const used = (torch?.devices ?? []).map(({ name }) => name);
  if (used.length > 0) return used.join(", ");
  if (run.machine === null || run.machine.gpus === null) return "none was seen";
  return run.machine.gpus.length === 0 ? "none" : run.machine.gpus.map(({ name }) => name).join(", ");
}

// src/report/html/stretches.ts
function stretchesApart(row, { firstStep, lasting }) {
  if (firstStep === null) return [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  if (row.leaf?.kind === "series" && row.leaf.differing === 1) return [[firstStep, firstStep]];
  if (lasting || row.leaf?.kind !== "series") return [[firstStep, Number.POSITIVE_INFINITY]];
  return stretchesOf2(row, row.leaf.differing);
}
function stretchesOf2({ courses: courses2 }, differing) {
  if (courses2 === null) return null;
  const [first, second] = courses2.map(valuesByStep);
  const stretches = [];
  let [found, inside] = [0, false];
  for (const step of [...new Set(courses2.flatMap(({ steps: steps3 }) => steps3))].sort((a, b) => a - b)) {
    const apart = !Object.is(first?.get(step), second?.get(step));
    const last = stretches.at(-1);
    if (apart && inside && last !== void 0) last[1] = step;
    else if (apart) stretches.push([step, step]);
    inside = apart;
    found += apart ? 1 : 0;
  }
  return found === differing ? stretches : null;
}
function valuesByStep({ steps: steps3, values }) {
  return new Map(steps3.map((step, index) => [step, values[index]]));
}

// src/report/html/time-line.ts
var linesShown = 5;
var stretchesShown = 60;
var nameLength2 = 120;
function timeLine(report, files) {
  const compared2 = report.comparisons.flatMap((comparison) => metricRows(comparison, report.inventories).told);
  const stepKind = report.firstDifference.metric?.stepKind ?? compared2[0]?.series.stepKind;
  const rows = compared2.filter(({ series }) => series.stepKind === stepKind);
  const known = rows.map(({ series }) => series);
  const [some] = known;
  if (some === void 0) return null;
  const keys = new Set(known.map(({ place, name }) => seriesKey(place, name)));
  const steps3 = report.inventories.flatMap(
    ({ series }) => series.filter((one) => one.stepKind === stepKind && keys.has(seriesKey(one.neutralPath, one.name))).flatMap((one) => [one.steps[0], one.steps.at(-1)])
  );
  const ends = [...steps3, ...known.map(({ lastStep }) => lastStep), ...known.map((one) => one.firstDivergentStep)];
  const finite2 = ends.filter((step) => typeof step === "number" && Number.isFinite(step));
  const from = finite2.reduce((least, step) => Math.min(least, step), Number.POSITIVE_INFINITY);
  const to = finite2.reduce((most2, step) => Math.max(most2, step), Number.NEGATIVE_INFINITY);
  if (!(from <= to)) return null;
  const all = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const { place, name } = row.series;
    const key = seriesKey(place, name);
    const difference = worse(all.get(key)?.difference ?? null, apartIn(row));
    all.set(key, { name: shortened(name, nameLength2), file: shortName(files, place), difference });
  }
  const lines = [...all.values()].flatMap(({ difference, ...line }) => difference === null ? [] : [{ ...line, difference }]).sort((a, b) => firstOf(a.difference) - firstOf(b.difference));
  return {
    stepKind: some.stepKind,
    from,
    to,
    lines: lines.slice(0, linesShown),
    further: Math.max(0, lines.length - linesShown),
    same: all.size - lines.length,
    checkpoints: checkpointMarks(report, files, some.stepKind).filter(({ at: at2 }) => at2 >= from && at2 <= to),
    proves: hasVerdict(report.judgement.outcome)
  };
}
function apartIn(row) {
  const difference = seriesDifference(row);
  if (difference === null) return null;
  const { words: words2, tolerated: tolerated2 } = difference;
  return {
    ...difference,
    words: tolerated2 ? `${words2}, tolerated` : words2,
    tone: tolerated2 ? "doubt" : "bad",
    apart: stretchesApart(row, difference)
  };
}
function worse(a, b) {
  if (a === null || b === null) return a ?? b;
  if (a.tone !== b.tone) return a.tone === "bad" ? a : b;
  return firstOf(b) < firstOf(a) ? b : a;
}
function firstOf({ firstStep }) {
  return firstStep ?? -Number.MAX_VALUE;
}
var toneWeight = { good: 0, doubt: 1, bad: 2 };
function checkpointMarks(report, files, stepKind) {
  const marks2 = /* @__PURE__ */ new Map();
  for (const comparison of report.comparisons) {
    const inventories = [comparison.first, comparison.second].map(
      (number) => report.inventories.find(({ run }) => run === number)
    );
    for (const { place, paths, tone, words: words2 } of judgedCheckpoints(comparison)) {
      const at2 = paths.map((path, side) => path === null ? null : numberOf(inventories[side], path, stepKind));
      const number = at2.find((one) => one !== null) ?? null;
      if (number === null || toneWeight[marks2.get(place)?.tone ?? "good"] > toneWeight[tone]) continue;
      marks2.set(place, { name: shortened(shortName(files, place), nameLength2), at: number, tone, words: words2 });
    }
  }
  return [...marks2.values()].sort((a, b) => a.at - b.at || toneWeight[a.tone] - toneWeight[b.tone]);
}
function judgedCheckpoints(comparison) {
  const names = runNames(comparison);
  const effects = /* @__PURE__ */ new Map();
  const lonely = /* @__PURE__ */ new Map();
  const compared2 = comparison.coverage.checkpoints;
  const known = new Set(compared2.map(({ place }) => place));
  for (const { leaf, file, effect } of leavesOf(comparison.difference)) {
    const place = file?.place ?? leaf.place;
    const found = effects.get(place) ?? /* @__PURE__ */ new Set();
    effects.set(place, found.add(effect));
    if (file?.file?.role !== "checkpoint" || known.has(place) || lonely.has(place)) continue;
    const paths = [file.file.paths.first, file.file.paths.second];
    if (leaf.kind === "missing" && leaf.what === "file")
      lonely.set(place, { place, paths, tone: "bad", words: `only in ${names[leaf.presentIn]}` });
    if (leaf.kind === "unread") lonely.set(place, { place, paths, tone: "doubt", words: "not read" });
  }
  return [
    ...compared2.map(({ place, paths }) => ({
      place,
      paths: [paths.first, paths.second],
      ...judgement(effects.get(place) ?? /* @__PURE__ */ new Set())
    })),
    ...lonely.values()
  ];
}
function judgement(effects) {
  if (effects.has("content")) return { tone: "bad", words: "differs" };
  if (effects.has("unknown")) return { tone: "doubt", words: "not read" };
  if (effects.has("tolerated")) return { tone: "doubt", words: "within the tolerance" };
  return { tone: "good", words: "the same" };
}
function numberOf(inventory, path, stepKind) {
  const values = inventory?.checkpoints.find((checkpoint) => checkpoint.path === path)?.values ?? {};
  const keys = stepKind === "epoch" ? ["epoch"] : stepKind === "step" ? ["global_step", "step"] : [];
  for (const key of keys) {
    const value = Object.hasOwn(values, key) ? values[key] : void 0;
    if (value?.type === "int") return Number(value.text);
  }
  const named = checkpointNumber(path);
  return named !== null && named.kind === stepKind ? named.number : null;
}
function renderTimeLine(line) {
  const place = (step) => {
    if (step <= line.from && step < line.to) return 0;
    if (step >= line.to && step > line.from) return 100;
    return line.to === line.from ? 50 : (step - line.from) / (line.to - line.from) * 100;
  };
  const same = line.proves ? "good" : "quiet";
  const rows = line.lines.map(
    ({ name, file, difference }) => lane(
      html`<code title="${shortened(file, nameLength2)}">${name}</code>`,
      html`<span class="${difference.tone}">${difference.words}</span>`,
      lanePieces(difference, place, same)
    )
  );
  if (line.same > 0) {
    const name = `${formatInteger(line.same)} ${rows.length > 0 ? "other " : ""}series`;
    rows.push(lane(html`${name}`, html`<span class="${same}">the same to the end</span>`, html`${bar(0, 100, same)}`));
  }
  return html`<div class="time-line"><ol class="lanes">
${rows}${renderCheckpoints(line, place)}</ol>
<p class="axis" aria-hidden="true"><span>${line.stepKind} ${formatStep(line.from)}</span>${line.to === line.from ? null : html`<span>${line.stepKind} ${formatStep(line.to)}</span>`}</p>
${line.further === 0 ? null : html`<p class="quiet">${formatInteger(line.further)} more series differ${line.lines.some(({ difference }) => difference.firstStep === null) ? "" : " later"}.</p>`}</div>`;
}
function lane(name, told, pieces) {
  return html`<li><span class="lane-name">${name} ${told}</span>
<svg class="lane" width="100%" height="14" aria-hidden="true">${pieces}</svg></li>
`;
}
function lanePieces({ tone, firstStep, apart }, place, same) {
  const mark = (from) => html`<rect class="lane-mark tone-${tone}" x="${percent(from)}" y="0" width="3" height="14"/>`;
  if (firstStep === null) return html`${bar(0, 100, tone, true)}`;
  const first = Math.min(place(firstStep), 99);
  if (apart === null || apart.length > stretchesShown)
    return html`${bar(0, first, same)}${bar(first, 100, "quiet", true)}${mark(first)}`;
  let reached = 0;
  const pieces = apart.map(([from, to]) => {
    const [begin, end] = [Math.min(place(from), 99), place(to)];
    const piece = html`${bar(reached, begin, same)}${bar(begin, end, tone, true)}${mark(begin)}`;
    reached = Math.max(begin, end);
    return piece;
  });
  return html`${pieces}${bar(reached, 100, same)}`;
}
function bar(from, to, tone, pale = false) {
  if (to <= from) return null;
  return html`<rect class="tone-${tone}${pale ? " lane-pale" : ""}" x="${percent(from)}" y="4" width="${percent(to - from)}" height="6"/>`;
}
function percent(value) {
  return `${Number(value.toFixed(3))}%`;
}
function renderCheckpoints(line, place) {
  const { checkpoints, stepKind, proves } = line;
  if (checkpoints.length === 0) return null;
  const marks2 = checkpoints.map(
    ({ name, at: at2, tone, words: words2 }) => html`<circle class="tone-${tone === "good" && !proves ? "quiet" : tone}" cx="${percent(place(at2))}" cy="7" r="5"><title>${name}, ${stepKind} ${formatStep(at2)}: ${words2}</title></circle>`
  );
  return html`<li><span class="lane-name">${plural(checkpoints.length, "checkpoint")} ${countedMarks(line)}</span>
<svg class="lane lane-checkpoints" width="100%" height="14" aria-hidden="true">${marks2}</svg></li>
`;
}
function countedMarks({ checkpoints, proves }) {
  const differing = checkpoints.filter(({ tone }) => tone === "bad").length;
  const others = [...new Set(checkpoints.filter(({ tone }) => tone === "doubt").map(({ words: words2 }) => words2))];
  const parts2 = [
    ...differing === 0 ? [] : [html`<span class="bad">${formatInteger(differing)} ${differing === 1 ? "differs" : "differ"}</span>`],
    ...others.map((told) => {
      const count = checkpoints.filter(({ words: words2 }) => words2 === told).length;
      return html`<span class="doubt">${formatInteger(count)} ${told}</span>`;
    })
  ];
  if (parts2.length === 0) return html`<span class="${proves ? "good" : "quiet"}">the same</span>`;
  return html`${parts2.map((part, index) => html`${index === 0 ? "" : ", "}${part}`)}`;
}

// src/report/html/verdict.ts
var commandLength = 400;
function renderVerdict(report, story) {
  const blocks2 = story.find(({ id }) => id === "verdict")?.blocks ?? [];
  const parts2 = blocks2.map(
    (block) => block.kind === "verdict" ? html`<h1><span class="mark" aria-hidden="true">${block.mark}</span> ${block.word}</h1>
<p class="sentence">${renderText(block.text)}</p>
` : renderBlock2(block, "Verdict")
  );
  const tone = blocks2.find((block) => block.kind === "verdict")?.tone ?? "doubt";
  return html`<header id="verdict" class="verdict ${tone}">
<p class="product">Train Twice <span>${subject(report)}</span></p>
${parts2}
</header>
`;
}
function subject(report) {
  const command = auditedCommand(report);
  return command === null ? null : html`<code>${shortened(command, commandLength)}</code>`;
}

// src/report/html.ts
var limits = { rows: 300, differences: 30, perCheck: 50, courseColumns: 24, snippets: true };
var htmlReporter = {
  id: "html",
  title: "One page for a browser, with charts",
  fileName: "report.html",
  render(report, options) {
    const data = embeddedReport(report, options);
    const files = fileNames(report.inventories);
    const story = tellStory(report, limits);
    const sections = story.filter(({ id }) => id !== "verdict");
    const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${outcomeLabel(report.judgement.outcome)} – Train Twice</title>
<link rel="icon" href="data:,">
<style>${trusted(assets_default.style)}</style>
</head>
<body${hasVerdict(report.judgement.outcome) ? null : html` class="unproven"`}>
<a class="skip" href="#verdict">Skip to the verdict</a>
${renderVerdict(report, story)}
<nav aria-label="Parts of the report"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map((section2) => renderSection2(section2, report, files))}
</main>
<footer><p>Train Twice ${report.meta.tool.version}, audit <code>${report.meta.auditId}</code>, ${report.meta.createdAt}. ${data === null ? html`The report is too large to ride along: <code>report.json</code> lies beside this page.` : html`<a id="download" download="report.json" hidden>The whole report as JSON</a>`}</p></footer>
${data === null ? null : html`<script type="text/plain" id="report-data">${trusted(data)}</script>`}
<script>${trusted(assets_default.script)}</script>
</body>
</html>
`;
    return page.markup;
  }
};
var policy = [
  "default-src 'none'",
  `script-src '${assets_default.scriptHash}'`,
  `style-src '${assets_default.styleHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");
function renderSection2(section2, report, files) {
  const { id, title } = section2;
  const aside = id === "findings" && report.findings.length > 0 ? countedFindings(report.findings) : section2.aside;
  const shownAside = aside === null ? null : html` <span class="aside">${aside}</span>`;
  const body2 = renderBody(section2, report, files);
  if (section2.folded || id === "differences") {
    return html`<section id="${id}"><details><summary><h2>${title}${shownAside}</h2></summary>
${body2}</details></section>
`;
  }
  return html`<section id="${id}"><h2>${title}${shownAside}</h2>
${body2}</section>
`;
}
function renderBody(section2, report, files) {
  const blocks2 = section2.blocks.map((block) => html`${renderBlock2(block, section2.title)}\n`);
  switch (section2.id) {
    case "first-difference": {
      const line = timeLine(report, files);
      return html`${blocks2}${line === null ? null : renderTimeLine(line)}`;
    }
    case "likely-cause":
      return renderLikelyCauses(report, files) ?? html`${blocks2}`;
    case "runs":
      return html`${blocks2}${renderRunFacts(report)}${renderLogTails(report)}`;
    case "series":
      return html`<div id="charts"></div>${blocks2}`;
    case "checkpoints":
      return html`${blocks2}<div id="checkpoint-map"></div><div id="tensors"></div>`;
    case "findings":
      return renderFindings(report, files);
    default:
      return html`${blocks2}`;
  }
}

// src/report/results/check-results.ts
function checkResults(report) {
  const byCheck = /* @__PURE__ */ new Map();
  for (const finding of report.findings) {
    const found = byCheck.get(finding.check);
    if (found === void 0) byCheck.set(finding.check, [finding]);
    else found.push(finding);
  }
  const applied = new Map(report.checks.map((check) => [check.id, check]));
  for (const [id, [first]] of byCheck) {
    if (first !== void 0 && !applied.has(id)) {
      applied.set(id, { id, title: first.title, severity: first.severity });
    }
  }
  return [...applied.values()].map(({ id, title, severity }) => {
    const findings = worstFirst(byCheck.get(id) ?? []);
    const status = statusOf(report, findings, severity === "off");
    return { id, title, status, findings, reason: reasonOf(report, status, findings) };
  });
}
function statusOf(report, findings, off) {
  if (findingsAt(findings, report.policy.failOn).length > 0) return "failed";
  const open = findings.filter(isOpen);
  if (open.some((finding) => finding.severity !== "notice")) return "warned";
  if (open.length > 0) return "noted";
  if (findings.length > 0) return "waived";
  if (off) return "off";
  return provesByFindingNothing(report) ? "passed" : "unproven";
}
function provesByFindingNothing({ meta, judgement: judgement2 }) {
  return hasVerdict(judgement2.outcome) && meta.subject !== "check";
}
function reasonOf(report, status, findings) {
  switch (status) {
    case "passed":
    case "noted":
    case "warned":
    case "failed":
      return "";
    case "waived":
      return `Waived: ${findings.map((finding) => finding.waived ?? "").join("; ")}`;
    case "off":
      return "Switched off by the policy.";
    case "unproven":
      return hasVerdict(report.judgement.outcome) ? "One run alone was audited: many checks hold two runs against each other, so that finding nothing proves nothing." : "The audit came to no verdict: finding nothing proves nothing.";
    default:
      status;
      return "";
  }
}

// src/report/results/check-cases.ts
var mostFindings = 20;
function checkCases(report) {
  return checkResults(report).map((result3) => ({
    group: groupOf(result3.id),
    name: result3.id,
    status: statusOf2(result3, report),
    message: messageOf2(result3),
    lines: linesOf(result3.findings),
    seconds: 0
  }));
}
function groupOf(id) {
  const slash = id.indexOf("/");
  return slash > 0 ? id.slice(0, slash) : "checks";
}
function statusOf2({ status }, { judgement: judgement2 }) {
  switch (status) {
    case "passed":
    case "warned":
      return "passed";
    case "noted":
      return hasVerdict(judgement2.outcome) ? "passed" : "skipped";
    case "failed":
      return "failed";
    case "waived":
    case "off":
    case "unproven":
      return "skipped";
    default:
      status;
      return "error";
  }
}
function messageOf2({ title, status, findings, reason }) {
  if (status === "passed" && findings.length === 0) return "";
  if (reason !== "") return reason;
  const open = findings.filter(isOpen).length;
  return open > 1 ? `${title} (${open} findings)` : title;
}
function linesOf(findings) {
  const told = findings.slice(0, mostFindings).map((finding) => {
    const place = plainText(placeText(finding.place));
    const word = isOpen(finding) ? finding.severity : "waived";
    const certainty = finding.certainty === "inferred" ? " (inferred)" : "";
    return `${word}: ${place === "" ? "" : `${place}: `}${finding.message}${certainty}`;
  });
  const rest = findings.length - mostFindings;
  return rest > 0 ? [...told, `… and ${rest} more.`] : told;
}

// src/report/results/comparison-cases.ts
var mostLines = 20;
function comparisonCases(report) {
  return report.comparisons.flatMap((comparison) => {
    const label = comparisonLabel(report, comparison);
    return comparedThings(comparison).map((thing) => ({
      group: label === "" ? thing.kind : `${thing.kind} (${label})`,
      name: thing.name,
      ...judged2(report, comparison, thing),
      seconds: 0
    }));
  });
}
function comparedThings(comparison) {
  const { coverage } = comparison;
  const things = /* @__PURE__ */ new Map();
  const at2 = (kind, name) => {
    const key = `${kind} ${name}`;
    const known = things.get(key) ?? { kind, name, leaves: [], doubts: [], extent: "" };
    things.set(key, known);
    return known;
  };
  for (const { place, tensors, scalars } of coverage.checkpoints) {
    at2("checkpoints", place).extent = `${plural(tensors, "tensor")}, ${plural(scalars, "scalar")}`;
  }
  for (const { place, name, points, decides } of coverage.series) {
    if (decides && points.first > 0) at2("metrics", seriesName(name, place)).extent = plural(points.first, "point");
  }
  const toldPaths = /* @__PURE__ */ new Set();
  let differingBytes = 0;
  for (const located of leavesOf(comparison.difference)) {
    const { leaf, file, effect } = located;
    const paths = file?.file?.paths;
    for (const path of [file?.place, paths?.first, paths?.second]) if (path != null) toldPaths.add(path);
    if (leaf.kind === "bytes" && leaf.place === "") differingBytes += 1;
    if (effect !== "none") at2(...thingOf(located)).leaves.push(located);
  }
  const same = coverage.totals.bytesComparedFiles - differingBytes;
  if (same > 0) at2("files", "other files").extent = `${plural(same, "file")} with the same bytes`;
  for (const place of coverage.sameInode) {
    const thing = things.get(`checkpoints ${place}`) ?? at2("files", place);
    thing.doubts.push("It is one and the same file in both runs, which proves nothing.");
  }
  for (const { neutralPath: neutralPath2, first, second } of coverage.ambiguous) {
    const lists = `${formatList(first, 3)} of the one run, ${formatList(second, 3)} of the other`;
    at2("files", neutralPath2).doubts.push(`It is not clear which files belong together: ${lists}.`);
  }
  for (const { path, role, why, reason } of coverage.notCompared) {
    if (why !== "unread" || !roleDecides(role) || toldPaths.has(path)) continue;
    at2(kindOf(role), path).doubts.push(`It could not be read: ${reason}.`);
  }
  return [...things.values()].filter(
    ({ leaves, doubts, extent: extent2 }) => leaves.length + doubts.length > 0 || extent2 !== ""
  );
}
function seriesName(name, place) {
  return `${name} in ${place}`;
}
function kindOf(role) {
  return role === "checkpoint" ? "checkpoints" : role === "metrics" ? "metrics" : "files";
}
function thingOf({ leaf, file }) {
  const place = file?.place ?? leaf.place;
  const kind = kindOf(file?.file?.role ?? "");
  const isSeries = leaf.kind === "series" || leaf.kind === "entry-kind" || leaf.kind === "missing" && leaf.what === "series";
  return kind === "metrics" && isSeries ? [kind, seriesName(leaf.place, place)] : [kind, place];
}
var verdicts = {
  none: "identical",
  structure: "equivalent",
  tolerated: "within-tolerance",
  unknown: null,
  content: null
};
function judged2(report, comparison, { leaves, doubts, extent: extent2 }) {
  const names = runNames(comparison);
  const told = leaves.map(({ leaf }) => {
    const text = plainText(describeLeaf(leaf, names));
    return leaf.place === "" || leaf.kind === "series" ? text : `${leaf.place}: ${text}`;
  });
  const rest = told.length - mostLines;
  const lines = [
    ...doubts,
    ...told.slice(0, mostLines),
    ...rest > 0 ? [`… and ${plural(rest, "more difference")}.`] : []
  ];
  const status = statusOf3(report, leaves, doubts);
  const [first = ""] = lines;
  switch (status) {
    case "passed":
      return { status, message: extent2, lines };
    case "failed":
    case "error":
      return { status, message: lines.length === 1 ? first : `${first} (and ${lines.length - 1} more)`, lines };
    case "skipped":
      return {
        status,
        message: "It is the same in both runs; the audit came to no verdict, so this is no pass.",
        lines
      };
    default:
      status;
      return { status, message: "", lines };
  }
}
function statusOf3(report, leaves, doubts) {
  const effects = leaves.map(({ effect }) => knownEffect(effect));
  if (effects.includes("content")) return "failed";
  if (effects.includes("unknown") || doubts.length > 0) return "error";
  const accepted = effects.every((effect) => {
    const verdict = verdicts[effect];
    return verdict !== null && satisfies(verdict, report.policy.require);
  });
  if (!accepted) return "failed";
  return hasVerdict(report.judgement.outcome) ? "passed" : "skipped";
}

// src/report/results/verdict-cases.ts
function verdictName({ meta }) {
  return meta.subject === "check" ? "record" : "reproducibility";
}
function verdictCase(report) {
  const { judgement: judgement2 } = report;
  const status = verdictStatus(report);
  return {
    group: "verdict",
    name: verdictName(report),
    status,
    message: judgement2.sentence,
    lines: status === "passed" ? [] : whatIsKnown(report),
    seconds: 0
  };
}
function verdictStatus(report) {
  const { outcome: outcome2, passed } = report.judgement;
  switch (outcome2) {
    case "identical":
    case "equivalent":
    case "within-tolerance":
      if (passed) return "passed";
      return satisfies(outcome2, report.policy.require) && checkResults(report).some(({ status }) => status === "failed") ? "passed" : "failed";
    case "divergent":
    case "record-faulty":
      return "failed";
    case "record-sound":
      return passed ? "passed" : "failed";
    case "inconclusive":
    case "run-failed":
    case "cancelled":
      return "error";
    default:
      outcome2;
      return "error";
  }
}
function whatIsKnown({ firstDifference: firstDifference2, judgement: judgement2, findings }) {
  const causes = findings.filter((finding) => finding.certainty === "inferred" && isOpen(finding));
  return [
    ...firstDifference2.sentence === "" ? [] : [`First difference: ${firstDifference2.sentence}`],
    ...judgement2.reasons,
    ...causes.map(({ check, message }) => `Likely cause: ${message.replace(/^Likely cause: /, "")} (${check})`)
  ];
}
function runCases(report) {
  const made = report.runs.filter((run) => run.end !== null);
  if (made.length === 0 && report.meta.subject !== "run") return [];
  const missing = Math.min(mostRuns, Math.max(0, report.runsRequested - report.runs.length));
  const notStarted = Array.from({ length: missing }, (_2, index) => unstarted(report.runs.length + index + 1));
  return [...made.map(runCase), ...notStarted];
}
var mostRuns = 20;
function runCase(run) {
  const { number, end, durationMs, logTail, survivors } = run;
  const left2 = survivors.length === 0 ? [] : [`${plural(survivors.length, "process", "processes")} had to be ended after it.`];
  const failed = end !== null && !runSucceeded(end);
  return {
    group: "runs",
    name: runName(number),
    status: failed ? "error" : "passed",
    message: end === null || !failed ? "" : `Run ${number} ${describeRunEnd(end)}.`,
    lines: failed ? [...left2, ...logTail] : left2,
    seconds: durationMs / 1e3
  };
}
function unstarted(number) {
  const message = "It was asked for and never started.";
  return { group: "runs", name: runName(number), status: "skipped", message, lines: [], seconds: 0 };
}

// src/report/text/escape-xml.ts
var references2 = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
};
function escapeXml(text, length = 500) {
  return visible(shortened(text, length)).replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replace(/[&<>"']/g, (character) => references2[character] ?? "").replaceAll("##[", "#&#35;[").replace(/^(\s*):(?=:)/, "$1&#58;");
}

// src/report/junit.ts
var mostCases = 5e3;
var messageLength2 = 1e3;
var lineLength2 = 2e3;
var junitReporter = {
  id: "junit",
  title: "JUnit XML for viewers of test results",
  fileName: "junit.xml",
  render: (report) => document(report)
};
function document(report) {
  const suites = [
    { name: verdictName(report), cases: cut([verdictCase(report), ...runCases(report), ...comparisonCases(report)]) },
    { name: "checks", cases: cut(checkCases(report)) }
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="train-twice" ${counts(all, ["tests", "failures", "errors"])} time="${seconds(all)}">`,
    ...suites.flatMap(({ name, cases }, index) => suite(report, name, cases, index === 0 ? properties(report) : [])),
    "</testsuites>",
    ""
  ].join("\n");
}
function cut(cases) {
  const rest = cases.length - mostCases;
  if (rest <= 0) return cases;
  const isBad = ({ status }) => status === "failed" || status === "error";
  const kept = [...cases.filter(isBad), ...cases.filter((one) => !isBad(one))].slice(0, mostCases);
  const message = `${rest} more are not listed here; report.json has all of them.`;
  return [...kept, { group: "files", name: "not listed", status: "skipped", message, lines: [], seconds: 0 }];
}
var statusOfCount = { failures: "failed", errors: "error", skipped: "skipped" };
function counts(cases, names) {
  const count = (name) => {
    const wanted = statusOfCount[name];
    return wanted === void 0 ? cases.length : cases.filter(({ status }) => status === wanted).length;
  };
  return names.map((name) => `${name}="${count(name)}"`).join(" ");
}
var longestSeconds = 1e12;
function seconds(cases) {
  const sum = cases.reduce((total, one) => total + one.seconds, 0);
  return Math.min(longestSeconds, Math.max(0, sum)).toFixed(3);
}
function properties({ meta, runs, judgement: judgement2 }) {
  const told = [
    ["outcome", judgement2.outcome],
    ["passed", String(judgement2.passed)],
    ["exit-code", String(judgement2.exitCode)],
    ["seed", String(runs[0]?.seed ?? "")],
    ["audit", meta.auditId],
    ["version", meta.tool.version],
    ["platform", meta.platform]
  ];
  return [
    "    <properties>",
    ...told.filter(([, value]) => value !== "").map(([key, value]) => `      <property name="${key}" value="${escapeXml(value)}"/>`),
    "    </properties>"
  ];
}
function suite({ meta, runs }, name, cases, about) {
  return [
    `  <testsuite name="${name}" ${counts(cases, ["tests", "failures", "errors", "skipped"])} time="${seconds(cases)}" timestamp="${escapeXml(meta.createdAt)}" hostname="${escapeXml(runs[0]?.hostName ?? "")}">`,
    ...about,
    ...cases.flatMap(testCase),
    "  </testsuite>"
  ];
}
function testCase(one) {
  const head = `    <testcase classname="train-twice.${escapeXml(one.group)}" name="${escapeXml(one.name)}" time="${seconds([one])}"`;
  const body2 = outcome(one);
  return body2.length === 0 ? [`${head}/>`] : [`${head}>`, ...body2, "    </testcase>"];
}
var elements = {
  failed: "failure",
  error: "error",
  skipped: "skipped"
};
function outcome({ status, group, message, lines }) {
  const text = lines.map((line) => escapeXml(line, lineLength2)).join("\n");
  if (status === "passed") {
    const told = [escapeXml(message, messageLength2), text].filter((part) => part !== "").join("\n");
    return told === "" ? [] : [`      <system-out>${told}</system-out>`];
  }
  const element = elements[status];
  const attributes = `${status === "skipped" ? "" : `type="${escapeXml(group)}" `}message="${escapeXml(message, messageLength2)}"`;
  return [text === "" ? `      <${element} ${attributes}/>` : `      <${element} ${attributes}>${text}</${element}>`];
}

// src/report/sarif/locations.ts
var mostName = 500;
function locatorFor(report, names) {
  const folder = sourceFolder(report);
  const uriOf = ({ file, run }) => {
    if (file === null || file === "") return { uri: "report.json", uriBaseId: "ARTIFACT" };
    const neutral = neutralName(names, file, run);
    if (neutral !== null) return { uri: encodedPath(`run-${run ?? 1}/${neutral}`), uriBaseId: "ARTIFACT" };
    if (file.startsWith("/")) return { uri: `file://${encodedPath(file)}` };
    return { uri: encodedPath(`${folder}${file}`), uriBaseId: "%SRCROOT%" };
  };
  return {
    locate: (place) => ({
      physicalLocation: {
        artifactLocation: { ...uriOf(place) },
        ...place.line !== null && place.line > 0 && place.file !== null ? { region: { startLine: Math.min(2 ** 31 - 1, Math.round(place.line)) } } : {}
      },
      ...logicalPart(place)
    }),
    identify: (place) => {
      const { uri, uriBaseId = "" } = uriOf(place);
      return [uriBaseId, uri, place.run ?? "", shortened(place.entry ?? "", mostName)].join("\n");
    }
  };
}
function logicalPart({ run, file, entry }) {
  const runName2 = run === null ? "" : `run ${run}`;
  if (entry !== null && entry !== "") {
    const name = visible(shortened(entry, mostName));
    const full = [runName2, file ?? "", entry].filter((part) => part !== "").join(", ");
    return {
      logicalLocations: [{ name, fullyQualifiedName: visible(shortened(full, 2 * mostName)), kind: "entry" }]
    };
  }
  return file === null && runName2 !== "" ? { logicalLocations: [{ name: runName2, fullyQualifiedName: runName2, kind: "run" }] } : {};
}
function uriBases(report) {
  const root = sourceRoot(report);
  return {
    "%SRCROOT%": {
      ...root === "" ? {} : { uri: `file://${encodedPath(root)}/` },
      description: { text: "The top of the repository; without one, the folder in which the training is started." }
    },
    ARTIFACT: {
      description: {
        text: "The report as it is uploaded; run-N holds what run N left behind, which is no part of the repository."
      }
    }
  };
}
function firstRun({ runs }) {
  return runs[0] ?? null;
}
function sourceFolder(report) {
  const folder = (firstRun(report)?.workingTree?.folder ?? "").replace(/^\/+|\/+$/g, "");
  return folder === "" ? "" : `${folder}/`;
}
function sourceRoot(report) {
  const working = (firstRun(report)?.workingDirectory ?? "").replace(/\/+$/, "");
  const folder = sourceFolder(report).slice(0, -1);
  if (!working.startsWith("/")) return "";
  return folder !== "" && working.endsWith(`/${folder}`) ? working.slice(0, -folder.length - 1) : working;
}
function encodedPath(path) {
  return visible(shortened(path, mostName)).split("/").map(encodeURIComponent).join("/");
}

// src/report/sarif/plain-message.ts
function plainMessage(text, length) {
  const plain = visible(shortened(text, length)).replaceAll("](", "] (").replace(/\{(?=\d)/g, "{ ");
  return plain.trim() === "" ? "(empty)" : plain;
}

// src/report/sarif/rules.ts
var mostDescription = 1e3;
var levels = { error: "error", warning: "warning", notice: "note" };
var problemSeverities = {
  error: "error",
  warning: "warning",
  notice: "recommendation"
};
function rulesOf(report) {
  const known = new Map(checks.map((check) => [check.id, check]));
  const severities = new Map(report.checks.map(({ id, severity }) => [id, severity]));
  return checkResults(report).map(({ id, title, findings }) => {
    const severity = severities.get(id) ?? findings[0]?.severity ?? "warning";
    return rule(report, { id, title, severity }, known.get(id) ?? null, findings.length > 0);
  });
}
function rule(report, { id, title, severity }, check, whole) {
  const page = checkPageUrl(report, id);
  const weight = severity === "off" ? check?.severity ?? "warning" : severity;
  return {
    id: plainMessage(id, mostDescription),
    shortDescription: { text: plainMessage(title, mostDescription) },
    fullDescription: { text: plainMessage((check?.why ?? title).replaceAll("\n", " "), mostDescription) },
    helpUri: page,
    help: {
      text: `How to fix it: ${page}`,
      ...whole && check !== null ? { markdown: checkPage(check) } : {}
    },
    defaultConfiguration: { enabled: severity !== "off", level: levels[weight] },
    properties: {
      tags: [plainMessage(id.slice(0, Math.max(0, id.indexOf("/"))) || "checks", 100)],
      precision: check?.certainty === "inferred" ? "medium" : "very-high",
      "problem.severity": problemSeverities[weight]
    }
  };
}

// src/report/sarif.ts
var mostResults = 5e3;
var messageLength3 = 3e3;
var sarifReporter = {
  id: "sarif",
  title: "Findings as SARIF 2.1.0 for code scanning",
  fileName: "sarif.json",
  render: (report) => jsonText(document2(report))
};
function document2(report) {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Train Twice",
            version: plainMessage(report.meta.tool.version, 100),
            rules: rulesOf(report)
          }
        },
        automationDetails: { id: `train-twice/${plainMessage(report.meta.auditId, 100)}` },
        invocations: [invocation(report)],
        originalUriBaseIds: uriBases(report),
        columnKind: "utf16CodeUnits",
        results: results(report)
      }
    ]
  };
}
function invocation({ judgement: judgement2, meta, findings }) {
  const left2 = findings.length - mostResults;
  return {
    executionSuccessful: hasVerdict(judgement2.outcome),
    exitCode: judgement2.exitCode,
    .../^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(meta.createdAt) ? { startTimeUtc: meta.createdAt } : {},
    toolExecutionNotifications: [
      {
        level: judgement2.passed ? "note" : "error",
        message: { text: plainMessage(judgement2.sentence, messageLength3) }
      },
      ...left2 > 0 ? [{ level: "warning", message: { text: `${plural(left2, "more finding")} in report.json.` } }] : []
    ]
  };
}
function results(report) {
  const locator = locatorFor(report, fileNames(report.inventories));
  const indexes = new Map(checkResults(report).map(({ id }, index) => [id, index]));
  const seen = /* @__PURE__ */ new Map();
  return worstFirst(report.findings).slice(0, mostResults).map((finding) => {
    const identity = hashText(`${finding.check}
${locator.identify(finding.place)}`);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return result2(finding, indexes.get(finding.check) ?? -1, `${identity}:${count}`, locator);
  });
}
function result2(finding, ruleIndex, fingerprint, locator) {
  const { check, severity, certainty, message, place, waived } = finding;
  return {
    ruleId: plainMessage(check, 1e3),
    ruleIndex,
    level: levels[severity],
    message: { text: plainMessage(message, messageLength3) },
    locations: [locator.locate(place)],
    // The one key that GitHub heeds: with the rule and the file it tells the same finding in the next audit.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...waived === null ? {} : {
      suppressions: [{ kind: "external", status: "accepted", justification: plainMessage(waived, messageLength3) }]
    },
    properties: { certainty }
  };
}
function hashText(text) {
  let hash = 0xcbf29ce484222325n;
  for (let at2 = 0; at2 < text.length; at2++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at2))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

// src/report/registry.ts
var reporters = [
  terminalReporter,
  jsonReporter,
  summaryReporter,
  htmlReporter,
  annotationsReporter,
  junitReporter,
  sarifReporter,
  badgeReporter,
  commentReporter
];

// src/report/intoto/predicate.ts
var predicateType = "https://in-toto.io/attestation/test-result/v0.1";
var mostDatasets = 200;
function testResult(report, reportSha256) {
  const named = (status) => checkResults(report).filter((check) => check.status === status).map(({ id }) => printable(id));
  const verdict = verdictName(report);
  const verdictPassed = verdictCase(report).status === "passed";
  return {
    result: resultOf(report),
    configuration: [reportDescriptor(report, reportSha256), ...source(report), ...datasets(report)],
    passedTests: [...verdictPassed ? [verdict] : [], ...named("passed")],
    warnedTests: named("warned"),
    failedTests: [...verdictPassed ? [] : [verdict], ...named("failed")]
  };
}
function resultOf(report) {
  if (!isPass(report.judgement)) return "FAILED";
  const statuses = new Set(checkResults(report).map(({ status }) => status));
  if (statuses.has("failed")) return "FAILED";
  return statuses.has("warned") ? "WARNED" : "PASSED";
}
function reportDescriptor({ meta, policy: policy2, runs, judgement: judgement2 }, sha256) {
  return {
    name: "report.json",
    digest: { sha256 },
    mediaType: "application/json",
    annotations: {
      tool: meta.tool.name,
      version: printable(meta.tool.version),
      outcome: judgement2.outcome,
      require: policy2.require,
      failOn: policy2.failOn,
      runs: runs.length,
      seed: runs[0]?.seed ?? null
    }
  };
}
function source({ runs }) {
  const trees = runs.map(({ workingTree }) => workingTree);
  const [first] = trees;
  const commit = first?.commit ?? "";
  if (!isHex(commit, 40) && !isHex(commit, 64)) return [];
  if (trees.some((tree) => tree?.commit !== commit)) return [];
  const clean = trees.every((tree) => tree?.dirtyCount === 0);
  return [{ name: "source", digest: { gitCommit: commit }, annotations: { clean } }];
}
function datasets(report) {
  return report.datasets.slice(0, mostDatasets).flatMap(({ path, digests }) => {
    const found = digests.filter(
      ({ algorithm, scheme, digest: digest2 }) => scheme === "file" && isHex(digest2, algorithm === "sha256" ? 64 : 32)
    );
    if (found.length === 0) return [];
    const digest = Object.fromEntries(found.map((one) => [one.algorithm, one.digest]));
    return [{ name: printable(path), digest, annotations: { role: "dataset" } }];
  });
}
function isHex(text, length) {
  return text.length === length && /^[0-9a-f]*$/.test(text);
}
function printable(text) {
  return visible(shortened(text, 300));
}

// src/report/intoto/subjects.ts
var mostSubjects = 1e3;
var mostName2 = 300;
function subjectsOf({ bestCheckpoints }, reportSha256) {
  const subjects = /* @__PURE__ */ new Map([[reportSha256, "report.json"]]);
  const taken = new Set(subjects.values());
  for (const { run, files } of bestCheckpoints.toSorted((a, b) => b.run - a.run)) {
    for (const { path, sha256 } of files) {
      if (subjects.has(sha256)) continue;
      const name = freeName(printable2(path), run, taken);
      taken.add(name);
      subjects.set(sha256, name);
    }
  }
  return [...subjects].slice(0, mostSubjects).map(([sha256, name]) => ({ name, sha256 }));
}
function printable2(path) {
  const name = visible(shortened(path, mostName2));
  return name.trim() === "" ? "checkpoint" : name;
}
function freeName(path, run, taken) {
  let name = taken.has(path) ? `run-${run}/${path}` : path;
  for (let number = 2; taken.has(name); number++) name = `run-${run}/${path} (${number})`;
  return name;
}

// src/report/intoto/statement.ts
var statementSeal = {
  id: "intoto",
  title: "An in-toto statement of the test result, unsigned",
  fileName: "test-result.intoto.json",
  render: (report, reportSha256) => jsonText({
    _type: "https://in-toto.io/Statement/v1",
    subject: subjectsOf(report, reportSha256).map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType,
    predicate: testResult(report, reportSha256)
  })
};
var predicateSeal = {
  id: "intoto-predicate",
  title: "The statement's predicate alone, for actions/attest",
  fileName: "test-result.predicate.json",
  render: (report, reportSha256) => jsonText(testResult(report, reportSha256))
};
var subjectsSeal = {
  id: "intoto-subjects",
  title: "The statement's subjects as checksums, for actions/attest",
  fileName: "test-result.subjects.sha256",
  render: (report, reportSha256) => subjectsOf(report, reportSha256).map(({ name, sha256 }) => `${sha256}  ${name}
`).join("")
};

// src/report/seal-registry.ts
var seals = [statementSeal, predicateSeal, subjectsSeal];

export {
  resolveNode,
  branchFor,
  memberSchema,
  itemSchema,
  jsonText,
  reportSchema,
  numberKey,
  jsonReporter,
  sealText,
  sha256Of,
  knownEffect,
  leavesWith,
  firstDifference,
  verdictSentence,
  differingReasons,
  annotationsOf,
  findingsAt,
  findingsReason,
  summaryLimitBytes,
  renderSummary,
  renderComment,
  terminalReporter,
  reporters,
  seals
};
