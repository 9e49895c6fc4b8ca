/**
 * Sets terminal text with ANSI colours as an SVG picture: `node dist/cli.js demo --color always | node scripts/picture.mjs docs/demo.svg`.
 * Knows bold, dim and the sixteen colours; everything else is dropped.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const colours = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  37: '#e6edf3',
  90: '#8b949e',
  91: '#ff7b72',
  92: '#7ee787',
  93: '#e3b341',
  94: '#79c0ff',
  95: '#d2a8ff',
  96: '#76e3ea',
};
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const lineHeight = 19;
const columnWidth = 8.43;

function spans(line) {
  const state = { colour: null, bold: false, dim: false };
  let svg = '';
  let column = 0;
  for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
    const codes = /^\u001b\[([0-9;]*)m$/.exec(part);
    if (codes !== null) {
      for (const code of codes[1].split(';').map(Number)) {
        if (code === 0) Object.assign(state, { colour: null, bold: false, dim: false });
        else if (code === 1) state.bold = true;
        else if (code === 2) state.dim = true;
        else if (code === 22) Object.assign(state, { bold: false, dim: false });
        else if (code === 39) state.colour = null;
        else if (colours[code] !== undefined) state.colour = colours[code];
      }
    } else if (part !== '') {
      const fill = state.colour ?? (state.dim ? '#8b949e' : '#e6edf3');
      svg += `<tspan x="${(16 + column * columnWidth).toFixed(1)}" fill="${fill}"${state.bold ? ' font-weight="bold"' : ''}>${escaped(part)}</tspan>`;
      column += [...part].length;
    }
  }
  return { svg, column };
}

const lines = readFileSync(0, 'utf8').replaceAll('\r', '').trimEnd().split('\n').map(spans);
const width = Math.ceil(32 + Math.max(...lines.map((line) => line.column)) * columnWidth);
const height = 32 + lines.length * lineHeight;
const body = lines
  .map((line, index) => `<text y="${28 + index * lineHeight}" xml:space="preserve">${line.svg}</text>`)
  .join('\n');
writeFileSync(
  process.argv[2],
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
${body}
</g>
</svg>
`,
);
