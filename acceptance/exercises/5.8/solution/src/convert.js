const MILLIMETERS = new Map([['mm', 1], ['cm', 10], ['m', 1000], ['in', 25.4]]);

export const UNITS = [...MILLIMETERS.keys()];

export const isUnit = (text) => MILLIMETERS.has(text);

export function convert(value, from, to) {
  const result = (value * MILLIMETERS.get(from)) / MILLIMETERS.get(to);
  return Math.round(result * 100) / 100;
}
