// What Discord allows, by name, each with the page that says so.

// Messages – https://docs.discord.com/developers/resources/message#create-message
/** Characters of `content`. */
export const CONTENT = 2000;
/** Characters of a `nonce`. */
export const NONCE = 25;

// Embeds – https://docs.discord.com/developers/resources/message#embed-object-embed-limits
/** Characters of all embeds of one message together. */
export const EMBEDS_TOGETHER = 6000;
export const EMBED_FIELD_NAME = 256;
export const EMBED_FIELD_VALUE = 1024;
export const EMBED_FOOTER = 2048;

// Components – https://docs.discord.com/developers/components/reference
/** Characters of a `custom_id`, and of the value that an option of a select sends. */
export const CUSTOM_ID = 100;
/** Rows of buttons and selects under a message. */
export const ROWS = 5;
export const ROW_BUTTONS = 5;
/** Characters on a button. */
export const BUTTON_LABEL = 80;
export const SELECT_OPTIONS = 25;
export const OPTION_LABEL = 100;
export const SELECT_PLACEHOLDER = 150;

// Modals – https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
export const MODAL_TITLE = 45;
// Text inputs – https://docs.discord.com/developers/components/reference#text-input
export const INPUT_PLACEHOLDER = 100;
/** Discord takes up to 4,000; a reason needs no more than this. */
export const WHY_LENGTH = 1000;
// Labels – https://docs.discord.com/developers/components/reference#label
export const LABEL = 45;

// Commands – https://docs.discord.com/developers/interactions/application-commands
export const COMMANDS = 100;
export const MESSAGE_COMMANDS = 15;
export const COMMAND_DESCRIPTION = 100;
export const COMMAND_OPTIONS = 25;
/** Characters of a command: names, descriptions and values, with its longest localizations. */
export const COMMAND_TOGETHER = 8000;
/** What names of slash commands and their options look like, in every language. */
export const COMMAND_NAME_PATTERN = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Characters that an option's text may have; Discord takes 6,000. */
export const OPTION_TEXT = 1000;

// Autocomplete – https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete
export const AUTOCOMPLETE_CHOICES = 25;
export const CHOICE_NAME = 100;
export const CHOICE_VALUE = 100;

// Threads – https://docs.discord.com/developers/resources/channel#start-thread-from-message
export const THREAD_NAME = 100;
