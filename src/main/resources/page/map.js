// The map: one hexagon for each municipality, and the colours of what it shows.

import { hexagon, layout, towards } from './geometry.js';
import { number, percent, plain, signed, t } from './words.js';

/** @typedef {import('./geometry.js').Layout} Layout */
/** @typedef {import('./types').Dataset} Dataset */
/** @typedef {{value: number, text: string, least?: boolean}} Shown what a tile shows; least: at least so much */
/** @typedef {{kind: string, limits: number[], colours: string[], labels: string[]}} Scale */
/** @typedef {{shown: Map<string, Shown>, asked: Set<string>, fixed: Set<string>, changed: Set<string>, dropped: Set<string>, outside: Set<string>, scale: Scale}} Picture */

const SVG = 'http://www.w3.org/2000/svg';
const BLUES = {
  light: ['#cfe1f3', '#a9cbe9', '#7db0dc', '#5394cc', '#2f75b5', '#17528f', '#08306b'],
  dark: ['#23364d', '#2b4c72', '#35659b', '#4781c0', '#69a0d8', '#9cc3ea', '#d3e5f8'],
};
const CHANGE = ['#8c3a00', '#c4621a', '#eb9d5c', '#f8d3b0', '#efefef', '#b9d3ec', '#6fa5d6', '#2c6fb0', '#0b3a70'];
const SMALLEST_DIGITS = 20;

/** @type {MediaQueryList} */
export const dark = matchMedia('(prefers-color-scheme: dark)');

export const surface = () => (dark.matches ? '#2a2d31' : '#fafafa');

const blues = () => (dark.matches ? BLUES.dark : BLUES.light);

/** Persons, in classes above the minimum. @param {number} minimum @returns {Scale} */
export function personsScale(minimum) {
  const limits = [minimum, ...[15, 20, 30, 50, 100].filter((one) => one > minimum)];
  const labels = limits.map((one, i) => {
    if (i === 0) return minimum > 1 ? number(one) : '1';
    const from = limits[i - 1] + 1;
    return from === one ? number(one) : `${number(from)}–${number(one)}`;
  });
  labels.push(t('over', number(limits[limits.length - 1])));
  return { kind: 'persons', limits, colours: blues().slice(7 - labels.length), labels };
}

/** @returns {Scale} */
export function changeScale() {
  const limits = [-100, -30, -10, -1, 0, 9, 29, 99];
  const labels = [
    ...[-100, -30, -10, -1].map((one) => '≤ ' + number(one)), '0',
    ...[1, 10, 30, 100].map((one) => '≥ ' + signed(one)),
  ];
  return { kind: 'change', limits, colours: CHANGE, labels };
}

/** Losses as shares of the objective. @returns {Scale} */
export function lossScale() {
  const limits = [0.0001, 0.0005, 0.001, 0.005, 0.01];
  const labels = limits.map((one) => '≤ ' + percent(one, one < 0.001 ? 2 : 1));
  labels.push(t('over', percent(0.01, 0)));
  return { kind: 'loss', limits, colours: blues().slice(1), labels };
}

/** Sevenths of the values, rounded to what people read. @param {number[]} values @param {number} digits @returns {Scale} */
export function septiles(values, digits) {
  const sorted = values.slice().sort((a, b) => a - b);
  /** @type {number[]} */
  const limits = [];
  for (let k = 1; k < 7 && sorted.length > 0; k++) {
    const limit = rounded(sorted[Math.min(sorted.length - 1, Math.floor((k * sorted.length) / 7))]);
    if (limits.length === 0 || limit > limits[limits.length - 1]) limits.push(limit);
  }
  const labels = limits.map((one) => '≤ ' + number(one, digitsOf(one, digits)));
  labels.push(t('over', number(limits[limits.length - 1] || 0, digitsOf(limits[limits.length - 1] || 0, digits))));
  return { kind: 'septiles', limits, colours: blues().slice(7 - labels.length), labels };
}

/** Two significant digits. @param {number} value */
function rounded(value) {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(Math.round(value / unit) * unit * 1e6) / 1e6;
}

/** @param {number} value @param {number} most */
function digitsOf(value, most) {
  for (let digits = 0; digits < most; digits++) {
    if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9) return digits;
  }
  return most;
}

/** @param {Scale} scale @param {number} value */
export function colour(scale, value) {
  let i = 0;
  while (i < scale.limits.length && value > scale.limits[i]) i++;
  return scale.colours[Math.min(i, scale.colours.length - 1)];
}

