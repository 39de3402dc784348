// Holds what leaves for Slack against every limit of limits.ts, and against its rules for text.
import type { types } from '@slack/bolt';
import { expect } from 'vitest';
import type { Manifest } from '../../../src/adapters/slack/commands.ts';
import { LIMITS } from '../../../src/adapters/slack/limits.ts';
import type { Message } from '../../../src/adapters/slack/reply.ts';

type LimitName = keyof typeof LIMITS;
type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objects = (value: unknown): readonly Json[] => list(value).filter(isObject);

/** What Slack would refuse, each as "limit: length > most at where". */
class Breaches {
  readonly found: string[] = [];

  most(name: LimitName, actual: number, where: string): void {
    if (actual > LIMITS[name].most) this.found.push(`${name}: ${actual} > ${LIMITS[name].most} at ${where}`);
  }

  /** A text of 1 to `name` characters. */
  text(name: LimitName, value: unknown, where: string): void {
    if (typeof value !== 'string' || value.length === 0) this.found.push(`${name}: no text at ${where}`);
    else {
      this.most(name, value.length, where);
      if (!value.isWellFormed()) this.found.push(`${name}: half a character at ${where}`);
    }
  }

  optional(name: LimitName, value: unknown, where: string): void {
    if (value !== undefined) this.text(name, value, where);
  }

  /** A text object; of markup, only what we mark up ourselves. */
  object(name: LimitName, value: unknown, where: string): void {
    if (!isObject(value)) return void this.found.push(`${name}: no text object at ${where}`);
    this.text(name, value.text, where);
    this.text('text', value.text, where);
    if (value.type === 'mrkdwn') this.markup(value.text, where);
    else if (value.type !== 'plain_text') this.found.push(`${name}: no text object at ${where}`);
  }

  markup(value: unknown, where: string): void {
    const bare = String(value)
      .replace(/<https?:\/\/[^<>|\s]+\|[^<>\n]*>/g, '')
      .replace(/<@[UW][A-Z0-9]+>/g, '');
    if (/[<>]/.test(bare)) this.found.push(`markup: ${bare.slice(0, 80)} at ${where}`);
    if (/&(?!(?:amp|lt|gt);)/.test(bare)) this.found.push(`entity: ${bare.slice(0, 80)} at ${where}`);
  }

  unique(values: readonly unknown[], what: string): void {
    const present = values.filter((value) => value !== undefined);
    if (new Set(present).size !== present.length) this.found.push(`${what}: twice the same`);
  }
}

function checkElement(element: Json, where: string, to: Breaches): void {
  to.optional('actionId', element.action_id, where);
  to.optional('accessibilityLabel', element.accessibility_label, where);
  switch (element.type) {
    case 'button':
    case 'icon_button':
      to.object('buttonText', element.text, where);
      to.optional('buttonValue', element.value, where);
      to.optional('buttonUrl', element.url, where);
      break;
    case 'static_select': {
      to.object('placeholder', element.placeholder, where);
      const options = objects(element.options);
      if (options.length === 0) to.found.push(`selectOptions: none at ${where}`);
      to.most('selectOptions', options.length, where);
      for (const option of options) {
        to.object('optionText', option.text, where);
        to.text('optionValue', option.value, where);
      }
      break;
    }
    case 'feedback_buttons':
      for (const one of ['positive_button', 'negative_button'] as const) {
        const side = element[one];
        if (!isObject(side)) to.found.push(`feedbackText: no ${one} at ${where}`);
        else {
          to.object('feedbackText', side.text, where);
          to.text('feedbackValue', side.value, where);
          to.optional('accessibilityLabel', side.accessibility_label, where);
        }
      }
      break;
    case 'plain_text_input':
      to.most('inputLength', Number(element.max_length ?? 0), where);
      if (element.placeholder !== undefined) to.object('placeholder', element.placeholder, where);
      break;
    default:
      to.found.push(`unknown element ${String(element.type)} at ${where}`);
  }
  const { confirm } = element;
  if (isObject(confirm)) {
    to.object('confirmTitle', confirm.title, where);
    to.object('confirmText', confirm.text, where);
    for (const one of [confirm.confirm, confirm.deny]) if (one !== undefined) to.object('confirmButton', one, where);
  }
}

/** The text that a cell shows. */
const cellText = (cell: unknown): string => {
  if (!isObject(cell)) return '';
  if (cell.type === 'raw_text') return String(cell.text ?? '');
  return objects(cell.elements)
    .map((element) => (typeof element.text === 'string' ? element.text : cellText(element)))
    .join('');
};

function checkTable(block: Json, where: string, to: Breaches): number {
  const rows = list(block.rows).map(list);
  if (rows.length === 0) to.found.push(`tableRows: none at ${where}`);
  to.most('tableRows', rows.length, where);
  to.most('tableCells', list(block.column_settings).length, where);
  for (const row of rows) {
    to.most('tableCells', row.length, where);
    if (row.length !== rows[0]?.length) to.found.push(`tableCells: rows differ in width at ${where}`);
    if (row.some((cell) => cellText(cell) === '')) to.found.push(`tableCells: an empty cell at ${where}`);
  }
  return rows.flat().reduce<number>((sum, cell) => sum + cellText(cell).length, 0);
}

