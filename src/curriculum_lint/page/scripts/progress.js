// What the learner has done: a set of tasks, each an exercise, one of its criteria, or a unit without
// exercises. Keys of tasks that are no longer in the curriculum stay: they may come back.

const VERSION = 1;
const LONGEST_FILE = 5_000_000;
const KINDS = { exercises: "exercise/", units: "unit/", criteria: "criterion/" };

const done = new Set();
const listeners = [];

function onProgress(listener) {
  listeners.push(listener);
}

function loadProgress() {
  done.clear();
  try {
    for (const task of tasksIn(JSON.parse(kept(PROGRESS) ?? "null"))) done.add(task);
  } catch {
    // What is kept is no progress: it is written anew with the next task.
  }
  listeners.forEach((listener) => listener());
}

function setDone(task, isDone) {
  if (isDone) done.add(task);
  else done.delete(task);
  if (isDone) completeExercise(task);
  saveProgress();
}

/** An exercise is done when all of its criteria hold. */
function completeExercise(task) {
  const key = exerciseKeyOf(task);
  if (key && of(criteriaOf, key).every((each) => done.has(each))) done.add(`exercise/${key}`);
}

function forgetProgress() {
  done.clear();
  saveProgress();
}

/** Adds the tasks of a file; how many were new. Throws an Error that says what is wrong with it. */
async function addProgress(file) {
  if (file.size > LONGEST_FILE) throw new Error("It is too long for a file with progress.");
  let data;
  try {
    data = JSON.parse(await file.text());
  } catch {
    throw new Error("It is not JSON.");
  }
  const before = done.size;
  for (const task of tasksIn(data)) done.add(task);
  saveProgress();
  return done.size - before;
}

function progressFile() {
  const data = { version: VERSION, curriculum: curriculum.title };
  for (const [field, start] of Object.entries(KINDS)) {
    const tasks = [...done].filter((task) => task.startsWith(start));
    data[field] = tasks.map((task) => task.slice(start.length)).sort();
  }
  return `${JSON.stringify(data, null, 2)}\n`;
}

function saveProgress() {
  if (!keep(PROGRESS, done.size ? progressFile() : null)) {
    tell("Your browser does not keep your progress: save it as a file before you leave.");
  }
  listeners.forEach((listener) => listener());
}

function tasksIn(data) {
  if (data === null) return [];
  if (data.version !== VERSION) throw new Error("It is not a file with progress.");
  return Object.entries(KINDS).flatMap(([field, start]) => {
    const keys = data[field] ?? [];
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === "string")) {
      throw new Error(`Its “${field}” is not a list of keys.`);
    }
    return keys.map((key) => start + key);
  });
}
