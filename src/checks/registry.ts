/** Every check, in the order in which findings of one severity are shown. Written by hand: a new check is one line more. */
import type { Check } from '../model/check.ts';
import { checkpointsBestMetricDisagrees } from './checkpoints/best-metric-disagrees.ts';
import { checkpointsBestMissing } from './checkpoints/best-missing.ts';
import { checkpointsBestNotBest } from './checkpoints/best-not-best.ts';
import { checkpointsBytesDifferContentEqual } from './checkpoints/bytes-differ-content-equal.ts';
import { checkpointsEpochDisagrees } from './checkpoints/epoch-disagrees.ts';
import { checkpointsEpochGap } from './checkpoints/epoch-gap.ts';
import { checkpointsEpochOutsideRun } from './checkpoints/epoch-outside-run.ts';
import { checkpointsExecutableReferences } from './checkpoints/executable-references.ts';
import { checkpointsKeyTypesWrong } from './checkpoints/key-types-wrong.ts';
import { checkpointsKeysMissing } from './checkpoints/keys-missing.ts';
import { checkpointsKindsDiffer } from './checkpoints/kinds-differ.ts';
import { checkpointsLatestNotNewest } from './checkpoints/latest-not-newest.ts';
import { checkpointsMissingInOneRun } from './checkpoints/missing-in-one-run.ts';
import { checkpointsNamesMissing } from './checkpoints/names-missing.ts';
import { checkpointsNamesUnconventional } from './checkpoints/names-unconventional.ts';
import { checkpointsNoneFound } from './checkpoints/none-found.ts';
import { checkpointsOpaqueDiffers } from './checkpoints/opaque-differs.ts';
import { checkpointsResumptionNotExact } from './checkpoints/resumption-not-exact.ts';
import { checkpointsScalarsDiffer } from './checkpoints/scalars-differ.ts';
import { checkpointsStructureDiffers } from './checkpoints/structure-differs.ts';
import { checkpointsUnreadable } from './checkpoints/unreadable.ts';
import { configurationDiffers } from './configuration/differs.ts';
import { configurationNotRecorded } from './configuration/not-recorded.ts';
import { configurationOverridesNotApplied } from './configuration/overrides-not-applied.ts';
import { configurationPlacesDisagree } from './configuration/places-disagree.ts';
import { configurationSeedMissing } from './configuration/seed-missing.ts';
import { configurationSeedNotGiven } from './configuration/seed-not-given.ts';
import { configurationSeedNotUsed } from './configuration/seed-not-used.ts';
import { configurationUnparsable } from './configuration/unparsable.ts';
import { coverageNothingCompared } from './coverage/nothing-compared.ts';
import { datasetChanged } from './dataset/changed.ts';
import { datasetDiffers } from './dataset/differs.ts';
import { datasetMissing } from './dataset/missing.ts';
import { datasetNotAsDeclared } from './dataset/not-as-declared.ts';
import { datasetNotRead } from './dataset/not-read.ts';
import { datasetNotRecorded } from './dataset/not-recorded.ts';
import { datasetNotTrue } from './dataset/not-true.ts';
import { datasetNotVerified } from './dataset/not-verified.ts';
import { datasetPointerFile } from './dataset/pointer-file.ts';
import { determinismAlgorithmsNotDeterministic } from './determinism/algorithms-not-deterministic.ts';
import { determinismCublasWorkspaceMissing } from './determinism/cublas-workspace-missing.ts';
import { determinismCudnnBenchmarkOn } from './determinism/cudnn-benchmark-on.ts';
import { determinismCudnnNotDeterministic } from './determinism/cudnn-not-deterministic.ts';
import { determinismNondeterministicOperation } from './determinism/nondeterministic-operation.ts';
import { determinismReducedPrecision } from './determinism/reduced-precision.ts';
import { determinismSettingsDiffer } from './determinism/settings-differ.ts';
import { determinismTensorflowNotDeterministic } from './determinism/tensorflow-not-deterministic.ts';
import { determinismWorkerSeeding } from './determinism/worker-seeding.ts';
import { determinismXlaNotDeterministic } from './determinism/xla-not-deterministic.ts';
import { environmentDiffers } from './environment/differs.ts';
import { environmentNotRecorded } from './environment/not-recorded.ts';
import { environmentNotTrue } from './environment/not-true.ts';
import { environmentSchemaInvalid } from './environment/schema-invalid.ts';
import { filesAmbiguousPairing } from './files/ambiguous-pairing.ts';
import { filesBytesDiffer } from './files/bytes-differ.ts';
import { filesImageDiffers } from './files/image-differs.ts';
import { filesLogDiffers } from './files/log-differs.ts';
import { filesMissingInOneRun } from './files/missing-in-one-run.ts';
import { filesReadNotes } from './files/read-notes.ts';
import { filesSameInode } from './files/same-inode.ts';
import { filesUnread } from './files/unread.ts';
import { layoutHuggingFaceIncomplete } from './layout/hugging-face-incomplete.ts';
import { layoutHydraIncomplete } from './layout/hydra-incomplete.ts';
import { layoutLightningIncomplete } from './layout/lightning-incomplete.ts';
import { layoutNotAllowed } from './layout/not-allowed.ts';
import { layoutNotFollowed } from './layout/not-followed.ts';
import { layoutRequiredMissing } from './layout/required-missing.ts';
import { layoutTimestampNotReal } from './layout/timestamp-not-real.ts';
import { metricsBytesDifferContentEqual } from './metrics/bytes-differ-content-equal.ts';
import { metricsEndsNonFinite } from './metrics/ends-non-finite.ts';
import { metricsNoneFound } from './metrics/none-found.ts';
import { metricsRewrittenSteps } from './metrics/rewritten-steps.ts';
import { metricsSeriesMissing } from './metrics/series-missing.ts';
import { metricsValuesDiverge } from './metrics/values-diverge.ts';
import { metricsWithinTolerance } from './metrics/within-tolerance.ts';
import { policyWaiverExpired } from './policy/waiver-expired.ts';
import { policyWaiverUnused } from './policy/waiver-unused.ts';
import { recordMissingInOneRun } from './record/missing-in-one-run.ts';
import { recordNotObserved } from './record/not-observed.ts';
import { requirementsDiffers } from './requirements/differs.ts';
import { requirementsIncomplete } from './requirements/incomplete.ts';
import { requirementsLockDrifted } from './requirements/lock-drifted.ts';
import { requirementsNotPinned } from './requirements/not-pinned.ts';
import { requirementsNotRecorded } from './requirements/not-recorded.ts';
import { requirementsNotTrue } from './requirements/not-true.ts';
import { requirementsUnparsable } from './requirements/unparsable.ts';
import { runCancelled } from './run/cancelled.ts';
import { runDoubt } from './run/doubt.ts';
import { runFailed } from './run/failed.ts';
import { runLeftProcesses } from './run/left-processes.ts';
import { runLogShowsError } from './run/log-shows-error.ts';
import { runMuchShorter } from './run/much-shorter.ts';
import { runSkippedWork } from './run/skipped-work.ts';
import { runStartedDifferently } from './run/started-differently.ts';
import { runTimedOut } from './run/timed-out.ts';
import { runWorkingTreeDiffers } from './run/working-tree-differs.ts';
import { runWorkingTreeDirty } from './run/working-tree-dirty.ts';
import { runWroteNothing } from './run/wrote-nothing.ts';
import { runWroteOutsideOutputs } from './run/wrote-outside-outputs.ts';
import { seedsDifferBetweenRuns } from './seeds/differ-between-runs.ts';
import { seedsHashSeedNotInForce } from './seeds/hash-seed-not-in-force.ts';
import { seedsNotTheGivenSeed } from './seeds/not-the-given-seed.ts';
import { seedsSeededAfterUse } from './seeds/seeded-after-use.ts';
import { seedsUnseededGenerator } from './seeds/unseeded-generator.ts';
import { weightsDtypeDiffers } from './weights/dtype-differs.ts';
import { weightsMissingTensor } from './weights/missing-tensor.ts';
import { weightsNeverChanged } from './weights/never-changed.ts';
import { weightsNonFinite } from './weights/non-finite.ts';
import { weightsShapeDiffers } from './weights/shape-differs.ts';
import { weightsValuesDiffer } from './weights/values-differ.ts';
import { weightsWithinTolerance } from './weights/within-tolerance.ts';

