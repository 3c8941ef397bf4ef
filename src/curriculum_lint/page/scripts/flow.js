// Flowcharts and state diagrams: the library finds the places, the rest is drawn here.

const UPRIGHT = { LR: "TB", RL: "BT" };
const FRAME_MARGIN = 10;

/** The picture; one that leads sideways and has no room for that leads down. */
function flowPicture(data, room) {
  const flow = layFlow(data, data.direction);
  const upright = flow.width * SMALLEST > room && UPRIGHT[data.direction];
  if (!upright) return flow;
  const other = layFlow(data, upright);
  return other.width < flow.width ? other : flow;
}

function layFlow(data, direction) {
  const boxes = [...data.groups.map(groupBox), ...data.nodes.map(nodeBox)];
  boxes.forEach((box, place) => (box.place = place));
  const layout = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  layout.setGraph({ rankdir: direction, nodesep: 26, ranksep: 38, edgesep: 14 });
  layout.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes) layout.setNode(String(box.place), box.isGroup ? {} : { width: box.width, height: box.height });
  for (const box of boxes) if (box.parent >= 0) layout.setParent(String(box.place), String(box.parent));
  const edges = data.edges.map((edge) => flowEdge(edge, boxes));
  edges.forEach((edge, place) => layout.setEdge(String(edge.ends[0]), String(edge.ends[1]), edge.room, String(place)));
  dagre.layout(layout);
  for (const box of boxes) Object.assign(box, placeIn(layout, box));
  for (const box of boxes.filter((each) => each.isGroup).toReversed()) growFrame(box, boxes);
  edges.forEach((edge, place) => {
    const laid = layout.edge({ v: String(edge.ends[0]), w: String(edge.ends[1]), name: String(place) });
    edge.points = routed(edge, boxes, laid.points);
    edge.label = laid;
  });
  return pictureOf(boxes, edges);
}

function groupBox([text, parent]) {
  return { isGroup: true, parent, lines: labelLines(text, 2 * WIDEST_LINE), shape: "group" };
}

function nodeBox([text, shape, parent]) {
  const lines = labelLines(text);
  return { parent, lines, shape, ...outerSize(shape, sizeOf(lines)) };
}

function placeIn(layout, box) {
  const { x, y, width, height } = layout.node(String(box.place));
  return { x, y, width, height };
}

/** A frame goes around what is in it, with room for its title. */
function growFrame(frame, boxes) {
  const inside = boxes.filter((box) => box.parent === frame.place);
  const title = sizeOf(frame.lines);
  const left = Math.min(...inside.map((box) => box.x - box.width / 2)) - FRAME_MARGIN;
  const right = Math.max(...inside.map((box) => box.x + box.width / 2)) + FRAME_MARGIN;
  const top = Math.min(...inside.map((box) => box.y - box.height / 2)) - FRAME_MARGIN - title.height;
  const bottom = Math.max(...inside.map((box) => box.y + box.height / 2)) + FRAME_MARGIN;
  const width = Math.max(right - left, title.width + 2 * FRAME_MARGIN);
  Object.assign(frame, { x: (left + right) / 2, y: (top + bottom) / 2, width, height: bottom - top });
}

function pictureOf(boxes, edges) {
  const [frames, nodes] = [true, false].map((is) => boxes.filter((box) => Boolean(box.isGroup) === is));
  const rects = [...boxes, ...edges.filter((edge) => edge.lines.length).map(({ label }) => label)];
  const xs = [...rects.flatMap(({ x, width }) => [x - width / 2, x + width / 2]), ...edges.flatMap(({ points }) => points.map(({ x }) => x))];
  const ys = [...rects.flatMap(({ y, height }) => [y - height / 2, y + height / 2]), ...edges.flatMap(({ points }) => points.map(({ y }) => y))];
  const [left, top] = [Math.min(...xs) - 4, Math.min(...ys) - 4];
  const parts = [
    ...frames.map(drawFrame),
    ...edges.filter(({ line }) => line !== "unseen").map(drawEdge),
    ...frames.map(drawTitle),
    ...nodes.map(drawNode),
    ...edges.flatMap(({ lines, label }) => (lines.length ? labelOn(label.x, label.y, lines) : [])),
  ];
  return { parts, left, top, width: Math.max(...xs) + 4 - left, height: Math.max(...ys) + 4 - top };
}

function drawFrame({ x, y, width, height, lines }) {
  const rect = svgElement("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 6 });
  return svgElement("g", { class: "frame-of" }, rect);
}

/** Above the lines, which may lead through it. */
function drawTitle({ x, y, height, lines }) {
  return labelAt(x, y - height / 2 + 4 + sizeOf(lines).height / 2, lines, "frame-title");
}

function drawNode(box) {
  const parts = svgElement("g", { transform: `translate(${box.x} ${box.y})` }, ...outline(box.shape, box));
  parts.append(labelAt(0, box.shape === "cylinder" ? CAP / 2 : 0, box.lines));
  return svgElement("g", { class: `box ${box.shape}` }, parts);
}
