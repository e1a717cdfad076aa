// Where the tiles stand: hexagons with a pointed top, odd rows shifted right.

/** @typedef {import('./types').Municipality} Municipality */
/** @typedef {{id: string, county: string, x: number, y: number}} Tile */
/** @typedef {{tiles: Tile[], outlines: string, tie: string, box: {x: number, y: number, width: number, height: number}}} Layout */

export const ROW = Math.sqrt(3) / 2;
const RADIUS = 1 / Math.sqrt(3);
const NORTH = ['Nordland', 'Troms', 'Finnmark'];
const WIDE = { x: -19, y: 10 * ROW };
const NARROW = { x: -16, y: 3 * ROW };

/** Corners from the top, clockwise. */
export const CORNERS = [
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
export const hexagon = (factor) =>
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
 * Cells for municipalities of which the dataset does not say where they stand: by their points the
 * nearest free cell, else in the order of counties and ids.
 * @param {Municipality[]} all
 */
function made(all) {
  /** @type {Map<string, {column: number, row: number}>} */
  const cells = new Map();
  const side = Math.max(1, Math.ceil(Math.sqrt(all.length * 1.15)));
  const placed = all.every((one) => one.longitude !== undefined && one.latitude !== undefined);
  if (!placed) {
    const order = all.slice().sort((a, b) => (a.county + a.id < b.county + b.id ? -1 : 1));
    order.forEach((one, i) => cells.set(one.id, { column: i % side, row: Math.floor(i / side) }));
    return cells;
  }
  const points = all.map((one) => {
    const latitude = (Number(one.latitude) * Math.PI) / 180;
    return { id: one.id, x: Number(one.longitude) * Math.cos(latitude), y: -Number(one.latitude) };
  });
  const left = Math.min(...points.map((one) => one.x));
  const top = Math.min(...points.map((one) => one.y));
  const width = Math.max(...points.map((one) => one.x)) - left || 1;
  const height = Math.max(...points.map((one) => one.y)) - top || 1;
  const scale = Math.sqrt((all.length * 1.6) / (width * height));
  const middle = { x: left + width / 2, y: top + height / 2 };
  points.sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y) || (a.id < b.id ? -1 : 1));
  const taken = new Set();
  for (const point of points) {
    const x = (point.x - left) * scale + 60;
    const y = (point.y - top) * scale + 60;
    const free = nearest(x, y, taken);
    taken.add(free.column + ' ' + free.row);
    cells.set(point.id, free);
  }
  return cells;
}

/** @param {number} x @param {number} y @param {Set<string>} taken */
function nearest(x, y, taken) {
  const row = Math.round(y / ROW);
  const column = Math.round(x - 0.5 * (((row % 2) + 2) % 2));
  let best = { column, row };
  let least = Infinity;
  for (let reach = 0; least === Infinity || reach * ROW < least + 1; reach++) {
    for (let r = row - reach; r <= row + reach; r++) {
      for (let c = column - reach; c <= column + reach; c++) {
        if (Math.max(Math.abs(r - row), Math.abs(c - column)) !== reach || r < 0 || c < 0) continue;
        const distance = Math.hypot(c + 0.5 * (r % 2) - x, r * ROW - y);
        if (distance < least && !taken.has(c + ' ' + r)) {
          least = distance;
          best = { column: c, row: r };
        }
      }
    }
  }
  return best;
}

/**
 * The whole map.
 * @param {Municipality[]} all
 * @param {Record<string, string>} counties names by id
 * @param {boolean} wide
 * @returns {Layout}
 */
export function layout(all, counties, wide) {
  const told = all.filter((one) => one.tile);
  const cells = told.length > 0 ? new Map(told.map((one) => [one.id, /** @type {any} */ (one.tile)])) : made(all);
  const shown = all.filter((one) => cells.has(one.id));
  const at = new Map(shown.map((one) => [cells.get(one.id).column + ' ' + cells.get(one.id).row, one]));
  const fold = wide ? WIDE : NARROW;
  const folds = told.length > 0 && NORTH.every((name) => Object.values(counties).includes(name));
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
export function towards(tiles, from, dx, dy) {
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
