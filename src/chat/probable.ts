// Which language a person probably reads, where the bot itself cannot be asked: for a status, a failure, a button that has expired.

/** "zh" for a text with Chinese characters that is neither Japanese nor Korean, else "en". */
export const probableLanguage = (text: string): string =>
  /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
    ? 'zh'
    : 'en';
