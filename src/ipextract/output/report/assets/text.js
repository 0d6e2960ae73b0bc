// The document's text with its numerals marked.

const TAGS = { title: "h2", heading: "h3" };

// Lines that a layout broke run on: between Chinese characters a line end is nothing, between two words a blank.
function flowing(text) {
  return text.replace(/([A-Za-z])\n(?=[A-Za-z])/g, "$1 ").replace(/\n/g, "");
}

class TextView {
  constructor(container, open) {
    this.container = container;
    this.roving = rove(container, ".numeral:not(.dim)", { back: "ArrowLeft", forth: "ArrowRight" });
    const opened = (event) => {
      const mark = event.target.closest("[data-numeral]");
      if (mark === null) return;
      event.preventDefault();
      open(this.doc.numerals[Number(mark.dataset.numeral)]);
    };
    container.addEventListener("click", opened);
    container.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") opened(event);
    });
  }

  show(doc) {
    this.doc = doc;
    this.marks = doc.numerals.map(() => []);
    const blocks = doc.blocks.map((block) => this.block(block));
    this.container.replaceChildren(...(blocks.length ? blocks : [make("p", { class: "empty" }, "这份记录没有附正文。数字见“数据表”。")]));
    this.roving.settle();
  }

  block([kind, start, end, level, rows]) {
    if (rows) return this.table(rows);
    if (kind === "paragraph") return this.fill(make("p", { class: kind }), start, end, flowing);
    const tag = kind === "heading" && level > 2 ? "h4" : TAGS[kind] || "p";
    return this.fill(make(tag, { class: kind }), start, end);
  }

  // The rows above the first one with a claim are headings.
  table(rows) {
    const stated = (row) => row.some(([start, end]) => this.within(start, end).some((numeral) => numeral.role === "claim"));
    const first = Math.max(0, rows.findIndex(stated));
    const line = (row, tag) => make("tr", null, ...row.map(([start, end]) => this.fill(make(tag, { class: this.doc.text.slice(start, end).length > 12 ? "long" : null }), start, end)));
    return make("div", { class: "scroll" },
      make("table", { class: "printed" }, make("thead", null, ...rows.slice(0, first).map((row) => line(row, "th"))), make("tbody", null, ...rows.slice(first).map((row) => line(row, "td")))),
    );
  }

  // The numerals that lie in a stretch of the text, or reach into it.
  within(start, end) {
    const { numerals } = this.doc;
    let low = 0;
    for (let high = numerals.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (numerals[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    let stop = low;
    while (stop < numerals.length && numerals[stop].start < end) stop += 1;
    return numerals.slice(low, stop);
  }

  fill(element, start, end, laid = (text) => text) {
    const { text } = this.doc;
    let place = start;
    for (const numeral of this.within(start, end)) {
      const from = Math.max(start, numeral.start);
      const to = Math.min(end, numeral.end);
      if (from > place) element.append(laid(text.slice(place, from)));
      element.append(this.mark(numeral, laid(text.slice(from, to))));
      place = to;
    }
    if (end > place) element.append(laid(text.slice(place, end)));
    return element;
  }

  mark(numeral, text) {
    const [claim] = numeral.claims;
    const classes = ["numeral", claim ? `kind-${claim.kind}` : `role-${numeral.role}`];
    if (claim && claim.status === "target") classes.push("target");
    if (numeral.claims.some(failed)) classes.push("failed");
    const parts = this.marks[numeral.index];
    const mark = make("span", { class: classes.join(" "), "data-numeral": numeral.index, title: this.hint(numeral) }, text);
    // A number that a page break cuts in two is reached once.
    if (parts.length === 0) filled(mark, { role: "button", tabindex: "-1", "aria-label": `${text}，${this.hint(numeral)}` }, []);
    parts.push(mark);
    return mark;
  }

  hint(numeral) {
    const [claim] = numeral.claims;
    if (!claim) return ROLES[numeral.role];
    return [claim.indicator, KINDS[claim.kind], dates(claim.period_start, claim.period_end), claim.region_name, claim.status === "target" ? "目标" : null, failed(claim) ? "核对不符" : null]
      .filter((part) => part)
      .join(" · ");
  }

  filter(passes, active) {
    this.doc.numerals.forEach((numeral, index) => {
      const dim = active && !numeral.claims.some(passes);
      for (const mark of this.marks[index]) mark.classList.toggle("dim", dim);
    });
    this.roving.settle();
  }

  // Marks the number that is open, its whole, its parts, and what it is checked against.
  highlight(numeral, related) {
    for (const mark of this.container.querySelectorAll(".current, .related")) {
      mark.classList.remove("current", "related");
      mark.removeAttribute("aria-current");
    }
    for (const other of related) for (const mark of this.marks[other.index]) mark.classList.add("related");
    for (const mark of numeral ? this.marks[numeral.index] : []) {
      mark.classList.remove("related");
      mark.classList.add("current");
      mark.setAttribute("aria-current", "true");
    }
  }

  reveal(numeral) {
    const [mark] = this.marks[numeral.index];
    if (mark) mark.scrollIntoView({ block: "center", inline: "nearest" });
  }

  focus(numeral) {
    const [mark] = this.marks[numeral.index];
    if (mark) mark.focus({ preventScroll: true });
  }
}
