// Composition root: settings → a terminal, or a service where a chat platform is configured.
import { failure } from './cli/failure.ts';
import { loadEnvironmentFile, readConfig } from './config.ts';
import { adaptersFor } from './run/adapters.ts';

try {
  loadEnvironmentFile();
  const config = readConfig();
  const offered = adaptersFor(config);
  // Only what is run is loaded: the terminal starts without the libraries of a service.
  if (offered.length === 0) await (await import('./run/console.ts')).runConsole(config);
  else await (await import('./run/process.ts')).runService(config, offered);
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