function checkBlock(block: Json, where: string, to: Breaches): void {
  to.optional('blockId', block.block_id, where);
  switch (block.type) {
    case 'section': {
      if (block.text !== undefined) to.object('sectionText', block.text, where);
      const fields = list(block.fields);
      if (block.text === undefined && fields.length === 0) to.found.push(`sectionText: nothing at ${where}`);
      to.most('sectionFields', fields.length, where);
      for (const field of fields) to.object('fieldText', field, where);
      if (isObject(block.accessory)) checkElement(block.accessory, `${where} accessory`, to);
      break;
    }
    case 'header':
      to.object('headerText', block.text, where);
      break;
    case 'context':
    case 'actions':
    case 'context_actions': {
      const limit = {
        context: 'contextElements',
        actions: 'actionsElements',
        context_actions: 'contextActionsElements',
      };
      const elements = objects(block.elements);
      if (elements.length === 0) to.found.push(`${block.type}: nothing at ${where}`);
      to.most(limit[block.type] as LimitName, elements.length, where);
      for (const element of elements)
        if (block.type === 'context') to.object('text', element, where);
        else checkElement(element, where, to);
      break;
    }
    case 'input':
      to.object('inputLabel', block.label, where);
      if (block.hint !== undefined) to.object('inputHint', block.hint, where);
      if (isObject(block.element)) checkElement(block.element, where, to);
      break;
    case 'table':
      to.most('tableCharacters', checkTable(block, where, to), where);
      break;
    case 'divider':
      break;
    default:
      to.found.push(`unknown block ${String(block.type)} at ${where}`);
  }
}

/** Every value of a key, anywhere below. */
const all = (key: string, value: unknown): unknown[] =>
  Array.isArray(value)
    ? value.flatMap((one) => all(key, one))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => (name === key && !isObject(one) ? [one] : all(key, one)))
      : [];

function checkBlocks(blocks: readonly unknown[], to: Breaches): void {
  for (const [index, block] of objects(blocks).entries())
    checkBlock(block, `block ${index} (${String(block.type)})`, to);
  to.unique(all('block_id', blocks), 'blockId');
  to.unique(all('action_id', blocks), 'actionId');
}

/** What Slack would refuse of a message. */
export function messageBreaches(message: Pick<Message, 'text'> & { readonly blocks: readonly unknown[] }): string[] {
  const to = new Breaches();
  const { text, blocks } = message;
  to.text('messageText', text, 'text');
  if (text.trim() === '') to.found.push('messageText: says nothing');
  to.markup(text, 'text');
  to.most('messageBlocks', blocks.length, 'blocks');
  const tables = objects(blocks).filter(({ type }) => type === 'table').length;
  to.most('messageTables', tables, 'blocks');
  const written = all('text', blocks).reduce<number>((sum, one) => sum + String(one).length, 0);
  to.most('messageCharacters', written, 'blocks');
  checkBlocks(blocks, to);
  return to.found;
}

/** What Slack would refuse of a modal or a home. */
export function viewBreaches(view: types.View): string[] {
  const to = new Breaches();
  to.most('viewBlocks', view.blocks.length, 'view');
  to.most('privateMetadata', view.private_metadata?.length ?? 0, 'view');
  to.most('callbackId', view.callback_id?.length ?? 0, 'view');
  if (view.type === 'modal') {
    to.object('viewTitle', view.title, 'view title');
    if (view.submit) to.object('viewButton', view.submit, 'view submit');
    if (view.close) to.object('viewButton', view.close, 'view close');
  }
  checkBlocks(view.blocks, to);
  return to.found;
}

/** What Slack would refuse of a manifest. */
export function manifestBreaches({ display_information: display, features = {} }: Manifest): string[] {
  const to = new Breaches();
  to.text('appName', display.name, 'name');
  to.optional('appDescription', display.description, 'description');
  to.optional('appLongDescription', display.long_description, 'long description');
  to.optional('botName', features.bot_user?.display_name, 'bot user');
  const commands = features.slash_commands ?? [];
  to.most('commands', commands.length, 'slash commands');
  to.unique(
    commands.map(({ command }) => command),
    'commandName',
  );
  for (const { command, description, usage_hint: usage } of commands) {
    to.text('commandName', command, command);
    to.text('commandDescription', description, command);
    to.optional('commandUsage', usage, command);
  }
  const shortcuts = features.shortcuts ?? [];
  to.most('shortcuts', shortcuts.length, 'shortcuts');
  for (const { name, description, callback_id: callback } of shortcuts) {
    to.text('shortcutName', name, 'shortcut');
    to.text('shortcutDescription', description, 'shortcut');
    to.text('callbackId', callback, 'shortcut');
  }
  const view = features.agent_view ?? features.assistant_view ?? {};
  to.most('suggestedPrompts', view.suggested_prompts?.length ?? 0, 'suggested prompts');
  to.optional('agentDescription', features.agent_view?.agent_description, 'agent view');
  return to.found;
}

/** Fails where Slack would refuse a message. */
export function assertWithinLimits(message: Pick<Message, 'text'> & { readonly blocks: readonly unknown[] }): void {
  expect(messageBreaches(message)).toEqual([]);
}
