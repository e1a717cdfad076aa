// The map: where the hexagons stand (pointed top, odd rows shifted right), their marks and their keys.

import { colour, dark, ink, surface } from './picture.js';
import { plain, t } from './words.js';

/** @typedef {import('./types').Municipality} Municipality */
/** @typedef {{id: string, county: string, x: number, y: number, path?: string, small?: boolean}} Tile path: around x and y, where it is no hexagon; small: without digits */
/** @typedef {{tiles: Tile[], outlines: string, tie: string, box: {x: number, y: number, width: number, height: number}}} Layout */
/** @typedef {import('./types').Dataset} Dataset */
/** @typedef {{value: number, text: string, least?: boolean}} Shown what a tile shows; least: at least so much */
/** @typedef {{kind: string, limits: number[], colours: string[], labels: string[]}} Scale */
/** @typedef {{shown: Map<string, Shown>, asked: Set<string>, fixed: Set<string>, changed: Set<string>, dropped: Set<string>, outside: Set<string>, scale: Scale}} Picture */

const SVG = 'http://www.w3.org/2000/svg';
const SMALLEST_DIGITS = 20;

const ROW = Math.sqrt(3) / 2;
const RADIUS = 1 / Math.sqrt(3);
const NORTH = ['Nordland', 'Troms', 'Finnmark'];
const WIDE = { x: -19, y: 10 * ROW };
const NARROW = { x: -16, y: 3 * ROW };

/** Corners from the top, clockwise. */
const CORNERS = [
  [0, -RADIUS],
  [0.5, -RADIUS / 2],
  [0.5, RADIUS / 2],
  [0, RADIUS],
  [-0.5, RADIUS / 2],
  [-0.5, -RADIUS / 2],
];

/** @param {number} value */
const short = (value) => Math.round(value * 1000) / 1000;

/** A hexagon as the points of a polygon, a little smaller or larger. @param {number} factor */
const hexagon = (factor) =>
  CORNERS.map(([x, y]) => `${short(x * factor)},${short(y * factor)}`).join(' ');

/** The neighbours across the edges from the top right, clockwise. @param {number} column @param {number} row */
function neighbours(column, row) {
  const right = row % 2;
  return [
    [column + right, row - 1],
    [column + 1, row],
    [column + right, row + 1],
    [column - 1 + right, row + 1],
    [column - 1, row],
    [column - 1 + right, row - 1],
  ];
}

/**
 * Cells for municipalities of which nobody says where they stand: in the order of counties, to and
 * fro, so that a county stays in one piece.
 * @param {Municipality[]} all
 */
function grid(all) {
  const side = Math.max(1, Math.ceil(Math.sqrt(all.length * 1.15)));
  const order = all.slice().sort((a, b) => (a.county + ' ' + a.id < b.county + ' ' + b.id ? -1 : 1));
  return new Map(
    order.map((one, i) => {
      const row = Math.floor(i / side);
      return [one.id, { column: row % 2 === 0 ? i % side : side - 1 - (i % side), row }];
    })
  );
}

/**
 * Whether nothing stands where the folded north would come to lie.
 * @param {Municipality[]} all @param {Record<string, string>} counties @param {{x: number, y: number}} fold
 */
function isFree(all, counties, fold) {
  const at = (/** @type {any} */ { column, row }) => ({ x: column + 0.5 * (row % 2), y: row * ROW });
  const isNorth = (/** @type {Municipality} */ one) => NORTH.includes(counties[one.county]);
  const others = all.filter((one) => !isNorth(one)).map((one) => at(one.tile));
  return all.filter(isNorth).map((one) => at(one.tile)).every((one) => others.every((other) => Math.hypot(one.x + fold.x - other.x, one.y + fold.y - other.y) > 0.95));
}

/**
 * The whole map.
 * @param {Municipality[]} all
 * @param {Record<string, string>} counties names by id
 * @param {boolean} wide
 * @returns {Layout}
 */
