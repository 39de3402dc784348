// `npm run manifest -- slack`: prints what a platform must be told of the app, made from the commands and the adapter's needs.
import { allCommands } from '../../commands/all.ts';
import { slackManifest } from '../adapters/slack/commands.ts';
import { failure } from './failure.ts';
import { Misuse, manifestOptions, USAGE } from './manifest-options.ts';
import { openBot } from './open-bot.ts';

try {
  const chosen = manifestOptions(process.argv.slice(2));
  const { bot } = await openBot();
  const manifest = slackManifest({
    commands: allCommands,
    about: bot.about(),
    say: bot.say,
    names: bot.localNames(),
    ...chosen,
  });
  console.log(JSON.stringify(manifest, null, 2));
} catch (error) {
  console.error(error instanceof Misuse ? `${error.message}\n${USAGE}` : failure(error));
  process.exitCode = 1;
}
