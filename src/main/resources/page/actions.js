// What people do: every control of the page leads here.

import { address, become, bodyOf, drawMap, failed, page, paint, previews, remember, renderCard, renderForm, renderSearch, renderTools, renderView, rest, state, stateWord, steps, ui, want } from './app.js';
import { matches, sortOf } from './panel.js';
import { picture } from './picture.js';
import { Silence, fetched, json, needed } from './service.js';
import { coupled, fix, fixedOf, get, same, set, shares, withShares } from './store.js';
import { load, parse, t } from './words.js';

/** @typedef {import('./types').Json} Json */

/** @type {any} */
let following = 0;

/** What is seldom done is fetched when it is. @param {string} name */
const seldom = (name) => async (/** @type {any[]} */ ...values) => {
  for (const one of values) if (one instanceof Event) one.preventDefault();
  const others = await fetched('seldom');
  if (others) others.seldom[name](...values);
  else failed(new Silence());
};

export const on = {
  foldedBodies: () => ui.folded,

  /** What is said of an unusual state; fetched when there is one. */
  troubles(/** @type {import('./types').State} */ now) {
    if (ui.troubles) return ui.troubles(now, on);
    fetched('troubles').then((module) => {
      if (!module || ui.troubles) return;
      ui.troubles = module.troubles;
      rest();
    });
    return '';
  },

  opened(/** @type {string} */ group, /** @type {boolean} */ isOpen) {
    if (isOpen) ui.open.add(group);
    else ui.open.delete(group);
  },

  isOpen: (/** @type {string} */ group) => ui.open.has(group),
  menuOpen: () => ui.menu,
  naming: () => ui.naming,

  async toggled(/** @type {string} */ group, /** @type {boolean} */ isOpen) {
    if (isOpen === ui.open.has(group)) return;
    on.opened(group, isOpen);
    if (!ui.folded) ui.folded = (await fetched('folded'))?.body;
    renderForm();
    if (isOpen) askRules();
  },

  slide(/** @type {any} */ field, /** @type {number} */ value) {
    ui.dragged ??= { doc: state.doc, pushed: false };
    state.local.delete(field.pointer);
    state.doc = fitting(set(ui.dragged.doc, field.pointer, field.percent ? Math.round(value * 100) / 10000 : value));
    moved();
  },

  weigh(/** @type {number} */ i, /** @type {number} */ value) {
    ui.dragged ??= { doc: state.doc, pushed: false };
    const locks = ui.dragged.doc.criteria.map((/** @type {Json} */ one) => state.locked.has(one.id));
    state.doc = withShares(state.doc, coupled(shares(ui.dragged.doc), locks, i, value));
    moved();
  },

  /** The end of a drag: one step for Back. */
  slid() {
    if (!ui.dragged) return;
    const step = !ui.dragged.pushed;
    ui.dragged = null;
    clearTimeout(following);
    remember(step);
    askPrice(state.doc);
  },

  typed(/** @type {any} */ field, /** @type {HTMLInputElement} */ input) {
    const text = input.value.trim();
    if (text === '' && field.optional) {
      state.local.delete(field.pointer);
      become(set(state.doc, field.pointer, undefined));
      return;
    }
    const value = parse(text);
    if (value === null) {
      state.local.set(field.pointer, t('notANumber', input.value));
      document.body.dataset.state = stateWord();
      rest();
      return;
    }
    become(fitting(set(state.doc, field.pointer, field.percent ? Math.round(value * 1000) / 100000 : value)));
  },

  weightTyped(/** @type {number} */ i, /** @type {HTMLInputElement} */ input) {
    if (state.locked.has(state.doc.criteria[i].id)) return renderForm();
    const value = parse(input.value);
    const locks = state.doc.criteria.map((/** @type {Json} */ one) => state.locked.has(one.id));
    if (value === null || value < 0 || value > 100) {
      state.local.set(`/criteria/${i}/weight`, t('notAShare', input.value));
      document.body.dataset.state = stateWord();
      rest();
      return;
    }
    become(withShares(state.doc, coupled(shares(state.doc), locks, i, value)));
    input.value = input.dataset.value || '';
  },

  lock(/** @type {string} */ id) {
    if (!state.locked.delete(id)) state.locked.add(id);
    renderForm();
  },

  put(/** @type {string} */ pointer, /** @type {any} */ value) {
    become(set(state.doc, pointer, value));
  },

  select(/** @type {string} */ id) {
    state.selected = id;
    state.price = null;
    page.map.mark(id);
    page.table.paint(state);
    page.table.show(id);
    renderCard();
    renderForm();
    renderView();
    remember(false);
    askPrice(state.doc);
    askWords();
  },

  /** Fixes a municipality at the number it has, or frees it. */
  fix(/** @type {string} */ id) {
    if (state.readOnly) return;
    if (fixedOf(state.doc, id)) on.fixed(id, null);
    else {
      const persons = state.answer?.byId.get(id)?.persons || 0;
      on.fixed(id, persons > 0 ? { persons } : { selected: false });
    }
  },

  fixed(/** @type {string} */ id, /** @type {any} */ entry) {
    state.selected = id;
    state.price = null;
    page.map.mark(id);
    become(fix(state.doc, id, entry));
  },

  fixedTyped(/** @type {string} */ id, /** @type {HTMLInputElement} */ input) {
    const value = parse(input.value);
    if (value === null) {
      state.local.set('/fixed', t('notANumber', input.value));
      document.body.dataset.state = stateWord();
      rest();
    } else on.fixed(id, value === 0 ? { selected: false } : { persons: value });
  },

  searched(/** @type {any} */ event) {
    ui.search.text = event.target.value;
    ui.search.open = true;
    ui.search.active = 0;
    renderSearch();
  },

  searchKey(/** @type {KeyboardEvent} */ event) {
    const found = ui.search.open ? matches(state, ui.search.text) : [];
    if (event.key === 'ArrowDown') ui.search.active = Math.min(ui.search.active + 1, found.length - 1);
    else if (event.key === 'ArrowUp') ui.search.active = Math.max(0, ui.search.active - 1);
    else if (event.key === 'Escape') ui.search.open = false;
    else if (event.key === 'Enter' && found[ui.search.active]) return on.found(event, found[ui.search.active].id);
    else return;
    event.preventDefault();
    renderSearch();
  },

  searchLeft() {
    ui.search.open = false;
    renderSearch();
  },

  found(/** @type {Event} */ event, /** @type {string} */ id) {
    event.preventDefault();
    ui.search.open = false;
    ui.search.text = state.dataset?.byId.get(id)?.name || '';
    renderSearch();
    on.select(id);
  },

  sort(/** @type {string} */ column) {
    state.sort = { column, down: state.sort.column === column ? !state.sort.down : column !== 'name' };
    page.table.paint(state);
  },

  filter(/** @type {string} */ one) {
    state.filter = one;
    page.table.paint(state);
    renderTools();
  },

  modes: seldom('modes'),

  async mode(/** @type {string} */ mode) {
    state.mode = state.sortedBy = mode;
    state.sort = sortOf(mode);
    await needed(state);
    paint();
    remember(false);
  },

  view(/** @type {Event} */ event, /** @type {string} */ view) {
    event.preventDefault();
    state.view = view;
    remember(false);
    window.scrollTo(0, 0);
    askRules();
  },

  borders() {
    state.borders = !state.borders;
    drawMap();
    paint();
    remember(false);
  },

  tableOnly() {
    state.tableOnly = !state.tableOnly;
    rest();
  },

  async language(/** @type {string} */ language) {
    state.language = await load(language);
    drawMap();
    page.table.head = '';
    renderSearch();
    paint();
    askWords();
    remember(false);
  },

  /** Opens or closes it; what had the focus in it hands it back. */
  menu() {
    const within = !!document.activeElement?.closest('.menu');
    ui.menu = !ui.menu;
    rest();
    if (within) /** @type {HTMLElement | null} */ (document.querySelector('[data-menu]'))?.focus();
  },

  async take(/** @type {string} */ what) {
    if (ui.menu) on.menu();
    try {
      await (await fetched('export'))?.take(what, state, page.map, picture(state));
    } catch (failure) {
      if (failure instanceof Silence) return failed(failure);
      state.notice = String(failure instanceof Error ? failure.message : failure);
    }
    rest();
  },

  downloadDocument: () => on.take('scenario'),

  /** The first entry of a link has none before it on this page: then what is kept comes back. */
  undo: () => (steps() > 0 ? history.back() : become(state.base)),

  revert: () => become(state.base),

  askName() {
    ui.naming = !ui.naming;
    rest();
    if (ui.naming) /** @type {any} */ (document.querySelector('#changes input[name=name]'))?.select();
  },

  noticed() {
    state.notice = '';
    rest();
  },

  /** What a view keeps in the address: names and values by turns. */
  own(/** @type {string[]} */ ...said) {
    for (let i = 0; i < said.length; i += 2) state.own = { ...state.own, [said[i]]: said[i + 1] };
    remember(false);
  },

  exclude: seldom('exclude'),
  addRegion: seldom('addRegion'),
  removeRegion: seldom('removeRegion'),
  usePrevious: seldom('usePrevious'),
  documentTyped: seldom('documentTyped'),
  relax: seldom('relax'),
  goTo: seldom('goTo'),
  save: seldom('save'),
  otherKey: seldom('otherKey'),
  keyGiven: seldom('keyGiven'),
  readOnly: seldom('readOnly'),
  runOn: seldom('runOn'),
  stopRun: seldom('stopRun'),
};

