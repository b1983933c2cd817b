// The two ways on of a register that lends: something comes back, something leaves.
import { Button } from '@mantine/core';
import { KeyHint } from '../../ui/key-hint.tsx';

export function LendButtons(props: {
  readonly words: { readonly return: string; readonly lend: string };
  readonly mayWrite: boolean;
  readonly onReturn: () => void;
  readonly onLend: () => void;
}) {
  const { words, mayWrite } = props;
  return (
    <>
      <Button
        variant="default"
        disabled={!mayWrite}
        onClick={props.onReturn}
        rightSection={<KeyHint keys="Alt+R" />}
      >
        {words.return}
      </Button>
      <Button disabled={!mayWrite} onClick={props.onLend} rightSection={<KeyHint keys="Alt+N" />}>
        {words.lend}
      </Button>
    </>
  );
}
