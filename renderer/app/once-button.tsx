// A button for what main does: it cannot be pressed again before main has answered.
import { Button } from '@mantine/core';
import { useState } from 'react';

/** Main answers when it has begun; a second press before that would do it twice. */
export function OnceButton(props: {
  readonly label: string;
  readonly act: () => Promise<void>;
  readonly primary?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant={props.primary ? 'filled' : 'default'}
      loading={busy}
      onClick={() => {
        setBusy(true);
        // Main refuses only windows that are not ours; then there is nothing to show and the button comes back.
        props
          .act()
          .catch(() => {})
          .finally(() => setBusy(false));
      }}
    >
      {props.label}
    </Button>
  );
}
