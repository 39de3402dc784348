// `npm run doctor`: looks at what is configured for each platform and says what is wrong, and where to mend it. Exits 1 on a fault.
import { allCommands } from '../../commands/all.ts';
import type { Finding } from '../adapters/contract.ts';
import { diagnose as diagnoseDiscord } from '../adapters/discord/doctor.ts';
import { slackManifest } from '../adapters/slack/commands.ts';
import { diagnose as diagnoseSlack } from '../adapters/slack/doctor.ts';
import type { Bot } from '../bot/contract.ts';
import type { Config } from '../config.ts';
import { failure } from './failure.ts';
import { openBot } from './open-bot.ts';

type Platform = { readonly name: string; diagnose(config: Config, bot: Bot): Promise<Finding[]> };

/** Those that can be looked at, in the order in which they are told. */
const PLATFORMS: readonly Platform[] = [
  {
    name: 'Slack',
    diagnose: ({ slack }, bot) => {
      const http = slack && slack.connection.kind !== 'socket' ? { http: 'https://example.org' } : {};
      const manifest = slackManifest({ commands: allCommands, about: bot.about(), say: bot.say, ...http });
      return diagnoseSlack(slack, manifest);
    },
  },
  {
    name: 'Discord',
    diagnose: ({ discord }, bot) => diagnoseDiscord(discord, { commands: allCommands, names: bot.localNames() }),
  },
];

const SIGNS = { ok: '✓', warning: '!', fault: '✗' } as const;

const drawn = ({ level, what, mend, page }: Finding): string =>
  [`  ${SIGNS[level]} ${what}`, ...(mend ? [`      ${mend}`] : []), ...(page ? [`      ${page}`] : [])].join('\n');

try {
  const { bot, config } = await openBot();
  for (const { name, diagnose } of PLATFORMS) {
    const findings = await diagnose(config, bot);
    console.log([name, ...findings.map(drawn)].join('\n'));
    if (findings.some(({ level }) => level === 'fault')) process.exitCode = 1;
  }
} catch (error) {
  console.error(failure(error));
  process.exitCode = 1;
}
