// Lines of piped input, one at a time. Breaks at "\n" only: node:readline would also break inside JSON, at U+2028.

/** Yields each line of a stream without its line break; a last one without break, too. */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
  let begun: string[] = [];
  for await (const chunk of input) {
    const [first = '', ...rest] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split(
      '\n',
    );
    begun.push(first);
    for (const next of rest) {
      yield withoutReturn(begun.join(''));
      begun = [next];
    }
  }
  const last = begun.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}
