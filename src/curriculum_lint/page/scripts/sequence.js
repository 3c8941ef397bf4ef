// Sequence diagrams: actors side by side, and what goes between them from top to bottom.

const ACTOR_GAP = 30;
const STEP_GAP = 14;
const OWN_LOOP = 34;
const BAR_WIDTH = 10;
const BLOCK_INSET = 12;
const TALL = 420;

function sequencePicture(data) {
  const actors = placeActors(data);
  const drawing = { actors, parts: [], y: actors[0].height + STEP_GAP, blocks: [], bars: [], number: 0, numbered: data.numbered };
  drawing.left = actors[0].x - actors[0].width / 2;
  drawing.right = actors.at(-1).x + actors.at(-1).width / 2;
  for (const step of data.steps) STEPS[step.kind](drawing, step);
  while (drawing.bars.length) STEPS.deactivate(drawing, { actors: [drawing.bars.at(-1).actor] });
  const bottom = drawing.y + STEP_GAP;
  const lines = actors.map(({ x, height }) => svgElement("path", { class: "life", d: `M${x} ${height}V${bottom}` }));
  const heads = actors.flatMap((actor) => [drawActor(actor, 0), ...(bottom > TALL ? [drawActor(actor, bottom)] : [])]);
  const height = bottom + (bottom > TALL ? actors[0].height : 0) + 4;
  const { left, right, parts } = drawing;
  return { parts: [...lines, ...parts, ...heads], left: left - 4, top: -4, width: right - left + 8, height: height + 4 };
}

/** Actors as far apart as what goes between them needs. */
function placeActors(data) {
  const actors = data.actors.map((text) => {
    const lines = labelLines(text, 0.8 * WIDEST_LINE);
    const { width, height } = sizeOf(lines);
    return { lines, width: Math.max(60, width + 24), height: height + 18, x: 0 };
  });
  const tallest = Math.max(...actors.map(({ height }) => height));
  actors.forEach((actor, place) => {
    const before = actors[place - 1];
    if (before) actor.x = before.x + Math.max((before.width + actor.width) / 2 + ACTOR_GAP, 0);
    actor.height = tallest;
    for (const step of data.steps) makeRoom(actors, place, step);
  });
  return actors;
}

/** Moves an actor so far that the texts fit that end at it. */
function makeRoom(actors, place, step) {
  const [low, high] = [Math.min(...step.actors), Math.max(...step.actors)];
  const width = sizeOf(stepLines(step)).width;
  const isOwn = low === high && step.kind === "message";
  if (isOwn && low + 1 === place) actors[place].x = Math.max(actors[place].x, actors[low].x + width + OWN_LOOP + ACTOR_GAP);
  if (high === place && low < high) actors[place].x = Math.max(actors[place].x, actors[low].x + width + ACTOR_GAP);
  const isBeside = step.kind === "note" && low === high && step.side !== "over";
  const next = step.side === "left" ? high === place && place > 0 && place - 1 : high + 1 === place && high;
  if (isBeside && next !== false) actors[place].x = Math.max(actors[place].x, actors[next].x + width + 2 * ACTOR_GAP);
}

function stepLines({ text, kind }) {
  return labelLines(text, kind === "message" ? 1.4 * WIDEST_LINE : WIDEST_LINE);
}

function drawActor({ x, width, height, lines }, y) {
  const rect = svgElement("rect", { x: x - width / 2, y, width, height, rx: 5 });
  return svgElement("g", { class: "box" }, rect, labelAt(x, y + height / 2, lines));
}

/** Remembers how far things go, for the picture and for the blocks around them. */
function reach(drawing, left, right) {
  for (const each of [drawing, ...drawing.blocks]) {
    each.left = Math.min(each.left, left);
    each.right = Math.max(each.right, right);
  }
}

function openBars(drawing, actor) {
  return drawing.bars.filter((bar) => bar.actor === actor).length;
}

