// The panel with the record of a number.

function recordOf(claim, rules) {
  const { note } = claim;
  const iso = dates(claim.period_start, claim.period_end);
  const period = [claim.period_text, claim.period_text === `${iso}年` ? null : iso].filter((part) => part).join(" · ");
  const base = dates(claim.change_base_start, claim.change_base_end);
  return make("article", { class: "claim" },
    make("p", { class: "crumbs" }, make("span", { class: `sample kind-${claim.kind}` }, KINDS[claim.kind]), ` · ${ASPECTS[claim.aspect]}`, claim.status === "target" ? make("span", { class: "badge aim" }, "目标") : null),
    make("h2", null, claim.indicator),
    make("p", { class: "amount" }, figure(claim), claim.unit === null ? null : make("small", null, ` ${claim.unit}`)),
    make("dl", { class: "fields-of-record" },
      ...field("相对于", relation(claim) + (base ? `（${base}）` : "")),
      ...field("时期", period, note.origins.period),
      ...field("地区", [claim.region_name, claim.region_code].filter((part) => part).join(" "), note.origins.region),
      ...field("主体", claim.actor, note.origins.actor),
      ...field("章节", claim.section),
      ...field("位置", `第 ${claim.evidence_start}–${claim.evidence_end} 字` + (claim.evidence_page === null ? "" : `，第 ${claim.evidence_page} 页`)),
      ...field("编号", claim.id),
    ),
    ...linked("所属总体", claim.whole_claim ? [claim.whole_claim] : []),
    ...linked("其中", claim.parts),
    ...linked("重复前文", claim.first ? [claim.first] : []),
    ...linked("后文重复", claim.repeated),
    ...claim.checks.map((check) => checkOf(check, claim)),
    ruleOf(claim.rule, rules[claim.rule]),
  );
}

function sentenceOf(doc, claim) {
  const [start, end, first, last] = claim.note.at;
  const { text } = doc;
  if (!text) return null;
  // A sentence without an end is shown as far as a reader looks.
  const from = Math.max(first, start - 120);
  const to = Math.min(last, end + 120);
  return make("blockquote", null, (from > first ? "…" : "") + flowing(text.slice(from, start)), make("mark", { class: `kind-${claim.kind}` }, flowing(text.slice(start, end))), flowing(text.slice(end, to)) + (to < last ? "…" : ""));
}

function field(name, value, origin) {
  if (!value) return [];
  const from = origin ? make("span", { class: `origin origin-${origin}` }, ORIGINS[origin] || origin) : null;
  return [make("div", null, make("dt", null, name), make("dd", null, value, from))];
}

function linked(name, claims) {
  if (claims.length === 0) return [];
  return [make("h3", null, name), make("ul", { class: "links" }, ...claims.map((claim) => make("li", null, link(claim))))];
}

function link(claim) {
  return make("button", { type: "button", class: "link", "data-claim": claim.id }, make("span", { class: `sample kind-${claim.kind}` }, claim.evidence_text.replace(/\s+/g, "")), ` ${claim.indicator}`);
}

function checkOf(check, claim) {
  const worked = formula(check);
  const unit = check.claims[0].unit === null ? "" : ` ${check.claims[0].unit}`;
  return make("section", { class: `check verdict-${check.verdict}` },
    make("h3", null, `核对：${CHECKS[check.type] || check.type} `, badge(check.verdict)),
    make("p", { class: "sum" }, worked ? `${worked} = ` : "算得 ", make("b", null, grouped(check.computed) + unit), `，文中为 ${grouped(check.stated)}${unit}${tolerance(check) && `；容差：${tolerance(check)}`}`),
    make("ul", { class: "links" },
      ...check.claims.map((other, place) => make("li", null, make("span", { class: "part" }, part(check, place)), other === claim ? make("span", { class: "self" }, `${other.evidence_text.replace(/\s+/g, "")} 本条`) : link(other)))),
  );
}

function ruleOf(name, rule) {
  return make("section", { class: "rule" },
    make("h3", null, "规则 ", make("code", null, name)),
    ...(rule ? [make("p", null, make("span", { class: "part" }, "正例"), rule.example), rule.counter_example ? make("p", null, make("span", { class: "part" }, "反例"), rule.counter_example) : null] : []),
  );
}

function numeralRecord(doc, numeral) {
  return make("article", { class: "claim" },
    make("p", { class: "crumbs" }, "台账"),
    make("h2", null, doc.text.slice(numeral.start, numeral.end)),
    make("p", { class: numeral.role === "unresolved" ? "amount warning" : "amount" }, ROLES[numeral.role] || numeral.role),
    make("p", null, numeral.role === "unresolved" ? "没有规则能解释这个数字。它不是记录，但也没有被丢掉：请对照原文判断。" : "这个数字不是对某个指标的陈述，因此不是记录；台账记下它是什么。"),
  );
}

// All claims that are related to those of a numeral, for the marks in the text.
function relatedTo(claims) {
  return claims.flatMap((claim) => [claim.whole_claim, ...claim.parts, claim.first, ...claim.repeated, ...claim.checks.flatMap((check) => check.claims)]).filter((other) => other !== null);
}
