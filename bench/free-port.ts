// A port of this machine that nothing listens on, for what is started beside the program.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Opens a port, notes its number, and closes it again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
