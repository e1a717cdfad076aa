// Scenario documents and the address: changing a document, and saying in a link what was changed.

/** @typedef {import('./types').Json} Json */
/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Source} Source */
/** @typedef {import('./types').Answer} Answer */
/** @typedef {import('./types').Result} Result */

/** @param {string} pointer */
const steps = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));

/** The value at a pointer, or undefined. @param {Json} doc @param {string} pointer @returns {Json} */
export function get(doc, pointer) {
  return steps(pointer).reduce((at, step) => (at === undefined || at === null ? undefined : at[step]), doc);
}

/**
 * The document with another value at a pointer; undefined takes it away, and what becomes empty by
 * that as well.
 * @param {Json} doc @param {string} pointer @param {Json} value @returns {Json}
 */
export function set(doc, pointer, value) {
  const copy = structuredClone(doc);
  const path = steps(pointer);
  const name = /** @type {string} */ (path.pop());
  let at = copy;
  for (const step of path) {
    if (at[step] === undefined || at[step] === null) at[step] = {};
    at = at[step];
  }
  if (value === undefined) delete at[name];
  else at[name] = value;
  return value === undefined && path.length > 0 && emptied(at)
    ? set(copy, '/' + path.join('/'), undefined)
    : copy;
}

/** @param {Json} value */
const emptied = (value) => !Array.isArray(value) && Object.keys(value).length === 0;

/** @param {Json} a @param {Json} b @returns {boolean} */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {Json} value */
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The merge patch (RFC 7396) from one document to another. @param {Json} from @param {Json} to */
export function diff(from, to) {
  /** @type {Json} */
  const patch = {};
  for (const name of Object.keys(from)) {
    if (!(name in to)) patch[name] = null;
    else if (isObject(from[name]) && isObject(to[name])) {
      const inner = diff(from[name], to[name]);
      if (Object.keys(inner).length > 0) patch[name] = inner;
    } else if (!same(from[name], to[name])) patch[name] = to[name];
  }
  for (const name of Object.keys(to)) if (!(name in from)) patch[name] = to[name];
  return patch;
}

/** @param {Json} target @param {Json} patch @returns {Json} */
export function apply(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const name of Object.keys(patch)) {
    if (patch[name] === null) delete result[name];
    else result[name] = apply(result[name], patch[name]);
  }
  return result;
}

/** The weights in percent. @param {Json} doc @returns {number[]} */
export function shares(doc) {
  const weights = doc.criteria.map((/** @type {Json} */ one) => Number(one.weight) || 0);
  const sum = weights.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  return weights.map((/** @type {number} */ one) => (sum > 0 ? (100 * one) / sum : 0));
}

/** @param {Json} doc @param {number[]} percents */
export function withShares(doc, percents) {
  const copy = structuredClone(doc);
  copy.criteria.forEach((/** @type {Json} */ one, /** @type {number} */ i) => {
    one.weight = Math.round(percents[i] * 1000) / 100000;
  });
  return copy;
}

/**
 * Shares that add up to 100 after one of them was moved. The others keep their proportion of the
 * start of the move; from the current ones they would stick at nothing.
 * @param {number[]} start @param {boolean[]} locked @param {number} moved @param {number} value
 */
export function coupled(start, locked, moved, value) {
  const held = start.reduce((sum, one, i) => sum + (locked[i] && i !== moved ? one : 0), 0);
  const free = start.map((_, i) => i).filter((i) => i !== moved && !locked[i]);
  if (free.length === 0 || locked[moved]) return start;
  const target = Math.min(Math.max(0, value), 100 - held);
  const rest = 100 - held - target;
  const sum = free.reduce((total, i) => total + start[i], 0);
  const exact = start.map((one, i) => {
    if (i === moved) return target;
    if (locked[i]) return one;
    return sum > 0 ? (rest * one) / sum : rest / free.length;
  });
  return wholes(exact, free);
}

/** Whole percents by the largest remainder among those that are free. @param {number[]} exact @param {number[]} free */
function wholes(exact, free) {
  const result = exact.slice();
  const fixed = exact.reduce((sum, one, i) => sum + (free.includes(i) ? 0 : one), 0);
  let left = Math.round(100 - fixed);
  free.forEach((i) => {
    result[i] = Math.floor(exact[i] + 1e-9);
    left -= result[i];
  });
  const order = free.slice().sort((a, b) => exact[b] - Math.floor(exact[b]) - (exact[a] - Math.floor(exact[a])));
  for (let k = 0; left > 0 && order.length > 0; k++, left--) result[order[k % order.length]]++;
  return result;
}

