// The one modal: after a thumbs-down it asks what was wrong.
import type { types } from '@slack/bolt';
import type { Chat } from '../../chat/contract.ts';
import { WHY_INPUT, WHY_MODAL } from './actions.ts';
import { LIMITS, READABLE } from './limits.ts';
import { plain } from './mrkdwn.ts';

/** The modal that asks why an answer was no help. @param metadata as `encodeWhy` writes it */
export function drawWhy(say: Chat['say'], language: string, metadata: string): types.ModalView {
  const button = (id: string) => plain(say(id, language), LIMITS.viewButton.most);
  return {
    type: 'modal',
    callback_id: WHY_MODAL,
    private_metadata: metadata,
    title: plain(say('why-title', language), LIMITS.viewTitle.most),
    submit: button('send'),
    close: button('cancel'),
    blocks: [
      {
        type: 'input',
        block_id: WHY_INPUT.block,
        optional: true,
        label: plain(say('why-label', language), LIMITS.inputLabel.most),
        hint: plain(say('why-hint', language), LIMITS.inputHint.most),
        element: {
          type: 'plain_text_input',
          action_id: WHY_INPUT.action,
          multiline: true,
          max_length: READABLE.why,
          focus_on_load: true,
        },
      },
    ],
  };
}