function layout(all, counties, wide) {
  const told = all.filter((one) => one.tile);
  const cells = told.length > 0 ? new Map(told.map((one) => [one.id, /** @type {any} */ (one.tile)])) : grid(all);
  const shown = all.filter((one) => cells.has(one.id));
  const at = new Map(shown.map((one) => [cells.get(one.id).column + ' ' + cells.get(one.id).row, one]));
  const fold = wide ? WIDE : NARROW;
  const folds = told.length > 0 && NORTH.every((name) => Object.values(counties).includes(name)) && isFree(told, counties, fold);
  /** @param {Municipality} one */
  const isNorth = (one) => folds && NORTH.includes(counties[one.county]);
  /** @param {Municipality} one */
  const position = (one) => {
    const { column, row } = cells.get(one.id);
    const moved = isNorth(one) ? fold : { x: 0, y: 0 };
    return { x: column + 0.5 * (row % 2) + moved.x, y: row * ROW + moved.y };
  };
  /** @type {string[]} */
  const edges = [];
  /** @type {{from: {x: number, y: number}, to: {x: number, y: number}}[]} */
  const crossings = [];
  for (const one of shown) {
    const { column, row } = cells.get(one.id);
    const here = position(one);
    neighbours(column, row).forEach(([c, r], edge) => {
      const other = at.get(c + ' ' + r);
      if (other && isNorth(one) && !isNorth(other)) crossings.push({ from: here, to: position(other) });
      const outer = !other || isNorth(one) !== isNorth(other);
      if (outer || (other.county !== one.county && one.id < other.id)) {
        const [ax, ay] = CORNERS[edge];
        const [bx, by] = CORNERS[(edge + 1) % 6];
        edges.push(`M${short(here.x + ax)} ${short(here.y + ay)}L${short(here.x + bx)} ${short(here.y + by)}`);
      }
    });
  }
  const tiles = shown.map((one) => ({ id: one.id, county: one.county, ...position(one) }));
  const middle = crossings[Math.floor(crossings.length / 2)];
  return {
    tiles,
    outlines: edges.join(''),
    tie: middle ? `M${short(middle.from.x)} ${short(middle.from.y)}L${short(middle.to.x)} ${short(middle.to.y)}` : '',
    box: box(tiles),
  };
}

/** @param {Tile[]} tiles */
function box(tiles) {
  const left = Math.min(...tiles.map((one) => one.x)) - 0.6;
  const top = Math.min(...tiles.map((one) => one.y)) - 0.7;
  const right = Math.max(...tiles.map((one) => one.x)) + 0.6;
  const bottom = Math.max(...tiles.map((one) => one.y)) + 0.7;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The nearest tile in a direction, or null.
 * @param {Tile[]} tiles @param {Tile} from @param {number} dx @param {number} dy
 */
function towards(tiles, from, dx, dy) {
  let best = null;
  let least = Infinity;
  for (const tile of tiles) {
    const along = (tile.x - from.x) * dx + (tile.y - from.y) * dy;
    const across = Math.abs((tile.x - from.x) * dy - (tile.y - from.y) * dx);
    if (along < 0.3 || across > along * 1.8) continue;
    const distance = along + across * 1.2;
    if (distance < least) {
      least = distance;
      best = tile;
    }
  }
  return best;
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
    /** @type {Layout | null} */
    this.shapes = null;
    this.focused = '';
    this.selected = '';
    this.typed = '';
    this.typedAt = 0;
    new ResizeObserver(() => this.resized()).observe(host);
  }

  /**
   * Draws the tiles of a dataset, as yet without numbers.
   * @param {Dataset} dataset @param {Layout | null} [shapes] instead of hexagons
   */
  draw(dataset, shapes = null) {
    this.dataset = dataset;
    this.shapes = shapes;
    this.wide = this.host.clientWidth >= 430;
    this.layout = shapes || layout(dataset.municipalities, dataset.counties, this.wide);
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

  /** @param {Tile} tile */
  tile(tile) {
    const look = { fill: surface(), stroke: dark.matches ? '#4a4e54' : '#c4c4c4', 'stroke-width': 0.035 };
    const shape = tile.path ? svg('path', { d: tile.path, 'fill-rule': 'evenodd', ...look }) : svg('polygon', { points: hexagon(0.985), ...look });
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
      this.draw(this.dataset, this.shapes);
      if (this.picture) this.paint(this.picture, true);
      return;
    }
    const { box } = this.layout;
    const seen = this.root.getBoundingClientRect();
    const pixels = Math.min(seen.width / box.width, seen.height / box.height);
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
      const label = shown && !part.tile.small ? shown.text : '';
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
