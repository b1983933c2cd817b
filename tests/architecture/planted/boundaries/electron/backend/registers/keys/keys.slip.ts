// Planted: breaks only-the-printer-knows-thermal-printers.
import { ThermalPrinter } from 'node-thermal-printer';
export const printer = ThermalPrinter;
