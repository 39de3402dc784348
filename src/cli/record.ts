// Answer → the plain record that `--json` and `--batch` print.
import { type Answer, plainText } from '../answer.ts';

/** An answer as data, with its text as a reader reads it; without the source line. */
export const toRecord = (answer: Answer) => ({
  kind: answer.kind,
  text: plainText(answer),
  facts: answer.facts,
  sources: answer.sources,
  locale: answer.language,
});
