/** The table of tensors: search, sort, only what differs, only one cell of the map. Rows are made as one scrolls, 200 at a time. */
import { formatFloat, formatInteger, plural } from '../model/format-number.ts';
import { element, nameElement, shown, titleLength } from './dom.ts';
import { histogramPicture } from './histogram-picture.ts';
import { type SortKey, type TableView, viewRows } from './table-view.ts';
import type { TensorRow } from './tensor-rows.ts';

const rowsAtOnce = 200;

interface Column {
  readonly key: SortKey | null;
  readonly title: string;
  readonly numeric: boolean;
}

const columns: readonly Column[] = [
  { key: 'tensor', title: 'Tensor', numeric: false },
  { key: 'checkpoint', title: 'Checkpoint', numeric: false },
  { key: 'form', title: 'Type and shape', numeric: false },
  { key: 'differing', title: 'Differing', numeric: true },
  { key: 'maxAbs', title: 'Max abs', numeric: true },
  { key: 'maxRel', title: 'Max rel', numeric: true },
  { key: 'maxUlp', title: 'Max ulp', numeric: true },
  { key: 'firstIndex', title: 'First at', numeric: false },
  { key: null, title: 'Sizes', numeric: false },
];

export interface TensorTable {
  readonly root: HTMLElement;
  /** Shows one cell of the map. */
  narrow(choice: { readonly checkpoint: string; readonly group: string }): void;
}

export function tensorTable(rows: readonly TensorRow[], groups: ReadonlyMap<string, string>): TensorTable {
  const differing = rows.filter(({ state }) => state !== 'same').length;
  let view: TableView = {
    search: '',
    checkpoint: null,
    group: null,
    onlyDiffering: differing > 0,
    sort: differing > 0 ? 'maxUlp' : null,
    descending: true,
  };
  let found: readonly TensorRow[] = [];
  const search = element('input', { type: 'search', id: 'tensor-search', autocomplete: 'off', spellcheck: 'false' });
  const only = element('input', { type: 'checkbox', id: 'tensor-only' });
  only.checked = view.onlyDiffering;
  const chosen = element('p', { class: 'chosen', hidden: true });
  const count = element('p', { class: 'quiet', role: 'status' });
  const heads = columns.map(({ key, title, numeric }) => {
    const head = element('th', { scope: 'col', class: numeric ? 'number' : 'text' });
    if (key === null) {
      head.append(title);
      return head;
    }
    const button = element('button', { type: 'button' }, title);
    button.addEventListener('click', () => {
      const descending = view.sort === key ? !view.descending : columns.some((one) => one.key === key && one.numeric);
      update({ sort: key, descending });
    });
    head.append(button);
    return head;
  });
  const body = element('tbody');
  const more = element('button', { type: 'button', class: 'more' }, 'Show more');
  more.addEventListener('click', () => append());

  const append = (): void => {
    const next = found.slice(body.rows.length, body.rows.length + rowsAtOnce);
    body.append(...next.map(rowElement));
    more.hidden = body.rows.length >= found.length;
  };
  const update = (change: Partial<TableView>): void => {
    view = { ...view, ...change };
    found = viewRows(rows, groups, view);
    for (const [index, head] of heads.entries()) {
      const { key } = columns[index] ?? { key: null };
      if (key === null) continue;
      head.setAttribute('aria-sort', view.sort !== key ? 'none' : view.descending ? 'descending' : 'ascending');
    }
    count.textContent = `${plural(found.length, 'tensor')} of ${formatInteger(rows.length)}`;
    chosen.hidden = view.group === null;
    body.replaceChildren();
    append();
  };
  search.addEventListener('input', () => update({ search: search.value }));
  only.addEventListener('change', () => update({ onlyDiffering: only.checked }));

  const title = 'Tensors';
  const frame = element(
    'div',
    { class: 'scrolling rows', role: 'region', 'aria-label': title, tabindex: 0 },
    element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body),
    more,
  );
  new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) append();
    },
    { root: frame, rootMargin: '600px' },
  ).observe(more);
  const root = element(
    'div',
    { class: 'tensors' },
    element('h3', { tabindex: -1 }, title),
    element(
      'div',
      { class: 'tools' },
      element('label', { for: 'tensor-search' }, 'Search '),
      search,
      element('label', {}, only, ' Only those that differ'),
    ),
    chosen,
    count,
    frame,
  );
  update({});
  return {
    root,
    narrow({ checkpoint, group }) {
      const all = element('button', { type: 'button' }, 'Show all again');
      all.addEventListener('click', () => {
        update({ checkpoint: null, group: null });
        // The button is gone now: who came to it by the keyboard stands at the table.
        root.querySelector('h3')?.focus();
      });
      chosen.replaceChildren(
        'Only ',
        element('code', {}, shown(group)),
        ' in ',
        element('code', {}, shown(checkpoint)),
        '. ',
        all,
      );
      const differs = rows.some(
        (row) => row.state !== 'same' && row.checkpoint === checkpoint && groups.get(row.tensor) === group,
      );
      only.checked = differs;
      update({ checkpoint, group, onlyDiffering: differs });
      root.querySelector('h3')?.focus();
      root.scrollIntoView({ block: 'start' });
    },
  };
}

function rowElement(row: TensorRow): HTMLElement {
  const number = (value: number): HTMLElement =>
    element('td', { class: 'number' }, Number.isNaN(value) ? '' : formatFloat(value));
  const names = [
    element('td', { class: 'name' }, nameElement(row.tensor, { title: shown(row.tensor, titleLength) })),
    element('td', { class: 'name' }, nameElement(row.checkpoint, { title: shown(row.checkpoint, titleLength) })),
    element('td', { class: 'form' }, shown(row.form)),
  ];
  if (row.state === 'same') {
    return element('tr', {}, ...names, element('td', { colspan: 6, class: 'good' }, 'the same'));
  }
  if (row.state !== 'values') {
    const kind = row.state === 'unread' ? 'doubt' : 'bad';
    return element('tr', {}, ...names, element('td', { colspan: 6, class: kind }, shown(row.note, 300)));
  }
  return element(
    'tr',
    {},
    ...names,
    element(
      'td',
      { class: 'number' },
      `${formatInteger(row.differing)} of ${formatInteger(row.of)}`,
      row.note === '' ? null : element('span', { class: 'bad beyond' }, row.note),
      row.tolerated ? element('span', { class: 'doubt' }, ' within tolerance') : null,
    ),
    number(row.maxAbs),
    number(row.maxRel),
    number(row.maxUlp),
    element('td', { class: 'form' }, row.firstIndex),
    element('td', {}, histogramPicture(row.histogram, row.unit)),
  );
}
