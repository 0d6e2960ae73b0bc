// Several releases side by side: each indicator with its values, its chart, and how what was stated of it fits.

function readComparison(comparison) {
  const labels = releaseLabels(comparison.releases);
  const indices = (entries) => new Set((entries || []).flatMap((entry) => entry.indicators || [entry.indicator]));
  const [added, gone, changed] = [comparison.new, comparison.gone, comparison.changed].map(indices);
  const series = comparison.indicators.map((one, index) => ({
    ...one,
    index,
    cells: one.values.map((value) => (value !== null && typeof value === "object" ? value : { value })),
    values: one.values.map(valueOf),
    shown: shownValues(one.values),
    changes: one.changes.filter((change) => stated(change.computed) || stated(change.stated)),
    revisions: (comparison.revisions || []).filter((revision) => revision.indicator === index),
    added: added.has(index),
    gone: gone.has(index),
    changed: changed.has(index),
  }));
  return { labels, series, releases: comparison.releases, definitions: comparison.changed || [] };
}

function stated(value) {
  return value !== null && value !== undefined;
}

// A value may come with what belongs to it, as the claim that it was read from; what is drawn is the number.
function valueOf(value) {
  if (!stated(value)) return null;
  return typeof value === "object" ? valueOf(value.value) : String(value);
}

// The values of a series as they are written, in one scale: 1,200, 超过 1,300, 5–8.
function shownValues(values) {
  const uppers = values.map((value) => (value !== null && typeof value === "object" ? valueOf(value.upper) : null));
  const { scale, numbers } = scaled([...values.map(valueOf), ...uppers]);
  const written = values.map((value, place) => {
    if (numbers[place] === null) return null;
    const upper = numbers[values.length + place];
    const bound = BOUNDS[value.bound];
    return (bound ? `${bound} ` : "") + numbers[place] + (upper === null ? "" : `–${upper}`);
  });
  return { scale, numbers: written };
}

function placeName(region) {
  return stated(region) ? region.name || String(region) : "";
}

