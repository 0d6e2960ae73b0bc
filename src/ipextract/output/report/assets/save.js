// Tables leave the page as CSV files and through the clipboard.

const NUMBER = /^[+\-−]?[\d.,]+\s?[%‰]?[\p{Script=Han}]*$/u;

// Spreadsheets take a cell for a formula that begins so; what a document says must not run there either.
function guarded(text) {
  return /^[=@＝＠\t\r]/.test(text) || (/^[+\-＋－]/.test(text) && !NUMBER.test(text)) ? `'${text}` : text;
}

function csvCell(value) {
  if (value === null || value === undefined) return "";
  const text = guarded(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

// The mark at the beginning tells spreadsheets that it is UTF-8.
function csv(head, rows) {
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

// A file is called by its document, but only with letters that every system takes and none that turn a name around.
function fileName(source, suffix) {
  const stem = source.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}_-]+/gu, "_");
  return [...stem].slice(0, 60).join("") + suffix;
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Cells parted by tabs, as spreadsheets take them from the clipboard.
async function copy(head, rows) {
  const text = [head, ...rows].map((row) => row.map((cell) => guarded(String(cell ?? "").replace(/\s+/g, " "))).join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function announce(text) {
  byId("announcement").textContent = text;
}
