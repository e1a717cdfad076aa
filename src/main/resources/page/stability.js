// Who is asked in every allocation within a loss, who in none, and who may go either way: the map, and how many.

import { effort, find, isStale, mark, run, runView } from './analyses.js';
import { html, nothing } from './lit-html.js';
import { HexMap } from './map.js';
import { digits, facts } from './panel.js';
import { dark, surface } from './picture.js';
import { number, percent, t } from './words.js';

/** @typedef {import('./types').State} State */

/** The losses of the slider, as shares of the fit. */
const LOSSES = [0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01];
const CLASSES = /** @type {const} */ (['never', 'tossOut', 'tossIn', 'always']);

/** Which of the losses is shown. */
let chosen = 4;
/** @type {HexMap | null} */
let map = null;
let drawn = '';
/** The document on the map, for which its numbers are counted. @type {{of: any, at: number, classes: Map<string, string>} | null} */
let known = null;

/** Asks for it. @param {State} state @param {() => void} again */
export const begin = (state, again) => run(state, 'stability', { kind: 'stability', losses: LOSSES }, again);

/** The loss that is chosen, as a share. */
export const loss = () => LOSSES[chosen];

/** @param {number} share */
export const asPercent = (share) => percent(share, share === 0 ? 0 : share < 0.001 ? 2 : 1);

/** What each candidate is within the loss that is chosen. @param {any} result @returns {Map<string, string>} */
export function classes(result) {
  if (known && known.of === result && known.at === chosen) return known.classes;
  const found = new Map();
  for (const one of result.candidates) {
    const side = one.classes[chosen];
    found.set(one.municipality, side === 'tossUp' ? (one.selected ? 'tossIn' : 'tossOut') : side || 'unknown');
  }
  known = { of: result, at: chosen, classes: found };
  return found;
}

/** Light and dark, told apart without hue: by brightness and by the mark. */
const colours = () => (dark.matches ? ['#2a2d31', '#6b4a1f', '#e9a23b', '#4781c0'] : ['#f1f1f1', '#f8d3b0', '#e08214', '#17528f']);

/** @param {State} state @param {() => void} again */
export function view(state, again) {
  const one = find(state, 'stability');
  const result = one?.result;
  return html`<h2>${t('stabilityTitle')}</h2>
    ${runView(state, one, t('runStability'), () => begin(state, again))}
    ${result ? shown(state, one, again) : html`<p class="hint">${t('stabilityWhat')}</p>`}`;
}

/** @param {State} state @param {any} one @param {() => void} again */
function shown(state, one, again) {
  const { result } = one;
  if (result.status !== 'OPTIMAL') return html`<p>${t('outlookNone')}</p>`;
  const total = result.totals[chosen];
  const units = total.units / 1e6;
  const counts = count(result);
  return html`<div class=${isStale(state, one) ? 'stale' : ''}>
    <label class="loss"><span>${t('lossAllowed')}</span> <input type="range" id="loss" min="0" max=${LOSSES.length - 1} step="1" .value=${String(chosen)}
      aria-valuetext=${asPercent(LOSSES[chosen])} @input=${(/** @type {any} */ e) => choose(Number(e.target.value), again)} />
      <output for="loss">${t('lossUnits', asPercent(LOSSES[chosen]), number(units, units === 0 ? 0 : digits(units)))}</output></label>
    <p class="sentence" id="stability-sentence">${t('stabilitySentence', asPercent(LOSSES[chosen]), number(total.always), number(total.never), number(total.tossUp))} ${mark(result.label)}</p>
    <div class="maphost" id="stability-map"></div>
    <ul class="legend" id="stability-legend">${CLASSES.map((name, i) => html`<li>${swatch(name, colours()[i])}${t('class.' + name)} (${number(counts.get(name) || 0)})</li>`).reverse()}
      ${counts.get('unknown') ? html`<li>${t('unknown')} (${number(counts.get('unknown') || 0)})</li>` : nothing}</ul>
    ${effort(result)}</div>`;
}

/** @param {number} at @param {() => void} again */
function choose(at, again) {
  chosen = at;
  again();
}

/** @param {any} result */
function count(result) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of classes(result).values()) counts.set(name, (counts.get(name) || 0) + 1);
  return counts;
}

/** @param {string} name @param {string} fill */
const swatch = (name, fill) => html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill=${fill}></rect>${name.startsWith('toss') ? html`<svg><rect x="2.5" y="2.5" width="11" height="11" fill="none" stroke=${dark.matches ? '#ffffff' : '#111111'} stroke-width="1.5"></rect></svg>` : nothing}${name === 'tossOut' ? html`<svg><path d="M4 11L12 5" stroke=${dark.matches ? '#ffffff' : '#111111'} stroke-width="1.5"></path></svg>` : nothing}</svg>`;

/** Paints the map once its place is there. @param {State} state @param {any} on */
export function paint(state, on) {
  const host = document.getElementById('stability-map');
  const result = find(state, 'stability')?.result;
  if (!host || !result || !state.dataset || result.status !== 'OPTIMAL') return;
  if (!map || map.host !== host) {
    map = new HexMap(host, { select: on.select, fix: on.select, name: (id) => facts(state, id).name });
    drawn = '';
  }
  const look = state.dataset.id + state.language + dark.matches + surface();
  if (drawn !== look) map.draw(state.dataset);
  drawn = look;
  const sides = classes(result);
  const numbers = new Map(result.candidates.map((/** @type {any} */ one) => [one.municipality, one.persons]));
  const of = (/** @type {string} */ name) => new Set([...sides].filter(([, side]) => side === name).map(([id]) => id));
  const shown_ = new Map();
  for (const [id, side] of sides) {
    const at = CLASSES.indexOf(/** @type {any} */ (side));
    if (at >= 0) shown_.set(id, { value: at, text: numbers.get(id) > 0 ? number(numbers.get(id)) : '' });
  }
  const outside = new Set(state.dataset.municipalities.map((one) => one.id).filter((id) => !shown_.has(id)));
  map.paint({
    shown: shown_, asked: new Set(), fixed: new Set(), outside,
    changed: new Set([...of('tossIn'), ...of('tossOut')]), dropped: of('tossOut'),
    scale: { kind: 'stability', limits: [0, 1, 2], colours: colours(), labels: [] },
  }, true);
  map.name((id) => t('classOf', facts(state, id).name, sides.has(id) ? t('class.' + sides.get(id)) : t('noCandidate')));
  map.mark(state.selected || '');
}
