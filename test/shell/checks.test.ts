// The arguments of calls: what the window sends passes unchanged, what is out of bounds or unknown does not.

import { describe, expect, it } from 'vitest';
import { callNames, engineCallNames, shellCallNames } from '../../preload/contract/call-names.ts';
import type { Annotation } from '../../preload/contract/mark.ts';
import { checkRequest } from '../../preload/contract/checks.ts';

const mark: Annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:1',
  type: 'Annotation',
  motivation: 'highlighting',
  created: '2026-01-01T00:00:00Z',
  modified: '2026-01-01T00:00:00Z',
  body: [],
  target: {
    source: 'https://a.test/',
    selector: [{ type: 'TextPositionSelector', start: 0, end: 4 }],
    styleClass: 'yellow',
    'offprint:capture': 'c1',
    'offprint:view': 'reader',
  },
};

describe('the table of names', () => {
  it('has each call once', () => {
    expect(new Set(callNames).size).toBe(engineCallNames.length + shellCallNames.length);
  });

  it('has a check for each call, which refuses what is no object', () => {
    for (const name of callNames) expect(checkRequest(name, 'x')).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });
});

describe('a request', () => {
  it('passes as it was sent', () => {
    const find = { query: '普京 is:unread', place: 'all', tag: null, sort: 'relevance', offset: 0, limit: 100, typing: true };
    expect(checkRequest('find', find)).toEqual({ ok: true, value: find });
    expect(checkRequest('setState', { ids: ['a'], read: true })).toEqual({ ok: true, value: { ids: ['a'], read: true } });
    expect(checkRequest('showInFolder', { exported: '/x/a.pdf' }).ok).toBe(true);
    expect(checkRequest('setSettings', { change: { proxy: 'socks5://127.0.0.1:1080', readerSize: 20 } }).ok).toBe(true);
  });

  it('keeps what another program wrote into a mark that is put back', () => {
    const foreign = { ...mark, 'x:rating': 5, target: { ...mark.target, 'x:seen': true } };
    expect(checkRequest('putMark', { id: 'a', mark: foreign })).toEqual({ ok: true, value: { id: 'a', mark: foreign } });
  });

  it.each([
    ['article', { id: '../x' }, 'article.id'],
    ['article', { id: 'a', extra: 1 }, 'article.extra'],
    ['article', {}, 'article.id'],
    ['find', { query: '', place: 'all', tag: null, sort: 'newest', offset: -1, limit: 10, typing: false }, 'find.offset'],
    ['find', { query: '', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 501, typing: false }, 'find.limit'],
    ['setState', { ids: ['a'], read: undefined }, 'setState.read'],
    ['save', { inputs: [], tags: [], mode: 'auto', base: null }, 'save.inputs'],
    ['save', { inputs: ['/a\0b'], tags: [], mode: 'auto', base: null }, 'save.inputs.0'],
    ['export', { ids: ['a'], format: 'exe', path: '/x' }, 'export.format'],
    ['setSettings', { change: { proxy: 'javascript:x' } }, 'setSettings.change.proxy'],
    ['setSettings', { change: { readerSize: 99 } }, 'setSettings.change.readerSize'],
    ['putMark', { id: 'a', mark: { ...mark, body: [1, 2] } }, 'putMark.mark.body.0'],
  ] as const)('%s of %j is refused, naming the field', (name, request, field) => {
    expect(checkRequest(name, request)).toMatchObject({ ok: false, failure: { kind: 'bad-input', about: field } });
  });
});
