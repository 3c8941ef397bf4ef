// The outlines of boxes: how large they are around a text, what they look like, and what is inside.

const AROUND_TEXT = { x: 16, y: 11 };
const SLANT = 14;
const CAP = 8;

const AROUND_DIAMOND = { width: 0.62, height: 0.38 };

/** How much room a shape takes with a text of that size in it. */
function outerSize(shape, text) {
  const width = Math.max(text.width, 14) + 2 * AROUND_TEXT.x;
  const height = Math.max(text.height, LINE_HEIGHT) + 2 * AROUND_TEXT.y;
  const across = Math.hypot(text.width, text.height) + 20;
  const sizes = {
    diamond: { width: text.width / AROUND_DIAMOND.width + 16, height: text.height / AROUND_DIAMOND.height + 16 },
    circle: { width: across, height: across },
    "double-circle": { width: across + 10, height: across + 10 },
    cylinder: { width, height: height + 2 * CAP },
    start: { width: 16, height: 16 },
    end: { width: 20, height: 20 },
    bar: { width: 70, height: 7 },
  };
  const isSlanted = /lean|trapezoid|hexagon|flag|subroutine/.test(shape);
  return sizes[shape] ?? { width: width + (isSlanted ? SLANT : 0), height };
}

/** Whether a place, seen from the middle, is within a shape. */
function isWithin(shape, { width, height }, x, y) {
  const [across, down] = [Math.abs(x) / (width / 2), Math.abs(y) / (height / 2)];
  if (shape === "diamond") return across + down <= 1;
  if (/circle|start|end/.test(shape)) return across * across + down * down <= 1;
  return across <= 1 && down <= 1;
}

/** The outline around the middle. */
function outline(shape, { width, height }) {
  const [x, y] = [width / 2, height / 2];
  if (shape === "double-circle") return [ellipse(x, y), ellipse(x - 5, y - 5)];
  if (shape === "end") return [ellipse(x, y), svgElement("circle", { r: x - 4, class: "solid" })];
  if (shape === "start") return [svgElement("circle", { r: x, class: "solid" })];
  if (shape === "circle") return [ellipse(x, y)];
  if (shape === "bar") return [svgElement("rect", { x: -x, y: -y, width, height, class: "solid" })];
  const corners = { round: 9, stadium: y, box: 3 };
  if (shape in corners) return [svgElement("rect", { x: -x, y: -y, width, height, rx: corners[shape] })];
  return [svgElement("path", { d: outlinePath(shape, x, y) })];
}

function ellipse(rx, ry) {
  return svgElement("ellipse", { rx, ry });
}

function outlinePath(shape, x, y) {
  const inner = x - SLANT;
  const box = `M${-x} ${-y}H${x}V${y}H${-x}Z`;
  const paths = {
    diamond: `M0 ${-y}L${x} 0L0 ${y}L${-x} 0Z`,
    hexagon: `M${-inner} ${-y}H${inner}L${x} 0L${inner} ${y}H${-inner}L${-x} 0Z`,
    "lean-right": `M${-inner} ${-y}H${x}L${inner} ${y}H${-x}Z`,
    "lean-left": `M${-x} ${-y}H${inner}L${x} ${y}H${-inner}Z`,
    trapezoid: `M${-inner} ${-y}H${inner}L${x} ${y}H${-x}Z`,
    "inverted-trapezoid": `M${-x} ${-y}H${x}L${inner} ${y}H${-inner}Z`,
    flag: `M${-x} ${-y}H${x}V${y}H${-x}L${-inner} 0Z`,
    subroutine: `${box}M${-x + 7} ${-y}V${y}M${x - 7} ${-y}V${y}`,
    note: `M${-x} ${-y}H${x - 10}L${x} ${-y + 10}V${y}H${-x}ZM${x - 10} ${-y}V${-y + 10}H${x}`,
    cylinder:
      `M${-x} ${-y + CAP}A${x} ${CAP} 0 0 1 ${x} ${-y + CAP}V${y - CAP}A${x} ${CAP} 0 0 1 ${-x} ${y - CAP}Z` +
      `M${-x} ${-y + CAP}A${x} ${CAP} 0 0 0 ${x} ${-y + CAP}`,
  };
  return paths[shape] ?? box;
}
