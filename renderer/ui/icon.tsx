// Line icons, drawn here so that none is fetched: one path each on a 24 by 24 grid.

const PATHS = {
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  key: 'M8 15.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M12 11.5h9 M17.5 11.5v4 M20.5 11.5v3',
  parcel: 'M4 8l8-4 8 4v8.5L12 20.5l-8-4Z M4 8l8 4 8-4 M12 12v8.5 M8 6l8 4',
  newspaper: 'M4 5h13v14.5H6a2 2 0 0 1-2-2Z M17 9h3v8.5a2 2 0 0 1-2 2h-1 M7 8.5h7 M7 12h7 M7 15.5h4.5',
  umbrella: 'M3.5 12.5a8.5 8.5 0 0 1 17 0Z M12 4V2.5 M12 12.5v6a2 2 0 0 0 4 0',
  handover: 'M4 8.5h14 M14.5 5l3.5 3.5-3.5 3.5 M20 15.5H6 M9.5 12L6 15.5 9.5 19',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3Z M5 17a3 3 0 0 1 3-3h11 M9 8h6',
  chart: 'M4.5 4v15.5H20 M8.5 16v-4 M12.5 16V7.5 M16.5 16v-6',
  gear: 'M12 15.3a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z M12 2.8v3 M12 18.2v3 M2.8 12h3 M18.2 12h3 M5.5 5.5l2.1 2.1 M16.4 16.4l2.1 2.1 M18.5 5.5l-2.1 2.1 M7.6 16.4l-2.1 2.1',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z M15.5 15.5L20.5 20.5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M12 2.5v2 M12 19.5v2 M2.5 12h2 M19.5 12h2 M5.3 5.3l1.4 1.4 M17.3 17.3l1.4 1.4 M18.7 5.3l-1.4 1.4 M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4 6.8 6.8 0 0 0 20 14.5Z',
  screen: 'M3.5 5h17v11.5h-17Z M9 20h6 M12 16.5V20',
  up: 'M12 19V5 M6 11l6-6 6 6',
  close: 'M6 6l12 12 M18 6L6 18',
  warning: 'M12 4L2.8 19.5h18.4Z M12 10v4.5 M12 17v.4',
  flask: 'M9.5 3.5h5 M10.5 3.5v6L5 19a1 1 0 0 0 .9 1.5h12.2A1 1 0 0 0 19 19L13.5 9.5v-6 M8 14.5h8',
  sheet: 'M6 3.5h8.5L19 8v12.5H6Z M14 3.5V8.5h5 M9 12.5h7 M9 16h7',
  check: 'M4.5 12.5l5 5L19.5 7',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the words stand beside it or in the control's name. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
