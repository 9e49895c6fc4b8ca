import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/report/html/markup.ts';

describe('the template', () => {
  it('escapes what is put in, in elements and attributes', () => {
    expect(html`<a title="${'"><script>'}">${"<b>&'"}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</a>',
    );
  });

  it('takes markup as it is, lists one after the other, and null as nothing', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${'<'}</li>`]}${null}</ul>`.markup).toBe(
      '<ul><li>1</li><li>&lt;</li></ul>',
    );
  });

  it('spells out what cannot be seen', () => {
    expect(html`${'a\u202eb\u0000'}`.markup).toBe('a\\u202eb\\0');
  });

  it('lets no text end its element or its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        expect(html`${text}`.markup).not.toMatch(/[<>"'\u0000-\u001f\u202a-\u202e]/);
      }),
    );
  });
});
