// What people press: another page, a way on, one of several meanings, share, delete, and whether an answer was of help.
import type { App, BlockAction, webApi } from '@slack/bolt';
import { probableLanguage } from '../../chat/probable.ts';
import { PRESSES, type Press, readPress } from './actions.ts';
import { type Asked, ask, askerOf, draw, messageFor, tell } from './answering.ts';
import { askWhy } from './on-why.ts';
import type { Kept, Room } from './room.ts';
import { type Spot, spotOf } from './spot.ts';

/** A press, by whom, and on which message. */
type Pressed = {
  readonly press: Press;
  /** What the message or the button itself says. */
  readonly read: string;
  readonly team: string | undefined;
  readonly user: string;
  readonly trigger: string;
  readonly spot: Spot;
  readonly client: webApi.WebClient;
};

/** A way on is a new question; a meaning that its asker chose is answered in place of the question what was meant. */
async function askOn(room: Room, { press, user, team, spot }: Pressed, input: string, kept?: Kept): Promise<void> {
  const own = press.asker === user;
  const { direct, ephemeral, channel } = spot;
  const asked: Asked = {
    question: { input },
    asker: askerOf(team, user),
    conversation: own && kept ? kept.conversation : `slack:${team}:${direct ? 'direct' : channel}:${user}`,
    direct,
    smallTalk: 'asker',
  };
  const inPlace = own && channel !== undefined && press.kind === 'ask' && press.leads === 'choice';
  await room.inTurn(asked.conversation, async () => {
    const { outcome } = await ask(room, asked);
    if (!inPlace || outcome.kind !== 'answer') {
      return tell(room, { outcome, audience: direct ? 'all' : 'asker' }, asked, spot.outlet);
    }
    const message = messageFor(room, { outcome, audience: ephemeral ? 'asker' : 'all' }, asked);
    if (message) await spot.replace(message);
  });
}

async function act(room: Room, pressed: Pressed): Promise<void> {
  const { press, team, user, spot } = pressed;
  const { direct, ephemeral, outlet } = spot;
  const found = await room.answers.get(press.reference);
  const kept = found?.asker.workspace === team ? found : undefined; // what another workspace asked is nothing here
  const language = kept?.answer.language ?? probableLanguage(pressed.read);
  const whisper = async (id: string): Promise<void> => outlet.whisper(await room.say(id, team, language));
  switch (press.kind) {
    case 'ask':
      return askOn(room, pressed, press.ask, kept);
    case 'more': {
      if (!kept) return whisper('expired');
      const audience = ephemeral ? 'asker' : 'all';
      return spot.replace(draw(room, kept, { reference: press.reference, page: press.page, audience, direct }));
    }
    case 'share':
      if (!kept) return whisper('expired');
      await outlet.say(draw(room, kept, { reference: press.reference, audience: 'all', direct, sharedBy: user }));
      return spot.remove();
    case 'delete':
      if (press.asker !== user) return whisper('only-asker-deletes');
      await room.answers.delete(press.reference);
      return spot.remove();
    case 'feedback':
      await room.chat.feedback({ asker: askerOf(team, user), reference: press.reference, helpful: press.helpful });
      return press.helpful ? whisper('feedback-thanks') : askWhy(room, pressed, language);
  }
}

/** Acts on everything that can be pressed. */
export function onPresses(app: App, room: Room): void {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: PRESSES },
    async ({ ack, action, body, client, context, respond }) => {
      await ack();
      const { teamId: team } = context;
      const press = readPress(action);
      const spot = spotOf(room, body, client, body.response_url ? respond : undefined);
      const read = JSON.stringify([body.message?.text, action]);
      await room.guard(`slack-press-${press?.kind ?? 'unreadable'}`, spot.outlet, team, read, async () => {
        if (!(await room.once(`press:${body.trigger_id}`))) return;
        if (!press) return spot.outlet.whisper(await room.say('expired', team, probableLanguage(read)));
        await act(room, { press, read, team, user: body.user.id, trigger: body.trigger_id, spot, client });
      });
    },
  );
}
