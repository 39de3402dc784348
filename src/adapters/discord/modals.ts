// The modal behind "not helpful": what was wrong, in a person's own words, if they care to say.
import type { APIModalInteractionResponseCallbackData, ModalSubmitComponent } from 'discord.js';
import type { Chat } from '../../chat/contract.ts';
import { encodeAction } from './actions.ts';
import { INPUT_PLACEHOLDER, LABEL, MODAL_TITLE, WHY_LENGTH } from './limits.ts';

const FIELD = 'why';

/** The modal for the answer of this reference; its custom_id is a `why` action. */
export function drawWhy(
  reference: string,
  language: string,
  say: Chat['say'],
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeAction({ kind: 'why', reference }),
    title: say('why-title', language).slice(0, MODAL_TITLE),
    components: [
      {
        type: 18,
        label: say('why-label', language).slice(0, LABEL),
        component: {
          type: 4,
          custom_id: FIELD,
          style: 2,
          required: false,
          max_length: WHY_LENGTH,
          placeholder: say('why-hint', language).slice(0, INPUT_PLACEHOLDER),
        },
      },
    ],
  };
}

/** What was written into it; undefined when nothing was. @param components of the submitted modal, in the form of the API */
export function readWhy(components: readonly unknown[]): string | undefined {
  const fields = components.flatMap((one) => {
    const { component, components: nested } = one as {
      component?: ModalSubmitComponent;
      components?: ModalSubmitComponent[];
    };
    return component ? [component] : (nested ?? []);
  });
  const field = fields.find((one) => one.custom_id === FIELD);
  const written = field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : '';
  return written === '' ? undefined : written.slice(0, WHY_LENGTH);
}