/** Parameters that say a figure in a readable way. @type {Record<string, string>} */
const READABLE = {
  persons: '/demand/persons',
  minors: '/demand/minors',
  min: '/places/minimum',
};

/** The fixed entry of a municipality. @param {Json} doc @param {string} id @returns {Json} */
export const fixedOf = (doc, id) => (doc.fixed || []).find((/** @type {Json} */ one) => one.municipality === id);

/** @param {Json} doc @param {string} id @param {Json} entry what is fixed, or null @returns {Json} */
export function fix(doc, id, entry) {
  const rest = (doc.fixed || []).filter((/** @type {Json} */ one) => one.municipality !== id);
  if (entry) rest.push({ municipality: id, ...entry });
  rest.sort((/** @type {Json} */ a, /** @type {Json} */ b) => (a.municipality < b.municipality ? -1 : 1));
  return set(doc, '/fixed', rest.length > 0 ? rest : undefined);
}

/** @param {Result} result @param {number} milliseconds @returns {Answer} */
export function asAnswer(result, milliseconds) {
  return {
    result,
    byId: new Map(result.places.map((one) => [one.municipality, one])),
    candidates: new Map((result.candidates || []).map((one) => [one.municipality, one])),
    milliseconds,
  };
}

/** A kept result stays as it is; only the losses are added, where they are of the same answer. @param {Result} kept @param {Result} result */
export function asKept(kept, result) {
  if (!result.candidates) return kept;
  const fits = kept.objective === result.objective && kept.places.length === result.places.length;
  return { ...kept, candidates: fits ? result.candidates : [] };
}

/** @param {Answer} a @param {Answer} b */
export const samePlaces = (a, b) => a.result.objective === b.result.objective && a.byId.size === b.byId.size;

/** @param {number} value */
const decimal = (value) => String(Math.round(value * 1000) / 1000);

/** What of the changes can be read in the link. @param {Json} base @param {Json} doc */
function readable(base, doc) {
  const said = new URLSearchParams();
  for (const [name, pointer] of Object.entries(READABLE)) {
    const value = get(doc, pointer);
    if (Number.isInteger(value) && value !== get(base, pointer)) said.set(name, String(value));
  }
  const share = get(doc, '/selection/share');
  if (typeof share === 'number' && share !== get(base, '/selection/share')) {
    said.set('share', decimal(share * 100));
  }
  if (doc.criteria && base.criteria && doc.criteria.length === base.criteria.length) {
    const weights = shares(doc);
    if (weights.map(decimal).join() !== shares(base).map(decimal).join()) {
      said.set('w', weights.map(decimal).join(','));
    }
  }
  return said;
}

/** A number as a link writes it, else one that is not. @param {string | null} text */
const positive = (text) => (/^[0-9]{1,8}([.][0-9]{1,8})?$/.test(text || '') ? Number(text) : NaN);

/** @param {Json} base @param {URLSearchParams} said @param {string[]} unfit */
function spoken(base, said, unfit) {
  let doc = base;
  for (const [name, pointer] of Object.entries(READABLE)) {
    if (!said.has(name)) continue;
    const text = said.get(name) || '';
    if (/^[0-9]{1,8}$/.test(text)) doc = set(doc, pointer, Number(text));
    else unfit.push(`${name}=${text}`);
  }
  if (said.has('share')) {
    const value = positive(said.get('share'));
    if (value <= 100) doc = set(doc, '/selection/share', Math.round(value * 1000) / 100000);
    else unfit.push(`share=${said.get('share')}`);
  }
  if (said.has('w')) {
    const weights = (said.get('w') || '').split(',').map(positive);
    const fits = weights.length === (doc.criteria || []).length && weights.every((one) => one <= 100) && weights.some((one) => one > 0);
    if (fits) doc = withShares(doc, weights);
    else unfit.push(`w=${said.get('w')}`);
  }
  return doc;
}

