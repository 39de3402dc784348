// What can be wrong with the knowledge, and how it is told: file, line, column, and the mend.

/** One thing that is wrong in a knowledge file, where it stands, and how to mend it. */
export type Fault = { readonly file: string; readonly line: number; readonly column: number; readonly message: string };

/** The knowledge cannot be used as it is; `faults` says what to mend and where. */
export class KnowledgeError extends Error {
  readonly faults: readonly Fault[];
  constructor(folder: string, faults: readonly Fault[]) {
    const shown = faults.slice(0, 20).map((fault) => formatFault(fault));
    const rest = faults.length > 20 ? [`… and ${faults.length - 20} more`] : [];
    super([`The knowledge in ${folder} has ${faults.length} fault(s):`, ...shown, ...rest].join('\n'));
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}

/** One line: file, line, column, and what to mend. */
export const formatFault = (fault: Fault): string => `${fault.file}:${fault.line}:${fault.column}  ${fault.message}`;
