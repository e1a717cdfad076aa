// Search, the card of the selected municipality, and the table, which shows what the map shows.

import { faultsAt } from './form.js';
import { html, nothing } from './lit-html.js';
import { compare, number, plain, signed, t } from './words.js';

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Municipality} Municipality */

const MATCHES = 8;

/** A cell of the dataset as a number, or null. @param {Municipality | undefined} one @param {string} indicator @param {number} year */
export function cell(one, indicator, year) {
  const value = one?.indicators[indicator]?.[year];
  return typeof value === 'number' ? value : null;
}

/** What was gathered for the answer on screen, by municipality. @type {{of: any[], known: Map<string, any>}} */
let gathered = { of: [], known: new Map() };

/** What is known of one municipality now. @param {State} state @param {string} id */
export function facts(state, id) {
  const of = [state.answer, state.saved, state.dataset];
  if (of.some((one, i) => one !== gathered.of[i])) gathered = { of, known: new Map() };
  let known = gathered.known.get(id);
  if (!known) gathered.known.set(id, (known = gather(state, id)));
  return known;
}

/** @param {State} state @param {string} id */
function gather(state, id) {
  const year = state.dataset?.year || 0;
  const one = state.dataset?.byId.get(id);
  const place = state.answer?.byId.get(id);
  const candidate = state.answer?.candidates.get(id);
  const saved = state.saved?.byId.get(id);
  const persons = place ? place.persons : 0;
  const last = cell(one, 'requested', year - 1);
  const inhabitants = cell(one, 'population', year - 1);
  return {
    id,
    one,
    name: one?.name || id,
    county: state.dataset?.counties[one?.county || ''] || one?.county || '',
    place,
    candidate,
    persons,
    minors: place ? place.minors : 0,
    target: place ? place.target : candidate ? candidate.target : null,
    cap: place ? place.cap : candidate ? candidate.cap : null,
    saved: saved ? saved.persons : 0,
    savedMinors: saved ? saved.minors : 0,
    last,
    asked: cell(one, 'requested', year),
    inhabitants,
    per1000: inhabitants ? (1000 * persons) / inhabitants : null,
    change: last === null ? null : persons - last,
  };
}

/** One sentence on a municipality, for the map. @param {State} state @param {string} id */
export function sentence(state, id) {
  const f = facts(state, id);
  const where = f.county && f.county !== f.name ? `${f.name}, ${f.county}` : f.name;
  if (!state.answer) return where;
  const number_ = f.persons > 0 ? t('tilePersons', f.persons, number(f.persons)) : t('notAsked');
  const change =
    f.change === null || f.change === 0
      ? ''
      : ', ' + t('tileChange', f.change, number(Math.abs(f.change)), (state.dataset?.year || 0) - 1);
  return `${where}: ${number_}${change}`;
}

/** @param {number} value */
export const digits = (value) => (value < 0.1 ? 3 : value < 10 ? 2 : 1);

/** Its place in the line of those nearest to changing sides. @param {State} state @param {string} id */
export function place(state, id) {
  const own = state.answer?.candidates.get(id);
  if (!own || own.loss === null || !state.answer) return 0;
  let before = 1;
  for (const other of state.answer.candidates.values()) {
    if (other.selected === own.selected && other.loss !== null && other.loss < own.loss) before++;
  }
  return before;
}

/**
 * Those whose name begins with, then those whose name contains a text.
 * @param {State} state @param {string} text
 */
export function matches(state, text) {
  const wanted = plain(text.trim());
  if (!wanted || !state.dataset) return [];
  const all = state.dataset.municipalities.filter((one) => plain(one.name).includes(wanted) || one.id === text.trim());
  const rank = (/** @type {Municipality} */ one) => (plain(one.name) === wanted ? 0 : plain(one.name).startsWith(wanted) ? 1 : 2);
  return all.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name)).slice(0, MATCHES);
}

/**
 * @param {State} state
 * @param {{text: string, open: boolean, active: number}} search
 * @param {any} on
 */
export function searchView(state, search, on) {
  const found = search.open ? matches(state, search.text) : [];
  return html`<div class="search">
    <label for="search" class="quiet">${t('search')}</label>
    <input id="search" type="search" role="combobox" autocomplete="off" spellcheck="false"
      placeholder=${t('searchHint')} aria-expanded=${found.length > 0} aria-controls="found" aria-autocomplete="list"
      aria-activedescendant=${found.length > 0 ? 'found-' + search.active : nothing}
      .value=${search.text} @input=${on.searched} @keydown=${on.searchKey} @blur=${on.searchLeft} />
    <ul id="found" role="listbox" aria-label=${t('search')} ?hidden=${found.length === 0}>
      ${found.map((one, i) => {
        const f = facts(state, one.id);
        return html`<li id=${'found-' + i} role="option" aria-selected=${i === search.active} @mousedown=${(/** @type {Event} */ e) => on.found(e, one.id)}>
          <span>${one.name} <small>${f.county}</small></span><b>${f.persons > 0 ? number(f.persons) : '–'}</b></li>`;
      })}
    </ul>
    ${search.open && search.text.trim() && found.length === 0 ? html`<p class="quiet" role="status">${t('noneFound', search.text)}</p>` : nothing}
  </div>`;
}

