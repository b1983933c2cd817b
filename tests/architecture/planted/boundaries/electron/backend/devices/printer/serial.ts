// Planted: breaks only-the-serial-folder-opens-serial-ports.
import { SerialPort } from 'serialport';
export const port = SerialPort;
