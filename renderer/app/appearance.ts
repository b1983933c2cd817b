// Light, dark or as the system: in the page by Mantine, in the native parts by main.
import { useMantineColorScheme } from '@mantine/core';
import type { Appearance } from '../../electron/api/desktop.contract.ts';
import { useServices } from './services.ts';

export interface AppearanceChoice {
  readonly appearance: Appearance;
  choose(appearance: Appearance): void;
}

export function useAppearance(): AppearanceChoice {
  const { desktop } = useServices();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    appearance: colorScheme === 'auto' ? 'system' : colorScheme,
    choose(appearance) {
      setColorScheme(appearance === 'system' ? 'auto' : appearance);
      // The page has changed already; native menus that stay as they were harm nobody.
      desktop.setAppearance(appearance).catch(() => {});
    },
  };
}
