// What a screen must not do.
import { useEffect, useState } from 'react';
export function List({ keys, open }: { keys: string[]; open: boolean }) {
  if (open) useState(1); // planted: react-hooks(rules-of-hooks)
  useEffect(() => void (document.title = keys.join(' ')), []); // planted: react-hooks(exhaustive-deps)
  return (
    <div>
      <img src="key.png" /> {/* planted: jsx-a11y(alt-text) */}
      <button>key</button> {/* planted: react(button-has-type) */}
      <div dangerouslySetInnerHTML={{ __html: '' }} /> {/* planted: react(no-danger) */}
      {keys.map((key) => <b>{key}</b>)} {/* planted: react(jsx-key) */}
    </div>
  );
}
