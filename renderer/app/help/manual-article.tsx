// One page of the manual, drawn from its tokens: no HTML ever comes from a page.
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Token, Tokens } from 'marked';
import type { HelpPage } from './help-pages.ts';
import styles from './help.module.css';
import { pageAt, pictureAt } from './manual.ts';

type Go = (page: HelpPage) => void;

/** Links lead to other pages of the manual by `onGo`; what leads out of it is words only. */
export function ManualArticle({ tokens, onGo }: { readonly tokens: readonly Token[]; readonly onGo: Go }) {
  return draw(tokens, onGo);
}

function draw(tokens: readonly Token[], go: Go): ReactNode {
  return tokens.map((token, nth) => <Fragment key={nth}>{one(token as Known, go)}</Fragment>);
}

/** What a page may hold; tests/architecture/manual.test.ts refuses the rest. */
type Known =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.List
  | Tokens.ListItem
  | Tokens.Table
  | Tokens.Blockquote
  | Tokens.Image
  | Tokens.Link
  | Tokens.Strong
  | Tokens.Codespan
  | Tokens.Text
  | Tokens.Space;

function one(token: Known, go: Go): ReactNode {
  switch (token.type) {
    case 'heading':
      return token.depth > 2 ? <h3>{draw(token.tokens, go)}</h3> : <h2>{draw(token.tokens, go)}</h2>;
    case 'paragraph':
      return <p>{draw(token.tokens, go)}</p>;
    case 'list': {
      const items = token.items.map((item) => one(item, go));
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'list_item':
      return <li key={token.raw}>{draw(token.tokens, go)}</li>;
    case 'table':
      return <Table table={token} go={go} />;
    case 'blockquote':
      return <blockquote>{draw(token.tokens, go)}</blockquote>;
    case 'image':
      return <img src={pictureAt(token.href)} alt={token.text} />;
    case 'link':
      return <PageLink link={token} go={go} />;
    case 'strong':
      return <strong>{draw(token.tokens, go)}</strong>;
    case 'codespan':
      return <kbd>{token.text}</kbd>;
    case 'text':
      return 'tokens' in token && token.tokens ? draw(token.tokens, go) : controls(token.text);
    case 'space':
      return null;
  }
}

function Table({ table, go }: { readonly table: Tokens.Table; readonly go: Go }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell) => (
            <th key={cell.text} scope="col">
              {draw(cell.tokens, go)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.map((cell) => cell.text).join('|')}>
            {row.map((cell, nth) => (
              <td key={nth}>{draw(cell.tokens, go)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PageLink({ link, go }: { readonly link: Tokens.Link; readonly go: Go }) {
  const page = pageAt(link.href);
  if (page === null) return draw(link.tokens, go);
  return (
    <button type="button" className={styles.link} onClick={() => go(page)}>
      {draw(link.tokens, go)}
    </button>
  );
}

/** Names of controls stand in 【】 in the pages, so that a test can compare them; here they look like the control. */
function controls(text: string): ReactNode {
  return text.split(/【([^】]*)】/).map((part, nth) => (nth % 2 === 1 ? <b key={nth}>{part}</b> : part));
}
