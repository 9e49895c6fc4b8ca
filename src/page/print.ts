/** On paper nothing can be unfolded, and paper is white: everything is open and light while it is printed. */
export function openForPrint(): void {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.paper = 'true';
    opened = [...document.querySelectorAll('details')].filter(({ open }) => !open);
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.paper;
    for (const details of opened) details.open = false;
    opened = [];
  });
}
