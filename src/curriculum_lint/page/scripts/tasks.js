// The checkboxes, and everywhere the page says how many are ticked.

const doneWords = new Map(
  [...document.querySelectorAll("[data-done]")].map((each) => [each.dataset.done, each]),
);
const exerciseLists = new Map(
  [...document.querySelectorAll("[data-exercises]")].map((each) => [each.dataset.exercises, each]),
);
const unitEntries = new Map(units.map((unit) => [unit.key, byId(unit.id)]));

/** Writes the exercises of a unit that the page came without. */
function fillExercises(unit) {
  const list = exerciseLists.get(unit.key);
  if (!list || list.childElementCount) return;
  list.append(...unit.exercises.map((exercise) => exerciseItem(unit, exercise)));
}

function exerciseItem(unit, exercise) {
  const item = byId("exercise-template").content.firstElementChild.cloneNode(true);
  item.id = `exercise/${exercise.key}`;
  const box = item.querySelector("input");
  box.dataset.task = item.id;
  box.checked = done.has(item.id);
  for (const title of item.querySelectorAll(".title")) title.textContent = exercise.title;
  item.querySelector(".number").textContent = exercise.number;
  item.querySelector(".goal").textContent = exercise.goal;
  item.querySelector(".time").textContent = exercise.time;
  item.querySelector(".difficulty").textContent =
    exercise.difficulty && `difficulty ${exercise.difficulty}`;
  item.querySelector(".read").href = exerciseAddress(unit, exercise) ?? linkTo(unit.id);
  return item;
}

function showProgress() {
  for (const box of document.querySelectorAll("[data-task]")) {
    box.checked = done.has(box.dataset.task);
  }
  units.forEach(showUnit);
  showTotal();
}

function showUnit(unit) {
  const ticked = unit.tasks.filter((task) => done.has(task)).length;
  const entry = unitEntries.get(unit.key);
  entry.classList.toggle("complete", ticked === unit.tasks.length);
  entry.classList.toggle("begun", ticked > 0 && ticked < unit.tasks.length);
  entry.style.setProperty("--done", `${(100 * ticked) / unit.tasks.length}%`);
  const words = doneWords.get(unit.key);
  if (words) words.textContent = ticked ? `${ticked} of ${unit.tasks.length} done` : "";
}

function showTotal() {
  const ticked = allTasks.filter((task) => done.has(task)).length;
  const nouns = new Set(units.map((unit) => (unit.exercises.length ? "exercises" : "units")));
  const [part, whole] = [ticked, allTasks.length].map((count) => count.toLocaleString("en"));
  byId("progress-words").textContent = `${part} of ${whole} ${[...nouns].join(" and ")} done.`;
  byId("progress").max = allTasks.length || 1;
  byId("progress").value = ticked;
  showNext();
}

/** The first task that is not done; optional units are left out as long as there are others. */
function showNext() {
  const open = allTasks.filter((task) => !done.has(task));
  const task = open.find((each) => !unitOfTask.get(each).optional) ?? open[0];
  const next = byId("next");
  next.hidden = !task;
  if (!task) return;
  next.href = linkTo(task);
  next.replaceChildren(done.size ? "Go on with " : "Begin with ", isolated(taskName(task)));
}

function taskName(task) {
  const unit = unitOfTask.get(task);
  const exercise = unit.exercises[unit.tasks.indexOf(task)];
  return exercise ? `${exercise.number} ${exercise.title}`.trim() : unit.name;
}

function startTasks() {
  document.addEventListener("change", (event) => {
    const task = event.target.dataset?.task;
    if (task) setDone(task, event.target.checked);
  });
  // The events of <details> do not bubble.
  document.addEventListener(
    "toggle",
    (event) => {
      const key = event.target.dataset?.unit;
      if (key && event.target.open) fillExercises(unitByKey.get(key));
    },
    true,
  );
  addEventListener("storage", (event) => event.key === PROGRESS && loadProgress());
  onProgress(showProgress);
}
