/** What a Python file says about itself, read as text: its imports, whether it trains, whether it can be started. */

/** `import x`, `import a, x` and `from x.y import z`, indented or not. */
export function importsModule(text: string, module: string): boolean {
  return new RegExp(`^[ \\t]{0,40}(?:import|from)[ \\t]{1,8}(?:[^\\n]{0,200}, ?)?${module}\\b`, 'm').test(text);
}

/** Signs of a loop that trains, whatever the framework. */
const trainingSigns =
  /\.backward\(|\.fit\(|\boptimizer\.step\(|\btrainer\.train\(|\bTrainer\(|\bmodel\.train\(|\bjax\.(?:value_and_)?grad\b|\bGradientTape\b|\btrain_step\b|\.train_on_batch\(|\bSFTTrainer\(|\bLightningCLI\(/;

export function trains(text: string): boolean {
  return trainingSigns.test(text);
}

export function usesHydra(text: string): boolean {
  return /^[ \t]{0,8}@(?:hydra\.)?main\b/m.test(text) && importsModule(text, 'hydra');
}

export function canBeStarted(text: string): boolean {
  return /^if __name__ *== *["']__main__["']/m.test(text);
}
