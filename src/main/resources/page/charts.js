// Below the bench: how the numbers are distributed, persons against inhabitants, and by county.

import { html, render } from './lit-html.js';
import { svg } from './map.js';
import { facts } from './panel.js';
import { colour, personsScale } from './picture.js';
import { get } from './store.js';
import { compare, number, t } from './words.js';

/** @typedef {import('./types').State} State */

const WIDTH = 400;

/** @param {HTMLElement} host @param {State} state @param {any} on */
export function show(host, state, on) {
  if (!state.answer || !state.dataset) return;
  const asked = [...state.answer.byId.keys()].map((id) => facts(state, id));
  const scatter = asked.filter((f) => f.inhabitants);
  const pictures = [
    { id: 'distribution', title: t('chartDistribution'), hint: '', picture: distribution(state, asked) },
    ...(scatter.length > 0 ? [{ id: 'scatter', title: t('chartScatter'), hint: t('logAxes'), picture: points(state, scatter, on) }] : []),
    ...(Object.keys(state.dataset.counties).length > 1 ? [{ id: 'counties', title: t('chartCounties'), hint: '', picture: counties(state, asked) }] : []),
  ];
  render(html`${pictures.map((one) => html`<figure id=${'chart-' + one.id}><figcaption>${one.title} <small>${one.hint}</small></figcaption>${one.picture}</figure>`)}`, host);
}

/** @param {number} x @param {number} y @param {string} text @param {Record<string, string | number>} [more] */
export function label(x, y, text, more = {}) {
  const made = svg('text', { x, y, 'font-size': 12, fill: 'currentColor', ...more });
  made.textContent = text;
  return made;
}

/** @param {string} words @param {number} height @param {Node[]} children */
export const chart = (words, height, children) =>
  svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': words, 'font-family': 'system-ui, sans-serif' }, children);

/** @param {State} state @param {any[]} asked */
function distribution(state, asked) {
  const scale = personsScale(Number(get(state.doc, '/places/minimum') ?? 10));
  const counts = scale.labels.map(() => 0);
  for (const f of asked) counts[scale.colours.indexOf(colour(scale, f.persons))]++;
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const bars = counts.flatMap((count, i) => {
    const height = (150 * count) / most;
    return [
      svg('rect', { x: i * step + 4, y: 175 - height, width: step - 8, height, fill: scale.colours[i], stroke: 'currentColor', 'stroke-width': 0.5 }),
      label(i * step + step / 2, 170 - height, number(count), { 'text-anchor': 'middle', 'font-weight': 600 }),
      label(i * step + step / 2, 191, scale.labels[i], { 'text-anchor': 'middle', 'font-size': 11 }),
    ];
  });
  const words = counts.map((count, i) => `${scale.labels[i]}: ${t('municipalitiesCount', count, number(count))}`).join('; ');
  return chart(words, 198, bars);
}

/** @param {State} state @param {any[]} asked @param {any} on */
function points(state, asked, on) {
  const xs = asked.map((f) => Number(f.inhabitants));
  const ys = asked.map((f) => f.persons);
  const x = axis(Math.min(...xs), Math.max(...xs), 42, WIDTH - 8);
  const y = axis(Math.min(...ys), Math.max(...ys), 172, 10);
  const drawn = asked.map((f) => {
    const selected = f.id === state.selected;
    const dot = svg('circle', { cx: x.at(Number(f.inhabitants)), cy: y.at(f.persons), r: selected ? 6 : 3, fill: selected ? '#a3123f' : '#2f75b5', 'fill-opacity': selected ? 1 : 0.65 });
    const title = svg('title', {});
    title.textContent = `${f.name}: ${number(f.persons)}, ${number(Number(f.inhabitants))}`;
    dot.append(title);
    dot.addEventListener('click', () => on.select(f.id));
    return dot;
  });
  const ticks = [
    ...x.ticks.flatMap((one) => [svg('line', { x1: x.at(one), x2: x.at(one), y1: 10, y2: 172, stroke: 'currentColor', 'stroke-opacity': 0.15 }), label(x.at(one), 188, number(one), { 'text-anchor': 'middle', 'font-size': 11 })]),
    ...y.ticks.flatMap((one) => [svg('line', { x1: 42, x2: WIDTH - 8, y1: y.at(one), y2: y.at(one), stroke: 'currentColor', 'stroke-opacity': 0.15 }), label(36, y.at(one) + 4, number(one), { 'text-anchor': 'end', 'font-size': 11 })]),
  ];
  return chart(`${t('chartScatter')}: ${t('municipalitiesCount', asked.length, number(asked.length))}`, 198, [...ticks, ...drawn]);
}

/** A logarithmic axis. @param {number} least @param {number} most @param {number} from @param {number} to */
export function axis(least, most, from, to) {
  const low = Math.log10(Math.max(1, least)) - 0.05;
  const high = Math.max(Math.log10(Math.max(1, most)) + 0.05, low + 0.1);
  const ticks = [];
  for (let power = Math.floor(low); power <= high; power++) {
    for (const digit of high - low > 1.2 ? [1] : [1, 2, 5]) {
      const tick = digit * 10 ** power;
      if (Math.log10(tick) >= low && Math.log10(tick) <= high) ticks.push(tick);
    }
  }
  /** @param {number} value */
  const at = (value) => Math.round((from + ((Math.log10(Math.max(1, value)) - low) / (high - low)) * (to - from)) * 10) / 10;
  return { at, ticks };
}

/** @param {State} state @param {any[]} asked */
function counties(state, asked) {
  const sums = new Map(Object.keys(state.dataset?.counties || {}).map((id) => [id, 0]));
  for (const f of asked) sums.set(f.one.county, (sums.get(f.one.county) || 0) + f.persons);
  const names = state.dataset?.counties || {};
  const all = [...sums].sort((a, b) => b[1] - a[1] || compare(names[a[0]], names[b[0]]));
  const most = Math.max(1, ...all.map((one) => one[1]));
  const bars = all.flatMap(([id, sum], i) => [
    label(128, i * 18 + 13, names[id] || id, { 'text-anchor': 'end' }),
    svg('rect', { x: 134, y: i * 18 + 2, width: (215 * sum) / most, height: 14, fill: '#2f75b5' }),
    label(139 + (215 * sum) / most, i * 18 + 13, number(sum), { 'font-weight': 600 }),
  ]);
  const words = all.map(([id, sum]) => `${names[id] || id}: ${number(sum)}`).join('; ');
  return chart(words, all.length * 18 + 4, bars);
}
