// Diagrams in texts: drawn when they are first seen, from the data beside their text.

const DIAGRAM_TEXT = `14px ${family("--sans")}`;
const LINE_HEIGHT = 18;
const WIDEST_LINE = 190;

function drawDiagrams(view) {
  for (const figure of view.querySelectorAll("figure[data-diagram]:not(.diagram)")) drawDiagram(figure);
}

function drawDiagram(figure) {
  const data = JSON.parse(figure.dataset.diagram);
  const room = figure.clientWidth - 2 * LINE_HEIGHT;
  const picture = data.kind === "flow" ? flowPicture(data, room) : sequencePicture(data);
  const scale = Math.min(1, Math.max(room / picture.width, SMALLEST));
  const { left, top, width, height } = picture;
  const drawn = svgElement("svg", {
    viewBox: `${left} ${top} ${width} ${height}`,
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
    role: "img",
    "aria-label": figure.dataset.words || "Diagram",
  });
  drawn.append(...picture.parts);
  const frame = element("div", { class: "diagram-frame" }, drawn);
  const text = element("div", { class: "code" }, figure.querySelector("pre"));
  const source = element("details", { class: "diagram-source" }, element("summary", {}, "The diagram as text"), text);
  figure.className = "diagram";
  figure.replaceChildren(frame, source);
}

/** The lines of a label, none of them wider than can be read at a glance. */
function labelLines(text, widest = WIDEST_LINE) {
  if (!text) return [];
  return text.split("\n").flatMap((line) => brokenLine(line, widest));
}

function brokenLine(line, widest) {
  const lines = [""];
  for (const word of line.split(/(?<=[\s\-/_.,])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u)) {
    const longer = lines.at(-1) + word;
    if (!lines.at(-1) || widthOf(longer.trimEnd(), DIAGRAM_TEXT) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((each) => each.trim());
}

function sizeOf(lines) {
  const widths = lines.map((line) => widthOf(line, DIAGRAM_TEXT));
  return { width: Math.max(0, ...widths), height: lines.length * LINE_HEIGHT };
}

/** Lines of text around a place. */
function labelAt(x, y, lines, kind = "") {
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + 5;
  const rows = lines.map((line, place) => svgElement("tspan", { x, y: first + place * LINE_HEIGHT }, line));
  return svgElement("text", { class: `words ${kind}`.trim() }, ...rows);
}

/** Text on a line, with what makes it readable there. */
function labelOn(x, y, lines) {
  const { width, height } = sizeOf(lines);
  const behind = { x: x - width / 2 - 4, y: y - height / 2, width: width + 8, height, class: "behind", rx: 3 };
  return [svgElement("rect", behind), labelAt(x, y, lines)];
}

/** The end of a line at a place, as it comes from another. */
function lineHead(kind, from, to) {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const transform = `translate(${to.x} ${to.y}) rotate(${angle})`;
  const paths = { arrow: "M-9-5L0 0L-9 5Z", open: "M-9-5L0 0L-9 5", cross: "M-9-4L-1 4M-9 4L-1-4", circle: "M-8 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0Z" };
  return kind in paths ? [svgElement("path", { d: paths[kind], transform, class: `tip ${kind}` })] : [];
}

onView(drawDiagrams);
