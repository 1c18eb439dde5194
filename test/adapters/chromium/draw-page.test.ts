// Pages of the web drawn by a real Chromium: what is taken of them, from servers on two addresses of this machine.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from 'cheerio';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import type { DrawnPage } from '../../../main/engine/model/ports.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';

const host = createPipeHost();
const browser = createChromiumBrowser(host);
let site: Site;
let elsewhere: Site;

beforeAll(async () => {
  site = await startSite();
  elsewhere = await startSite({ address: '127.0.0.2' });
});

afterAll(async () => {
  await host.close();
  await Promise.all([site.close(), elsewhere.close()]);
});

async function draw(html: string, path = '/page.html'): Promise<DrawnPage> {
  site.put(path, html);
  const drawn = await browser.draw({ url: site.url(path), signal: new AbortController().signal });
  if (!drawn.ok) throw new Error(`not drawn: ${JSON.stringify(drawn.failure)}`);
  await drawn.value.close();
  return drawn.value;
}

describe('a page is taken as it is drawn', () => {
  it('with what scripts built, what is in fields, and without scripts', async () => {
    const page = await draw(`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
      <title>t</title><div id="root"></div><input id="i"><textarea id="a"></textarea><input type="checkbox" id="c"><input type="password" id="p">
      <select id="s"><option>one<option>two</select><noscript>switch scripts on</noscript><script type="application/ld+json">{"@type":"Article"}</script>
      <pre>

two</pre><p title='"&lt;'>a &amp;lt; b&nbsp;c</p>
      <script>root.innerHTML = '<h1 onclick="x()">built</h1>'; i.value = 'typed'; a.value = '<b>'; c.checked = true; p.value = 'secret'; s.selectedIndex = 1</script>`);
    const $ = load(page.html);
    expect(page.html).toMatch(/^<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1.0 Transitional\/\/EN" "http/);
    expect($('#root').html()).toBe('<h1>built</h1>');
    expect([$('#i').attr('value'), $('#a').text(), $('#c').attr('checked'), $('option[selected]').text().trim()]).toEqual(['typed', '<b>', 'checked', 'two']);
    expect(page.html).not.toContain('secret');
    expect($('noscript').length).toBe(0);
    expect($('script').toArray().map((script) => $(script).text())).toEqual(['{"@type":"Article"}']);
    expect($('pre').text()).toBe('\ntwo');
    expect([$('p').attr('title'), $('p').text()]).toEqual(['"<', 'a &lt; b\u00a0c']);
    expect(Buffer.from(page.bytes).toString()).toContain('<div id="root"></div>');
  });

  it('with shadow roots, open and closed, and the styles that only scripts know', async () => {
    const page = await draw(`<!doctype html><style>.plain{color:red;color:color(unknown)}</style><style id="s"></style><x-card>light</x-card>
      <script>
        customElements.define('x-card', class extends HTMLElement { connectedCallback() {
          const root = this.attachShadow({ mode: 'closed' });
          root.innerHTML = '<b>shadow</b><slot></slot>';
          const sheet = new CSSStyleSheet(); sheet.replaceSync('b { color: green }'); root.adoptedStyleSheets = [sheet];
        } });
        s.sheet.insertRule('.inserted { color: blue }');
        const sheet = new CSSStyleSheet(); sheet.replaceSync('.adopted { color: teal }'); document.adoptedStyleSheets = [sheet];
      </script>`);
    expect(page.html).toContain('<x-card><template shadowrootmode="open"><b>shadow</b><slot></slot><style>b { color: green; }</style></template>light</x-card>');
    for (const rule of ['.inserted { color: blue; }', '.adopted { color: teal; }', '.plain{color:red;color:color(unknown)}']) expect(page.html).toContain(rule);
  });

  it('with canvases as pictures, also in memory, and the choice of a srcset', async () => {
    for (const name of ['small', 'large']) site.put(`/${name}.png`, drawPng(name.length, 40, 30));
    const page = await draw(`<!doctype html><canvas id="c" class="k" width="20" height="10"></canvas><img id="set" srcset="/small.png 100w, /large.png 2000w" sizes="1200px" src="/none.png">
      <img id="memory"><picture><source srcset="/large.png"><img id="source" src="/small.png"></picture>
      <script>
        const pen = c.getContext('2d'); pen.fillStyle = 'red'; pen.fillRect(0, 0, 20, 10);
        c.toBlob((blob) => { memory.src = URL.createObjectURL(blob) });
      </script>`);
    const $ = load(page.html);
    expect($('img.k').attr('src')).toMatch(/^data:image\/png;base64,/);
    expect($('img.k').attr('style')).toContain('width:20px;height:10px');
    expect($('#set').attr('src')).toBe(site.url('/large.png'));
    expect($('#set').attr('srcset')).toBeUndefined();
    expect($('#source').attr('src')).toBe(site.url('/large.png'));
    expect($('#memory').attr('src')).toMatch(/^data:image\/png;base64,/);
  });

  it('with the contents of its frames, of its own site and others, one in another', async () => {
    site.put('/inner.html', '<p>inner');
    elsewhere.put('/far.html', `<p>far<iframe srcdoc="<p>deep"></iframe><script>document.body.append('and drawn')</script>`);
    const page = await draw(`<!doctype html><iframe id="near" src="/inner.html"></iframe><iframe id="far" src="${elsewhere.url('/far.html')}"></iframe>`);
    const frameIn = (html: string, selector: string): string => {
      const id = load(html)(selector).attr('data-offprint-frame');
      return page.frames.find((frame) => frame.id === id)?.html ?? '';
    };
    expect(frameIn(page.html, '#near')).toContain('<p>inner</p>');
    const far = frameIn(page.html, '#far');
    expect(far).toContain('and drawn');
    expect(frameIn(far, 'iframe')).toContain('<p>deep</p>');
  });
});

