// Mantine with our own calm colours: every text and border meets WCAG AA in light and in dark.
import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** A dark pine green; 6 carries white text at 5.6:1. */
const pine: MantineColorsTuple = [
  '#edf5f3',
  '#d7e9e5',
  '#b0d4cc',
  '#84bcb0',
  '#58a294',
  '#36887a',
  '#1f7466',
  '#145f53',
  '#0d4b42',
  '#083830',
];

/** From text to the deepest ground, with a trace of the green; 4 is a border that can be seen. */
const dark: MantineColorsTuple = [
  '#e4eaec',
  '#c3ced2',
  '#a5b2b8',
  '#8e9ba2',
  '#6f7d84',
  '#3a464b',
  '#20292d',
  '#171d20',
  '#12181a',
  '#0d1113',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 6,
  colors: { pine, dark },
  fontFamily:
    '"Foyer Letters", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", system-ui, sans-serif',
  fontFamilyMonospace:
    '"Cascadia Mono", "SF Mono", Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
});

/** Stock Mantine's borders (1.5:1) and placeholders (2.1:1) are too faint; these are not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1c2529',
    '--mantine-color-dimmed': '#55636b',
    '--mantine-color-placeholder': '#67747c',
    '--mantine-color-default-border': '#87939b',
    '--mantine-color-gray-4': '#87939b',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#145f53',
  },
  dark: {
    '--mantine-color-body': '#171d20',
    '--mantine-color-text': '#e4eaec',
    '--mantine-color-dimmed': '#a5b2b8',
    '--mantine-color-placeholder': '#8e9ba2',
    '--mantine-color-default': '#1d2528',
    '--mantine-color-default-hover': '#263034',
    '--mantine-color-default-border': '#6f7d84',
    '--mantine-color-error': '#ff9f94',
    '--mantine-color-anchor': '#84bcb0',
  },
});
