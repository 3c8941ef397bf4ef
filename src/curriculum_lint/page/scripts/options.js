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
  part("options").hidePopover();
  part("note").scrollIntoView({ block: "center" });
}

function startReset() {
  const dialog = part("reset-dialog");
  part("reset").addEventListener("click", () => {
    part("options").hidePopover();
    part("reset-words").textContent = done.size
      ? `What you have ticked (${counted(done.size, "task")}) is lost, unless you have it in a file.`
      : "There is nothing to forget yet.";
    dialog.showModal();
  });
  part("reset-no").addEventListener("click", () => dialog.close());
  part("reset-yes").addEventListener("click", () => {
    forgetProgress();
    dialog.close();
  });
}

function startPrint() {
  part("print").addEventListener("click", () => {
    part("options").hidePopover();
    print();
  });
}

function startOptions() {
  startTheme();
  startReset();
  startPrint();
  part("export").addEventListener("click", saveAsFile);
  part("import").addEventListener("click", () => part("import-file").click());
  part("import-file").addEventListener("change", addFromFile);
}
