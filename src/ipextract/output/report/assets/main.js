// The page: which document and view are shown, what is open, and the keys that work everywhere.

class Page {
  constructor(data) {
    this.data = data;
    this.docs = readDocuments(data);
    this.doc = null;
    this.opened = null;
    this.text = new TextView(byId("view-text"), (numeral) => this.open(numeral));
    this.filter = new Filter((what) => this.refilter(what));
    this.documentTabs();
    tabs(byId("views"), (tab) => this.view(tab.id.slice("tab-".length)));
    document.addEventListener("click", (event) => this.followed(event));
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("popstate", (event) => this.back(event.state));
    // A narrow screen begins with the text.
    if (window.matchMedia("(max-width: 48rem)").matches) byId("filters").open = false;
    this.view("text");
    const named = location.hash.slice(1);
    if (data.comparison) {
      this.comparison = new ComparisonView(byId("view-comparison"), byId("series"), data.comparison);
      this.compare();
    } else {
      this.show(0);
    }
    this.openNamed(named);
  }

  documentTabs() {
    const list = byId("documents");
    list.hidden = this.docs.length === 1 && !this.data.comparison;
    const tab = (key, name, source) => make("button", { type: "button", role: "tab", "data-tab": key, title: name, "aria-controls": key === "comparison" ? "comparison" : "document" }, make("span", { class: "name" }, name), source ? make("span", { class: "source" }, source) : null);
    list.replaceChildren(
      ...(this.data.comparison ? [tab("comparison", "多期对比", `${this.data.comparison.releases.length} 期`)] : []),
      ...this.docs.map((doc, number) => tab(number, doc.facts.title || doc.facts.source, doc.facts.source)),
    );
    tabs(list, (chosenTab) => (chosenTab.dataset.tab === "comparison" ? this.compare() : this.show(Number(chosenTab.dataset.tab))));
  }

  compare() {
    this.close();
    byId("document").hidden = true;
    byId("comparison").hidden = false;
    chosen(byId("documents"), byId("documents").querySelector('[data-tab="comparison"]'));
    const { releases, series } = this.comparison.read;
    byId("title").textContent = "多期对比";
    byId("facts").textContent = releases.map((release) => release.title || release.source).join("；");
    byId("tally").replaceChildren(make("span", null, `${releases.length} 期`), make("span", null, `${series.length} 个指标`));
    byId("about").hidden = true;
    this.doc = null;
    this.remember(null);
    this.comparison.grid.roving.settle();
  }

  show(number) {
    const doc = this.docs[number];
    if (doc === this.doc) return;
    this.doc = doc;
    byId("document").hidden = false;
    byId("comparison").hidden = true;
    chosen(byId("documents"), byId("documents").querySelector(`[data-tab="${number}"]`));
    byId("title").textContent = doc.facts.title || doc.facts.source;
    byId("facts").textContent = factsOf(doc.facts).join(" · ");
    this.about(doc.facts);
    this.text.show(doc);
    this.claims = claimGrid(byId("view-claims"), doc, this.data.columns);
    this.checks = checkGrid(byId("view-checks"), doc);
    this.filter.offer(doc.claims);
    this.tally();
    this.close();
    this.refilter();
  }

  about({ metadata, sha256 }) {
    const about = byId("about");
    const line = ([name, value]) => make("div", null, make("dt", null, name), make("dd", null, value));
    about.querySelector("dl").replaceChildren(...Object.entries({ ...metadata, "SHA-256": sha256 }).map(line));
    about.hidden = false;
  }

  // How much there is, and a way to each numeral that needs an eye.
  tally() {
    const { claims, numerals, checks, warnings } = this.doc;
    const unresolved = numerals.filter((numeral) => numeral.role === "unresolved");
    const failing = numerals.filter((numeral) => numeral.claims.some(failed));
    const walk = (label, stops, kind) => {
      if (stops.length === 0) return make("span", null, label);
      let next = 0;
      const walking = button(label, { class: `walk ${kind}`, title: "逐处查看" });
      walking.addEventListener("click", () => {
        this.view("text");
        this.open(stops[next++ % stops.length], { reveal: true });
      });
      return walking;
    };
    const wrong = checks.filter((check) => check.verdict === "disagrees").length;
    byId("tally").replaceChildren(
      make("span", null, `${claims.length} 条记录`), make("span", null, `${numerals.length} 个数字`),
      walk(`${unresolved.length} 个未解释`, unresolved, "unresolved"),
      make("span", null, `${checks.length} 项核对`), walk(`${wrong} 项不符`, failing, "failed"),
      ...warnings.map((warning) => make("span", { class: "warning" }, warning)),
    );
  }

  view(name) {
    const list = byId("views");
    chosen(list, byId(`tab-${name}`));
    for (const tab of list.children) byId(tab.getAttribute("aria-controls")).hidden = tab.id !== `tab-${name}`;
    this.text.roving.settle();
    if (this.claims) this.claims.roving.settle();
    if (this.checks) this.checks.roving.settle();
  }

