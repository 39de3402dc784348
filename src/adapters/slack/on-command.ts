// Slash commands: each by its own name, and the root that takes them all.
import type { AllMiddlewareArgs, App, Context, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type Asked, ask, askerOf, messageFor, send } from './answering.ts';
import { LIMITS } from './limits.ts';
import type { Audience } from './proof.ts';
import type { Message } from './reply.ts';
import { commandQuestion } from './request.ts';
import type { Room } from './room.ts';
import { PLAIN, responder, respondOutlet, webOutlet } from './sending.ts';

/** An answer that is ready by then is known when the command is acknowledged; in milliseconds. */
const READY = LIMITS.acknowledge.most - 1000;
/** A command that was sent longer ago may find nobody waiting for its acknowledgement; in milliseconds. */
const LATE = LIMITS.acknowledge.most - 500;

/** An answer as it is to be sent. */
type Drawn = { readonly message: Message; readonly audience: Audience };

/** Whether Slack may have given up a command meanwhile. It tells when it sent one over HTTP only, in whole seconds. */
const isLate = ({ sentAt }: Context): boolean => typeof sentAt === 'number' && Date.now() - sentAt * 1000 > LATE;

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

type Typed = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/**
 * Answers every slash command that the app has: in the acknowledgement where the answer is ready and Slack surely takes it there,
 * else to the address that came with the command. A middleware before all listeners: a command is spared those of everything else.
 */
export function onCommands(app: App, room: Room): void {
  app.use(async (delivery) => ('command' in delivery ? answerCommand(room, delivery as Typed) : delivery.next()));
}

async function answerCommand(room: Room, { command, context, ack, respond, client }: Typed): Promise<void> {
  const { log, commands } = room.chat;
  const { user_id: user, channel_id: channel } = command;
  const team = context.teamId ?? command.team_id;
  const place = { channel, user, direct: false };
  const otherwise = webOutlet(client, place, `command:${command.trigger_id}`, log);
  const outlet = respondOutlet(responder(respond, room.proof), otherwise, log);
  const asked: Asked = {
    question: commandQuestion(command, commands),
    asker: askerOf(team, user),
    conversation: `slack:${team}:${channel}:${user}`,
    direct: false,
    smallTalk: 'asker',
  };
  const answer = async (): Promise<Drawn | undefined> => {
    const settings = room.settings(team);
    if (!(await room.once(`command:${command.trigger_id}`))) return undefined;
    const told = await room.inTurn(asked.conversation, () => ask(room, asked, settings));
    const message = messageFor(room, told, asked);
    return message && { message, audience: told.audience };
  };
  /** False where a socket closed meanwhile. */
  const acknowledge = async (response?: RespondArguments): Promise<boolean> => {
    try {
      await ack(response);
      return true;
    } catch (error) {
      log('warn', 'slack-unacknowledged', { error });
      return false;
    }
  };
  await room.guard('slack-command', outlet, team, command.text, async () => {
    const answering = answer();
    const ready = await within(answering, READY);
    // Slack shows the command itself to all only when it is acknowledged so.
    const seen = ready?.audience === 'all' ? ({ response_type: 'in_channel' } as const) : undefined;
    const whole = ready && !isLate(context) && room.proof.allows(ready.message, ready.audience);
    const done = await acknowledge(whole ? { ...ready.message, ...PLAIN, response_type: 'ephemeral', ...seen } : seen);
    if (whole && done) return;
    const drawn = await answering;
    if (drawn) await send(drawn.message, drawn.audience, outlet);
  });
}
