// What the reader wants to see: kinds, a section, a part of the indicator's name. Nothing chosen is everything.

class Filter {
  constructor(changed) {
    this.kinds = new Set();
    this.changed = changed;
    byId("kinds").addEventListener("click", (event) => {
      const chip = event.target.closest("[data-kind]");
      if (chip === null) return;
      const on = chip.getAttribute("aria-pressed") !== "true";
      chip.setAttribute("aria-pressed", String(on));
      if (on) this.kinds.add(chip.dataset.kind);
      else this.kinds.delete(chip.dataset.kind);
      changed();
    });
    byId("section").addEventListener("change", () => changed("section"));
    byId("indicator").addEventListener("input", () => changed());
    byId("reset").addEventListener("click", () => {
      this.clear();
      changed();
    });
  }

  // The choices that a document offers.
  offer(claims) {
    const count = (kind) => claims.filter((claim) => claim.kind === kind).length;
    byId("kinds").replaceChildren(
      ...Object.keys(KINDS).map((kind) =>
        make("button", { type: "button", class: `chip kind-${kind}`, "data-kind": kind, "aria-pressed": "false", disabled: count(kind) === 0 },
          make("span", { class: "sample" }, KINDS[kind]), make("span", { class: "number" }, String(count(kind)))),
      ),
    );
    const options = (names) => names.map((name) => make("option", { value: name }, name));
    byId("section").replaceChildren(make("option", { value: "" }, "全部章节"), ...options(distinct(claims, "section")));
    byId("indicators").replaceChildren(...distinct(claims, "indicator").map((name) => make("option", { value: name })));
    this.clear();
  }

  clear() {
    this.kinds.clear();
    for (const chip of byId("kinds").children) chip.setAttribute("aria-pressed", "false");
    byId("section").value = "";
    byId("indicator").value = "";
  }

  // A test of claims, made once for all of them.
  test() {
    const section = byId("section").value;
    const words = byId("indicator").value.trim().toLowerCase();
    return (claim) =>
      (this.kinds.size === 0 || this.kinds.has(claim.kind)) &&
      (section === "" || claim.section === section) &&
      (words === "" || claim.indicator.toLowerCase().includes(words));
  }

  chosen() {
    return this.kinds.size + (byId("section").value !== "") + (byId("indicator").value.trim() !== "");
  }
}

function distinct(claims, column) {
  return [...new Set(claims.map((claim) => claim[column]).filter((value) => value !== null))];
}
