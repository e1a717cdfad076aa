// The true boundaries of a dataset that knows them, as the shapes of the map.

import { json } from './service.js';

/** @typedef {import('./types').Dataset} Dataset */
/** @typedef {import('./map.js').Layout} Layout */

/** @type {{of: string, layout: Layout | null}} */
let made = { of: '', layout: null };

/** @param {Dataset} dataset @returns {Promise<Layout>} */
export async function shapes(dataset) {
  if (made.of === dataset.id && made.layout) return made.layout;
  const known = (await json(`v1/datasets/${encodeURIComponent(dataset.id)}/boundaries`)).features.map(ringsOf);
  const all = known.flatMap((/** @type {any} */ one) => one.rings.flat());
  const [left, right] = ends(all.map((/** @type {number[]} */ corner) => corner[0]));
  const [low, high] = ends(all.map((/** @type {number[]} */ corner) => corner[1]));
  // Equirectangular at the middle latitude; as large as a map of tiles of as many municipalities.
  const shrink = Math.cos((((low + high) / 2) * Math.PI) / 180);
  const scale = Math.sqrt((known.length * 2.5) / Math.max(1e-9, (right - left) * shrink * (high - low)));
  const place = (/** @type {number[]} */ corner) => ({ x: (corner[0] - left) * shrink * scale, y: (high - corner[1]) * scale });
  const tiles = known.map((/** @type {any} */ one) => {
    const rings = one.rings.map((/** @type {number[][]} */ ring) => ring.map(place));
    const middle = centre(rings);
    const path = rings.map((/** @type {any[]} */ ring) => 'M' + ring.map((at) => `${short(at.x - middle.x)} ${short(at.y - middle.y)}`).join('L') + 'Z').join('');
    const outer = rings.flat();
    const [west, east] = ends(outer.map((/** @type {any} */ at) => at.x));
    const [north, south] = ends(outer.map((/** @type {any} */ at) => at.y));
    // Digits need some room.
    const small = east - west < 0.7 || south - north < 0.5;
    return { id: one.id, county: dataset.byId.get(one.id)?.county || '', ...middle, path, small };
  });
  const box = { x: -0.5, y: -0.5, width: (right - left) * shrink * scale + 1, height: (high - low) * scale + 1 };
  made = { of: dataset.id, layout: { tiles, outlines: countyLines(known, dataset, place), tie: '', box } };
  return /** @type {Layout} */ (made.layout);
}

/**
 * The edges that municipalities of different counties share, corner by corner.
 * @param {{id: string, rings: number[][][]}[]} known @param {Dataset} dataset @param {(corner: number[]) => {x: number, y: number}} place
 */
function countyLines(known, dataset, place) {
  /** @type {Map<string, string>} */
  const first = new Map();
  /** @type {string[]} */
  const lines = [];
  const name = (/** @type {number[]} */ corner) => `${corner[0].toFixed(6)} ${corner[1].toFixed(6)}`;
  for (const { id, rings } of known) {
    const county = dataset.byId.get(id)?.county || '';
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const edge = [name(ring[i - 1]), name(ring[i])].sort().join();
        const other = first.get(edge);
        if (other === undefined) first.set(edge, county);
        else if (other !== county) {
          const [from, to] = [place(ring[i - 1]), place(ring[i])];
          lines.push(`M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`);
        }
      }
    }
  }
  return lines.join('');
}

/** The rings of a feature's polygons. @param {any} feature */
function ringsOf(feature) {
  const { type, coordinates } = feature.geometry;
  return { id: feature.id, rings: type === 'Polygon' ? coordinates : coordinates.flat() };
}

/** @param {number} value */
const short = (value) => Math.round(value * 1000) / 1000;

/** The least and the most. @param {number[]} values */
const ends = (values) => values.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity]);

/** The centroid of the largest ring, by the shoelace formula. @param {{x: number, y: number}[][]} rings */
function centre(rings) {
  let best = { x: rings[0][0].x, y: rings[0][0].y };
  let most = 0;
  for (const ring of rings) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 1; i < ring.length; i++) {
      const cross = ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
      area += cross;
      x += (ring[i - 1].x + ring[i].x) * cross;
      y += (ring[i - 1].y + ring[i].y) * cross;
    }
    if (Math.abs(area) > most) {
      most = Math.abs(area);
      best = { x: x / (3 * area), y: y / (3 * area) };
    }
  }
  return best;
}
