/**
 * The checkpoints as a map: a row for each group of tensors, a column for each checkpoint, in each cell how many tensors differ, in the
 * colour of the farthest. A cell opens the table of its tensors. Arrow keys walk through the cells.
 */
import { formatInteger, plural } from '../model/format-number.ts';
import { element, nameElement, shown, titleLength } from './dom.ts';
import { columnsOf } from './map-columns.ts';
import { tensorGroups } from './tensor-groups.ts';
import type { TensorRow } from './tensor-rows.ts';
import { scaleTitles } from './ulp-scale.ts';

const mostGroups = 24;
/** Columns; of more checkpoints those around the first that differs are shown. */
const mostCheckpoints = 60;
/** Characters of a column's head: what stands upright would be higher than the map. */
const headLength = 26;

export interface MapChoice {
  readonly checkpoint: string;
  readonly group: string;
}

interface Cell {
  readonly tensors: number;
  readonly differing: number;
  readonly scale: number;
  /** The greatest size, with its unit in `extent`. */
  readonly size: number;
  readonly extent: string;
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
  const { before, checkpoints, after } = columnsOf(rows, mostCheckpoints);
  const names = [...new Set(groups.values())];
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Tensors'),
    ...checkpoints.map((checkpoint) =>
      element(
        'th',
        { scope: 'col', class: 'upright', title: shown(checkpoint, titleLength) },
        element('span', {}, shown(checkpoint, headLength)),
      ),
    ),
  );
  const body = names.map((group) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', title: shown(group, titleLength) }, nameElement(shown(group, 60))),
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
  const left = [
    ...(before === 0 ? [] : [`${formatInteger(before)} before ${shown(checkpoints[0] ?? '')}`]),
    ...(after === 0 ? [] : [`${formatInteger(after)} after ${shown(checkpoints.at(-1) ?? '')}`]),
  ];
  return element(
    'div',
    {},
    element('div', { class: 'scrolling', role: 'region', 'aria-label': 'Map of the checkpoints', tabindex: 0 }, table),
    legend(),
    left.length === 0
      ? null
      : element(
          'p',
          { class: 'quiet' },
          `Shown are ${formatInteger(checkpoints.length)} of ${plural(before + checkpoints.length + after, 'checkpoint')}. Left out: ${left.join(', ')}; their tensors stand in the table below.`,
        ),
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
  for (const { checkpoint, tensor, state, scale, size, extent } of rows) {
    const key = keyOf(checkpoint, groups.get(tensor) ?? '');
    const cell = cells.get(key) ?? { tensors: 0, differing: 0, scale: 0, size: 0, extent: '', unread: 0 };
    const farther = state !== 'unread' && size > cell.size;
    cells.set(key, {
      tensors: cell.tensors + 1,
      differing: cell.differing + (state === 'same' || state === 'unread' ? 0 : 1),
      scale: farther ? scale : cell.scale,
      size: farther ? size : cell.size,
      extent: farther ? extent : cell.extent,
      unread: cell.unread + (state === 'unread' ? 1 : 0),
    });
  }
  return cells;
}

function keyOf(checkpoint: string, group: string): string {
  return JSON.stringify([checkpoint, group]);
}

function cellElement(cell: Cell, checkpoint: string, group: string, choose: (choice: MapChoice) => void): HTMLElement {
  const { tensors, differing, scale, extent, unread } = cell;
  const told = unread > 0 ? `${formatInteger(unread)} not read` : differing === 0 ? '=' : formatInteger(differing);
  const words =
    differing === 0
      ? `all ${plural(tensors, 'tensor')} the same`
      : `${formatInteger(differing)} of ${plural(tensors, 'tensor')} ${differing === 1 ? 'differs' : 'differ'}, ${extent === '' ? 'by more than a number tells' : `by at most ${extent}`}`;
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
    { class: 'legend', 'aria-label': 'Colours of the map: distance in ulp, of integers in ones' },
    element('li', {}, 'In ulp, of integers in ones:'),
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
