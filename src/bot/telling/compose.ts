// Builds answers from facts: the value first, then caveats, then when it was so and who said it.
import type { Answer, AnswerKind, Choice, StatedFact, Table } from '../../answer.ts';
import type { Fact, Knowledge } from '../../knowledge/model.ts';
import { periodOf } from '../reading/periods.ts';
import { cite, sourcesOf } from './citing.ts';
import { Formatter } from './format.ts';
import { Messages } from './messages.ts';
import { related } from './related.ts';

export type Draft = {
  readonly kind?: AnswerKind;
  readonly lead: string;
  readonly lines?: readonly string[];
  readonly table?: Table;
  readonly notes?: readonly string[];
  readonly facts?: readonly Fact[];
  /** Sources beyond those of the facts. */
  readonly sources?: readonly string[];
  readonly choices?: readonly Choice[];
  /** Leaves the "as of" line out, where a date says nothing (help, lists of names). */
  readonly timeless?: boolean;
  /** The products that it lists, where it tells nothing else of them. */
  readonly of?: readonly string[];
  /** The product whose whole sheet this is. */
  readonly sheetOf?: string;
};

/** Facts with these kinds of value do not go stale: a launch day stays. */
const LASTING = new Set(['date']);
/** Facts that one answer cites; a table of more would be no answer. */
const MOST_FACTS = 120;
/** How a value ends that is a sentence, not a phrase. */
const SENTENCE = /[.!?。！？]$/;

export class Composer {
  readonly knowledge: Knowledge;
  readonly messages: Messages;
  readonly format: Formatter;
  readonly #asked: string;

  /** @param language of the answer; @param asked of the question */
  constructor(knowledge: Knowledge, language: string, asked: string) {
    this.knowledge = knowledge;
    this.messages = new Messages(knowledge, language);
    this.format = new Formatter(knowledge, this.messages);
    this.#asked = asked;
  }

  answer(draft: Draft): Answer {
    const facts = (draft.facts ?? []).slice(0, MOST_FACTS);
    const notes = [
      ...new Set([
        ...(draft.notes ?? []),
        ...(draft.table
          ? []
          : facts.flatMap(({ note }) =>
              note ? [this.messages.say('note', { note: this.messages.text(note).replace(/[.。]$/, '') })] : [],
            )),
      ]),
    ];
    if (!draft.timeless) notes.push(...this.#asOf(facts));
    const stated = facts.map((fact) => this.#stated(fact));
    const kind = draft.kind ?? 'answer';
    return {
      kind,
      lead: draft.lead,
      lines: draft.lines ?? [],
      ...(draft.table ? { table: draft.table } : {}),
      notes,
      facts: stated,
      sources: cite([...facts.flatMap(sourcesOf), ...(draft.sources ?? [])], this.knowledge, this.messages),
      choices: draft.choices ?? [],
      related: kind === 'answer' ? related(stated, this.knowledge, this.messages, draft.sheetOf) : [],
      language: this.messages.language,
      asked: this.#asked,
    };
  }

  /** One fact as a sentence or as "subject – label (qualifiers): value". */
  sentence(fact: Fact, units: readonly string[] = []): string {
    if (fact.say) return this.messages.text(fact.say) + this.#converted(fact, units);
    const attribute = this.knowledge.attributes.get(fact.attribute);
    const value = this.format.value(fact.value, units);
    const qualifiers = this.qualifiers(fact);
    // A sentence says itself what it is about.
    const isSentence = SENTENCE.test(value) && qualifiers.length === 0;
    if (fact.value.kind === 'text' && (attribute?.general || isSentence)) return value;
    const label = fact.about ? this.messages.text(fact.about) : this.format.label(fact.attribute);
    const subject = this.format.subject(fact.subject);
    const id = qualifiers.length > 0 ? 'fact-qualified' : 'fact';
    return this.messages.say(id, {
      subject,
      label,
      value: this.withGrowth(value, fact),
      qualifiers: qualifiers.join(this.messages.say('clause')),
    });
  }

  /** A sentence of its own states the value in the source's unit; another unit that was asked for follows it. */
  #converted(fact: Fact, units: readonly string[]): string {
    const plain = this.format.value(fact.value);
    const both = this.format.value(fact.value, units);
    return both === plain ? '' : ` ${both}`;
  }

  withGrowth(value: string, fact: Fact): string {
    const growth = this.format.growth(fact);
    return growth.length > 0 ? `${value} (${growth.join(this.messages.say('separator'))})` : value;
  }

  /** What sets this fact apart from its siblings: variant, market, period, kind of price, who measured it. */
  qualifiers(fact: Fact): string[] {
    const own: string[] = [];
    if (fact.offer) own.push(this.messages.say(`offer-${fact.offer}`));
    if (fact.variant) own.push(fact.variant);
    if (fact.markets.length > 0) own.push(this.messages.list(fact.markets.map((id) => this.format.subject(id))));
    if (fact.period) own.push(this.format.date(fact.period));
    if (fact.measuredBy.length > 0)
      own.push(
        this.messages.say('per', { who: this.messages.list(fact.measuredBy.map((id) => this.format.subject(id))) }),
      );
    // Where packs differ, each value stands with who says it.
    if (fact.disputed) {
      const who = sourcesOf(fact).map((id) => this.knowledge.sources.get(id)?.publisher ?? id);
      own.push(this.messages.say('per', { who: this.messages.list([...new Set(who)]) }));
    }
    return own;
  }

  #asOf(facts: readonly Fact[]): string[] {
    const moving = facts.filter(
      (fact) =>
        (!LASTING.has(fact.value.kind) || this.knowledge.attributes.get(fact.attribute)?.promised) &&
        !(fact.period && periodOf(fact.period).to <= fact.asOf && periodOf(fact.period).label.length > 4 && fact.say),
    );
    const dates = [...new Set(moving.map(({ asOf }) => asOf))].sort();
    if (dates.length === 0) return [];
    const date =
      dates.length === 1
        ? this.format.date(dates[0] as string)
        : this.messages.say('period-span', {
            from: this.format.date(dates[0] as string),
            to: this.format.date(dates.at(-1) as string),
          });
    return [this.messages.say('as-of', { date })];
  }

  #stated(fact: Fact): StatedFact {
    const unit =
      fact.value.kind === 'quantity' ? fact.value.unit : fact.value.kind === 'money' ? fact.value.currency : undefined;
    return {
      subject: fact.subject,
      attribute: fact.attribute,
      value: this.format.value(fact.value),
      ...(unit ? { unit } : {}),
      asOf: fact.asOf,
      source: fact.source,
    };
  }
}
