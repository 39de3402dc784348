// The service as a process with the tests' own platform: what `npm start` runs where one is configured. Argument: patience with the store.
import { failure } from '../../src/cli/failure.ts';
import { readConfig } from '../../src/config.ts';
import { runService } from '../../src/run/process.ts';
import { httpAdapter } from './http-adapter.ts';

try {
  const patience = Number(process.argv[2]) || undefined;
  await runService(readConfig(), [httpAdapter], patience ? { patience } : {});
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
