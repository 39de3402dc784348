// A message body as Discord takes it → the web components that show it as Discord does; knows what our drawing uses, no more.
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import type { Body } from '../adapters/discord/drawing.ts';

const entity = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Bold, masked links and timestamps; a backslash takes a mark's meaning. */
function inline(text: string): string {
  const kept: string[] = [];
  const bare = text.replace(/\\([^0-9A-Za-z\s])/g, (_, sign: string) => `\ue000${kept.push(entity(sign)) - 1}\ue001`);
  const html = entity(bare)
    .replace(/\*\*(.+?)\*\*/g, '<discord-bold>$1</discord-bold>')
    .replace(/`([^`]+)`/g, '<discord-code>$1</discord-code>')
    .replace(/\[([^\]]+)\]\((?:&#60;)?(https?:[^)\s]+?)(?:&#62;)?\)/g, '<discord-link href="$2">$1</discord-link>')
    .replace(
      /&#60;t:(\d+):\w&#62;/g,
      (_, seconds: string) => `<discord-time>${new Date(Number(seconds) * 1000).toUTCString()}</discord-time>`,
    );
  return html.replace(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)] ?? '');
}

/** Discord's Markdown as far as it is used: code blocks, small print, lists. */
export function markdown(text: string): string {
  return text
    .split(/(```\n[\s\S]*?\n```)\n?/)
    .map((part) =>
      part.startsWith('```') ? `<discord-pre embed>${entity(part.slice(4, -4))}</discord-pre>` : block(part),
    )
    .join('');
}

function block(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  if (text === '') return '';
  return lines
    .map((line) => {
      const [, item] = /^- (.*)$/.exec(line) ?? [];
      if (item !== undefined) return `<div style="padding-left:1.1em;text-indent:-.9em">•&nbsp; ${inline(item)}</div>`;
      const [, small] = /^-# (.*)$/.exec(line) ?? [];
      if (small !== undefined) return `<discord-subscript>${inline(small)}</discord-subscript>`;
      return `<div>${inline(line) || '&nbsp;'}</div>`;
    })
    .join('');
}

function embed({ color, description, fields = [], footer }: APIEmbed): string {
  let column = 0;
  const drawn = fields.map(({ name, value, inline: beside }) => {
    column = beside ? (column % 3) + 1 : 0;
    const place = beside ? ` inline inline-index="${column}"` : '';
    return `<discord-embed-field field-title="${entity(name.replace(/\\(.)/g, '$1'))}"${place}>${markdown(value)}</discord-embed-field>`;
  });
  return [
    `<discord-embed slot="embeds" color="#${(color ?? 0).toString(16).padStart(6, '0')}">`,
    description
      ? `<discord-embed-description slot="description">${markdown(description)}</discord-embed-description>`
      : '',
    drawn.length > 0 ? `<discord-embed-fields slot="fields">${drawn.join('')}</discord-embed-fields>` : '',
    footer
      ? `<discord-embed-footer slot="footer"><span style="white-space:pre-line">${entity(footer.text)}</span></discord-embed-footer>`
      : '',
    '</discord-embed>',
  ].join('');
}

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' };

function component(one: APIComponentInMessageActionRow): string {
  if (one.type === 2) {
    const text = [
      ...('emoji' in one && one.emoji?.name ? [one.emoji.name] : []),
      ...('label' in one && one.label ? [one.label] : []),
    ];
    return `<discord-button type="${STYLES[one.style] ?? 'secondary'}">${entity(text.join(' '))}</discord-button>`;
  }
  const placeholder = 'placeholder' in one ? (one.placeholder ?? '') : '';
  return `<div class="menu">${entity(placeholder)}<span>⌄</span></div>`;
}

const row = ({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): string => {
  const drawn = components.map(component).join('');
  return drawn.includes('class="menu"') ? drawn : `<discord-action-row>${drawn}</discord-action-row>`;
};

const avatar = (color: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="${color}"/></svg>`)}`;

/** The bot's message, below the question that it answers. */
export function messageHtml(question: string, { content, embeds, components }: Body): string {
  return [
    `<discord-message author="Reader" avatar="${avatar('#5865f2')}" timestamp="today">${entity(question)}</discord-message>`,
    `<discord-message author="Answers" avatar="${avatar('#ff6900')}" bot timestamp="today">`,
    markdown(content),
    ...embeds.map(embed),
    components.length > 0
      ? `<discord-attachments slot="components">${components.map(row).join('')}</discord-attachments>`
      : '',
    '</discord-message>',
  ].join('\n');
}
