// Which language a text is written in as far as its script tells, for a sentence that must be said where the bot cannot: it failed.

/** "zh" for a text in Chinese characters without any of Japanese or Korean, else "en": the languages that sentences are held in. */
export const languageOfScript = (text: string): 'en' | 'zh' =>
  /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
    ? 'zh'
    : 'en';