export const checks: readonly Check[] = [
  runCancelled,
  runDoubt,
  runFailed,
  runLeftProcesses,
  runLogShowsError,
  runMuchShorter,
  runSkippedWork,
  runStartedDifferently,
  runTimedOut,
  runWorkingTreeDiffers,
  runWorkingTreeDirty,
  runWroteNothing,
  runWroteOutsideOutputs,
  coverageNothingCompared,
  metricsBytesDifferContentEqual,
  metricsEndsNonFinite,
  metricsNoneFound,
  metricsRewrittenSteps,
  metricsSeriesMissing,
  metricsValuesDiverge,
  metricsWithinTolerance,
  weightsDtypeDiffers,
  weightsMissingTensor,
  weightsNeverChanged,
  weightsNonFinite,
  weightsShapeDiffers,
  weightsValuesDiffer,
  weightsWithinTolerance,
  checkpointsBestNotBest,
  checkpointsBestMetricDisagrees,
  checkpointsBestMissing,
  checkpointsLatestNotNewest,
  checkpointsEpochOutsideRun,
  checkpointsBytesDifferContentEqual,
  checkpointsEpochDisagrees,
  checkpointsEpochGap,
  checkpointsExecutableReferences,
  checkpointsKeyTypesWrong,
  checkpointsKeysMissing,
  checkpointsKindsDiffer,
  checkpointsMissingInOneRun,
  checkpointsNamesMissing,
  checkpointsNamesUnconventional,
  checkpointsNoneFound,
  checkpointsOpaqueDiffers,
  checkpointsResumptionNotExact,
  checkpointsScalarsDiffer,
  checkpointsStructureDiffers,
  checkpointsUnreadable,
  filesAmbiguousPairing,
  filesBytesDiffer,
  filesImageDiffers,
  filesLogDiffers,
  filesMissingInOneRun,
  filesReadNotes,
  filesSameInode,
  filesUnread,
  // Likely causes: the surest first.
  seedsUnseededGenerator,
  seedsDifferBetweenRuns,
  seedsSeededAfterUse,
  determinismSettingsDiffer,
  determinismNondeterministicOperation,
  seedsHashSeedNotInForce,
  determinismWorkerSeeding,
  determinismCudnnBenchmarkOn,
  determinismAlgorithmsNotDeterministic,
  determinismCudnnNotDeterministic,
  determinismTensorflowNotDeterministic,
  determinismXlaNotDeterministic,
  determinismCublasWorkspaceMissing,
  determinismReducedPrecision,
  seedsNotTheGivenSeed,
  recordMissingInOneRun,
  recordNotObserved,
  environmentNotTrue,
  environmentDiffers,
  environmentNotRecorded,
  environmentSchemaInvalid,
  requirementsDiffers,
  requirementsNotTrue,
  requirementsIncomplete,
  requirementsLockDrifted,
  requirementsNotPinned,
  requirementsNotRecorded,
  requirementsUnparsable,
  configurationDiffers,
  configurationPlacesDisagree,
  configurationOverridesNotApplied,
  configurationSeedNotUsed,
  configurationSeedNotGiven,
  configurationNotRecorded,
  configurationSeedMissing,
  configurationUnparsable,
  // What the data is comes before what was said of it.
  datasetChanged,
  datasetMissing,
  datasetPointerFile,
  datasetNotAsDeclared,
  datasetNotTrue,
  datasetDiffers,
  datasetNotRecorded,
  datasetNotRead,
  datasetNotVerified,
  layoutRequiredMissing,
  layoutNotAllowed,
  layoutHydraIncomplete,
  layoutLightningIncomplete,
  layoutHuggingFaceIncomplete,
  layoutNotFollowed,
  layoutTimestampNotReal,
  policyWaiverExpired,
  policyWaiverUnused,
];
