/** Elements out of plain calls. Children are elements or texts: no text ever becomes markup. */
import { shortened, visible } from '../report/text/visible.ts';

type Child = Node | string | null;

/** An element with attributes and children; attributes that are null are left out, `true` stands alone. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | true | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** The same for SVG. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number | true | null>> = {},
  ...children: readonly Node[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

function setAttributes(target: Element, attributes: Readonly<Record<string, string | number | true | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) target.setAttribute(name, value === true ? '' : String(value));
  }
}

const nameLength = 160;
/** Of names in tooltips: whole, but for those that nobody reads. */
export const titleLength = 2_000;

/** A name or value out of a file, fit to be shown: bounded, on one line, nothing invisible in it. */
export function shown(text: string, length = nameLength): string {
  return visible(shortened(text, length));
}

/** A name as code, which breaks behind a separator before it breaks inside a word. */
export function nameElement(name: string, attributes: Readonly<Record<string, string | null>> = {}): HTMLElement {
  const parts = shown(name).split(/(?<=[/._])/);
  return element('code', attributes, ...parts.flatMap((part, at) => (at === 0 ? [part] : [element('wbr'), part])));
}

/** Calls `draw` when the element comes near the window, and `clear` when it has left it. */
export function whenNear(target: Element, draw: () => void, clear: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting } of entries) {
        if (isIntersecting) draw();
        else clear();
      }
    },
    { rootMargin: '400px' },
  );
  observer.observe(target);
}
