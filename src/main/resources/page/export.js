// Ways out: the link, print, pictures, the scenario, and what the service writes of a kept allocation.

import { ask, json } from './service.js';
import { locale, number, t } from './words.js';
import { svg } from './map.js';
import { dark } from './picture.js';
import { same } from './store.js';

/** @typedef {import('./types').State} State */

/** @type {Record<string, {path: string, type: string, name: string}>} */
const WRITTEN = {
  csv: { path: 'places?format=csv' + '&dialect=excel', type: 'text/csv', name: 'csv' },
  xlsx: { path: 'places?format=xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: 'xlsx' },
  geojson: { path: 'places?format=geojson', type: 'application/geo+json', name: 'geojson' },
  certificate: { path: 'certificate', type: 'application/json', name: 'certificate.json' },
};

/** The allocation that holds what is on screen, by its document. @type {Map<string, string>} */
const keptAs = new Map();

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** @param {State} state */
const fileName = (state) => (state.doc.name || 'bosett').toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'bosett';

/**
 * @param {string} what @param {State} state @param {import('./map.js').HexMap} map @param {import('./map.js').Picture} picture
 */
export async function take(what, state, map, picture) {
  if (what === 'print') return print();
  if (what === 'link') return copyLink(state);
  if (what === 'scenario') return download(new Blob([JSON.stringify(state.doc, null, 2) + '\n'], { type: 'application/json' }), fileName(state) + '.json');
  if (what === 'svg') return download(new Blob([drawing(state, map, picture)], { type: 'image/svg+xml' }), fileName(state) + '.svg');
  if (what === 'png') return download(await raster(drawing(state, map, picture)), fileName(state) + '.png');
  const way = WRITTEN[what];
  const id = await allocation(state);
  const response = await ask(`v1/allocations/${encodeURIComponent(id)}/${way.path}`, { headers: { Accept: way.type } });
  download(await response.blob(), `${fileName(state)}.${way.name}`);
}

/** @param {State} state */
async function copyLink(state) {
  try {
    await navigator.clipboard.writeText(location.href);
    state.notice = t('linkCopied');
  } catch (failure) {
    state.notice = t('linkIs', location.href);
  }
}

/** The id of the allocation that holds what is on screen. @param {State} state */
export async function allocation(state) {
  if (state.explained && same(state.doc, state.explained.doc)) return state.explained.id;
  const text = JSON.stringify(state.doc);
  const known = keptAs.get(text);
  if (known) return known;
  const kept = await json('v1/allocations', { method: 'POST', body: state.doc, headers: { Prefer: 'wait=30' } });
  keptAs.set(text, kept.id);
  return kept.id;
}

/** The map with title, unit, source and date in it. @param {State} state @param {import('./map.js').HexMap} map @param {import('./map.js').Picture} picture */
function drawing(state, map, picture) {
  const root = /** @type {SVGElement} */ (map.root?.cloneNode(true));
  for (const element of root.querySelectorAll('[tabindex], [role], [aria-label], [data-id]')) {
    for (const name of ['tabindex', 'role', 'aria-label', 'aria-pressed', 'data-id']) element.removeAttribute(name);
  }
  for (const element of root.querySelectorAll('[visibility="hidden"]')) element.remove();
  if (root.classList.contains('plain')) for (const element of root.querySelectorAll('text')) element.remove();
  const [x, y, width, height] = (root.getAttribute('viewBox') || '0 0 1 1').split(' ').map(Number);
  const ink = dark.matches ? '#ececec' : '#1b1b1b';
  const paper = dark.matches ? '#17181b' : '#ffffff';
  const text = (/** @type {number} */ dx, /** @type {number} */ dy, /** @type {number} */ size, /** @type {string} */ words) => {
    const made = svg('text', { x: x + dx, y: dy, 'font-size': size, fill: ink, 'font-family': 'sans-serif' });
    made.textContent = words;
    return made;
  };
  const totals = state.answer?.result.totals;
  const mode = /** @type {HTMLSelectElement} */ (document.getElementById('mode')).selectedOptions[0]?.textContent || '';
  const top = y - 2.6;
  const legend = picture.scale.labels.flatMap((label, i) => {
    const at = { x: x + 0.3 + (i % 5) * (width / 5.2), y: y + height + 0.5 + Math.floor(i / 5) * 0.9 };
    const words = text(at.x - x + 0.75, at.y + 0.5, 0.5, label);
    return [svg('rect', { x: at.x, y: at.y, width: 0.55, height: 0.55, fill: picture.scale.colours[i], stroke: ink, 'stroke-width': 0.02 }), words];
  });
  const date = new Intl.DateTimeFormat(locale()).format(new Date());
  const full = height + 6.1;
  const whole = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${x} ${top} ${width} ${full}`, width: Math.round(width * 40), height: Math.round(full * 40) }, [
    svg('rect', { x, y: top, width, height: full, fill: paper }),
    text(0.3, top + 0.9, 0.8, state.doc.name || 'Bosett'),
    text(0.3, top + 1.8, 0.6, `${mode}${totals ? ` · ${number(totals.persons)} / ${number(totals.selected)}` : ''}`),
    ...[...root.childNodes],
    ...legend,
    text(0.3, y + height + 3, 0.45, t('pictureSource', state.dataset?.title || '', date)),
  ]);
  return new XMLSerializer().serializeToString(whole);
}

/** @param {string} text @returns {Promise<Blob>} */
function raster(text) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth * 2;
      canvas.height = image.naturalHeight * 2;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png');
    };
    image.onerror = () => reject(new Error('SVG'));
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  });
}
