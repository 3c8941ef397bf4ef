// Elements of the page. Texts are always set as text: nothing of a readme is read as HTML.

const SVG = "http://www.w3.org/2000/svg";

function byId(id) {
  return document.getElementById(id);
}

/** An element of the page itself: no element of a readme is called so. */
function part(name) {
  return byId(`page.${name}`);
}

/** A new element; children are elements or texts. */
function element(name, attributes = {}, ...children) {
  return furnished(document.createElement(name), attributes, children);
}

function svgElement(name, attributes = {}, ...children) {
  return furnished(document.createElementNS(SVG, name), attributes, children);
}

function furnished(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const figures = new Intl.NumberFormat("en");

/** "1 exercise", "2 exercises", "1,000 exercises". */
function counted(count, one, many = `${one}s`) {
  return `${figures.format(count)} ${count === 1 ? one : many}`;
}

/** A name in its own direction of writing. */
function isolated(text) {
  return element("bdi", {}, text);
}

/** Shows what went wrong, or what was done, where it is seen and read out. */
function tell(text) {
  const note = part("note");
  note.textContent = text;
  note.hidden = false;
}
