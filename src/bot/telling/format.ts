// Writes values as people read them, in the answer's language: figures, money, dates, periods, growth.
import type { Fact, Knowledge, Money, Quantity, Value } from '../../knowledge/model.ts';
import type { Messages } from './messages.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Chinese counts large figures in these. */
const WAN = 1e4;
const YI = 1e8;

export class Formatter {
  readonly #knowledge: Knowledge;
  readonly messages: Messages;
  constructor(knowledge: Knowledge, messages: Messages) {
    this.#knowledge = knowledge;
    this.messages = messages;
  }

  get #chinese(): boolean {
    return this.messages.language === 'zh';
  }

  /** Any value as text; a quantity also in the first of `units` that is another unit of its dimension. */
  value(value: Value, units: readonly string[] = []): string {
    const unit = this.#fitting(value, units);
    switch (value.kind) {
      case 'quantity':
        return this.#quantity(value, unit);
      case 'money':
        return this.#money(value);
      case 'date':
        return this.date(value.date) + (value.time ? ` ${value.time}` : '');
      case 'boolean':
        return this.messages.say(value.value ? 'yes' : 'no');
      case 'text':
        return this.#measures(this.messages.text(value.text), unit);
      case 'list':
        return value.items.map((item) => this.messages.text(item)).join(this.messages.say('separator'));
      case 'subject':
        return this.messages.list(value.ids.map((id) => this.subject(id)));
    }
  }

  #fitting(value: Value, units: readonly string[]): string | undefined {
    const own = value.kind === 'quantity' ? this.#knowledge.units.get(value.unit)?.dimension : undefined;
    return units.find((unit) => value.kind !== 'quantity' || this.#knowledge.units.get(unit)?.dimension === own);
  }

  subject(id: string): string {
    const subject = this.#knowledge.subjects.get(id);
    return subject ? this.messages.text(subject.names) : id;
  }

  /** The label of an attribute: its first name in the language. */
  label(id: string): string {
    const names = this.#knowledge.attributes.get(id)?.names;
    return names?.[this.messages.language]?.[0] ?? names?.en?.[0] ?? id;
  }

  /** "7 September 2020", "September 2020", "2020"; Chinese with 年月日. Also a period such as 2020-Q2. */
  date(iso: string): string {
    if (iso.includes('/')) {
      const [from = '', to = ''] = iso.split('/');
      return this.messages.say('period-span', { from: this.date(from), to: this.date(to) });
    }
    const [year = '', rest = '', day] = iso.split('-');
    if (rest.startsWith('Q')) return this.messages.say('period-quarter', { number: rest.slice(1), year });
    if (rest.startsWith('H'))
      return this.messages.say(rest === 'H1' ? 'period-half-first' : 'period-half-second', { year });
    const month = Number(rest);
    if (this.#chinese) return `${year} 年${rest ? ` ${month} 月` : ''}${day ? ` ${Number(day)} 日` : ''}`;
    return [day && String(Number(day)), rest && MONTHS[month - 1], year].filter(Boolean).join(' ');
  }

  /** "RMB 103.24 billion"; Chinese readers get 1032.4 亿 with the source's figure beside it. */
  #money({ amount, currency, figure, bound }: Money): string {
    const held = this.#knowledge.currencies.get(currency);
    const show = held?.show.en ?? currency;
    const written = `${show}${/[A-Za-z]$/.test(show) ? ' ' : ''}${grouped(figure)}`;
    const name = held?.show.zh ?? currency;
    const chinese =
      amount >= WAN && /[a-z]/.test(figure)
        ? `${chineseFigure(amount)}${/^\p{Script=Han}/u.test(name) ? '' : ' '}${name}（${written}）`
        : `${grouped(figure)} ${name}`;
    return this.#bounded(this.#chinese ? chinese : written, bound);
  }

  #quantity(quantity: Quantity, unit?: string): string {
    const { figure, min, max, bound } = quantity;
    const own = this.#knowledge.units.get(quantity.unit);
    if (!own) return figure;
    const symbol = this.messages.text(own.show);
    if (own.dimension === 'rank') return this.messages.say('rank', { value: figure });
    if (own.dimension === 'times') return this.#bounded(this.messages.say('times', { value: grouped(figure) }), bound);
    const scaled = /[a-z]/.test(figure);
    const number = this.#chinese && scaled && min >= WAN ? `${chineseFigure(min)}` : grouped(figure);
    const text = `${number}${own.space && symbol ? ' ' : ''}${symbol}${this.#chinese && scaled ? `（${figure}）` : ''}`;
    const asked = unit && unit !== quantity.unit ? this.#knowledge.units.get(unit) : undefined;
    // Units, people and pieces are all counted one by one.
    if (!asked || asked.dimension !== own.dimension || own.dimension === 'count') return this.#bounded(text, bound);
    const into = (value: number): string =>
      grouped(String(Number(((value * own.factor) / asked.factor).toPrecision(4))));
    const converted = min === max ? into(min) : `${into(min)}–${into(max)}`;
    return this.#bounded(`${text} (≈ ${converted}${asked.space ? ' ' : ''}${this.messages.text(asked.show)})`, bound);
  }

  #bounded(text: string, bound: Quantity['bound']): string {
    return bound ? this.messages.say(`bound-${bound}`, { value: text }) : text;
  }

  /** Converts the measures in a text such as "163.32 × 77.01 × 9.1 mm" where another unit of length is asked for. */
  #measures(text: string, unit?: string): string {
    const asked = unit ? this.#knowledge.units.get(unit) : undefined;
    const match = asked && /((?:\d+(?:\.\d+)?\s*(?:[a-z]{2})?\s*[×x]\s*)+\d+(?:\.\d+)?)\s*([a-zμ]{1,2})\b/u.exec(text);
    const own = match?.[2] ? this.#knowledge.units.get(match[2]) : undefined;
    if (!asked || !match?.[1] || !own || own.dimension !== asked.dimension || own.symbol === asked.symbol) return text;
    const converted = match[1].replace(/\d+(?:\.\d+)?/g, (digits) =>
      String(Number(((Number(digits) * own.factor) / asked.factor).toPrecision(4))),
    );
    return `${text} (≈ ${converted.replaceAll(own.symbol, '').replace(/\s+/g, ' ')} ${this.messages.text(asked.show)})`;
  }

  /** "up 7.9 % year on year" for each growth that the fact holds. */
  growth(fact: Fact): string[] {
    return (['yoy', 'qoq'] as const).flatMap((basis) => {
      const written = fact.growth?.[basis];
      if (!written) return [];
      const falling = /^-/.test(written);
      const value = written.replace(/^[-+]/, '').replace(/\s+%/, '%');
      return [this.messages.say(`growth-${basis}`, { value: this.messages.say(falling ? 'down' : 'up', { value }) })];
    });
  }
}

/** Groups the thousands of each number in a figure: "5160" → "5,160", "0.3543" as it is; years have no figure and stay as they are. */
export function grouped(figure: string): string {
  return figure.replace(/(?<![\d.])\d{4,}(?![\d.]*\.\d)/g, (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
}

function chineseFigure(value: number): string {
  const [unit, sign] = value >= YI ? [YI, '亿'] : [WAN, '万'];
  return `${Number((value / unit).toPrecision(8))} ${sign}`;
}