/** @param {Uint8Array} bytes @param {any} stream */
async function through(bytes, stream) {
  const piped = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** @param {Json} patch */
async function packed(patch) {
  const bytes = new TextEncoder().encode(JSON.stringify(patch));
  const small = await through(bytes, new CompressionStream('deflate-raw'));
  const text = Array.from(small, (one) => String.fromCharCode(one)).join('');
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** @param {string} text */
async function unpacked(text) {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
  const large = await through(bytes, new DecompressionStream('deflate-raw'));
  return JSON.parse(new TextDecoder().decode(large));
}

/**
 * The views in the order of their tabs: the module that shows it (a View of types.d.ts, fetched when it is first
 * wanted), and the parameters of the address that are its own (state.own, set by on.own). Words: 'view.' and the name.
 * @type {Record<string, {module: string, own: string[]}>}
 */
export const VIEWS = {
  allocation: { module: 'charts', own: [] },
  why: { module: 'why', own: [] },
  compare: { module: 'compare', own: ['left', 'right'] },
  sweep: { module: 'sweep', own: ['sweep'] },
  about: { module: 'about', own: [] },
};

const OWN = Object.values(VIEWS).flatMap((one) => one.own);

export const FIRST = { source: { kind: 'demo', id: 'letter' }, view: 'allocation', mode: 'persons' };

/** The fragment for what is on screen. @param {State} state @returns {Promise<string>} */
export async function encode(state) {
  const said = readable(state.base, state.doc);
  const rest = diff(spoken(state.base, said, []), state.doc);
  const { kind, id } = state.source;
  const parts = new URLSearchParams();
  if (kind !== 'demo' || id !== FIRST.source.id) parts.set(kind, id);
  said.forEach((value, name) => parts.set(name, value));
  if (Object.keys(rest).length > 0) parts.set('patch', await packed(rest));
  if (state.view !== FIRST.view) parts.set('v', state.view);
  if (state.mode !== FIRST.mode) parts.set('m', state.mode);
  if (state.selected) parts.set('sel', state.selected);
  if (state.borders) parts.set('shape', 'borders');
  for (const name of OWN) if (state.own[name]) parts.set(name, state.own[name]);
  parts.set('lang', state.language);
  return '#' + parts.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
}

/** @typedef {{said: URLSearchParams, source: Source, view: string, mode: string, selected: string | null, own: Record<string, string>, borders: boolean, language: string}} Link */

/** What a fragment names, before the scenario is there. @param {string} hash @returns {Link} */
export function named(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  /** @type {Source} */
  let source = { kind: 'demo', id: FIRST.source.id };
  for (const kind of /** @type {const} */ (['demo', 'scenario', 'allocation'])) {
    const id = said.get(kind);
    if (id) source = { kind, id };
  }
  return {
    said,
    source,
    view: said.get('v') || FIRST.view,
    mode: said.get('m') || FIRST.mode,
    selected: said.get('sel'),
    own: Object.fromEntries(OWN.map((name) => [name, said.get(name) || ''])),
    borders: said.get('shape') === 'borders',
    language: said.get('lang') || '',
  };
}

const KNOWN = ['demo', 'scenario', 'allocation', 'persons', 'minors', 'min', 'share', 'w', 'patch', 'v', 'm', 'sel', 'shape', 'lang', ...OWN];

/** @param {Json} value */
const isList = (value) => value === undefined || Array.isArray(value);

/** Whether there is a form for a document; what else is wrong with it the service says. @param {Json} doc */
function isShown(doc) {
  const parts = ['demand', 'places', 'selection', 'minors', 'candidates', 'previous', 'solver'];
  const lists = ['regions', 'fixed', 'municipalities'];
  return isObject(doc) && Array.isArray(doc.criteria) && doc.criteria.every((/** @type {Json} */ one) => isObject(one) && typeof one.id === 'string') &&
    parts.every((name) => doc[name] === undefined || isObject(doc[name])) &&
    lists.every((name) => isList(doc[name]) && (doc[name] || []).every(isObject)) &&
    isList(doc.candidates?.include) && isList(doc.candidates?.exclude);
}

/**
 * The document that a fragment means, and what of it does not fit.
 * @param {Json} base @param {URLSearchParams} said
 */
export async function decode(base, said) {
  /** @type {string[]} */
  const unfit = [];
  const names = new Set();
  said.forEach((value, name) => {
    if (!KNOWN.includes(name) || names.has(name)) unfit.push(`${name}=${value}`);
    names.add(name);
  });
  let doc = spoken(base, said, unfit);
  const patch = said.get('patch');
  if (patch) {
    try {
      const patched = apply(doc, await unpacked(patch));
      if (!isShown(patched)) throw new Error('shape');
      doc = patched;
    } catch (failure) {
      unfit.push('patch=' + patch.slice(0, 20));
    }
  }
  return { doc, unfit };
}
