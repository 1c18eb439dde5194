// A note as it reads: Markdown drawn as elements, never as HTML. What is HTML in it is shown as the text that was written.

import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { openSource } from '../../services/reading.ts';

export function NoteText({ note }: { readonly note: string }) {
  const tokens = useMemo(() => lexer(note, { gfm: true, breaks: true }), [note]);
  return <div className="note-text">{drawAll(tokens)}</div>;
}

function drawAll(tokens: readonly Token[] | undefined): ReactNode {
  return createElement(Fragment, null, ...(tokens ?? []).map(draw));
}

function draw(token: Token): ReactNode {
  const inner = 'tokens' in token ? token.tokens : undefined;
  switch (token.type) {
    case 'paragraph':
      return <p>{drawAll(inner)}</p>;
    case 'heading':
      return <p className="note-heading">{drawAll(inner)}</p>;
    case 'strong':
      return <strong>{drawAll(inner)}</strong>;
    case 'em':
      return <em>{drawAll(inner)}</em>;
    case 'del':
      return <del>{drawAll(inner)}</del>;
    case 'blockquote':
      return <blockquote>{drawAll(inner)}</blockquote>;
    case 'codespan':
      return <code>{token['text']}</code>;
    case 'code':
      return <pre>{token['text']}</pre>;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'space':
    case 'def':
      return null;
    case 'list':
      return drawList(token as Tokens.List);
    case 'link':
      return drawLink(token as Tokens.Link);
    case 'escape':
      return token['text'] as string;
    case 'text':
      return inner === undefined ? (token['text'] as string) : drawAll(inner);
    default:
      // HTML, pictures, tables and whatever else: as it was written.
      return <span className="note-raw">{token.raw.trimEnd()}</span>;
  }
}

function drawList({ ordered, start, items }: Tokens.List): ReactNode {
  const lines = createElement(Fragment, null, ...items.map((item) => createElement('li', null, drawAll(item.tokens))));
  return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>;
}

/** Only to the web and to mail, in the system's browser; any other address is text. */
function drawLink({ href, tokens, raw }: Tokens.Link): ReactNode {
  if (!/^(https?|mailto):/i.test(href)) return raw;
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        openSource(href);
      }}
    >
      {drawAll(tokens)}
    </a>
  );
}
