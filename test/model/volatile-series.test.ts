import { describe, expect, it } from 'vitest';
import { volatileSeriesPolicy } from '../../src/model/volatile-series.ts';

describe('volatileSeriesPolicy', () => {
  it.each([
    ['time', 'time'],
    ['epoch_time', 'time'],
    ['train/step_time_ms', 'time'],
    ['time_per_step', 'time'],
    ['time_step_ms', 'time'],
    ['stepTime', 'time'],
    ['perf/data-time', 'time'],
    ['time_total_s', 'time'],
    ['train_runtime', 'duration'],
    ['_runtime', 'duration'],
    ['eval.duration', 'duration'],
    ['elapsed_seconds', 'duration'],
    ['wall_time', 'clock'],
    ['wallTime', 'clock'],
    ['_timestamp', 'clock'],
    ['eval_samples_per_second', 'throughput'],
    ['samplesPerSecond', 'throughput'],
    ['tokens_per_sec', 'throughput'],
    ['tokens_per_second_per_gpu', 'throughput'],
    ['ms_per_batch', 'throughput'],
    ['it/s', 'throughput'],
    ['train/tokens/sec', 'throughput'],
    ['s/it', 'throughput'],
    ['throughput', 'throughput'],
    ['mfu', 'throughput'],
    ['MFU', 'throughput'],
    ['charts/SPS', 'throughput'],
    ['gpu_memory', 'memory'],
    ['GPUMem', 'memory'],
    ['train_mem_gpu_alloc_delta', 'memory'],
    ['gpu.0.utilization', 'machine'],
    ['gpu_temp', 'machine'],
    ['eta', 'eta'],
    ['train/eta_seconds', 'eta'],
  ])('sets %s aside by the rule %s', (name, rule) => {
    expect(volatileSeriesPolicy(name)).toBe(rule);
  });

  it.each([
    'loss',
    'val/accuracy',
    'time_step_loss',
    'time_step',
    'timestep',
    'timesteps_total',
    'lifetime_value',
    'arrival_time_mae',
    'travelTimeLoss',
    'sometimes',
    'beta',
    'eta_min',
    'learning_rate',
    'temperature',
    'memory_loss',
    'total_flos',
    'step',
    'epoch',
    'overtime',
    'tokens',
    'number_of_steps',
    'per_class/recall',
    '',
    '///',
  ])('lets %j decide', (name) => {
    expect(volatileSeriesPolicy(name)).toBeNull();
  });
});
