const COSTS = new Map([['POST /labels', 5]]);

export const HIGHEST_COST = Math.max(1, ...COSTS.values());

// Express takes /LABELS and /labels/ for the same route, and so does this table.
const pathOf = (req) => req.path.toLowerCase().replace(/(?<=.)\/$/, '');

export const costOf = (req) => COSTS.get(`${req.method} ${pathOf(req)}`) ?? 1;
