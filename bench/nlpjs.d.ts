// The part of NLP.js that the bench uses: its packages come without types.
declare module '@nlpjs/core' {
  export type Container = {
    use(plugin: unknown): void;
    register(name: string, instance: unknown, isSingleton: boolean): void;
  };
  export function containerBootstrap(): Container;
}
declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}
declare module '@nlpjs/nlp' {
  export class Nlp {
    constructor(settings: Readonly<Record<string, unknown>>);
    useNlu(
      name: string,
      languages: readonly string[],
      domain: string,
      settings: Readonly<Record<string, unknown>>,
    ): void;
    addLanguage(languages: readonly string[]): void;
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, utterance: string): Promise<{ readonly intent?: string; readonly score: number }>;
  }
}
