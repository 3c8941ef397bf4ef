document.documentElement.classList.add("ready");
startTasks();
startOptions();
startReading();
startMap();
startPreviews();
onView(addCopyButtons);
onView(letScroll);
startViews();
loadProgress();
startSearch();
if (!keep(`${PROGRESS}:test`, "1")) {
  tell("Your browser does not keep data for this page: save your progress as a file before you leave.");
}
keep(`${PROGRESS}:test`, null);
