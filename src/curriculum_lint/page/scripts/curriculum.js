// The curriculum as data, and what follows from it.

const curriculum = JSON.parse(byId("data").textContent);
const units = curriculum.units;
const unitByKey = new Map(units.map((unit) => [unit.key, unit]));

units.forEach((unit, place) => {
  unit.place = place;
  unit.id = `unit/${unit.key}`;
  unit.name = unit.label ? `${unit.label} ${unit.title}` : unit.title;
  unit.tasks = unit.exercises.map((exercise) => `exercise/${exercise.key}`);
  // What has no exercises is done as a whole.
  if (!unit.tasks.length) unit.tasks = [unit.id];
  unit.needed = new Map();
  unit.leadsTo = new Map();
});

// For each pair of units: the places of the concepts that lead from one to the other.
for (const unit of units) {
  for (const [place, concept] of unit.needs) {
    if (place === unit.place) continue;
    if (!unit.needed.has(place)) unit.needed.set(place, []);
    if (concept >= 0) unit.needed.get(place).push(concept);
    units[place].leadsTo.set(unit.place, unit.needed.get(place));
  }
}

const allTasks = units.flatMap((unit) => unit.tasks);
const unitOfTask = new Map(units.flatMap((unit) => unit.tasks.map((task) => [task, unit])));

function conceptId(unit, concept) {
  return `concept/${unit.key}/${concept.anchor}`;
}

function exerciseAddress(unit, exercise) {
  return unit.address ? `${unit.address}#${encodeURIComponent(exercise.anchor)}` : null;
}

/** The link to an element of this page. */
function linkTo(id) {
  return `#${encodeURIComponent(id).replaceAll("%2F", "/")}`;
}
