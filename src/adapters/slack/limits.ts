// Slack's limits by name, each with the page that states it, and the few lower ones that we set ourselves for readers.

const BLOCKS = 'https://docs.slack.dev/reference/block-kit/blocks';
const ELEMENTS = 'https://docs.slack.dev/reference/block-kit/block-elements';
const OBJECTS = 'https://docs.slack.dev/reference/block-kit/composition-objects';
const MANIFEST = 'https://docs.slack.dev/reference/app-manifest';
const VIEWS = 'https://docs.slack.dev/reference/views';

/** A number that Slack states: characters are UTF-16 units as JSON strings have them, times are milliseconds. */
export type Limit = { readonly most: number; readonly page: string };

/** What Slack accepts; a request beyond one of these is refused. */
export const LIMITS = {
  /** Top-level `text` of a message; above 40,000 Slack cuts it, 4,000 is what it asks for. */
  messageText: { most: 4000, page: 'https://docs.slack.dev/reference/methods/chat.postMessage' },
  /** Blocks of one message. */
  messageBlocks: { most: 50, page: BLOCKS },
  /** All text of the blocks of one message: `msg_blocks_too_long` comes near 13,200. */
  messageCharacters: { most: 12_000, page: 'https://github.com/slackapi/bolt-js/issues/2509' },
  blockId: { most: 255, page: BLOCKS },
  actionId: { most: 255, page: ELEMENTS },
  /** Any text object. */
  text: { most: 3000, page: `${OBJECTS}/text-object` },
  sectionText: { most: 3000, page: `${BLOCKS}/section-block` },
  sectionFields: { most: 10, page: `${BLOCKS}/section-block` },
  fieldText: { most: 2000, page: `${BLOCKS}/section-block` },
  headerText: { most: 150, page: `${BLOCKS}/header-block` },
  contextElements: { most: 10, page: `${BLOCKS}/context-block` },
  actionsElements: { most: 25, page: `${BLOCKS}/actions-block` },
  contextActionsElements: { most: 5, page: `${BLOCKS}/context-actions-block` },
  buttonText: { most: 75, page: `${ELEMENTS}/button-element` },
  buttonValue: { most: 2000, page: `${ELEMENTS}/button-element` },
  buttonUrl: { most: 3000, page: `${ELEMENTS}/button-element` },
  accessibilityLabel: { most: 75, page: `${ELEMENTS}/button-element` },
  feedbackText: { most: 75, page: `${ELEMENTS}/feedback-buttons-element` },
  feedbackValue: { most: 2000, page: `${ELEMENTS}/feedback-buttons-element` },
  placeholder: { most: 150, page: `${ELEMENTS}/select-menu-element` },
  selectOptions: { most: 100, page: `${ELEMENTS}/select-menu-element` },
  optionText: { most: 75, page: `${OBJECTS}/option-object` },
  optionValue: { most: 75, page: `${OBJECTS}/option-object` },
  confirmTitle: { most: 100, page: `${OBJECTS}/confirmation-dialog-object` },
  confirmText: { most: 300, page: `${OBJECTS}/confirmation-dialog-object` },
  confirmButton: { most: 30, page: `${OBJECTS}/confirmation-dialog-object` },
  /** Tables of one message: `only_one_table_allowed`. */
  messageTables: { most: 1, page: `${BLOCKS}/table-block` },
  /** Rows of a table, its header among them. */
  tableRows: { most: 100, page: `${BLOCKS}/table-block` },
  tableCells: { most: 20, page: `${BLOCKS}/table-block` },
  /** Text of all cells of a message's tables together. */
  tableCharacters: { most: 10_000, page: `${BLOCKS}/table-block` },
  inputLabel: { most: 2000, page: `${BLOCKS}/input-block` },
  inputHint: { most: 2000, page: `${BLOCKS}/input-block` },
  inputLength: { most: 3000, page: `${ELEMENTS}/plain-text-input-element` },
  viewBlocks: { most: 100, page: VIEWS },
  viewTitle: { most: 24, page: VIEWS },
  viewButton: { most: 24, page: VIEWS },
  privateMetadata: { most: 3000, page: VIEWS },
  callbackId: { most: 255, page: VIEWS },
  suggestedPrompts: { most: 4, page: 'https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts' },
  appName: { most: 35, page: MANIFEST },
  appDescription: { most: 140, page: MANIFEST },
  /** A long description must have at least 174 characters. */
  appLongDescription: { most: 4000, page: MANIFEST },
  botName: { most: 80, page: MANIFEST },
  commands: { most: 50, page: MANIFEST },
  /** A slash command with its "/". */
  commandName: { most: 32, page: MANIFEST },
  commandDescription: { most: 2000, page: MANIFEST },
  commandUsage: { most: 1000, page: MANIFEST },
  shortcuts: { most: 10, page: MANIFEST },
  shortcutName: { most: 24, page: 'https://docs.slack.dev/interactivity/implementing-shortcuts' },
  shortcutDescription: { most: 150, page: MANIFEST },
  agentDescription: { most: 300, page: MANIFEST },
  /** By then a command, an event or a press must be acknowledged. */
  acknowledge: { most: 3000, page: 'https://docs.slack.dev/tools/bolt-js/concepts/acknowledge' },
  /** Bytes of what is sent over a socket; for more, Slack closes it (1009) and delivers again what was not acknowledged. */
  socketFrame: { most: 20_480, page: 'https://github.com/revelrylabs/slax/pull/614' },
} as const satisfies Readonly<Record<string, Limit>>;

/** What keeps an answer readable; Slack would take more. */
export const READABLE = {
  /** Lines on a page, each a fact or a list item. */
  lines: 15,
  /** Table rows on a page, without the header. */
  rows: 15,
  /** Characters of a page, escaped. */
  characters: 4500,
  /** Characters of one line or row, escaped; no fact of ours is that long. */
  piece: 1500,
  /** Characters of the top-level text, escaped. */
  spoken: 3000,
  /** A lead that is said again on every page, in characters. */
  heading: 150,
  /** Facts that are short enough to stand beside each other, in characters each. */
  field: 60,
  /** Caveats that stand on one line, in characters. */
  notes: 160,
  /** Sources below an answer; the rest is counted. */
  sources: 5,
  /** Title of a source, in characters. */
  title: 150,
  /** Who published it, in characters. */
  publisher: 60,
  /** Whom to credit, in characters each; and on which terms. */
  credit: 300,
  licence: 60,
  /** Packs that are credited below an answer. */
  credits: 5,
  /** Characters of the sources below an answer, with their addresses. */
  sourceCharacters: 2500,
  /** Choices that are buttons; more become a menu. */
  buttons: 5,
  /** Controls in one row. */
  controls: 8,
  /** What a person may write on why an answer was no help, in characters. */
  why: 1000,
} as const;