describe('everything that a reader would see has come', () => {
  it('pictures that wait for a reader, or for a moment', async () => {
    const names = ['native', 'watched', 'scrolled', 'late', 'later'];
    for (const [index, name] of names.entries()) site.put(`/${name}.png`, drawPng(index, 50, 40));
    const page = await draw(`<!doctype html><div style="height:5000px"></div><img loading="lazy" src="/native.png" width="50" height="40">
      <div style="height:3000px"></div><img id="w" data-src="/watched.png" width="50" height="40"><img id="s" data-src="/scrolled.png" width="50" height="40"><div style="height:3000px"></div>
      <script>
        new IntersectionObserver((all) => all.forEach(({ isIntersecting, target }) => { if (isIntersecting) target.src = target.dataset.src })).observe(w);
        addEventListener('scroll', () => { if (s.getBoundingClientRect().top < innerHeight) s.src = s.dataset.src });
        const put = (name) => document.body.append(Object.assign(new Image(), { src: name }));
        addEventListener('load', () => setTimeout(() => { put('/late.png'); setTimeout(() => put('/later.png'), 400) }, 1500));
      </script>`);
    for (const name of names) {
      const copy = page.copyOf(site.url(`/${name}.png`));
      expect(copy?.type, name).toBe('image/png');
      expect(page.html).toContain(`/${name}.png"`);
      expect(site.count(`/${name}.png`), name).toBe(1);
    }
  });

  it('once: the browser hands over styles, fonts and pictures under every address that led to them', async () => {
    site.put('/s.css', 'body { background: url(bg.png) }');
    site.put('/bg.png', drawPng(1, 8, 8));
    elsewhere.put('/real.png', drawPng(2, 30, 30));
    site.rule('/moved.png', { redirect: elsewhere.url('/real.png') });
    site.put('/page2.html', `<!doctype html><link rel="stylesheet" href="/s.css"><img src="/moved.png">`);
    const drawn = await browser.draw({ url: site.url('/page2.html'), signal: new AbortController().signal });
    if (!drawn.ok) throw new Error('not drawn');
    const page = drawn.value;
    expect(Buffer.from((await page.copyOf(site.url('/s.css'))?.read()) ?? []).toString()).toContain('bg.png');
    expect(page.copyOf(site.url('/moved.png#part'))).toMatchObject({ finalUrl: elsewhere.url('/real.png'), status: 200, type: 'image/png' });
    expect(Buffer.from((await page.copyOf(site.url('/bg.png'))?.read()) ?? [])).toEqual(Buffer.from(drawPng(1, 8, 8)));
    expect(page.copyOf(site.url('/none.png'))).toBeNull();
    await page.close();
  });

  it('in the bytes as they came, whatever their charset', async () => {
    const gbk = Buffer.concat([Buffer.from('<!doctype html><meta charset="gbk"><title>'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('</title><p>x')]);
    site.put('/gbk.html', { body: gbk, type: 'text/html' });
    const drawn = await browser.draw({ url: site.url('/gbk.html'), signal: new AbortController().signal });
    if (!drawn.ok) throw new Error('not drawn');
    expect(Buffer.from(drawn.value.bytes)).toEqual(gbk);
    expect(drawn.value.html).toContain('<title>中文</title>');
    await drawn.value.close();
  });
});

describe('the answer to the page is told', () => {
  it('with its status, its headers and its last address', async () => {
    site.rule('/old', { redirect: '/new' });
    site.put('/new', { status: 404, headers: { 'x-own': 'yes' }, body: '<p>none' });
    const drawn = await browser.draw({ url: site.url('/old'), signal: new AbortController().signal });
    expect(drawn).toMatchObject({ ok: true, value: { status: 404, finalUrl: site.url('/new'), headers: { 'x-own': 'yes' } } });
  });

  it('also when it is no page', async () => {
    site.put('/data.json', '{}');
    const drawn = await browser.draw({ url: site.url('/data.json'), signal: new AbortController().signal });
    expect(drawn).toMatchObject({ ok: true, value: { html: '', headers: { 'content-type': 'application/json' } } });
  });

  it('as a failure when there is none', async () => {
    const signal = new AbortController().signal;
    const closed = await startSite();
    await closed.close();
    expect(await browser.draw({ url: closed.url('/'), signal })).toMatchObject({ ok: false, failure: { kind: 'offline', detail: 'ECONNREFUSED' } });
    expect(await browser.draw({ url: 'http://nowhere.invalid/', signal })).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    site.rule('/round', { redirect: '/round' });
    expect(await browser.draw({ url: site.url('/round'), signal })).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });
});
