// "Ok thanks, poor guy": what is said behind thanks, and asks for nothing.
import { means } from '../reading/annotate.ts';
import type { Query } from '../reading/query.ts';

/** The thanks stand at the head, in one of so many spans; a request may end with them. */
const HEAD = 2;
/** More words may ask for something after all. */
const MOST_SPANS = 6;

/**
 * Does a message thank, and ask for nothing?
 * @param query what it says, with its thanks or without them
 * @param whole the message
 */
export const isComment = (query: Query, whole: Query): boolean =>
  whole.spans.slice(0, HEAD).some((span) => means(span, 'smalltalk', 'thanks')) &&
  whole.spans.length <= MOST_SPANS &&
  query.asks.size + query.mentions.length + query.attributes.length === 0 &&
  query.classes.length + query.constraints.length + query.periods.length === 0 &&
  !/[?？]\s*$/.test(whole.text);
