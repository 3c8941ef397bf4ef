startTasks();
startOptions();
loadProgress();
startSearch();
startMap();
startPlaces();
if (!keep(`${PROGRESS}:test`, "1")) {
  tell("Your browser does not keep data for this page: save your progress as a file before you leave.");
}
keep(`${PROGRESS}:test`, null);
