// A table that is sorted by its headings, filtered, copied and saved.
//
// A column has a `label`, a `text` of a row, which is shown unless it has a `node`, and a `key` to sort by where that
// is not the text: numbers sort as numbers, and what is absent comes last.

class Grid {
  constructor(container, { label, columns, rows, save, tools = [] }) {
    this.columns = columns;
    this.rows = rows;
    this.label = label;
    this.sorted = { place: null, down: false };
    this.lines = new Map(rows.map((row) => [row, this.line(row)]));
    this.order = rows;
    this.body = make("tbody", null, ...this.lines.values());
    this.heads = columns.map((column, place) =>
      make("th", { scope: "col", class: column.class, "data-label": column.label }, button(column.label, { class: "sort", "data-place": place })),
    );
    this.table = make("table", { class: "grid" }, make("caption", { class: "unseen" }, label), make("thead", null, make("tr", null, ...this.heads)), this.body);
    this.empty = make("p", { class: "empty", hidden: true }, "没有符合筛选的行。");
    const copying = button("复制", { class: "tool copy" });
    const saving = button("下载 CSV", { class: "tool save" });
    copying.addEventListener("click", () => this.copy(copying));
    saving.addEventListener("click", () => {
      const { name, head, line } = save;
      download(name, csv(head, this.shown().map(line)));
    });
    container.replaceChildren(make("div", { class: "tools" }, ...tools, copying, saving), make("div", { class: "scroll" }, this.table), this.empty);
    this.table.tHead.addEventListener("click", (event) => {
      const head = event.target.closest("[data-place]");
      if (head !== null) this.sort(Number(head.dataset.place));
    });
    this.roving = rove(this.body, ".open", { back: "ArrowUp", forth: "ArrowDown" });
    this.roving.settle();
  }

  line(row) {
    const cells = this.columns.map((column) => make("td", { class: column.class, "data-label": column.label }, column.node ? column.node(row) : column.text(row)));
    return make("tr", null, ...cells);
  }

  sort(place) {
    const { key, text } = this.columns[place];
    const down = this.sorted.place === place && !this.sorted.down;
    this.sorted = { place, down };
    const keyed = this.rows.map((row) => [(key || text)(row), row]);
    keyed.sort(([one], [two]) => compared(one, two, down));
    this.order = keyed.map(([, row]) => row);
    this.body.append(...this.order.map((row) => this.lines.get(row)));
    this.heads.forEach((head, index) => (index === place ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    announce(`按${this.columns[place].label}${down ? "降序" : "升序"}排列`);
  }

  filter(passes) {
    let count = 0;
    for (const [row, line] of this.lines) {
      const shown = passes(row);
      line.hidden = !shown;
      count += shown;
    }
    this.empty.hidden = count > 0;
    this.roving.settle();
  }

  shown() {
    return this.order.filter((row) => !this.lines.get(row).hidden);
  }

  async copy(copying) {
    const rows = this.shown();
    await copy(this.columns.map((column) => column.label), rows.map((row) => this.columns.map((column) => column.text(row))));
    announce(`已复制 ${rows.length} 行`);
    copying.textContent = "已复制";
    setTimeout(() => (copying.textContent = "复制"), 1500);
  }
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

function compared(one, two, down) {
  const none = (value) => value === null || value === "" || Number.isNaN(value);
  if (none(one) || none(two)) return none(one) - none(two);
  const order = typeof one === "number" && typeof two === "number" ? one - two : collator.compare(String(one), String(two));
  return down ? -order : order;
}
