// The utility process of the fixture: answers each message on its port with the same value.
import type { MessagePortMain } from 'electron';

function answer(port: MessagePortMain): void {
  port.on('message', ({ data }) => {
    if (data === 'close yourself') port.close();
    else port.postMessage({ echo: data as unknown, pid: process.pid });
  });
  port.on('close', () => process.parentPort.postMessage('port closed'));
  port.start();
}

process.parentPort.on('message', ({ data, ports }) => {
  process.parentPort.postMessage({
    received: data as unknown,
    args: process.argv.slice(2),
    type: process.type,
  });
  ports.forEach(answer);
});
// Like a real backend it has something that would keep it running.
setInterval(() => process.stdout.write(''), 60_000);
process.stdout.write('backend is up\n');
