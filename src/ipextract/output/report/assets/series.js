// The panel with one indicator over the releases.

function seriesRecord(one, { labels, definitions }) {
  const values = one.values.map((value, place) => make("tr", null, make("th", { scope: "row" }, labels[place]), make("td", null, value === null ? "无" : valueLink(one.cells[place], one.shown.numbers[place]))));
  const notes = definitions.filter((definition) => (definition.indicators || []).includes(one.index));
  return make("article", { class: "claim" },
    make("p", { class: "crumbs" }, [placeName(one.region), aspectOf(one), unitOf(one)].filter((part) => part).join(" · ")),
    make("h2", null, one.indicator),
    seriesChart(one, labels, true),
    make("table", { class: "values" }, make("tbody", null, ...values)),
    ...listed("变化", one.changes.map((change) => changeLine(change, labels))),
    ...listed("往期数的修订", one.revisions.map((revision) => revisionLine(revision, labels, one))),
    ...listed("单位或口径", notes.map((note) => make("li", null, make("b", null, `${labels[note.against]} → ${labels[note.release]} `), `${note.before || "未说明"} 变为 ${note.after || "未说明"}`))),
    one.match ? make("p", { class: "match" }, `对齐：${matchText(one.match)}`) : null,
  );
}

function listed(name, lines) {
  return lines.length ? [make("h3", null, name), make("ul", { class: "changes" }, ...lines)] : [];
}

// A value leads to the number in its release.
function valueLink(cell, text) {
  return stated(cell.claim) ? button(text, { class: "plain", "data-claim": cell.claim, title: "看原文" }) : text;
}

function changeLine(change, labels) {
  const computed = changeText(change, "computed");
  const said = changeText(change, "stated");
  const from = stated(change.against) ? labels[change.against] : "其他时期";
  return make("li", null,
    make("b", null, `${from} → ${labels[change.release]} `), change.kind ? `${MOVEMENTS[change.kind] || change.kind} ` : null,
    computed ? `算得 ${computed}` : null, computed && said ? "，" : null, said ? make("span", null, "文中为 ", valueLink(change, said)) : null, " ",
    change.misplaced ? make("span", { class: "why" }, "相差十的整数次幂，疑为数位有误 ") : null,
    change.verdict ? badge(change.verdict) : change.why ? make("span", { class: "why" }, `未判断：${REASONS[change.why] || change.why}`) : null,
  );
}

function revisionLine(revision, labels, one) {
  const { scale, numbers } = scaled([revision.printed, revision.revised].map(String));
  const [printed, revised] = numbers.map((number) => `${number} ${scale}${one.unit || ""}`);
  const how = revision.how === "printed" ? "另印为" : "的变化反推为";
  return make("li", null, make("b", null, labels[revision.release]), ` 当期印 ${printed}，${labels[revision.by]} ${how} ${revised}`);
}

function matchText(match) {
  if (typeof match !== "object") return MATCHES[match] || String(match);
  const score = stated(match.score) ? `，相似度 ${match.score}` : "";
  return (MATCHES[match.kind] || match.kind) + score + (match.confirmed ? "，文中变化可印证" : "");
}

function seriesChart(one, labels, detailed) {
  const label = `${one.indicator}：${labels.map((name, place) => `${name} ${one.shown.numbers[place] || "无"}`).join("，")}`;
  return chart(one.values, one.shown.numbers, labels, detailed ? { width: 320, height: 180, detailed, label } : { width: 20 * labels.length, height: 28, detailed, label });
}
