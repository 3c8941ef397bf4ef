// Colours, the file with progress, and printing.

function startTheme() {
  const chosen = document.documentElement.dataset.theme ?? "";
  for (const radio of document.querySelectorAll("input[name=theme]")) {
    radio.checked = radio.value === chosen;
    radio.addEventListener("change", () => setTheme(radio.value));
  }
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  keep(THEME, theme || null);
}

function saveAsFile() {
  const address = URL.createObjectURL(new Blob([progressFile()], { type: "application/json" }));
  const link = element("a", { href: address, download: "curriculum-progress.json" });
  link.click();
  URL.revokeObjectURL(address);
}

async function addFromFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    tell(`${counted(await addProgress(file), "task")} added to your progress.`);
  } catch (error) {
    tell(`“${file.name}” was not read. ${error.message}`);
  }
  event.target.value = "";
  byId("options").hidePopover();
  byId("note").scrollIntoView({ block: "center" });
}

function startReset() {
  const dialog = byId("reset-dialog");
  byId("reset").addEventListener("click", () => {
    byId("options").hidePopover();
    byId("reset-words").textContent = done.size
      ? `What you have ticked (${counted(done.size, "task")}) is lost, unless you have it in a file.`
      : "There is nothing to forget yet.";
    dialog.showModal();
  });
  byId("reset-no").addEventListener("click", () => dialog.close());
  byId("reset-yes").addEventListener("click", () => {
    forgetProgress();
    dialog.close();
  });
}

/** On paper, what is closed is open; where all of it would be a book, only what the reader opened. */
function startPrint() {
  const opened = [];
  addEventListener("beforeprint", () => {
    if (document.body.classList.contains("long")) return;
    for (const each of document.querySelectorAll("details.inside:not([open])")) {
      each.open = true;
      opened.push(each);
    }
  });
  addEventListener("afterprint", () => opened.splice(0).forEach((each) => (each.open = false)));
  byId("print").addEventListener("click", () => {
    byId("options").hidePopover();
    print();
  });
}

function startOptions() {
  startTheme();
  startReset();
  startPrint();
  byId("export").addEventListener("click", saveAsFile);
  byId("import").addEventListener("click", () => byId("import-file").click());
  byId("import-file").addEventListener("change", addFromFile);
}
