// A progress bar on a terminal; nothing where the output is a file or a pipe.

const WIDTH = 30;
/** Milliseconds between two drawings: more often is only flicker. */
const EVERY = 50;

/** Draws how much is done on one line of `output`; the last drawing ends the line. */
export function progressBar(output: NodeJS.WriteStream): (done: number, total: number) => void {
  if (!output.isTTY) return () => undefined;
  let drawn = 0;
  let ended = false;
  return (done, total) => {
    const now = performance.now();
    if (ended || (done < total && now - drawn < EVERY)) return;
    drawn = now;
    ended = done >= total;
    const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
    output.write(`\r[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done}/${total}${ended ? '\n' : ''}`);
  };
}
