// A button that copies, at every block of code and every command; what is wide is moved by keys.

function addCopyButtons(view) {
  for (const figure of view.querySelectorAll(".code:not(.with-copy)")) {
    figure.classList.add("with-copy");
    figure.append(copyButton(() => copied(figure), "Copy this code"));
  }
  for (const command of view.querySelectorAll(".check:not(.with-copy)")) {
    command.classList.add("with-copy");
    const text = command.querySelector("code").textContent;
    command.append(copyButton(() => text, "Copy this command"));
  }
}

/** What is wider than its place can be reached, and then scrolled with the arrow keys. */
function letScroll(view) {
  for (const each of view.querySelectorAll(".code pre, .prose table, .diagram-frame")) {
    if (each.scrollWidth > each.clientWidth) each.setAttribute("tabindex", "0");
  }
}

function copied(figure) {
  return figure.querySelector("code").textContent.replace(/\n$/, "");
}

function copyButton(text, label) {
  const button = element("button", { type: "button", class: "copy", "aria-label": label }, "Copy");
  button.addEventListener("click", async () => {
    button.textContent = (await copy(text())) ? "Copied" : "Press Ctrl+C";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Where the browser gives no clipboard to a page from disk. */
function copyBySelection(text) {
  const box = element("textarea", { class: "unseen", "aria-hidden": "true" });
  box.value = text;
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  return isCopied;
}
