// Planted: breaks the-renderer-runs-no-native-code and only-reader-and-scanner-open-serial-ports.
import { SerialPort } from 'serialport';
export const port = SerialPort;
