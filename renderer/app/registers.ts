// The side rail: every register of the house with its key, whether it is built or not.
import type { IconName } from '../ui/icon.tsx';

export const REGISTERS = [
  { name: 'visitors', key: 'F2', icon: 'person' },
  { name: 'keys', key: 'F3', icon: 'key' },
  { name: 'parcels', key: 'F4', icon: 'parcel' },
  { name: 'newspapers', key: 'F6', icon: 'newspaper' },
  { name: 'loans', key: 'F7', icon: 'umbrella' },
  { name: 'handover', key: 'F8', icon: 'handover' },
  { name: 'dutyLog', key: 'F9', icon: 'book' },
  { name: 'reports', key: 'F10', icon: 'chart' },
  { name: 'settings', key: 'F12', icon: 'gear' },
] as const satisfies readonly { name: string; key: string; icon: IconName }[];

export type RegisterName = (typeof REGISTERS)[number]['name'];

export const HOME: RegisterName = 'visitors';

export type UnbuiltName = Exclude<RegisterName, (typeof BUILT)[number]>;

/** The register that an address of the window names; home for any other. */
export function registerAt(path: string): RegisterName {
  return REGISTERS.find(({ name }) => path === `/${name}`)?.name ?? HOME;
}

const BUILT = ['visitors', 'keys', 'loans', 'settings'] as const satisfies readonly RegisterName[];

/** The others say that they are not built yet. */
export function isBuilt(name: RegisterName): name is (typeof BUILT)[number] {
  return BUILT.some((built) => built === name);
}
