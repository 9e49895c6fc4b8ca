/**
 * Every generated text file of this repository. `npm run generate` writes them, `npm run generate -- --check` and a house
 * test hold them fresh. A new one: a pure function that renders it, and a line here.
 */
import { renderActionYml } from '../src/config/generate/action-yml.ts';
import { renderCliPage } from '../src/config/generate/cli-page.ts';
import { renderConfigSchema } from '../src/config/generate/config-schema.ts';
import { renderConfigurationPage } from '../src/config/generate/configuration-page.ts';
import { betweenMarkers } from '../src/config/generate/markers.ts';
import { renderOptionsTable } from '../src/config/generate/option-tables.ts';
import { checkPages } from './check-pages.ts';
import { formatsPage } from './formats-page.ts';
import { reportAssets } from './report-assets.ts';
import { reportJsonPage } from './report-json-page.ts';

export interface GeneratedFile {
  /** Below the repository. */
  readonly path: string;
  /** The whole file; `current` is what stands there now, for pages with generated parts. */
  render(current: string | null): string;
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: 'action.yml', render: renderActionYml },
  { path: 'schemas/config.v1.json', render: renderConfigSchema },
  { path: 'README.md', render: (current) => betweenMarkers(current ?? '', 'options', renderOptionsTable()) },
  { path: 'docs/configuration.md', render: renderConfigurationPage },
  { path: 'docs/cli.md', render: renderCliPage },
  ...[formatsPage(), reportAssets(), reportJsonPage(), ...checkPages()].map(({ path, text }) => ({
    path,
    render: () => text,
  })),
];
