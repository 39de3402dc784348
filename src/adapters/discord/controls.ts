// The buttons and menus under an answer: on through its pages, on to other questions, an opinion, away with it.
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord.js';
import type { Answer, Choice } from '../../answer.ts';
import { type Action, canCarry, encodeAction, type Menu } from './actions.ts';
import type { Drawing } from './drawing.ts';
import { BUTTON_LABEL, OPTION_LABEL, ROW_BUTTONS, SELECT_OPTIONS, SELECT_PLACEHOLDER } from './limits.ts';
import { shorten } from './text.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Say = (id: string, blanks?: Readonly<Record<string, string | number>>) => string;

/** So many choices are buttons that one presses; more are a menu. */
const MOST_BUTTONS = 4;
/** A label that shows in full on a phone. */
const PHONE_LABEL = 34;

const SECONDARY = 2;
const PRIMARY = 1;

type Look = { readonly label?: string; readonly emoji?: string; readonly style?: typeof PRIMARY | typeof SECONDARY };

const button = (action: Action, { label, emoji, style = SECONDARY }: Look): APIButtonComponentWithCustomId => ({
  type: 2,
  style,
  custom_id: encodeAction(action),
  ...(label === undefined ? {} : { label: shorten(label, BUTTON_LABEL) }),
  ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
});

const row = (components: APIComponentInMessageActionRow[]): Row => ({ type: 1, components });

/** What picking or pressing a choice does. */
const actionOf = ({ ask }: Choice, index: number, reference: string): Action =>
  canCarry(ask) ? { kind: 'ask', ask } : { kind: 'choice', reference, index };

/** Each question once: Discord takes no two components that stand for the same. */
const distinct = <T extends Choice>(choices: readonly T[]): T[] => [
  ...new Map(choices.map((choice) => [choice.ask, choice])).values(),
];

const menu = (of: Menu, options: readonly APISelectMenuOption[], placeholder: string): APIStringSelectComponent => ({
  type: 3,
  custom_id: encodeAction({ kind: 'menu', menu: of }),
  options: options.slice(0, SELECT_OPTIONS),
  placeholder: shorten(placeholder, SELECT_PLACEHOLDER),
});

const option = (label: string, action: Action): APISelectMenuOption => ({
  label: shorten(label, OPTION_LABEL) || '…',
  value: encodeAction(action),
});

/** Rows without the buttons that stand in an earlier one. */
function onlyOnce(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  const isNew = (one: APIComponentInMessageActionRow): boolean => {
    const id = 'custom_id' in one ? one.custom_id : '';
    return !seen.has(id) && seen.add(id) !== undefined;
  };
  return rows.map(({ components }) => row(components.filter(isNew))).filter(({ components }) => components.length > 0);
}

/** What may have been meant, or what one might ask next. */
function choiceRows(answer: Answer, reference: string, say: Say): Row[] {
  const choices = answer.choices.map((choice, index) => ({ ...choice, action: actionOf(choice, index, reference) }));
  const offered = distinct(choices.filter(({ label }) => label.trim() !== ''));
  if (offered.length === 0) return [];
  if (offered.length <= MOST_BUTTONS && offered.every(({ label }) => label.length <= PHONE_LABEL))
    return [row(offered.map(({ label, action }) => button(action, { label, style: PRIMARY })))];
  const placeholder = say(answer.kind === 'clarify' ? 'discord-choose' : 'discord-try');
  return [
    row([
      menu(
        'choice',
        offered.map(({ label, action }) => option(label, action)),
        placeholder,
      ),
    ]),
  ];
}

/** Ways on from an answer about a product: buttons for few, menus for more. */
function relatedControls(answer: Answer, say: Say): { buttons: APIButtonComponentWithCustomId[]; rows: Row[] } {
  const alreadyCompared = (answer.table?.columns.length ?? 0) > 2;
  const related = distinct(answer.related.filter(({ ask, label }) => canCarry(ask) && label.trim() !== ''));
  const of = (leads: string) => related.filter((one) => one.leads === leads);
  const [sheet] = of('sheet');
  const compared = alreadyCompared ? [] : of('compare');
  const variants = of('variant');
  const asMenu = (kind: Menu, placeholder: string, choices: readonly Choice[]): Row =>
    row([
      menu(
        kind,
        choices.map(({ label, ask }) => option(label, { kind: 'ask', ask })),
        placeholder,
      ),
    ]);
  const [only] = compared;
  const single =
    compared.length === 1 && only ? [button({ kind: 'ask', ask: only.ask }, { label: say('discord-compare') })] : [];
  return {
    buttons: [...(sheet ? [button({ kind: 'ask', ask: sheet.ask }, { label: say('full-specs') })] : []), ...single],
    rows: [
      ...(variants.length > 0 ? [asMenu('variant', say('variants'), variants)] : []),
      ...(compared.length > 1 ? [asMenu('compare', say('compare-with'), compared)] : []),
    ],
  };
}

/**
 * The rows under one page of an answer, at most five.
 * @param page from 0
 */
export function drawControls(answer: Answer, drawing: Drawing, page: number, pages: number): Row[] {
  const { asker, reference, feedback } = drawing;
  const say: Say = (id, blanks) => drawing.say(id, answer.language, blanks);
  const turn = (to: number): Action => ({ kind: 'more', reference, page: to, asker });
  const back = page > 0 ? [button(turn(page - 1), { label: say('discord-back') })] : [];
  const on = page + 1 < pages ? [button(turn(page + 1), { label: say('more'), style: PRIMARY })] : [];
  const { buttons, rows } = relatedControls(answer, say);
  const opinion = feedback
    ? [
        button({ kind: 'feedback', reference, helpful: true }, { emoji: '👍' }),
        button({ kind: 'feedback', reference, helpful: false }, { emoji: '👎' }),
      ]
    : [];
  const remove = [button({ kind: 'delete', reference, asker }, { emoji: '🗑️' })];
  const first = [...back, ...on, ...buttons];
  const last = [...opinion, ...remove];
  const flat = first.length + last.length <= ROW_BUTTONS ? [row([...first, ...last])] : [row(first), row(last)];
  const [upper, lower] = flat;
  return onlyOnce([
    ...choiceRows(answer, reference, say),
    ...(upper ? [upper] : []),
    ...rows,
    ...(lower ? [lower] : []),
  ]);
}
