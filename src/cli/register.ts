// `npm run register`: registers the commands with Discord where anything differs. --dry-run shows what would change and sends nothing.
import { allCommands } from '../../commands/all.ts';
import { loadEnvironmentFile, readConfig } from '../config.ts';
import { failure } from './failure.ts';
import { openBot } from './open-bot.ts';
import { runRegister } from './register-run.ts';

try {
  loadEnvironmentFile();
  const wanted = async () => ({ commands: allCommands, names: (await openBot()).bot.localNames() });
  console.log(await runRegister(process.argv.slice(2), readConfig().discord, wanted));
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
