// One interaction's way back: the first response in time, by whichever road it came, and what follows it.
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import type { Body } from './reply.ts';

/** Sends the first response: as a callback through REST, or as the body of the HTTP answer. */
export type Respond = (response: APIInteractionResponse) => Promise<void>;
/** Runs something later unless it is cancelled. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

/** Who sees what is said: everybody in the channel, the person alone, or whoever sees the message under which was pressed. */
export type Manner = 'public' | 'private' | 'update';
export type Said = { readonly body: Body; readonly manner: Manner };

/** Of the 3 seconds that Discord waits, so many are left for the answer itself before "is thinking …" is shown. */
const DEFER_AFTER = 2000;

export type Exchange = {
  readonly respond: Respond;
  /** Says what comes of `work`, or nothing; where that takes long, tells so first. @param manner in which it will most likely be said */
  settle(work: Promise<Said | undefined>, manner: Manner): Promise<void>;
  /** Takes away the message under which was pressed. */
  remove(): Promise<void>;
  /** Says to the person alone that something failed, whatever was said before. */
  fail(body: Body): Promise<void>;
};

export type ExchangeOptions = {
  readonly interaction: APIInteraction;
  readonly respond: Respond;
  readonly rest: REST;
  readonly schedule: Schedule;
};

const privately = (body: Body): Body => ({ ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral });
const inManner = ({ body, manner }: Said): Body => (manner === 'private' ? privately(body) : body);

const deferral = (manner: Manner): APIInteractionResponse =>
  manner === 'update'
    ? { type: InteractionResponseType.DeferredMessageUpdate }
    : {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        ...(manner === 'private' ? { data: { flags: MessageFlags.Ephemeral } } : {}),
      };

/** Opens the way back of an interaction. */
export function openExchange({ interaction, respond: send, rest, schedule }: ExchangeOptions): Exchange {
  const { application_id: application, token } = interaction;
  const original = Routes.webhookMessage(application, token, '@original');
  let responded = false;
  let deferred: { readonly manner: Manner; readonly told: Promise<void> } | undefined;
  const respond: Respond = async (response) => {
    await send(response);
    responded = true;
  };
  const followUp = (body: Body): Promise<unknown> =>
    rest.post(Routes.webhook(application, token), { body, auth: false });
  const takeBack = (): Promise<unknown> => rest.delete(original, { auth: false });

  const sayFirst = async (said: Said | undefined): Promise<void> => {
    const { ChannelMessageWithSource, UpdateMessage } = InteractionResponseType;
    if (said)
      return respond({
        type: said.manner === 'update' ? UpdateMessage : ChannelMessageWithSource,
        data: inManner(said),
      });
    // Saying nothing must be said too, or Discord tells that the application did not respond.
    if (interaction.type === InteractionType.MessageComponent) return respond(deferral('update'));
    await respond(deferral('private'));
    await takeBack();
  };
  const sayLater = async (said: Said | undefined, deferred: Manner): Promise<void> => {
    if (said?.manner === deferred) {
      await rest.patch(original, { body: said.body, auth: false });
      return;
    }
    if (said) await followUp(inManner(said));
    if (deferred !== 'update') await takeBack();
  };
  return {
    respond,
    async settle(work, manner) {
      const cancel = schedule(() => {
        const told = respond(deferral(manner));
        told.catch(() => {}); // whoever waits for it hears of it
        deferred = { manner, told };
      }, DEFER_AFTER);
      const said = await work.finally(cancel);
      if (!deferred) return sayFirst(said);
      await deferred.told;
      return sayLater(said, manner);
    },
    async remove() {
      await respond(deferral('update'));
      await takeBack();
    },
    async fail(body) {
      await deferred?.told;
      if (deferred) await sayLater({ body, manner: 'private' }, deferred.manner);
      else if (responded) await followUp(privately(body));
      else await sayFirst({ body, manner: 'private' });
    },
  };
}
