// From found facts to a short answer: yes or no first where that was asked, then the value.
import type { Fact } from '../../knowledge/model.ts';
import type { Group } from '../matching/groups.ts';
import type { Finding } from '../matching/lookup.ts';
import type { Query } from '../reading/query.ts';
import type { Composer, Draft } from './compose.ts';

/** A single question gets an answer no longer than this, whatever further facts would fit: characters of text. */
const SHORT = 560;

/** "Was it before …", "is it not …": the fact may be told, but a bare yes might affirm something else. */
const BESIDE = ['earlier', 'later', 'not'];

/** Draws up the answer for a finding that was accepted. */
export function present(finding: Finding, query: Query, composer: Composer): Draft {
  const [first, ...rest] = finding.groups;
  if (!first) return { kind: 'abstain', lead: composer.messages.say('unknown') };
  const lines: string[] = [];
  const facts: Fact[] = [];
  let length = 0;
  for (const [index, group] of [first, ...rest].entries()) {
    const drawn = sentences(group, query, composer);
    if (facts.length > 0 && length + drawn.join(' ').length > SHORT) {
      // What does not fit is left out whole, and said to be.
      lines.push(composer.messages.say('more-found', { count: finding.groups.length - index }));
      break;
    }
    lines.push(...drawn);
    facts.push(...group.facts);
    length += drawn.join(' ').length;
  }
  const [lead = '', ...further] = lines;
  return { lead: yesNo(first, query, composer, lead), lines: further, facts };
}

/** One line for each fact of a group; several values of one attribute share their subject and label. */
function sentences(group: Group, query: Query, composer: Composer): string[] {
  const { facts } = group;
  const [only] = facts;
  if (facts.length === 1 && only) return [counted(only, query, composer) + composer.sentence(only, query.units)];
  if (facts.every((fact) => fact.say)) return facts.map((fact) => composer.sentence(fact, query.units));
  const values = facts.map((fact) => {
    const qualifiers = composer.qualifiers(fact);
    const value = composer.withGrowth(composer.format.value(fact.value, query.units), fact);
    const about = fact.about ? [composer.messages.text(fact.about)] : [];
    const all = [...about, ...qualifiers];
    return all.length > 0 ? `${value} (${all.join(composer.messages.say('separator'))})` : value;
  });
  const subject = composer.format.subject(group.subject);
  const label = composer.format.label(group.attribute);
  return [
    composer.messages.say('fact', {
      subject,
      label,
      value: [...new Set(values)].join(composer.messages.say('clause')),
    }),
  ];
}

/** "How many colours": the number of items of a list comes first. */
function counted(fact: Fact, query: Query, { format, messages }: Composer): string {
  const asksCount = query.asks.has('how-many') || query.asks.has('count');
  if (!asksCount || fact.value.kind !== 'list' || fact.say) return '';
  const count = fact.value.items.length;
  // What a list with a name of its own is of, its sentence says.
  return fact.about
    ? `${count}. `
    : `${messages.say('which-of', { subject: format.label(fact.attribute), value: count })}. `;
}

function yesNo(group: Group, query: Query, { messages, format }: Composer, sentence: string): string {
  const [fact] = group.facts;
  if (fact?.value.kind !== 'boolean') return sentence;
  // "What can it show" is no question to say yes to.
  const asksWhether = query.asks.has('whether') && query.asks.size === 1;
  if (fact.say)
    return fact.value.value && asksWhether && !BESIDE.some((id) => query.operators.has(id))
      ? messages.say('yes-fact', { fact: sentence })
      : sentence;
  const label = fact.about ? messages.text(fact.about) : format.label(fact.attribute);
  return messages.say(fact.value.value ? 'supported' : 'not-supported', {
    subject: format.subject(fact.subject),
    label,
  });
}
