/** Hands out the embedded `report.json`, byte by byte as it was written. */
export function offerDownload(text: string): void {
  const link = document.getElementById('download');
  if (!(link instanceof HTMLAnchorElement)) return;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.hidden = false;
}