/** @param {State} state @param {any} on @param {any} fixed entry of the document */
export function cardView(state, on, fixed) {
  const id = state.selected;
  if (!id || !state.dataset?.byId.has(id)) return html`<p class="quiet">${t('selectHint')}</p>`;
  const f = facts(state, id);
  const year = state.dataset.year;
  const price = state.price && state.price.id === id ? state.price.units : null;
  const queue = f.candidate?.by === 'solve' ? place(state, id) : 0;
  return html`<h2 id="card-name">${f.name}${f.county && f.county !== f.name ? html`<small>, ${f.county}</small>` : nothing}</h2>
    <p class="big" data-card-persons=${f.persons}>
      ${f.persons > 0 ? html`<b>${number(f.persons)}</b> ${t('personsWord', f.persons)}${f.minors > 0 ? t('ofThemMinors', f.minors, number(f.minors)) : ''}` : html`<b>${t('notAsked')}</b>`}
    </p>
    ${whyView(state, id, on)}
    <dl>
      ${f.last !== null ? row(t('lastYear', year - 1), html`${number(f.last)}${f.change ? html` <span class="quiet">(${signed(f.change)})</span>` : nothing}`) : nothing}
      ${state.saved && f.saved !== f.persons ? row(t('savedNumber'), html`${number(f.saved)} <span class="quiet">(${signed(f.persons - f.saved)})</span>`) : nothing}
      ${f.asked !== null ? row(t('reallyAsked', year), number(f.asked)) : nothing}
      ${f.target !== null ? row(t('target'), number(f.target, 1)) : nothing}
      ${f.cap !== null ? row(t('cap'), number(f.cap)) : nothing}
      ${f.inhabitants !== null ? row(t('inhabitants'), number(f.inhabitants)) : nothing}
      ${queue ? row(t(f.persons > 0 ? 'outLine' : 'inLine'), t('nth', queue)) : nothing}
      ${f.per1000 !== null && f.persons > 0 ? row(t('per1000'), number(f.per1000, 1)) : nothing}
    </dl>
    ${state.readOnly ? nothing : fixView(state, f, fixed, price, on)}`;
}

/**
 * Why it has its number, in the service's words: one sentence, a paragraph and figures for who wants to know. While
 * newer ones are fetched the old ones are faint.
 * @param {State} state @param {string} id @param {any} on
 */
function whyView(state, id, on) {
  const words = state.words && state.words.id === id ? state.words : null;
  if (!words) return html`<p class="why"></p>`;
  const stale = words.doc !== state.doc || words.objective !== state.last?.objective || words.language !== state.language ? 'stale' : '';
  const { sentence, paragraph, figures } = words.layers;
  return html`<p class="why ${stale}">${sentence}</p>
    ${layer('words', t('moreWords'), paragraph && html`<p>${paragraph}</p>`, stale, on)}
    ${layer('figures', t('figuresWords'), figures.length > 0 && html`<ul>${figures.map((/** @type {string} */ one) => html`<li>${one}</li>`)}</ul>`, stale, on)}`;
}

/** A layer of the words that is folded. @param {string} name @param {string} title @param {any} inside @param {string} stale @param {any} on */
const layer = (name, title, inside, stale, on) =>
  inside ? html`<details class="more ${stale}" data-layer=${name} ?open=${on.isOpen(name)} @toggle=${(/** @type {any} */ e) => on.opened(name, e.target.open)}><summary>${title}</summary>${inside}</details>` : nothing;