/** What no scenario could mean is not asked: more minors than persons. @param {Json} doc */
function fitting(doc) {
  const persons = get(doc, '/demand/persons');
  const minors = get(doc, '/demand/minors');
  return typeof persons === 'number' && typeof minors === 'number' && minors > persons && persons >= 0 && ui.dragged ? set(doc, '/demand/minors', persons) : doc;
}

function moved() {
  want();
  renderForm();
  clearTimeout(following);
  following = setTimeout(follow, ui.dragged?.pushed ? 200 : 0);
}

/** The address follows a drag: a new entry as it begins, which is then rewritten. */
async function follow() {
  const drag = ui.dragged;
  if (drag && (await address(!drag.pushed))) drag.pushed = true;
}

// ---- asked beside the answer

/** The service's words on the selected municipality, for the answer on screen. */
export async function askWords() {
  const { selected: id, last, language, doc } = state;
  const there = state.words && state.words.id === id && state.words.doc === doc && state.words.objective === last?.objective && state.words.language === language;
  if (ui.dragged || previews.waiting || previews.busy) return;
  if (!id || there || !last || last.objective === null || state.offline || state.needsKey) return worded();
  document.body.dataset.words = 'no';
  try {
    const kept = state.explained && same(doc, state.explained.doc) ? state.explained.id : '';
    const query = `language=${language}`;
    const said = kept
      ? await json(`v1/allocations/${encodeURIComponent(kept)}/explanation/${encodeURIComponent(id)}?${query}`)
      : (await json(`v1/previews?municipality=${encodeURIComponent(id)}&${query}`, { method: 'POST', body: bodyOf(doc) })).explanation;
    if (state.doc !== doc || state.selected !== id || state.language !== language) return;
    state.words = { id, doc, objective: last.objective, language, layers: said.layers };
  } catch (failure) {
    // Numbers are there without words.
  }
  worded();
}

function worded() {
  renderCard();
  document.body.dataset.words = 'yes';
}

/** What one more of the rules on screen brings, when nothing else is asked. */
export async function askRules() {
  const prices = await fetched('prices');
  if (!prices || ui.dragged || previews.waiting || previews.busy) return;
  const wanted = state.view === 'why' ? prices.all(state.doc) : prices.onForm(on.isOpen);
  prices.ask(state, bodyOf, wanted, rest);
}

/** What the fixed number of the selected municipality costs. @param {Json} doc */
export async function askPrice(doc) {
  const id = state.selected;
  if (!id || !fixedOf(doc, id) || state.readOnly || state.last?.objective === null) {
    state.price = null;
    return;
  }
  if (ui.dragged || previews.waiting) return;
  const now = Number(state.last?.objective);
  try {
    const free = await json('v1/previews', { method: 'POST', body: bodyOf(fix(doc, id, null)) });
    if (doc !== state.doc || id !== state.selected || free.objective === null) return;
    state.price = { id, units: free.objective - now };
    renderCard();
  } catch (failure) {
    state.price = null;
  }
}
