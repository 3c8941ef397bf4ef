// The map in words: what the picture's marks mean, and what the chosen one needs and leads to.

function keyWords() {
  const unseen = units.filter((unit) => !unit.needed.size && !unit.leadsTo.size).length;
  if (isLarge() && !chosenUnit) return "There are too many units for one picture: choose one.";
  const words = ["Dashed: optional."];
  if (chosenUnit) words.push("Thick outline: what it needs. Tinted: what it leads to.");
  if (chosenUnit && isLarge()) words.push("What is further away is not drawn.");
  if (unseen && !isLarge()) {
    const [needs, leads] = unseen === 1 ? ["needs", "leads"] : ["need", "lead"];
    words.push(`Not drawn: ${counted(unseen, "unit")} that ${needs} nothing and ${leads} nowhere.`);
  }
  return words.join(" ");
}

/** The same in words. */
function describe() {
  const words = part("map-words");
  part("map-status").textContent = "";
  if (!chosenUnit) return words.replaceChildren();
  const concept = chosenConcept === null ? null : chosenUnit.concepts[chosenConcept];
  const title = concept ? concept.title : chosenUnit.name;
  const heading = element("h2", { id: "page.map-chosen", tabindex: "-1", dir: "auto" }, title);
  const address = concept ? headingAddress(chosenUnit, concept.anchor) : unitAddress(chosenUnit);
  const link = element("a", { href: address }, concept ? "Read about it" : "Read it");
  const [needs, leads] = [sideUnits("needed"), sideUnits("leadsTo")].map((each) => each.length);
  part("map-status").textContent = `${title} needs ${counted(needs, "unit")} and leads to ${leads}.`;
  words.replaceChildren(
    heading,
    element("p", {}, ...(concept ? ["A concept of ", choice(chosenUnit), ". "] : []), link),
    element(
      "div",
      { class: "sides" },
      side(concept ? "Its unit needs" : "Needs", "needed"),
      side("Leads to", "leadsTo"),
    ),
  );
}

function side(title, direction) {
  const items = sideUnits(direction).map(([place, concepts]) =>
    sideItem(units[place], concepts, direction),
  );
  const list = items.length
    ? element("ul", {}, ...items)
    : element("p", {}, direction === "needed" ? "Nothing before it." : "Nothing after it.");
  return element("section", {}, element("h3", {}, title), list);
}

/** The places of the units on one side, with the concepts that matter between them. */
function sideUnits(direction) {
  return [...chosenUnit[direction]]
    .filter(([, concepts]) => direction === "needed" || isChosenAmong(concepts))
    .sort(([a], [b]) => a - b);
}

function isChosenAmong(concepts) {
  return chosenConcept === null || concepts.includes(chosenConcept);
}

function sideItem(unit, concepts, direction) {
  const teacher = direction === "needed" ? unit : chosenUnit;
  const shown = direction === "leadsTo" && chosenConcept !== null ? [] : concepts;
  const choices = shown.flatMap((place) => [", ", choice(teacher, place)]).slice(1);
  const joint = direction === "needed" ? ": " : " by ";
  return element("li", {}, choice(unit), ...(choices.length ? [joint, ...choices] : []));
}

function choice(unit, concept = null) {
  const title = concept === null ? unit.name : unit.concepts[concept].title;
  const button = element("button", { type: "button", class: "choice" }, isolated(title));
  button.addEventListener("click", () => {
    chooseOnMap(unit, concept);
    part("map-chosen").focus();
  });
  return button;
}