// Releases are called by their periods, and by their files too where two have one period.
function releaseLabels(releases) {
  const labels = releases.map(releaseLabel);
  return labels.map((label, place) => (labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} ${releases[place].source}`));
}

function releaseLabel({ period, title, source }) {
  if (!stated(period)) return title || source;
  return typeof period === "object" ? dates(period.start || null, period.end || null) || period.text : period;
}

// What the reader may want to see of all series.
const CHOICES = {
  all: { label: "全部指标", test: () => true },
  disagrees: { label: "变化不符", test: (series) => series.changes.some((change) => change.verdict === "disagrees") },
  revised: { label: "往期数有修订", test: (series) => series.revisions.length > 0 },
  changed: { label: "单位或口径有变", test: (series) => series.changed },
  similar: { label: "按名称相近对齐", test: (series) => series.match && series.match.kind === "similar" },
  added: { label: "新增", test: (series) => series.added },
  gone: { label: "不再出现", test: (series) => series.gone },
};

class ComparisonView {
  constructor(container, panel, comparison) {
    this.panel = panel;
    this.read = readComparison(comparison);
    const { series } = this.read;
    const search = make("input", { type: "search", id: "compared", placeholder: "输入指标的一部分", autocomplete: "off", spellcheck: "false" });
    const options = Object.entries(CHOICES).map(([key, { label, test }]) => [key, label, series.filter(test).length]);
    const choice = make("select", { id: "choice" }, ...options.filter(([key, , count]) => count > 0 || key === "all").map(([key, label, count]) => make("option", { value: key }, `${label}（${count}）`)));
    const tools = [make("label", { class: "field" }, "指标 ", search), make("label", { class: "field" }, "显示 ", choice)];
    this.grid = new Grid(container, { label: "多期对比", columns: this.columns(), rows: series, save: this.saved(), tools });
    const filter = () => {
      const words = search.value.trim().toLowerCase();
      this.grid.filter((one) => CHOICES[choice.value].test(one) && one.indicator.toLowerCase().includes(words));
    };
    search.addEventListener("input", filter);
    choice.addEventListener("change", filter);
    container.addEventListener("click", (event) => {
      const opened = event.target.closest("[data-series]");
      if (opened === null) return;
      this.open(series[Number(opened.dataset.series)]);
      document.body.classList.add("opened");
    });
    if (series.length) this.open(series[0]);
  }

  columns() {
    const { labels } = this.read;
    return [
      { label: "指标", class: "first wide", text: (one) => one.indicator, node: (one) => button(one.indicator, { class: "open", "data-series": one.index, tabindex: "-1" }) },
      { label: "地区", text: (one) => placeName(one.region) },
      { label: "方面", text: aspectOf },
      { label: "单位", text: unitOf },
      ...labels.map((label, place) => ({
        label, class: "figure", text: (one) => one.shown.numbers[place] || "", key: (one) => (one.values[place] === null ? null : Number(one.values[place])),
      })),
      { label: "走势", class: "trend", text: () => "", node: (one) => seriesChart(one, labels, false), key: growth },
      { label: "最近变化", class: "figure", text: (one) => changeText(latest(one), "computed", 2), key: (one) => (latest(one) ? Number(latest(one).computed) : null) },
      { label: "核对", text: (one) => verdictName(gravest(judged(one))), node: (one) => (judged(one).length ? badge(gravest(judged(one))) : "") },
    ];
  }

  saved() {
    const { labels } = this.read;
    const spoken = (one) => one.changes.map((change) => `${labels[change.release]}: ${changeText(change, "computed") || "-"} / ${changeText(change, "stated") || "-"} / ${change.verdict || "-"}`).join("; ");
    return {
      name: "comparison.csv",
      head: ["indicator", "region", "aspect", "relation", "unit", ...labels, "changes (computed / stated / verdict)"],
      line: (one) => [one.indicator, placeName(one.region), one.aspect, one.relation, one.unit, ...one.values, spoken(one)],
    };
  }

  open(one) {
    for (const line of this.grid.body.querySelectorAll(".current")) line.classList.remove("current");
    this.grid.lines.get(one).classList.add("current");
    this.panel.replaceChildren(button("关闭", { class: "shut", "aria-label": "关闭指标" }), seriesRecord(one, this.read));
    this.panel.scrollTop = 0;
    announce(one.indicator);
  }
}

function aspectOf(one) {
  const { relation } = one;
  const said = { change: BASES[relation] || relation, share: relation && `占${relation}`, gap: relation && `与${relation}相比` };
  return [ASPECTS[one.aspect] || one.aspect, one.aspect in said ? said[one.aspect] : relation].filter((part) => part).join(" · ");
}

function unitOf(one) {
  return one.shown.scale + (one.unit || "");
}

function judged(one) {
  return one.changes.filter((change) => change.verdict);
}

// The change up to the newest release, as a rate where there is one.
function latest(one) {
  const computed = one.changes.filter((change) => stated(change.computed));
  const newest = Math.max(...computed.map((change) => change.release));
  const up = computed.filter((change) => change.release === newest);
  return up.find((change) => change.kind !== "absolute") || up[0] || null;
}

// A change with its sign and unit; a table shows few places of it.
function changeText(change, which, places = null) {
  if (change === null || !stated(change[which])) return "";
  const exact = String(change[which]);
  const number = places !== null && (exact.split(".")[1] || "").length > places ? Number(exact).toFixed(places) : exact;
  const { scale, numbers } = scaled([number]);
  const unit = scale + (change.unit || "");
  return (number.startsWith("-") || Number(number) === 0 ? "" : "+") + numbers[0] + (unit ? ` ${unit}` : "");
}

function growth(one) {
  const known = one.values.filter((value) => value !== null).map(Number);
  return known.length > 1 && known[0] !== 0 ? known[known.length - 1] / known[0] : null;
}
