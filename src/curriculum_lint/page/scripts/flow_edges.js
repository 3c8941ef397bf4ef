// The lines between boxes: which way they take, and where they end.

const HALVINGS = 12;
const OWN_ROOM = 24;

/** What the library needs to know of an edge: it knows no edges to frames, so a box in them stands for
 * the frame. */
function flowEdge(edge, boxes) {
  const lines = labelLines(edge.text, 0.75 * WIDEST_LINE);
  const { width, height } = sizeOf(lines);
  const room = { minlen: edge.length, width: lines.length ? width + 12 : 0, height: lines.length ? height + 4 : 0, labelpos: "c" };
  const ends = [standsFor(edge.from, boxes, true), standsFor(edge.to, boxes, false)];
  return { ...edge, lines, room, ends };
}

function standsFor(place, boxes, isLast) {
  let found = place;
  while (boxes[found].isGroup) {
    const inside = boxes.filter((box) => box.parent === found);
    found = inside.at(isLast ? -1 : 0).place;
  }
  return found;
}

/** From border to border, along the points that the library found. */
function routed(edge, boxes, points) {
  const [from, to] = edge.ends.map((place) => boxes[place]);
  if (from === to) return ownLoop(from);
  const whole = [{ x: from.x, y: from.y }, ...points.slice(1, -1), { x: to.x, y: to.y }];
  return cutTo(cutTo(whole, boxes[edge.to]).toReversed(), boxes[edge.from]).toReversed();
}

/** A line that comes back to its box, beside it. */
function ownLoop({ x, y, width, height }) {
  const [border, beside] = [x + width / 2, x + width / 2 + OWN_ROOM];
  const [above, below] = [y - height / 5, y + height / 5];
  return [
    { x: border, y: above },
    { x: beside, y: above },
    { x: beside, y: below },
    { x: border, y: below },
  ];
}

/** The points up to where they come into a box; all of them if they begin in it. */
function cutTo(points, box) {
  const isIn = ({ x, y }) => isWithin(box.shape, box, x - box.x, y - box.y);
  const first = points.findIndex(isIn);
  if (first < 1) return points;
  let [out, into] = [points[first - 1], points[first]];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = { x: (out.x + into.x) / 2, y: (out.y + into.y) / 2 };
    if (isIn(middle)) into = middle;
    else out = middle;
  }
  return [...points.slice(0, first), out];
}

function drawEdge({ points, line, tail, head }) {
  const group = svgElement("g", { class: `edge-of ${line}` });
  group.append(svgElement("path", { class: "line", d: smooth(points) }));
  group.append(...lineHead(head, points.at(-2), points.at(-1)), ...lineHead(tail, points[1], points[0]));
  return group;
}

/** Round corners. */
function smooth(points) {
  const middle = (one, other) => `${(one.x + other.x) / 2} ${(one.y + other.y) / 2}`;
  const turns = points.slice(1, -1).map((point, place) => `Q${point.x} ${point.y} ${middle(point, points[place + 2])}`);
  const start = points.length > 2 ? `L${middle(points[0], points[1])}` : "";
  return `M${points[0].x} ${points[0].y}${start}${turns.join("")}L${points.at(-1).x} ${points.at(-1).y}`;
}
