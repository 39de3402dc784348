// Slash commands: each by its own name, and the root that takes them all.
import type { App } from '@slack/bolt';
import { type Asked, ask, askerOf, type Told, tell } from './answering.ts';
import { LIMITS } from './limits.ts';
import { commandQuestion } from './request.ts';
import type { Room } from './room.ts';
import { responder, respondOutlet, webOutlet } from './sending.ts';

/** An answer that is ready by then is known when the command is acknowledged; in milliseconds. */
const READY = LIMITS.acknowledge.most - 1000;

/** What a promise gives within a time; undefined when it takes longer or fails. */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return undefined; // whoever awaits the promise itself hears of it
  } finally {
    clearTimeout(timer);
  }
}

/** Answers every slash command that the app has. */
export function onCommands(app: App, room: Room): void {
  app.command(/^\//, async ({ command, context, ack, respond, client }) => {
    const { user_id: user, channel_id: channel } = command;
    const team = context.teamId ?? command.team_id;
    const place = { channel, user, direct: false };
    const otherwise = webOutlet(client, place, `command:${command.trigger_id}`, room.chat.log);
    const outlet = respondOutlet(responder(respond), otherwise, room.chat.log);
    const asked: Asked = {
      question: commandQuestion(command, room.chat.commands),
      asker: askerOf(team, user),
      conversation: `slack:${team}:${channel}:${user}`,
      direct: false,
      smallTalk: 'asker',
    };
    await room.guard('slack-command', outlet, team, command.text, async () => {
      const telling: Promise<Told | undefined> = room
        .once(`command:${command.trigger_id}`)
        .then((first) => (first ? room.inTurn(asked.conversation, () => ask(room, asked)) : undefined));
      const ready = await within(telling, READY);
      // Slack shows the command itself to all only when it is acknowledged so.
      await ack(ready?.audience === 'all' ? { response_type: 'in_channel' } : undefined);
      const told = await telling;
      if (told) await tell(room, told, asked, outlet);
    });
  });
}
