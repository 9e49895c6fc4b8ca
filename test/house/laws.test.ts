/** The laws of docs/architecture: which folder may know which, what stands below the waterline, how a switch ends. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { filesBelow, root, type SourceFile, sourceFiles } from './source-tree.ts';

const files = sourceFiles();
const stages = ['config', 'run', 'collect', 'fingerprint', 'compare', 'checks', 'judge', 'report', 'publish'];
const waterline = ['checks', 'judge', 'report'];

/** Files over 400 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  'src/config/options.ts': 'the ONE table of options: a row each, and no code',
};

function folderOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function importsOf(file: SourceFile): readonly string[] {
  return file.imports.map((entry) => entry.target);
}

describe('law 1: data goes one way', () => {
  it('a stage imports nothing of a later stage', () => {
    const broken = files.flatMap((file) => {
      const own = stages.indexOf(folderOf(file.path));
      if (own < 0) return [];
      return importsOf(file)
        .filter((target) => target.startsWith('src/') && stages.indexOf(folderOf(target)) > own)
        .map((target) => `${file.path} → ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('model imports nothing outside itself', () => {
    const broken = files
      .filter((file) => folderOf(file.path) === 'model')
      .flatMap((file) => importsOf(file).filter((target) => !target.startsWith('src/model/')));
    expect(broken).toEqual([]);
  });

  it('formats import model and formats only, and codecs know no format', () => {
    const broken = files.flatMap((file) => {
      if (folderOf(file.path) !== 'formats') return [];
      const isCodec = file.path.startsWith('src/formats/codecs/');
      return importsOf(file)
        .filter((target) => target.startsWith('src/'))
        .filter((target) => !target.startsWith('src/model/') && !target.startsWith('src/formats/codecs/'))
        .filter((target) => isCodec || !target.startsWith('src/formats/'))
        .map((target) => `${file.path} → ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('init is a side room: it imports model and formats, and only commands imports it', () => {
    const broken = files.flatMap((file) => {
      const inside = folderOf(file.path) === 'init';
      return importsOf(file)
        .filter((target) => target.startsWith('src/'))
        .filter((target) =>
          inside
            ? !/^src\/(?:init|model|formats)\//.test(target)
            : target.startsWith('src/init/') && folderOf(file.path) !== 'commands',
        )
        .map((target) => `${file.path} → ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('no file imports itself through others', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: SourceFile, trail: readonly string[]): void => {
      state.set(file.path, 'open');
      for (const entry of file.imports) {
        const next = entry.typeOnly ? undefined : byPath.get(entry.target);
        if (next === undefined || state.get(next.path) === 'done') continue;
        if (state.get(next.path) === 'open') cycles.push([...trail, file.path, next.path].join(' → '));
        else visit(next, [...trail, file.path]);
      }
      state.set(file.path, 'done');
    };
    for (const file of files) if (!state.has(file.path)) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe('law 2: the Actions toolkit stays at the edge', () => {
  it('@actions/* is imported only by action.ts, config/from-action.ts, run and publish', () => {
    const broken = files
      .filter((file) => importsOf(file).some((target) => target.startsWith('@actions/')))
      .map((file) => file.path)
      .filter((file) => !/^src\/(action\.ts|post\.ts|config\/from-action\.ts|run\/|publish\/)/.test(file));
    expect(broken).toEqual([]);
  });

  it('@actions/* values are loaded lazily, so that the command line never pays for them', () => {
    const broken = files.flatMap((file) =>
      file.imports
        .filter((entry) => entry.target.startsWith('@actions/') && !entry.dynamic && !entry.typeOnly)
        .map((entry) => `${file.path} → ${entry.target}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('law 3: below the waterline everything is pure', () => {
  const below = files.filter((file) => waterline.includes(folderOf(file.path)));

  it('there is no node:* module', () => {
    expect(
      below.filter((file) => importsOf(file).some((target) => target.startsWith('node:'))).map((file) => file.path),
    ).toEqual([]);
  });

  it('nothing is asynchronous', () => {
    expect(below.filter((file) => /\basync\b|\bawait\b|\bPromise\b/.test(file.code)).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('there is no clock, no chance and no environment', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|(?<!-)\bprocess\.|\bMath\.random\b|\bperformance\.|toLocale|\bIntl\./;
    expect(below.filter((file) => impure.test(file.code)).map((file) => file.path)).toEqual([]);
  });
});

describe('the program of the page in src/page', () => {
  const page = files.filter((file) => folderOf(file.path) === 'page');

  it('imports what is pure and its own, and nothing imports it', () => {
    const allowed = /^(?:src\/(?:page|model|report\/story|report\/text)\/|uplot$)/;
    expect(page.flatMap((file) => importsOf(file).filter((target) => !allowed.test(target)))).toEqual([]);
    const others = files.filter((file) => folderOf(file.path) !== 'page');
    expect(others.filter((file) => importsOf(file).some((target) => target.startsWith('src/page/')))).toEqual([]);
  });

  it('never makes markup or code out of a text, and asks for nothing from elsewhere', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b|new Function|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\(/;
    expect(page.filter((file) => forbidden.test(file.code)).map((file) => file.path)).toEqual([]);
  });
});

describe('law 7: every switch on a kind is complete', () => {
  it('ends in satisfies never', () => {
    const broken = files.flatMap((file) => {
      const switches = [...file.code.matchAll(/switch \(([\w.]*\bkind)\)/g)];
      const closed = [...file.code.matchAll(/satisfies never/g)];
      return switches.length <= closed.length
        ? []
        : [`${file.path}: ${switches.length} switches, ${closed.length} closed`];
    });
    expect(broken).toEqual([]);
  });
});

describe('the house is kept small and plain', () => {
  it('no file is longer than 400 lines without a reason', () => {
    const long = files.filter((file) => file.text.split('\n').length > 401).map((file) => file.path);
    expect(long.filter((file) => longFiles[file] === undefined)).toEqual([]);
  });

  it('every module opens with a comment', () => {
    expect(files.filter((file) => !/^(#!.*\n)?\/\*\*/.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  it('no file has a name that says nothing', () => {
    expect(
      files
        .filter((file) => /\/(utils?|helpers?|common|managers?|misc)(\.ts|\/)/.test(file.path))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('there are no default exports and no ways around the types', () => {
    const broken = files
      .filter((file) =>
        /^export default\b|\bas any\b|: any\b|\bas unknown as\b|@ts-ignore|@ts-expect-error/m.test(file.code),
      )
      .map((file) => file.path);
    expect(broken).toEqual([]);
  });

  it('the version is that of package.json', () => {
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version).toBe(version);
  });
});