/** @param {string} name @param {any} value */
const row = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** @param {State} state @param {any} f @param {any} fixed @param {number | null} price @param {any} on */
function fixView(state, f, fixed, price, on) {
  if (!fixed) {
    return html`<p class="actions">
      <button type="button" @click=${() => on.fix(f.id)} title=${t('fixKey')}>${f.persons > 0 ? t('fixAt', number(f.persons)) : t('fixOut')}</button>
      ${f.persons === 0 ? html`<button type="button" @click=${() => on.fixed(f.id, { selected: true })}>${t('mustAsk')}</button>` : nothing}
    </p>`;
  }
  const amount = fixed.persons !== undefined ? fixed.persons : '';
  const faults = faultsAt(state, state.local.has('/fixed') ? '/fixed' : '/fixed/' + state.doc.fixed.indexOf(fixed));
  return html`<div class="fixed">
    <label>${t('fixedAt')} <input type="text" inputmode="numeric" aria-invalid=${faults.length > 0} size="6" data-pointer="/fixed" data-value=${amount === '' ? '' : number(amount)}
      placeholder=${fixed.selected === false ? '0' : fixed.selected ? t('free') : ''} @change=${(/** @type {any} */ e) => on.fixedTyped(f.id, e.target)} /></label>
    <button type="button" @click=${() => on.fixed(f.id, null)}>${t('unfix')}</button>
    ${faults.map((one) => html`<p class="fault" role="alert">${one}</p>`)}
    ${price === null ? nothing : html`<p class="price" data-price=${price}>${t('fixPrice', number(price / 1e6, digits(price / 1e6)), price === 0)}</p>`}
  </div>`;
}

/** The columns that there are. @param {State} state */
export function columns(state) {
  const year = state.dataset?.year || 0;
  const knows = (/** @type {string} */ indicator, /** @type {number} */ y) =>
    !!state.dataset?.municipalities.some((one) => cell(one, indicator, y) !== null);
  const all = [{ id: 'name', title: t('municipality') }];
  const last = knows('requested', year - 1);
  if (last) all.push({ id: 'last', title: String(year - 1) });
  all.push({ id: 'persons', title: String(year) });
  if (SHOWN.includes(state.mode) || state.mode.startsWith('i:')) all.push({ id: state.mode, title: titleOf(state.mode) });
  else if (last) all.push({ id: 'change', title: t('change') });
  else if (knows('population', year - 1)) all.push({ id: 'per1000', title: t('per1000Short') });
  return all;
}

/** Modes of the map that have a column of their own while they are on. */
const SHOWN = ['per1000', 'loss'];

/** @param {string} column */
const titleOf = (column) => (column.startsWith('i:') ? indicatorName(column.slice(2)) : t(column + 'Short'));

/** @param {string} id */
export const indicatorName = (id) => t('indicator.' + id).replace('indicator.', '').replace(/_/g, ' ');

/** The order of the table that belongs to a mode of the map: distances the nearest first, else the largest. @param {string} mode */
export const sortOf = (mode) => ({ column: mode, down: mode !== 'loss' });

/** The newest figure of an indicator. @param {Municipality | undefined} one @param {string} indicator */
export function newest(one, indicator) {
  const years = Object.keys(one?.indicators[indicator] || {}).map(Number).sort((a, b) => b - a);
  for (const year of years) {
    const value = cell(one, indicator, year);
    if (value !== null) return value;
  }
  return null;
}

/** What a column says of a municipality, as a number or null. @param {any} f @param {string} column @returns {number | null} */
function valueOf(f, column) {
  if (column.startsWith('i:')) return newest(f.one, column.slice(2));
  if (column === 'loss') return f.candidate?.loss ?? f.candidate?.atLeast ?? null;
  return column === 'per1000' && f.persons === 0 ? null : f[column];
}

/** The table, whose rows are made once and then rewritten in place. */
export class Table {
  /** @param {HTMLElement} host @param {{select: (id: string) => void, sort: (column: string) => void}} hooks */
  constructor(host, hooks) {
    this.host = host;
    this.hooks = hooks;
    /** @type {any[]} */
    this.rows = [];
    this.head = '';
    /** @type {string[]} */
    this.order = [];
    host.addEventListener('click', (event) => this.clicked(event));
    host.addEventListener('keydown', (event) => this.keyed(event));
  }

