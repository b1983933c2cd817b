// Planted: breaks the-renderer-runs-no-native-code and only-the-serial-folder-opens-serial-ports.
import { SerialPort } from 'serialport';
export const port = SerialPort;
