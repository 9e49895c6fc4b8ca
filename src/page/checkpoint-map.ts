/**
 * The checkpoints as a map: a row for each group of tensors, a column for each checkpoint, in each cell how many tensors differ, in the
 * colour of the farthest. A cell opens the table of its tensors. Arrow keys walk through the cells.
 */
import { formatInteger, plural } from '../model/format-number.ts';
import { element, nameElement, shown } from './dom.ts';
import { tensorGroups } from './tensor-groups.ts';
import type { TensorRow } from './tensor-rows.ts';
import { scaleTitles } from './ulp-scale.ts';

const mostGroups = 24;
/** Columns; of more checkpoints the first and the last ones that differ are told by the table of tensors. */
const mostCheckpoints = 60;

export interface MapChoice {
  readonly checkpoint: string;
  readonly group: string;
}

interface Cell {
  readonly tensors: number;
  readonly differing: number;
  readonly scale: number;
  readonly unread: number;
}

/** The map; null where there is nothing to lay out. `choose` is called with the cell that was opened. */
export function checkpointMap(
  rows: readonly TensorRow[],
  groups: ReadonlyMap<string, string>,
  choose: (choice: MapChoice) => void,
): HTMLElement | null {
  if (rows.length === 0) return null;
  const cells = cellsOf(rows, groups);
  const all = [...new Set(rows.map(({ checkpoint }) => checkpoint))];
  const checkpoints = all.slice(0, mostCheckpoints);
  const names = [...new Set(groups.values())];
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Tensors'),
    ...checkpoints.map((checkpoint) =>
      element('th', { scope: 'col', class: 'upright' }, element('span', {}, shown(checkpoint, 26))),
    ),
  );
  const body = names.map((group) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, nameElement(shown(group, 60))),
      ...checkpoints.map((checkpoint) => {
        const cell = cells.get(keyOf(checkpoint, group));
        return cell === undefined ? element('td', { class: 'absent' }) : cellElement(cell, checkpoint, group, choose);
      }),
    ),
  );
  const table = element(
    'table',
    { class: 'map' },
    element('caption', {}, 'How many tensors differ, in the colour of the farthest. Choose a cell to see its tensors.'),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  walkByArrows(table);
  const left = all.length - checkpoints.length;
  return element(
    'div',
    {},
    element('div', { class: 'scrolling', role: 'region', 'aria-label': 'Map of the checkpoints', tabindex: 0 }, table),
    legend(),
    left === 0
      ? null
      : element('p', { class: 'quiet' }, `${plural(left, 'more checkpoint')} in the table of tensors below.`),
  );
}

/** The groups for these rows. */
export function groupsOf(rows: readonly TensorRow[]): ReadonlyMap<string, string> {
  return tensorGroups(
    rows.map(({ tensor }) => tensor),
    mostGroups,
  );
}

function cellsOf(rows: readonly TensorRow[], groups: ReadonlyMap<string, string>): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { checkpoint, tensor, state, scale } of rows) {
    const key = keyOf(checkpoint, groups.get(tensor) ?? '');
    const cell = cells.get(key) ?? { tensors: 0, differing: 0, scale: 0, unread: 0 };
    cells.set(key, {
      tensors: cell.tensors + 1,
      differing: cell.differing + (state === 'same' || state === 'unread' ? 0 : 1),
      scale: Math.max(cell.scale, state === 'unread' ? 0 : scale),
      unread: cell.unread + (state === 'unread' ? 1 : 0),
    });
  }
  return cells;
}

function keyOf(checkpoint: string, group: string): string {
  return JSON.stringify([checkpoint, group]);
}

function cellElement(cell: Cell, checkpoint: string, group: string, choose: (choice: MapChoice) => void): HTMLElement {
  const { tensors, differing, scale, unread } = cell;
  const told = unread > 0 ? `${formatInteger(unread)} not read` : differing === 0 ? '=' : formatInteger(differing);
  const words =
    differing === 0
      ? `all ${plural(tensors, 'tensor')} the same`
      : `${formatInteger(differing)} of ${plural(tensors, 'tensor')} differ, at most ${scaleTitles[scale]}`;
  const button = element(
    'button',
    {
      type: 'button',
      class: `scale-${unread > 0 ? 'unread' : scale}`,
      tabindex: -1,
      'aria-label': `${shown(group, 60)} in ${shown(checkpoint, 60)}: ${words}${unread > 0 ? `, ${unread} not read` : ''}`,
      title: words,
    },
    told,
  );
  button.addEventListener('click', () => choose({ checkpoint, group }));
  return element('td', {}, button);
}

function legend(): HTMLElement {
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Colours of the map: distance in units in the last place' },
    ...scaleTitles.map((title, step) =>
      element('li', {}, element('span', { class: `swatch scale-${step}`, 'aria-hidden': 'true' }), title),
    ),
  );
}

/** One cell is in the order of the Tab key; arrows go from there. */
function walkByArrows(table: HTMLTableElement): void {
  const grid = [...table.tBodies].flatMap((body) =>
    [...body.rows].map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector('button'))),
  );
  const first = grid.flat().find((button) => button !== null);
  if (first) first.tabIndex = 0;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  table.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move === undefined) return;
    const focused = grid.flatMap((buttons, row) => buttons.map((button, column) => ({ button, row, column })));
    const { row = -1, column = -1 } = focused.find(({ button }) => button === document.activeElement) ?? {};
    const target = grid[row + move[0]]?.[column + move[1]];
    if (!target) return;
    event.preventDefault();
    for (const button of grid.flat()) if (button) button.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
  });
}
