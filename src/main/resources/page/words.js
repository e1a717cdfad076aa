// Words and numbers in the reader's language.

/** @typedef {Record<string, any>} Words */

const LANGUAGES = ['nb', 'nn', 'en'];
const MOST_WHOLES = 20000;
const HARD_SPACE = '\u00a0';

/** @type {Words} */
let words = {};
let language = 'en';
/** Whether the words of what is fetched later are wanted as well. */
let isMore = false;
/** @type {Map<number, Intl.NumberFormat>} */
let formats = new Map();
/** Whole numbers as they are written, for the same ones come in every answer. @type {Map<number, string>} */
const wholes = new Map();
let collator = new Intl.Collator('nb');
/** How often a language was wanted; the last one counts. */
let loads = 0;

/** The language for a reader who has not chosen one. */
export function preferred() {
  for (const one of navigator.languages || [navigator.language]) {
    const tag = one.toLowerCase().split('-')[0];
    if (tag === 'nn') return 'nn';
    if (tag === 'nb' || tag === 'no' || tag === 'da' || tag === 'sv') return 'nb';
    if (tag === 'en') return 'en';
  }
  return 'en';
}

/** @param {string} wanted nb, nn or en */
export async function load(wanted) {
  const next = LANGUAGES.includes(wanted) ? wanted : Object.keys(words).length > 0 ? language : preferred();
  const turn = ++loads;
  const [first, others] = await Promise.all([import(`./words-${next}.js`), isMore ? import(`./more-${next}.js`) : { words: {} }]);
  if (turn !== loads) return language;
  language = next;
  words = { ...first.words, ...others.words };
  formats = new Map();
  wholes.clear();
  for (let digits = 0; digits <= 6; digits++) {
    formats.set(
      digits,
      new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
    );
  }
  collator = new Intl.Collator('nb');
  document.documentElement.lang = language;
  return language;
}

/** By which numbers and dates are written; Chromium has no nn-NO. */
export const locale = () => (language === 'en' ? 'en-GB' : 'nb-NO');

/** Fetches the words of the modules that are fetched when they are wanted. */
export async function more() {
  isMore = true;
  const now = language;
  const module = await import(`./more-${now}.js`);
  if (now === language) words = { ...words, ...module.words };
}

export const languageNow = () => language;

/**
 * The words of a key, or the key itself where they are missing; `PageWordsTest` keeps the languages equal.
 * @param {string} key
 * @param {...any} values
 * @returns {string}
 */
export function t(key, ...values) {
  const found = words[key];
  return typeof found === 'function' ? found(...values) : found === undefined ? key : found;
}

/** Whether there are words for a key. @param {string} key */
export const has = (key) => words[key] !== undefined;

/** A number with so many digits. @param {number} value @param {number} [digits] */
export function number(value, digits = 0) {
  const known = digits === 0 ? wholes.get(value) : undefined;
  if (known !== undefined) return known;
  const text = written(value, digits);
  if (digits === 0 && wholes.size < MOST_WHOLES) wholes.set(value, text);
  return text;
}

/** @param {number} value @param {number} digits */
function written(value, digits) {
  const format = formats.get(digits);
  const text = format ? format.format(value) : String(value);
  return text.replace(/[\s\u202f]/g, HARD_SPACE).replace(/^-/, '\u2212');
}

/** With its sign. @param {number} value @param {number} [digits] */
export function signed(value, digits = 0) {
  const text = number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? '+' + text : text;
}

/** A share in percent. @param {number} share @param {number} [digits] */
export function percent(share, digits = 1) {
  return number(share * 100, digits) + (language === 'en' ? '%' : HARD_SPACE + '%');
}

/**
 * What somebody typed, or null: spaces between thousands, comma or point in every language, any minus sign. A group of
 * three after the language's own sign of thousands belongs to the whole number where nothing else can be meant.
 * @param {string} text
 */
export function parse(text) {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/[\u2010-\u2014\u2212\ufe63\uff0d]/g, '-').replace(/%$/, '').replace(/^\+/, '');
  const isGrouped = language === 'en' ? /^-?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?$/ : /^-?[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})$/;
  const whole = isGrouped.test(plain) ? plain.replace(language === 'en' ? /,/g : /\./g, '') : plain;
  return /^-?([0-9]+([.,][0-9]+)?|[.,][0-9]+)$/.test(whole) ? Number(whole.replace(',', '.')) : null;
}

/** A point in time. @param {string | number} at */
export const moment = (at) => new Date(at).toLocaleString(locale());

/** @param {string} a @param {string} b */
export const compare = (a, b) => collator.compare(a, b);

/** For searching: without case and marks. @param {string} text */
export function plain(text) {
  return text
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
