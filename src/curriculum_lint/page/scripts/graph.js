// Graphs of what leads where: nodes {id, label, title, optional, kind} and edges {from, to}.

// Units on one side of the chosen one, where all of them are too many for one picture.
const MOST_NEAR = 24;
const MOST_STEPS = 2;

function unitNode(unit) {
  const { label, title, optional, place } = unit;
  return { id: `u${place}`, label, title, optional, unit, concept: null };
}

function conceptNode(unit, place) {
  const { title } = unit.concepts[place];
  const id = `u${unit.place}c${place}`;
  return { id, label: unit.label, title, optional: unit.optional, unit, concept: place };
}

/** Everything that is reached from a unit in one direction, without the unit itself. */
function reached(start, direction) {
  const found = new Set();
  const open = [start.place];
  while (open.length) {
    for (const place of units[open.pop()][direction].keys()) {
      if (place !== start.place && !found.has(place)) {
        found.add(place);
        open.push(place);
      }
    }
  }
  return found;
}

/** The units that need others or lead to others. */
function wholeGraph() {
  const places = units
    .filter((unit) => unit.needed.size || unit.leadsTo.size)
    .map((unit) => unit.place);
  return unitGraph(new Set(places));
}

/** A unit with what is one step away, and what is two if there is room for it. */
function nearGraph(unit) {
  return unitGraph(new Set([unit.place, ...nearest(unit, "needed"), ...nearest(unit, "leadsTo")]));
}

function nearest(unit, direction) {
  const near = new Set();
  let ring = [...unit[direction].keys()];
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    if (near.size && near.size + ring.length > MOST_NEAR) break;
    ring.slice(0, MOST_NEAR).forEach((place) => near.add(place));
    const next = ring.flatMap((place) => [...units[place][direction].keys()]);
    ring = [...new Set(next)].filter((place) => place !== unit.place && !near.has(place));
  }
  return near;
}

function unitGraph(places) {
  const nodes = [...places].sort((a, b) => a - b).map((place) => unitNode(units[place]));
  const edges = nodes.flatMap(({ unit }) =>
    [...unit.needed.keys()]
      .filter((place) => places.has(place))
      .map((place) => ({ from: `u${place}`, to: `u${unit.place}` })),
  );
  return { nodes, edges: reduced(edges) };
}

/** A concept: what its unit needs on one side, the units that need it on the other. */
function conceptGraph(unit, place) {
  const middle = conceptNode(unit, place);
  const before = [...unit.needed].flatMap(([other, concepts]) =>
    concepts.length
      ? concepts.map((concept) => conceptNode(units[other], concept))
      : [unitNode(units[other])],
  );
  const after = [...unit.leadsTo]
    .filter(([, concepts]) => concepts.includes(place))
    .map(([other]) => unitNode(units[other]));
  const edges = [
    ...before.map((node) => ({ from: node.id, to: middle.id })),
    ...after.map((node) => ({ from: middle.id, to: node.id })),
  ];
  // In a circle a unit may be on both sides; it is drawn once.
  const nodes = new Map([...before, middle, ...after].map((node) => [node.id, node]));
  return { nodes: [...nodes.values()], edges };
}

/** The edges without those that a longer way says as well; all of them if there is a circle. */
function reduced(edges) {
  const next = new Map();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const below = new Map();
  const open = new Set();
  let hasCircle = false;
  const visit = (node) => {
    if (below.has(node)) return below.get(node);
    if (open.has(node)) hasCircle = true;
    if (hasCircle) return new Set();
    open.add(node);
    const found = new Set();
    for (const child of next.get(node) ?? []) {
      found.add(child);
      for (const each of visit(child)) found.add(each);
    }
    open.delete(node);
    below.set(node, found);
    return found;
  };
  for (const node of next.keys()) visit(node);
  if (hasCircle) return edges;
  return edges.filter(
    ({ from, to }) => !next.get(from).some((other) => other !== to && visit(other).has(to)),
  );
}
