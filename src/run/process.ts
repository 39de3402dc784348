// The service as a process: its signals, its last words, its exit code.
import type { Config } from '../config.ts';
import { openLog } from '../log/log.ts';
import type { Offered } from './adapters.ts';
import { type ServiceOptions, startService } from './service.ts';

/**
 * Runs until SIGTERM or SIGINT, or until nothing is left that could be spoken to; SIGHUP loads the knowledge anew.
 * @throws what `startService` throws
 */
export async function runService(config: Config, offered: readonly Offered[], options?: ServiceOptions): Promise<void> {
  const { color, service: settings } = config;
  const terminal = process.stdout.isTTY === true;
  const log = await openLog({ level: settings.logLevel, pretty: terminal, color: color && terminal });
  process.once('uncaughtException', (error) => {
    log('error', 'crashed', { error });
    process.exit(1);
  });
  const service = await startService(config, offered, log, options);
  let ending = false;
  const end = (because: NodeJS.Signals | 'disconnect'): void => {
    if (ending) return;
    ending = true;
    log('info', 'signal', { signal: because });
    void service.stop().then(() => process.exit(0));
  };
  let told = false;
  const hear = (signal: NodeJS.Signals): void => {
    if (told) process.exit(1); // asked twice: at once
    told = true;
    end(signal);
  };
  process.on('SIGTERM', hear).on('SIGINT', hear);
  // A shard ends with its manager: nobody else would end it, or start it again.
  if (config.discord?.isShard) {
    if (process.connected) process.once('disconnect', () => end('disconnect'));
    else end('disconnect');
  }
  process.on('SIGHUP', () => void service.reload());
  if ((await service.over) === 'given up') {
    log('error', 'nothing-left', { reason: 'no adapter can be started: see what was said of each above' });
    await service.stop();
    process.exit(1);
  }
}
