// The checkboxes, and everywhere the page says how many are ticked.

function elementsBy(name) {
  return Map.groupBy(document.querySelectorAll(`[data-${name}]`), (each) => each.dataset[name]);
}

const boxes = [...document.querySelectorAll("[data-task]:is(input)")];
/** The tasks of the criteria that are on this page, by the keys of their exercises. */
const criteriaOf = Map.groupBy(boxes.map((box) => box.dataset.task), exerciseKeyOf);
const [doneWords, progressWords, stops, marks, entriesOfTask, tickedWords] = [
  "done",
  "progress",
  "stop",
  "mark",
  "entry",
  "ticked",
].map(elementsBy);

function showProgress() {
  for (const box of boxes) box.checked = done.has(box.dataset.task);
  units.forEach(showUnit);
  showTotal();
}

function showUnit(unit) {
  const ticked = unit.tasks.filter((task) => done.has(task)).length;
  const all = unit.tasks.length;
  const state = ticked === all ? "complete" : ticked ? "begun" : "";
  for (const each of [...of(stops, unit.key), ...of(marks, unit.key)]) {
    each.classList.toggle("complete", state === "complete");
    each.classList.toggle("begun", state === "begun");
    each.style.setProperty("--done", `${(100 * ticked) / all}%`);
  }
  const words = unit.exercises.length ? `${ticked} of ${counted(all, "exercise")} done` : "Done";
  for (const each of of(doneWords, unit.key)) each.textContent = ticked ? words : "";
  for (const each of of(progressWords, unit.key)) {
    each.textContent = unit.exercises.length || ticked ? words : "";
  }
  unit.exercises.forEach(showExercise);
}

function showExercise(exercise) {
  const isDone = done.has(exercise.task);
  for (const each of of(entriesOfTask, exercise.key)) each.classList.toggle("complete", isDone);
  const words = of(tickedWords, exercise.key);
  if (!words.length) return;
  const criteria = of(criteriaOf, exercise.key);
  const ticked = criteria.filter((each) => done.has(each)).length;
  for (const each of words) each.textContent = `${ticked} of ${counted(criteria.length, "criterion", "criteria")}`;
}

/** The key of the exercise that a criterion belongs to; nothing for another task. */
function exerciseKeyOf(task) {
  return task.startsWith(KINDS.criteria) ? task.slice(KINDS.criteria.length, task.lastIndexOf("#")) : null;
}

function of(found, key) {
  return found.get(key) ?? [];
}

function showTotal() {
  if (!part("progress")) return;
  const ticked = allTasks.filter((task) => done.has(task)).length;
  const nouns = new Set(units.map((unit) => (unit.exercises.length ? "exercises" : "units")));
  const [amount, whole] = [ticked, allTasks.length].map(figures.format);
  part("progress-words").textContent = `${amount} of ${whole} ${[...nouns].join(" and ")} done.`;
  part("progress").max = allTasks.length || 1;
  part("progress").value = ticked;
  showNext();
  showResume();
}

/** The first task that is not done; optional units are left out as long as there are others. */
function showNext() {
  const open = allTasks.filter((task) => !done.has(task));
  const task = open.find((each) => !unitOfTask.get(each).optional) ?? open[0];
  const next = part("next");
  next.hidden = !task;
  if (!task) return;
  // Who begins reads first; who has done something goes on with the next exercise.
  const isFirst = !done.size;
  next.href = isFirst ? unitAddress(unitOfTask.get(task)) : taskAddress(task);
  const name = isFirst ? unitOfTask.get(task).name : taskName(task);
  next.replaceChildren(isFirst ? "Begin with " : "Next: ", isolated(name));
}

/** Where the learner read last. */
function showResume() {
  const place = lastPlace();
  const resume = part("resume");
  resume.hidden = !place;
  if (!place) return;
  resume.href = place.anchor ? headingAddress(place.unit, place.anchor) : unitAddress(place.unit);
  resume.replaceChildren("Continue where you stopped: ", isolated(place.title));
}

function taskName(task) {
  const unit = unitOfTask.get(task);
  return unit.exercises[unit.tasks.indexOf(task)]?.name ?? unit.name;
}

function startTasks() {
  document.addEventListener("change", (event) => {
    const task = event.target.dataset?.task;
    if (task) setDone(task, event.target.checked);
  });
  addEventListener("storage", (event) => event.key === PROGRESS && loadProgress());
  onProgress(showProgress);
}
