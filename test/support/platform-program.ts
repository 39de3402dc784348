// The program with its real adapters, as src/main.ts runs it; only its patience with the store is set. Argument: that patience.
import { failure } from '../../src/cli/failure.ts';
import { readConfig } from '../../src/config.ts';
import { adaptersFor } from '../../src/run/adapters.ts';
import { runService } from '../../src/run/process.ts';

try {
  const config = readConfig();
  await runService(config, adaptersFor(config), { patience: Number(process.argv[2]) });
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