/** @param {string} hex */
function luminance(hex) {
  const parts = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever contrasts more. @param {string} fill */
export function ink(fill) {
  const light = luminance(fill);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {Node[]} [children] */
export function svg(tag, attributes, children = []) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** One map on screen. */
export class HexMap {
  /**
   * @param {HTMLElement} host
   * @param {{select: (id: string) => void, fix: (id: string) => void, name: (id: string) => string}} hooks
   */
  constructor(host, hooks) {
    this.host = host;
    this.hooks = hooks;
    /** @type {Map<string, any>} */
    this.parts = new Map();
    /** @type {Layout | null} */
    this.layout = null;
    /** @type {Dataset | null} */
    this.dataset = null;
    this.wide = true;
    this.focused = '';
    this.selected = '';
    this.typed = '';
    this.typedAt = 0;
    new ResizeObserver(() => this.resized()).observe(host);
  }

  /** Draws the tiles of a dataset, as yet without numbers. @param {Dataset} dataset */
  draw(dataset) {
    this.dataset = dataset;
    this.wide = this.host.clientWidth >= 430;
    this.layout = layout(dataset.municipalities, dataset.counties, this.wide);
    const { box, tiles, outlines, tie } = this.layout;
    this.parts = new Map();
    const edge = dark.matches ? '#9a9fa5' : '#4a4a4a';
    const cells = svg('g', { class: 'tiles' });
    for (const tile of tiles) cells.append(this.tile(tile));
    this.ring = svg('polygon', { points: hexagon(1), fill: 'none', stroke: dark.matches ? '#ff5c8a' : '#a3123f', 'stroke-width': 0.14, visibility: 'hidden' });
    this.focusRing = svg('polygon', { points: hexagon(1.12), fill: 'none', class: 'focus', visibility: 'hidden', 'stroke-width': 0.1 });
    this.root = svg('svg', { viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, role: 'group', 'aria-label': t('map'), class: 'hexmap', 'font-family': 'system-ui, sans-serif' }, [
      svg('path', { d: tie, stroke: edge, 'stroke-width': 0.06, 'stroke-dasharray': '0.25 0.2', fill: 'none' }),
      cells,
      svg('path', { d: outlines, stroke: edge, 'stroke-width': 0.09, 'stroke-linecap': 'round', fill: 'none', 'pointer-events': 'none' }),
      (this.marks = svg('g', { 'pointer-events': 'none' })),
      this.ring,
      this.focusRing,
    ]);
    this.ring.setAttribute('pointer-events', 'none');
    this.focusRing.setAttribute('pointer-events', 'none');
    this.host.replaceChildren(this.root);
    this.root.addEventListener('keydown', (event) => this.keyed(/** @type {KeyboardEvent} */ (event)));
    this.root.addEventListener('click', (event) => this.clicked(event));
    this.root.addEventListener('focusin', (event) => this.focusedAt(event));
    this.root.addEventListener('focusout', () => this.focusRing?.setAttribute('visibility', 'hidden'));
    this.resized();
    this.mark(this.selected);
  }

  /** @param {import('./geometry.js').Tile} tile */
  tile(tile) {
    const shape = svg('polygon', { points: hexagon(0.985), fill: surface(), stroke: dark.matches ? '#4a4e54' : '#c4c4c4', 'stroke-width': 0.035 });
    const text = svg('text', { 'text-anchor': 'middle', y: 0.14, 'font-size': 0.4, 'font-weight': 600, 'pointer-events': 'none' });
    const group = svg('g', { transform: `translate(${tile.x.toFixed(3)} ${tile.y.toFixed(3)})`, role: 'button', tabindex: -1, 'data-id': tile.id }, [shape, text]);
    const name = this.hooks.name(tile.id);
    group.setAttribute('aria-label', name);
    this.parts.set(tile.id, { group, shape, text, tile, fill: '', label: '', words: name });
    if (!this.focused) this.focused = tile.id;
    if (tile.id === this.focused) group.setAttribute('tabindex', '0');
    return group;
  }

  resized() {
    if (!this.layout || !this.root || !this.dataset) return;
    const width = this.host.clientWidth;
    if (width === 0) return;
    if (width >= 430 !== this.wide) {
      this.draw(this.dataset);
      if (this.picture) this.paint(this.picture, true);
      return;
    }
    const { box } = this.layout;
    const pixels = this.root.getBoundingClientRect().width / box.width;
    const legible = pixels >= SMALLEST_DIGITS || (pixels >= 14 && pixels * devicePixelRatio >= SMALLEST_DIGITS);
    this.root.classList.toggle('plain', !legible);
  }

  /** @param {Picture} picture @param {boolean} [all] */
  paint(picture, all = false) {
    this.picture = picture;
    const hollow = surface();
    for (const [id, part] of this.parts) {
      const shown = picture.shown.get(id);
      const fill = shown ? colour(picture.scale, shown.value) : hollow;
      const label = shown ? shown.text : '';
      if (all || part.fill !== fill) {
        part.shape.setAttribute('fill', fill);
        part.text.setAttribute('fill', ink(fill));
        part.fill = fill;
      }
      if (all || part.label !== label) {
        part.text.textContent = label;
        part.text.setAttribute('font-size', label.length > 4 ? '0.27' : label.length > 3 ? '0.33' : label.length > 2 ? '0.38' : '0.42');
        part.label = label;
      }
      const faint = picture.outside.has(id);
      if (part.faint !== faint) {
        part.shape.setAttribute('stroke-dasharray', faint ? '0.12 0.1' : 'none');
        part.faint = faint;
      }
    }
    this.outline(picture);
  }

  /** Marks that do not rest on colour. @param {Picture} picture */
  outline(picture) {
    const stroke = dark.matches ? '#ffffff' : '#111111';
    /** @type {Node[]} */
    const marks = [];
    for (const [id, part] of this.parts) {
      const changed = picture.changed.has(id);
      if (!changed && !picture.fixed.has(id)) continue;
      const at = { transform: `translate(${part.tile.x.toFixed(3)} ${part.tile.y.toFixed(3)})` };
      const inner = [];
      if (changed) inner.push(svg('polygon', { points: hexagon(0.86), fill: 'none', stroke, 'stroke-width': 0.08, 'data-changed': id }));
      if (picture.dropped.has(id)) inner.push(svg('path', { d: 'M-0.27 0.18L0.27 -0.18', stroke, 'stroke-width': 0.1 }));
      if (picture.fixed.has(id)) {
        inner.push(svg('circle', { cx: 0.22, cy: -0.27, r: 0.15, fill: '#f5b800', stroke: '#111111', 'stroke-width': 0.05, 'data-fixed': id }));
      }
      marks.push(svg('g', at, inner));
    }
    this.marks?.replaceChildren(...marks);
  }

  /** Names of the tiles as sentences; not on every step. @param {(id: string) => string} sentence */
  name(sentence) {
    for (const [id, part] of this.parts) {
      const words = sentence(id);
      if (part.words !== words) {
        part.group.setAttribute('aria-label', words);
        part.words = words;
      }
    }
  }

  /** @param {string} id */
  mark(id) {
    this.selected = id;
    const part = this.parts.get(id);
    for (const other of this.parts.values()) other.group.removeAttribute('aria-pressed');
    if (!part || !this.ring) {
      this.ring?.setAttribute('visibility', 'hidden');
      return;
    }
    part.group.setAttribute('aria-pressed', 'true');
    this.ring.setAttribute('transform', part.group.getAttribute('transform') || '');
    this.ring.setAttribute('visibility', 'visible');
    this.rove(id);
  }

  /** The one tile that Tab reaches. @param {string} id */
  rove(id) {
    this.parts.get(this.focused)?.group.setAttribute('tabindex', '-1');
    this.focused = id;
    this.parts.get(id)?.group.setAttribute('tabindex', '0');
  }

  /** @param {Event} event */
  idOf(event) {
    const target = /** @type {Element} */ (event.target);
    return target.closest('[data-id]')?.getAttribute('data-id') || '';
  }

  /** @param {Event} event */
  clicked(event) {
    const id = this.idOf(event);
    if (id) this.hooks.select(id);
  }

  /** @param {Event} event */
  focusedAt(event) {
    const id = this.idOf(event);
    const part = this.parts.get(id);
    if (!part) return;
    this.rove(id);
    this.focusRing?.setAttribute('transform', part.group.getAttribute('transform') || '');
    this.focusRing?.setAttribute('visibility', part.group.matches(':focus-visible') ? 'visible' : 'hidden');
  }

  /** @param {KeyboardEvent} event */
  keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = this.idOf(event);
    const part = this.parts.get(id);
    if (!part || !this.layout) return;
    /** @type {Record<string, [number, number]>} */
    const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const direction = directions[event.key];
    if (direction) {
      const next = towards(this.layout.tiles, part.tile, direction[0], direction[1]);
      if (next) this.parts.get(next.id).group.focus();
    } else if (event.key === 'Enter' || event.key === ' ') this.hooks.select(id);
    else if (event.key === 'F' || (event.key === 'f' && !this.typing(event))) this.hooks.fix(id);
    else if (event.key.length === 1 && /\p{L}/u.test(event.key)) this.jump(event);
    else return;
    event.preventDefault();
  }

  /** Whether a letter goes on with a name that is being typed. @param {KeyboardEvent} event */
  typing(event) {
    return event.timeStamp - this.typedAt < 900 && this.typed !== '';
  }

  /** @param {KeyboardEvent} event */
  jump(event) {
    this.typed = (this.typing(event) ? this.typed : '') + plain(event.key);
    this.typedAt = event.timeStamp;
    const order = [...this.parts.keys()];
    const start = order.indexOf(this.focused) + (this.typed.length === 1 ? 1 : 0);
    for (let k = 0; k < order.length; k++) {
      const id = order[(start + k) % order.length];
      const name = this.dataset?.byId.get(id)?.name || '';
      if (plain(name).startsWith(this.typed)) {
        this.parts.get(id).group.focus();
        return;
      }
    }
  }
}
