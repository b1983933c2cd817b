// The pages of the manual, in the order of its list; each is a file of resources/manual in both languages.

export const HELP_PAGES = [
  'first-day',
  'visitors',
  'keys',
  'key-cabinet',
  'key-file',
  'loans',
  'deposits',
  'corrections',
  'evacuation',
  'box',
  'devices',
  'people',
  'settings',
  'data',
  'privacy',
  'trouble',
] as const;

export type HelpPage = (typeof HELP_PAGES)[number];