  /** @param {Event} event */
  clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const column = target.closest('[data-column]')?.getAttribute('data-column');
    const id = target.closest('[data-row]')?.getAttribute('data-row');
    if (column) this.hooks.sort(column);
    else if (id) this.hooks.select(id);
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    const row = /** @type {Element} */ (event.target).closest('[data-row]');
    if (!row) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[/** @type {'ArrowDown'} */ (event.key)];
    if (step) {
      const next = this.rows[this.rows.findIndex((one) => one.element === row) + step];
      if (next && !next.element.hidden) this.rove(next.element, true);
      event.preventDefault();
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.hooks.select(row.getAttribute('data-row') || '');
      event.preventDefault();
    }
  }

  /** @param {HTMLElement} element @param {boolean} focus */
  rove(element, focus) {
    for (const one of this.rows) if (one.element.tabIndex === 0 && one.element !== element) one.element.tabIndex = -1;
    element.tabIndex = 0;
    if (focus) element.focus();
  }

  /** @param {State} state */
  build(state) {
    const names = columns(state);
    const count = state.dataset?.municipalities.length || 0;
    const head = names.map((one) => one.id + one.title).join() + count;
    if (head === this.head) return;
    this.head = head;
    this.rows = [];
    const top = element('div', { role: 'row', class: 'head' });
    for (const one of names) {
      const button = element('button', { type: 'button', 'data-column': one.id, title: one.title }, one.title);
      const title = element('div', { role: 'columnheader', 'data-head': one.id });
      title.append(button);
      top.append(title);
    }
    const body = element('div', { role: 'rowgroup' });
    for (let i = 0; i < count; i++) {
      const cells = names.map((one, k) => element('div', { role: k === 0 ? 'rowheader' : 'cell', class: one.id === 'loss' || one.id.startsWith('i:') ? 'own' : one.id }));
      const line = element('div', { role: 'row', tabindex: i === 0 ? '0' : '-1' });
      line.append(...cells);
      body.append(line);
      this.rows.push({ element: line, cells, texts: [] });
    }
    this.host.style.setProperty('--columns', String(names.length - 1));
    this.host.setAttribute('aria-rowcount', String(count + 1));
    this.host.replaceChildren(top, body);
  }

  /** @param {State} state */
  paint(state) {
    if (!state.dataset) return;
    this.build(state);
    const names = columns(state);
    const shown = sorted(state).filter((f) => passes(state, f));
    this.order = shown.map((f) => f.id);
    this.rows.forEach((line, i) => {
      const f = shown[i];
      line.element.hidden = !f;
      if (!f) return;
      const id = f.id;
      if (line.id !== id) {
        line.element.setAttribute('data-row', id);
        line.id = id;
      }
      names.forEach((one, k) => {
        const text = textOf(f, one.id);
        if (line.texts[k] !== text) {
          line.cells[k].textContent = text;
          line.texts[k] = text;
        }
      });
      const selected = String(id === state.selected);
      if (line.selected !== selected) {
        line.element.setAttribute('aria-selected', selected);
        line.selected = selected;
      }
    });
    for (const one of this.host.querySelectorAll('[data-head]')) {
      const is = one.getAttribute('data-head') === state.sort.column;
      one.setAttribute('aria-sort', is ? (state.sort.down ? 'descending' : 'ascending') : 'none');
    }
  }

  /** Brings a row into sight without moving the page. @param {string} id */
  show(id) {
    const line = this.rows.find((one) => one.id === id && !one.element.hidden);
    if (!line) return;
    this.rove(line.element, false);
    const box = this.host.getBoundingClientRect();
    const own = line.element.getBoundingClientRect();
    if (own.top < box.top + 26 || own.bottom > box.bottom) {
      this.host.scrollTop += own.top - box.top - box.height / 2;
    }
  }
}

/** @param {string} tag @param {Record<string, string>} attributes @param {string} [text] */
function element(tag, attributes, text) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** @param {any} f @param {string} column */
function textOf(f, column) {
  if (column === 'name') return f.name;
  if (column === 'last') return f.last === null ? '' : number(f.last);
  if (column === 'persons') return f.persons > 0 ? number(f.persons) : '–';
  if (column !== 'change') {
    const value = valueOf(f, column);
    if (value === null) return '';
    if (column === 'loss') return (f.candidate.by === 'solve' ? '' : '≥ ') + number(value / 1e6, digits(value / 1e6));
    return number(value, column === 'per1000' || !Number.isInteger(value) ? 1 : 0);
  }
  return f.change === null || f.change === 0 ? (f.change === 0 ? '0' : '') : signed(f.change);
}

/** @param {State} state @param {any} f */
function passes(state, f) {
  if (state.filter === 'asked') return f.persons > 0;
  if (state.filter === 'notAsked') return f.persons === 0 && !!(f.candidate || !state.answer?.candidates.size);
  if (state.filter === 'changed') return f.persons !== f.saved || f.minors !== f.savedMinors;
  return true;
}

/** @param {State} state */
export function sorted(state) {
  const { column, down } = state.sort;
  const all = (state.dataset?.municipalities || []).map((one) => facts(state, one.id));
  const sign = down ? -1 : 1;
  const values = new Map(column === 'name' ? [] : all.map((/** @type {any} */ f) => [f, valueOf(f, column)]));
  return all.sort((/** @type {any} */ a, /** @type {any} */ b) => {
    if (column !== 'name') {
      const x = values.get(a) ?? null;
      const y = values.get(b) ?? null;
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
      } else if (x !== y) return sign * (x - y);
    }
    return (column === 'name' ? sign : 1) * compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}
