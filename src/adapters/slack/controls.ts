// What can be pressed below an answer: another page, ways on, share, an opinion, delete.
import type { types } from '@slack/bolt';
import type { Answer, Choice } from '../../answer.ts';
import type { Page } from '../../chat/pages.ts';
import { actionId, encodePress, type Leads, menuBlockId, type Press } from './actions.ts';
import type { Drawing } from './drawing.ts';
import { LIMITS, READABLE } from './limits.ts';
import { isPerson, plain } from './mrkdwn.ts';

type Element = types.Button | types.StaticSelect;
type Offered = { readonly leads: Leads; readonly choices: readonly Choice[]; readonly prompt: string };

/** A button, unless what it stands for does not fit into one. */
export function button(label: string, press: Press, index = 0): types.Button[] {
  const value = encodePress(press);
  const name = press.kind === 'ask' ? `ask-${press.leads}` : press.kind;
  return value === undefined || label === ''
    ? []
    : [{ type: 'button', text: plain(label, LIMITS.buttonText.most), action_id: actionId(name, index), value }];
}

/** Choices as buttons; as a menu where they are many and each question is short enough for an option. */
function offered({ leads, choices, prompt }: Offered, { asker, reference }: Drawing): types.ActionsBlock[] {
  const usable = choices.filter(({ label, ask }) => label !== '' && ask !== '');
  const fit = usable.every(({ ask }) => ask.length <= LIMITS.optionValue.most);
  if (fit && usable.length > READABLE.buttons)
    return [
      {
        type: 'actions',
        block_id: menuBlockId({ reference, asker, leads }),
        elements: [menu(leads, usable.slice(0, LIMITS.selectOptions.most), prompt)],
      },
    ];
  const buttons = usable
    .slice(0, LIMITS.actionsElements.most)
    .flatMap(({ label, ask }, index) => button(label, { kind: 'ask', reference, asker, ask, leads }, index));
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
}

const menu = (leads: Leads, choices: readonly Choice[], prompt: string): types.StaticSelect => ({
  type: 'static_select',
  action_id: actionId(`menu-${leads}`),
  placeholder: plain(prompt, LIMITS.placeholder.most),
  options: choices.map(({ label, ask }) => ({ text: plain(label, LIMITS.optionText.most), value: ask })),
});

/** Pages, the whole sheet, products to compare with, share: one row, as far as the answer has them. */
function wayOn(page: Page, answer: Answer, drawing: Drawing): types.ActionsBlock[] {
  const { say, asker, reference } = drawing;
  const { language, related } = answer;
  const at = { reference, asker };
  const sheet = related.find(({ leads }) => leads === 'sheet');
  const compared = related.filter(
    ({ leads, ask, label }) =>
      leads === 'compare' && label !== '' && ask !== '' && ask.length <= LIMITS.optionValue.most,
  );
  const [only] = compared;
  const isCompared = (answer.table?.columns.length ?? 0) > 2;
  const comparing: Element[] =
    compared.length > 1
      ? [menu('compare', compared.slice(0, LIMITS.selectOptions.most), say('compare-with', language))]
      : only && !isCompared
        ? button(say('slack-compare', language), { kind: 'ask', ...at, ask: only.ask, leads: 'compare' })
        : [];
  const elements: Element[] = [
    ...(page.page > 1 ? button(say('slack-back', language), { kind: 'more', ...at, page: page.page - 1 }) : []),
    ...(page.page < page.pages ? button(say('more', language), { kind: 'more', ...at, page: page.page + 1 }, 1) : []),
    ...(sheet ? button(say('full-specs', language), { kind: 'ask', ...at, ask: sheet.ask, leads: 'sheet' }) : []),
    ...comparing,
    ...(drawing.shareable && drawing.audience === 'asker'
      ? button(say('share', language), { kind: 'share', ...at })
      : []),
  ];
  return elements.length > 0 ? [{ type: 'actions', block_id: menuBlockId({ ...at, leads: 'compare' }), elements }] : [];
}

/** What can be a help or none. */
const JUDGED: ReadonlySet<Answer['kind']> = new Set(['answer', 'abstain']);

/** An opinion, and the bin that only the asker sees. What only the asker sees at all has Slack's own way to be dismissed. */
function opinion({ language, kind }: Answer, drawing: Drawing): types.ContextActionsBlock[] {
  const { say, asker, reference } = drawing;
  const called = (id: string) => {
    const name = say(id, language);
    return {
      text: plain(name, LIMITS.feedbackText.most),
      accessibility_label: name.slice(0, LIMITS.accessibilityLabel.most),
    };
  };
  const liked = encodePress({ kind: 'feedback', reference, asker, helpful: true });
  const disliked = encodePress({ kind: 'feedback', reference, asker, helpful: false });
  const removal = encodePress({ kind: 'delete', reference, asker });
  const elements: types.ContextActionsBlockElement[] = [
    ...(drawing.feedback && JUDGED.has(kind) && liked && disliked
      ? [
          {
            type: 'feedback_buttons' as const,
            action_id: actionId('feedback'),
            positive_button: { ...called('helpful'), value: liked },
            negative_button: { ...called('not-helpful'), value: disliked },
          },
        ]
      : []),
    ...(drawing.audience === 'all' && isPerson(asker) && removal
      ? [
          {
            type: 'icon_button' as const,
            icon: 'trash',
            ...called('delete'),
            action_id: actionId('delete'),
            value: removal,
            visible_to_user_ids: [asker],
          },
        ]
      : []),
  ];
  return elements.length > 0 ? [{ type: 'context_actions', elements }] : [];
}

const hasMenu = ({ elements }: types.ActionsBlock): boolean => elements.some(({ type }) => type === 'static_select');

/** Rows of controls in as few rows as may be: a menu's row can be shared with buttons, not with another menu. */
function merged(rows: readonly types.ActionsBlock[]): types.ActionsBlock[] {
  const kept: types.ActionsBlock[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    const elements = [...(last?.elements ?? []), ...row.elements];
    if (last && !(hasMenu(last) && hasMenu(row)) && elements.length <= READABLE.controls)
      kept[kept.length - 1] = { ...last, ...row, ...(hasMenu(last) ? { block_id: last.block_id } : {}), elements };
    else kept.push(row);
  }
  return kept;
}

/** The controls below a page of an answer; what has been meant or may be asked stands first. */
export function controlBlocks(page: Page, answer: Answer, drawing: Drawing): types.KnownBlock[] {
  const { language, choices, related, kind } = answer;
  const isHelp = kind === 'chat';
  const say = (id: string): string => drawing.say(id, language);
  const variants = related.filter(({ leads }) => leads === 'variant');
  const rows = [
    ...offered(
      { leads: isHelp ? 'example' : 'choice', choices, prompt: say(isHelp ? 'slack-try' : 'slack-choose') },
      drawing,
    ),
    ...offered({ leads: 'variant', choices: variants, prompt: say('variants') }, drawing),
    ...wayOn(page, answer, drawing),
  ];
  return [...merged(rows), ...opinion(answer, drawing)];
}
