// The document's own arithmetic, what does not agree first.

const GRAVITY = ["disagrees", "agrees_truncated", "agrees"];

// Verdicts in order of gravity; one that is not known stands behind what disagrees.
function weight(verdict) {
  const place = GRAVITY.indexOf(verdict);
  return place < 0 ? 0.5 : place;
}

function gravest(checks) {
  return checks.map((check) => check.verdict).sort((one, two) => weight(one) - weight(two))[0];
}

function checkGrid(container, doc) {
  const rows = [...doc.checks].sort((one, two) => weight(one.verdict) - weight(two.verdict));
  const stated = (check) => check.claims[0];
  const unit = (check) => stated(check).unit || "";
  const columns = [
    { label: "结论", class: "first", text: (check) => verdictName(check.verdict), node: (check) => badge(check.verdict), key: (check) => weight(check.verdict) },
    { label: "核对", text: (check) => CHECKS[check.type] || check.type },
    { label: "指标", class: "wide name", text: (check) => (check.type === "sum" && !totalled(check) ? check.claims.map((claim) => claim.indicator).join("、") : stated(check).indicator) },
    { label: "文中所说", class: "figure", text: (check) => grouped(check.stated), key: (check) => Number(check.stated) },
    { label: "算得", class: "figure", text: (check) => grouped(check.computed), key: (check) => Number(check.computed) },
    { label: "容差", text: tolerance, key: (check) => Number(check.tolerance) },
    { label: "单位", text: unit },
    { label: "算式", text: formula },
    { label: "涉及的数字", class: "wide members", text: (check) => check.claims.map((claim) => claim.evidence_text.replace(/\s+/g, "")).join("；"), node: members },
  ];
  if (rows.length === 0) {
    container.replaceChildren(make("p", { class: "empty" }, "文中没有可以相互核对的数字。"));
    return null;
  }
  const line = (check) => [check.type, check.verdict, check.stated, check.computed, check.tolerance, check.allowance, check.claims.map((claim) => claim.id).join(" ")];
  return new Grid(container, { label: "全部核对", columns, rows, save: { name: fileName(doc.facts.source, "-checks.csv"), head: ["type", "verdict", "stated", "computed", "tolerance", "allowance", "claims"], line } });
}

function members(check) {
  return make("span", { class: "links" }, ...check.claims.map(openButton));
}