describe('one new file and one line in a registry', () => {
  const registries = [
    { folder: 'src/formats/checkpoints', array: 'checkpointFormats', tests: 'test/formats/checkpoints' },
    { folder: 'src/formats/metrics', array: 'metricFormats', tests: 'test/formats/metrics' },
    { folder: 'src/formats/records', array: 'recordFormats', tests: 'test/formats/records' },
    { folder: 'src/report', array: 'reporters', tests: 'test/report' },
  ];

  /** A file that declares an entry of a registry exports `const …: CheckpointFormat = {` or the like. */
  const declares = /export const (\w+)(?:: \w*(?:CheckpointFormat|MetricFormat|RecordFormat|Reporter)\b)/;

  for (const { folder, array, tests } of registries) {
    const registry = files.find((file) => file.path === `${folder}/registry.ts`);
    const declared = files.filter((file) => file.path.startsWith(`${folder}/`) && declares.test(file.code));

    it(`${folder}: every entry that a file declares is registered`, () => {
      const missing = declared.flatMap((file) => {
        const name = declares.exec(file.code)?.[1] ?? '';
        return new RegExp(`\\b${name}\\b`).test(registry?.code ?? '') ? [] : [`${name} of ${file.path}`];
      });
      expect({ declared: declared.length > 0, missing }).toEqual({ declared: true, missing: [] });
    });

    it(`${folder}: ${array} holds nothing that no file declares`, () => {
      const listed = /=\s*\[([\s\S]*?)\]/.exec(registry?.code ?? '')?.[1] ?? '';
      const names = [...listed.matchAll(/\b([a-z]\w+)\b/g)].map((match) => match[1] ?? '');
      const known = declared.map((file) => declares.exec(file.code)?.[1] ?? '');
      expect(names.filter((name) => !known.includes(name))).toEqual([]);
    });

    it(`${folder}: every registered entry has a test`, () => {
      const texts = filesBelow(tests, '.test.ts').map((file) => readFileSync(path.join(root, file), 'utf8'));
      const untested = declared.flatMap((file) => {
        const name = declares.exec(file.code)?.[1] ?? '';
        return texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)) ? [] : [name];
      });
      expect(untested).toEqual([]);
    });
  }
});

describe('seals are registered as reporters are', () => {
  it('every seal that a file declares stands in its registry', () => {
    const registry = files.find((file) => file.path === 'src/report/seal-registry.ts');
    const declared = files.flatMap((file) =>
      [...file.code.matchAll(/export const (\w+): Seal\b/g)].map((match) => match[1] ?? ''),
    );
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((name) => !new RegExp(`\\b${name}\\b`).test(registry?.code ?? ''))).toEqual([]);
  });
});

describe('what the documents name is there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];

  it('every repository path in a document exists', () => {
    const missing = documents.flatMap((document) => {
      const text = readFileSync(path.join(root, document), 'utf8');
      const named = [...text.matchAll(/`((?:src|test|docs|examples|schemas|bench|scripts|dist)\/[\w./-]+\.\w+)`/g)];
      return named
        .map((match) => match[1] ?? '')
        .filter((file) => !exists(file))
        .map((file) => `${document}: ${file}`);
    });
    expect(missing).toEqual([]);
  });
});

function exists(file: string): boolean {
  try {
    readFileSync(path.join(root, file));
    return true;
  } catch {
    return false;
  }
}