const STEPS = {
  message(drawing, step) {
    const [from, to] = step.actors.map((place) => drawing.actors[place]);
    if (drawing.numbered) drawing.number += 1;
    const lines = stepLines({ ...step, text: drawing.numbered ? `${drawing.number}. ${step.text}` : step.text });
    const { width, height } = sizeOf(lines);
    const y = drawing.y + height + 6;
    const isOwn = from === to;
    const middle = isOwn ? from.x + OWN_LOOP / 2 + width / 2 + 4 : (from.x + to.x) / 2;
    const side = Math.sign(to.x - from.x);
    const edge = (actor, sign) => actor.x + (openBars(drawing, drawing.actors.indexOf(actor)) ? (sign * BAR_WIDTH) / 2 : 0);
    const [start, end] = isOwn ? [from.x, from.x] : [edge(from, side), edge(to, -side)];
    const below = isOwn ? y + STEP_GAP : y;
    const path = isOwn ? `M${start} ${y}h${OWN_LOOP}v${STEP_GAP}H${end + 2}` : `M${start} ${y}H${end}`;
    const group = svgElement("g", { class: `edge-of ${step.line}` }, svgElement("path", { class: "line", d: path }));
    group.append(...lineHead(step.head, { x: isOwn ? end + 9 : start, y: below }, { x: end, y: below }));
    if (step.side === "both") group.append(...lineHead(step.head, { x: end, y }, { x: start, y }));
    drawing.parts.push(group, labelAt(middle, drawing.y + height / 2, lines));
    reach(drawing, Math.min(from.x, to.x, middle - width / 2), Math.max(from.x, to.x, middle + width / 2));
    drawing.y = below + STEP_GAP;
  },
  note(drawing, step) {
    const lines = stepLines(step);
    const text = sizeOf(lines);
    const xs = step.actors.map((place) => drawing.actors[place].x);
    const width = Math.max(text.width + 20, Math.max(...xs) - Math.min(...xs) + 2 * BLOCK_INSET);
    const middles = { left: Math.min(...xs) - width / 2 - BLOCK_INSET, right: Math.max(...xs) + width / 2 + BLOCK_INSET };
    const x = middles[step.side] ?? (Math.min(...xs) + Math.max(...xs)) / 2;
    const size = { width, height: text.height + 14 };
    const y = drawing.y + size.height / 2;
    const shape = svgElement("g", { transform: `translate(${x} ${y})` }, ...outline("note", size));
    drawing.parts.push(svgElement("g", { class: "box note" }, shape, labelAt(x, y, lines)));
    reach(drawing, x - width / 2, x + width / 2);
    drawing.y += size.height + STEP_GAP;
  },
  begin(drawing, step) {
    drawing.blocks.push({ top: drawing.y, left: Infinity, right: -Infinity, titles: [], at: drawing.parts.length });
    STEPS.else(drawing, step);
  },
  else(drawing, step) {
    const block = drawing.blocks.at(-1);
    const lines = labelLines([step.word === "rect" ? "" : step.word, step.text].filter(Boolean).join(": "), 2 * WIDEST_LINE);
    block.titles.push({ y: drawing.y, lines });
    block.width = Math.max(block.width ?? 0, sizeOf(lines).width + 2 * BLOCK_INSET);
    drawing.y += sizeOf(lines).height + STEP_GAP;
  },
  finish(drawing) {
    const block = drawing.blocks.pop();
    const bottom = drawing.y;
    if (block.left > block.right) [block.left, block.right] = [drawing.left, drawing.right];
    const left = block.left - BLOCK_INSET;
    const width = Math.max(block.right - block.left + 2 * BLOCK_INSET, block.width);
    const rect = svgElement("rect", { x: left, y: block.top, width, height: bottom - block.top, rx: 4 });
    const rules = block.titles.slice(1).map(({ y }) => svgElement("path", { d: `M${left} ${y}h${width}` }));
    const titles = block.titles.map(({ y, lines }) => labelAt(left + 8, y + 4 + sizeOf(lines).height / 2, lines, "block-title"));
    drawing.parts.splice(block.at, 0, svgElement("g", { class: "block-of" }, rect, ...rules, ...titles));
    reach(drawing, left, left + width);
    drawing.y += STEP_GAP;
  },
  activate(drawing, step) {
    drawing.bars.push({ actor: step.actors[0], top: drawing.y - STEP_GAP, at: drawing.parts.length });
  },
  deactivate(drawing, step) {
    const place = drawing.bars.findLastIndex((bar) => bar.actor === step.actors[0]);
    if (place < 0) return;
    const [{ actor, top }] = drawing.bars.splice(place, 1);
    const x = drawing.actors[actor].x - BAR_WIDTH / 2 + (openBars(drawing, actor) * BAR_WIDTH) / 2;
    const height = Math.max(8, drawing.y - STEP_GAP - top);
    drawing.parts.unshift(svgElement("rect", { class: "bar-of", x, y: top, width: BAR_WIDTH, height }));
  },
};
