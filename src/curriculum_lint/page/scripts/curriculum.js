// The curriculum as data, and what follows from it.

const curriculum = globalThis.curriculumData ?? JSON.parse(part("data").textContent);
const units = curriculum.units;
const unitByKey = new Map(units.map((unit) => [unit.key, unit]));

units.forEach((unit, place) => {
  unit.place = place;
  unit.id = `unit/${unit.key}`;
  unit.name = unit.label ? `${unit.label} ${unit.title}` : unit.title;
  for (const exercise of unit.exercises) {
    exercise.task = `exercise/${exercise.key}`;
    exercise.name = `${exercise.number} ${exercise.title}`.trim();
  }
  unit.tasks = unit.exercises.map((exercise) => exercise.task);
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

/** The way from this file to the folder of the first one; empty where there is only one. */
const way = document.documentElement.dataset.way ?? "";

function unitAddress(unit) {
  return curriculum.folder ? `${way}${encoded(unit.id)}.html` : `#${encoded(unit.id)}`;
}

function headingAddress(unit, anchor) {
  const joint = curriculum.folder ? "#" : ":";
  return `${unitAddress(unit)}${joint}${encoded(anchor)}`;
}

function taskAddress(task) {
  const unit = unitOfTask.get(task);
  const exercise = unit.exercises[unit.tasks.indexOf(task)];
  return exercise?.anchor ? headingAddress(unit, exercise.anchor) : unitAddress(unit);
}

function encoded(text) {
  return encodeURIComponent(text).replaceAll("%2F", "/");
}
