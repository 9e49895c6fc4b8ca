/** What the page does beyond its plain HTML: charts, map, table of tensors, download, copying, paper. */
import { chartList } from './charts.ts';
import { checkpointMap, groupsOf } from './checkpoint-map.ts';
import { offerCopies } from './copies.ts';
import { coursesOf } from './courses.ts';
import { offerDownload } from './download.ts';
import { readEmbedded } from './embedded.ts';
import { openForPrint } from './print.ts';
import { tensorRows } from './tensor-rows.ts';
import { tensorTable } from './tensor-table.ts';

async function start(): Promise<void> {
  offerCopies();
  openForPrint();
  const embedded = await readEmbedded();
  if (embedded === null) return;
  offerDownload(embedded.text);
  const charts = chartList(coursesOf(embedded.report));
  if (charts !== null) document.getElementById('charts')?.replaceChildren(charts);
  const rows = tensorRows(embedded.report);
  if (rows.length > 0) {
    const groups = groupsOf(rows);
    const table = tensorTable(rows, groups);
    const map = checkpointMap(rows, groups, (choice) => table.narrow(choice));
    if (map !== null) document.getElementById('checkpoint-map')?.replaceChildren(map);
    document.getElementById('tensors')?.replaceChildren(table.root);
  }
  document.documentElement.dataset.ready = 'true';
}

void start();
