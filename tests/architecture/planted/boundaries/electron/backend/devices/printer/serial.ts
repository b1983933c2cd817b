// Planted: breaks only-reader-and-scanner-open-serial-ports.
import { SerialPort } from 'serialport';
export const port = SerialPort;
