// The map: choosing a unit or a concept, in the picture, in the lists above or in the words below.

// In a picture with more than this nobody finds the way.
const MOST_UNITS = 48;
const MOST_EDGES = 80;

let chosenUnit = null;
let chosenConcept = null;
let drawnFor = null;
let isTooLarge = null;

function isLarge() {
  isTooLarge ??=
    units.filter((unit) => unit.needed.size || unit.leadsTo.size).length > MOST_UNITS ||
    wholeGraph().edges.length > MOST_EDGES;
  return isTooLarge;
}

function chooseOnMap(unit, concept = null) {
  chosenUnit = unit;
  chosenConcept = concept;
  part("map-unit").value = unit ? String(unit.place) : "";
  part("map-all").hidden = !unit || isLarge();
  listConcepts();
  redraw();
  describe();
}

function redraw() {
  draw();
  mark();
}

function listUnits() {
  const list = part("map-unit");
  list.append(element("option", { value: "" }, isLarge() ? "Choose one" : "All of them"));
  const groups = new Map();
  for (const unit of units) {
    if (!groups.has(unit.level)) {
      const label = unit.level === null ? curriculum.title : curriculum.levels[unit.level];
      groups.set(unit.level, element("optgroup", { label }));
    }
    groups.get(unit.level).append(element("option", { value: unit.place }, unit.name));
  }
  list.append(...groups.values());
}

function listConcepts() {
  const list = part("map-concept");
  const concepts = chosenUnit?.concepts ?? [];
  const first = chosenUnit ? "The whole unit" : "Choose a unit first";
  list.replaceChildren(
    element("option", { value: "" }, first),
    ...concepts.map(({ title }, place) => element("option", { value: place }, title)),
  );
  list.disabled = !concepts.length;
  list.value = chosenConcept === null ? "" : String(chosenConcept);
}

/** The graph to draw, and a name for it: the same graph is not drawn twice. */
function graphToDraw() {
  if (chosenConcept !== null) {
    const name = `concept ${chosenUnit.place} ${chosenConcept}`;
    return { name, graph: () => conceptGraph(chosenUnit, chosenConcept) };
  }
  if (!isLarge()) return { name: "all", graph: wholeGraph };
  if (chosenUnit) return { name: `unit ${chosenUnit.place}`, graph: () => nearGraph(chosenUnit) };
  return { name: "nothing", graph: () => ({ nodes: [], edges: [] }) };
}

function draw() {
  const frame = part("map-frame");
  const { name, graph } = graphToDraw();
  const wanted = `${name} ${frame.clientWidth}`;
  if (wanted === drawnFor) return;
  drawnFor = wanted;
  const { nodes, edges } = graph();
  frame.hidden = !nodes.length;
  if (!nodes.length) return;
  const choose = (node) => chooseOnMap(node.unit, node.concept);
  const style = getComputedStyle(frame);
  const room = frame.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  frame.replaceChildren(drawing({ nodes, edges }, room, choose));
  frame.querySelector(".node").setAttribute("tabindex", "0");
}

/** Brings the chosen node into the part of a large picture that is seen. */
function showChosen(frame) {
  const node = frame.querySelector(".chosen")?.getBoundingClientRect();
  if (!node) return;
  const room = frame.getBoundingClientRect();
  frame.scrollLeft += node.x + node.width / 2 - room.x - room.width / 2;
  frame.scrollTop += node.y + node.height / 2 - room.y - room.height / 2;
}

/** Shows what the chosen one needs and leads to. */
function mark() {
  const frame = part("map-frame");
  const isMarked = chosenUnit !== null;
  frame.classList.toggle("marked", isMarked);
  const before = isMarked ? reached(chosenUnit, "needed") : new Set();
  const after = isMarked ? reached(chosenUnit, "leadsTo") : new Set();
  const chosen = isMarked && nodeId(chosenUnit, chosenConcept);
  for (const node of frame.querySelectorAll(".node")) {
    const place = Number(/^u(\d+)/.exec(node.dataset.node)[1]);
    const isChosen = node.dataset.node === chosen;
    node.classList.toggle("chosen", isChosen);
    node.classList.toggle("before", !isChosen && before.has(place));
    node.classList.toggle("after", !isChosen && after.has(place));
    node.setAttribute("aria-pressed", String(isChosen));
  }
  markEdges(frame, chosen);
  showChosen(frame);
  part("map-key").textContent = keyWords();
}

function markEdges(frame, chosen) {
  const isOn = (id) =>
    chosenConcept !== null ||
    id === chosen ||
    frame.querySelector(`[data-node="${id}"]:is(.before, .after)`);
  for (const edge of frame.querySelectorAll(".edge")) {
    const { from, to } = edge.dataset;
    edge.classList.toggle("on", Boolean(chosen && isOn(from) && isOn(to)));
  }
}

function nodeId(unit, concept) {
  return concept === null ? `u${unit.place}` : `u${unit.place}c${concept}`;
}

/** The arrow keys go from node to node, so that the picture is one stop of the tabulator. */
function onMapKey(event) {
  const node = event.target.closest(".node");
  if (!node) return;
  const nodes = [...part("map-frame").querySelectorAll(".node")];
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = nodes[(nodes.indexOf(node) + step + nodes.length) % nodes.length];
    node.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  } else if (event.key === "Enter" || event.key === " ") {
    node.dispatchEvent(new MouseEvent("click"));
  } else return;
  event.preventDefault();
}

function startMap() {
  if (!mapView) return;
  listUnits();
  listConcepts();
  part("map-unit").addEventListener("change", (event) =>
    chooseOnMap(event.target.value ? units[event.target.value] : null),
  );
  part("map-concept").addEventListener("change", (event) =>
    chooseOnMap(chosenUnit, event.target.value ? Number(event.target.value) : null),
  );
  part("map-all").addEventListener("click", () => {
    chooseOnMap(null);
    part("map-unit").focus();
  });
  part("map-frame").addEventListener("keydown", onMapKey);
  // Not before it is seen: most visits begin with the path.
  onView((view) => view.id === "map" && redraw());
  addEventListener("beforeprint", () => drawnFor && redraw());
  addEventListener("resize", () => drawnFor && redraw());
}
