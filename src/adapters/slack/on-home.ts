// The bot's own pages: its home, and the agent view, today's and the earlier one, with prompts to begin with.
import type { App, AssistantConfig, webApi } from '@slack/bolt';
import { drawHome } from './home.ts';
import { letterOf, type Written } from './letter.ts';
import { answerDirect } from './on-direct.ts';
import { promptsFor } from './prompts.ts';
import type { Room } from './room.ts';

type View = { readonly team: string | undefined; readonly client: webApi.WebClient };

/** Offers prompts. Nothing is amiss without them: where Slack has no place for them, the log alone hears of it. */
async function offerPrompts(room: Room, { team, client }: View, channel: string, thread?: string): Promise<void> {
  const { language = 'en' } = await room.settings(team);
  try {
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      ...(thread ? { thread_ts: thread } : {}),
      ...promptsFor(room.chat.about(), room.chat.say, language),
    });
  } catch (error) {
    room.chat.log('warn', 'slack-prompts-refused', { error });
  }
}

/** Draws the home whenever it is opened; in the agent view, which has no event of its own, offers prompts. */
export function onHome(app: App, room: Room): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    const { chat } = room;
    const { teamId: team } = context;
    if (event.tab === 'messages') return offerPrompts(room, { team, client }, event.channel);
    const { language = 'en' } = await room.settings(team);
    const { user } = event;
    const { commands, say } = chat;
    const view = drawHome({ about: chat.about(), commands, say, names: chat.localNames(), language, person: user });
    await client.views.publish({ user_id: user, view });
  });
}

/** The earlier view: a thread beside any channel. Its context, which channel is open, is of no use to the bot. */
export const assistantFor = (room: Room): AssistantConfig => ({
  threadContextStore: { get: async () => ({}), save: async () => {} },
  threadStarted: async ({ event, context, client }) => {
    const { channel_id: channel, thread_ts: thread } = event.assistant_thread;
    await offerPrompts(room, { team: context.teamId, client }, channel, thread);
  },
  userMessage: async ({ event, body, context, client }) => {
    const letter = letterOf(event as Written, body.event_id, context.teamId, client);
    if (letter) await answerDirect(room, letter);
  },
});
