// A graph as a picture. The library finds the places; everything else is here.

const NODE = { width: 152, height: 60, gap: 14 };
const SMALL = { width: 46, height: 40, gap: 9 };
const MARGIN = 8;
// A picture that is a little too wide is made smaller; one that is much too wide says less.
const SMALLEST = 0.8;

// The sizes are those of the styles.
const family = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
const FONTS = { title: `12.5px ${family("--sans")}`, label: `600 15px ${family("--serif")}` };
const INSET = 11;
const MOST_LINES = 3;
// The library puts a rank for labels between two ranks of nodes.
const RANKS_APART = 2;
const ruler = document.createElement("canvas").getContext("2d");

/** The picture, with labels only where it would be wider than `room` pixels otherwise. */
function drawing(graph, room, choose) {
  let layout = laidOut(graph, NODE);
  const canShrink = graph.nodes.every((node) => node.label && node.concept === null);
  const isSmall = canShrink && layout.graph().width * SMALLEST > room;
  if (isSmall) layout = laidOut(graph, SMALL);
  const { width, height } = layout.graph();
  const scale = Math.min(1, Math.max(room / width, SMALLEST));
  const picture = svgElement("svg", {
    width: width * scale,
    height: height * scale,
    viewBox: `0 0 ${width} ${height}`,
    role: "group",
    "aria-label": "The map",
  });
  picture.append(...layout.edges().map((edge) => edgeOf(layout, edge)));
  const drawn = graph.nodes.map((node) => nodeOf(node, layout.node(node.id), isSmall, choose));
  picture.append(...drawn);
  return picture;
}

function laidOut(graph, size) {
  const layout = new dagre.graphlib.Graph();
  const { width, height, gap } = size;
  layout.setGraph({ nodesep: gap, ranksep: 40, marginx: MARGIN, marginy: MARGIN });
  layout.setDefaultEdgeLabel(() => ({}));
  // The library begins at the end.
  for (const { id } of graph.nodes.toReversed()) layout.setNode(id, { width, height });
  for (const { from, to } of graph.edges.toReversed()) layout.setEdge(from, to);
  dagre.layout(layout);
  return layout;
}

/** An arrow from the middle below one node to the middle above the other. */
function edgeOf(layout, { v, w }) {
  const group = svgElement("g", { class: "edge", "data-from": v, "data-to": w });
  const [from, to] = [layout.node(v), layout.node(w)];
  const start = { x: from.x, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y - to.height / 2 };
  // The first and last points of the library are anywhere on the border of a node; those between
  // are of use where other nodes are in the way.
  const isShort = to.rank - from.rank <= RANKS_APART;
  const between = isShort ? [] : layout.edge(v, w).points.slice(1, -1);
  const line = curve([start, ...between, { x: end.x, y: end.y - 5 }]);
  const head = `M${end.x - 4} ${end.y - 7}L${end.x} ${end.y}L${end.x + 4} ${end.y - 7}Z`;
  group.append(svgElement("path", { class: "line", d: line }));
  group.append(svgElement("path", { class: "head", d: head }));
  return group;
}

/** A line through the points that leaves and arrives upright. */
function curve([first, ...rest]) {
  let { x, y } = first;
  const parts = rest.map((point) => {
    const middle = (y + point.y) / 2;
    const part = `C${x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    ({ x, y } = point);
    return part;
  });
  return `M${first.x} ${first.y}${parts.join("")}`;
}

function nodeOf(node, { x, y, width, height }, isSmall, choose) {
  const name = node.label ? `${node.label} ${node.title}` : node.title;
  const group = svgElement("g", {
    class: ["node", node.optional && "optional", node.concept !== null && "concept"]
      .filter(Boolean)
      .join(" "),
    "data-node": node.id,
    role: "button",
    tabindex: "-1",
    "aria-label": node.optional ? `${name}, optional` : name,
    transform: `translate(${x - width / 2} ${y - height / 2})`,
  });
  group.append(svgElement("title", {}, name));
  group.append(svgElement("rect", { width, height, rx: isSmall ? height / 2 : 9 }));
  if (isSmall) group.append(textAt(width / 2, height / 2 + 5, node.label, "label middle"));
  else group.append(...nodeWords(node, height));
  group.addEventListener("click", () => choose(node));
  return group;
}

function nodeWords(node, height) {
  const start = node.label ? INSET + widthOf(node.label, FONTS.label) + 8 : INSET;
  const lines = wrapped(node.title, NODE.width - start - INSET);
  const first = height / 2 + 4.5 - (lines.length - 1) * 7.5;
  const words = lines.map((line, place) => textAt(start, first + place * 15, line, "title"));
  return node.label ? [textAt(INSET, height / 2 + 5, node.label, "label"), ...words] : words;
}

function textAt(x, y, text, kind) {
  return svgElement("text", { x, y, class: kind }, text);
}

/** At most three lines of `most` pixels. */
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(/(?<=[\s\-/])|(?=\p{Script=Han})/u)) {
    const longer = lines.at(-1) + word;
    if (!lines.at(-1) || widthOf(longer.trimEnd()) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length > MOST_LINES) lines.splice(MOST_LINES - 1, lines.length, `${lines[MOST_LINES - 1]}…`);
  return lines.map((line) => fitted(line.trim(), most));
}

/** `line`, with as much of its end left out as does not fit. */
function fitted(line, most) {
  if (widthOf(line) <= most) return line;
  let letters = [...line.slice(0, 60)];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`) > most) letters = letters.slice(0, -1);
  return `${letters.join("").trimEnd()}…`;
}

function widthOf(text, font = FONTS.title) {
  ruler.font = font;
  return ruler.measureText(text).width;
}
