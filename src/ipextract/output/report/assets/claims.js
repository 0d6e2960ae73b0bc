// The table of claims.

function claimColumns() {
  return [
    { label: "原文", class: "first", text: (claim) => claim.evidence_text.replace(/\s+/g, ""), node: openButton, key: (claim) => claim.evidence_start },
    { label: "指标", class: "wide name", text: (claim) => claim.indicator },
    { label: "种类", text: (claim) => KINDS[claim.kind], node: (claim) => make("span", { class: `sample kind-${claim.kind}` }, KINDS[claim.kind]) },
    { label: "方面", text: (claim) => ASPECTS[claim.aspect] + (claim.status === "target" ? "（目标）" : "") },
    { label: "数值", class: "figure", text: figure, key: (claim) => Number(claim.value) },
    { label: "单位", text: (claim) => claim.unit || "" },
    { label: "相对于", text: relation },
    { label: "时期", text: (claim) => dates(claim.period_start, claim.period_end), key: (claim) => claim.period_end || "" },
    { label: "地区", text: (claim) => claim.region_name || "", key: (claim) => claim.region_code || claim.region_name || "" },
    { label: "核对", text: (claim) => verdictName(gravest(claim.checks)), node: (claim) => (claim.checks.length ? badge(gravest(claim.checks)) : "") },
    { label: "章节", class: "wide section", text: (claim) => claim.section || "", key: (claim) => (claim.section === null ? "" : claim.evidence_start) },
  ];
}

function openButton(claim) {
  return button(claim.evidence_text.replace(/\s+/g, ""), { class: `open kind-${claim.kind}`, "data-claim": claim.id, tabindex: "-1", "aria-label": `${claim.evidence_text}，打开记录` });
}

// A verdict says itself in words; its sign and colour only help.
function badge(verdict) {
  return make("span", { class: `badge verdict-${verdict}` }, verdictName(verdict));
}

function claimGrid(container, doc, columns) {
  return new Grid(container, {
    label: "全部记录",
    columns: claimColumns(),
    rows: doc.claims,
    save: { name: fileName(doc.facts.source, "-claims.csv"), head: columns, line: (claim) => claim.row },
  });
}