  refilter(what) {
    const passes = this.filter.test();
    const active = this.filter.chosen();
    const passing = this.doc.claims.filter(passes);
    this.text.filter(passes, active > 0);
    this.claims.filter(passes);
    if (this.checks) this.checks.filter((check) => active === 0 || check.claims.some(passes));
    byId("count").textContent = active ? `${passing.length} / ${this.doc.claims.length} 条` : "";
    byId("active").textContent = active ? `（${active} 项）` : "";
    byId("reset").hidden = active === 0;
    const first = what === "section" && passing.length ? numeralOf(this.doc, passing[0]) : null;
    if (first) this.text.reveal(first);
  }

  // A claim that a link names, a row of a table, or the chart of another release.
  followed(event) {
    if (event.target.closest(".shut") !== null) this.close({ focus: true });
    const named = event.target.closest("[data-claim]");
    if (named === null) return;
    const within = named.closest(".record") !== null;
    this.openNamed(named.dataset.claim, { reveal: within, focus: within, step: within });
  }

  openNamed(id, options) {
    // The same file given twice has the same claims twice.
    if (!this.doc || !this.doc.byName.has(id)) {
      const number = this.docs.findIndex((doc) => doc.byName.has(id));
      if (number < 0) return;
      this.show(number);
      this.view("text");
    }
    this.openClaim(this.doc.byName.get(id), { reveal: true, ...options });
  }

  openClaim(claim, options = {}) {
    const numeral = numeralOf(this.doc, claim);
    this.open(numeral || { role: "claim", claims: [claim] }, { ...options, claims: numeral && numeral.claims.includes(claim) ? numeral.claims : [claim] });
  }

  // `step`: one can go back from here, as after a link; a click on another number only moves on.
  open(numeral, { reveal = false, focus = false, claims = numeral.claims, remember = true, step = false } = {}) {
    const panel = byId("record");
    const records = claims.length ? claims.map((claim) => this.claimRecord(claim)) : [numeralRecord(this.doc, numeral)];
    panel.replaceChildren(button("关闭", { class: "shut", "aria-label": "关闭记录" }), ...records);
    panel.scrollTop = 0;
    document.body.classList.add("opened");
    this.opened = numeral;
    const related = relatedTo(claims).map((claim) => numeralOf(this.doc, claim)).filter((other) => other !== null);
    if (numeral.index !== undefined) this.text.highlight(numeral, related);
    for (const line of byId("view-claims").querySelectorAll("tr.current")) line.classList.remove("current");
    for (const claim of claims) this.claims.lines.get(claim).classList.add("current");
    if (reveal) this.reveal(numeral, claims);
    if (focus) panel.focus({ preventScroll: true });
    announce(claims.length ? claims.map(said).join("；") : ROLES[numeral.role]);
    if (remember && claims.length) this.remember(claims[0].id, step);
  }

  claimRecord(claim) {
    const record = recordOf(claim, this.data.rules);
    const sentence = sentenceOf(this.doc, claim);
    if (sentence) record.querySelector(".amount").after(sentence);
    return record;
  }

  reveal(numeral, claims) {
    if (!byId("view-claims").hidden && claims.length) this.claims.lines.get(claims[0]).scrollIntoView({ block: "center" });
    else if (numeral.index !== undefined) this.text.reveal(numeral);
  }

  close({ focus = false } = {}) {
    const { opened } = this;
    this.opened = null;
    document.body.classList.remove("opened");
    if (this.doc === null) return;
    byId("record").replaceChildren(make("p", { class: "hint" }, "点选一个数字，看它的记录：是什么指标，出自哪条规则，与哪些数字相关。"));
    if (!opened) return;
    this.text.highlight(null, []);
    for (const line of byId("view-claims").querySelectorAll("tr.current")) line.classList.remove("current");
    this.remember(null);
    if (!focus) return;
    if (!byId("view-text").hidden && opened.index !== undefined) this.text.focus(opened);
    else if (opened.claims.length && !byId("view-claims").hidden) this.claims.lines.get(opened.claims[0]).querySelector(".open").focus();
  }

  // The address names the claim that is open, so that one can go back, and send a link to it.
  remember(id, step = false) {
    const address = location.href.split("#")[0] + (id === null ? "" : `#${id}`);
    const state = { document: this.docs.indexOf(this.doc) };
    try {
      if (step && address !== location.href) history.pushState(state, "", address);
      else history.replaceState(state, "", address);
    } catch {
      // A page in a frame without an origin has no history of its own.
    }
  }

  back(state) {
    const id = location.hash.slice(1);
    if (id) {
      this.openNamed(id, { remember: false });
    } else if (state && state.document >= 0) {
      this.show(state.document);
      this.close();
    } else if (this.comparison) {
      this.compare();
    }
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && document.body.classList.contains("opened")) this.close({ focus: true });
    const typing = event.target.closest("input, select, textarea") !== null;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("filters").open = true;
      (this.doc ? byId("indicator") : byId("compared")).focus();
    }
  }
}

function factsOf(facts) {
  const period = facts.period ? dates(facts.period.start, facts.period.end) || facts.period.text : null;
  return [facts.publisher, facts.published && `${facts.published} 发布`, facts.region && facts.region.name, period, facts.source].filter((fact) => fact);
}

new Page(JSON.parse(byId("data").textContent));
