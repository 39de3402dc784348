// How a terminal is to be drawn on: how wide, and whether in colour.
import { styleText } from 'node:util';
import { MAX_WIDTH, MIN_WIDTH } from './limits.ts';

export type Style = {
  /** Columns to fit into; absent, prose is not wrapped. */
  readonly width?: number;
  readonly color: boolean;
  /** False where no number can be typed next. */
  readonly numbered?: boolean;
};

/** What is known of an output. */
type Screen = { readonly isTTY?: boolean; readonly columns?: number };
type Wish = { readonly color: boolean; readonly columns?: number };

/** The style for an output as wished: colour on a terminal only, width from the wish or the terminal. */
export function styleFor(screen: Screen, wish: Wish): Style {
  const columns = wish.columns ?? (screen.isTTY ? screen.columns || 80 : undefined);
  return {
    color: wish.color && screen.isTTY === true,
    ...(columns === undefined ? {} : { width: Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH) }),
  };
}

/** A text in a format, when there is colour. */
export const paint = (format: 'bold' | 'dim' | 'cyan', text: string, style: Style): string =>
  style.color && text !== '' ? styleText(format, text, { validateStream: false }) : text;
