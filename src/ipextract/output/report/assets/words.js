// The words of the page: what the record's terms are called, and how a claim is said.

const KINDS = { count: "计数", money: "金额", quantity: "计量", percentage: "百分数", multiple: "倍数", rank: "位次" };
const ASPECTS = { level: "水平", change: "变化", share: "占比", gap: "差距", rank: "位次" };
const BASES = { yoy: "同比", mom: "环比", year_end: "比上年末", since: "比某一时期", average: "年均", other: "变化" };
const BOUNDS = { approximate: "约", more_than: "超过", at_least: "至少", less_than: "不足", at_most: "至多" };
const ORIGINS = { printed: "原文写明", inherited: "承接前文", inferred: "据全文推断" };
const VERDICTS = { agrees: "相符", agrees_truncated: "相符（截断）", disagrees: "不符" };
const ALLOWANCES = { exact: "须完全相等", last_place: "末位一个单位", rounded_operands: "末位一个单位，加各数舍入", mean_population: "年内人口变动" };
const HEADS = { 百: "100", 千: "1000", 万: "10000", 十万: "100000" };
const CHECKS = { share: "占比", change: "变化", sum: "合计", repeat: "重复" };
const MATCHES = { exact: "同名", given: "按对照文件", normalised: "归一后同名", similar: "名称相近" };
const MOVEMENTS = { relative: "增减率", absolute: "增减量" };
const REASONS = {
  other_base: "与别的时期相比", no_value: "缺少基期或本期的值", inexact: "值是约数", coarse: "值印得太粗", constant_prices: "按可比价格计算",
  comparable_basis: "按可比口径计算", no_text: "没有正文", another_rate: "另有一个增速与之相符", definition: "口径有变", unsure_match: "对齐尚不确定", far_off: "相差太远，可能不是同一件事",
};
const ROLES = {
  claim: "记录", date: "日期", period: "时期", reference: "文号、条款或编号", name: "名称的一部分", qualifier: "指标名称中的限定",
  ordinal: "序数", heading: "标题或列举序号", furniture: "页码、电话等版面文字", unresolved: "未解释",
};

// 17829000000 is 17,829,000,000: numbers are strings, exact to the last digit, and stay so.
function grouped(number) {
  const [whole, fraction] = String(number).split(".");
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ",").replace("-", "−");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

// Numbers of one unit in the scale that their size asks for, none of them rounded: 1635532000000 and 1690785000000 are
// 16,355.32 and 16,907.85 亿.
function scaled(values) {
  const sizes = values.filter((value) => value !== null && Number(value) !== 0).map((value) => Math.abs(Number(value)));
  const least = Math.min(...sizes);
  const [scale, places] = sizes.length === 0 || least < 1e6 ? ["", 0] : least < 1e9 ? ["万", 4] : ["亿", 8];
  return { scale, numbers: values.map((value) => (value === null ? null : grouped(shifted(value, places)))) };
}

function shifted(number, places) {
  const taken = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number);
  if (taken === null) return number;
  const [, sign, whole, fraction] = taken;
  const digits = whole.padStart(places + 1, "0");
  const behind = (digits.slice(digits.length - places) + (fraction || "")).replace(/0+$/, "");
  return sign + digits.slice(0, digits.length - places) + (behind ? `.${behind}` : "");
}

// The value with its bound, sign and range: 超过 7, +17.64, 5–8, 第 2.
function figure(claim) {
  const signed = claim.aspect === "change" || claim.aspect === "gap";
  const placed = claim.kind === "rank" && !signed;
  let text = (signed && !claim.value.startsWith("-") && Number(claim.value) !== 0 ? "+" : "") + grouped(claim.value);
  if (claim.upper !== null) text += `–${grouped(claim.upper)}`;
  if (placed && claim.bound === "at_most") return `前 ${text}`;
  if (placed) text = `第 ${text}`;
  return claim.bound in BOUNDS ? `${BOUNDS[claim.bound]} ${text}` : text;
}

function amount(claim) {
  return figure(claim) + (claim.unit === null ? "" : ` ${claim.unit}`);
}

// A claim in one line, for a link to it or a hint: 发明专利授权量 13,823 件.
function said(claim) {
  return `${claim.indicator} ${amount(claim)}`;
}

// What the number is related to: 同比, 占授权总量, 高于全国, 全省连续 5 年.
function relation(claim) {
  if (claim.aspect === "change") return claim.note.basis || BASES[claim.change_basis] || "";
  if (claim.aspect === "share") return claim.share_whole === null ? "" : `占${claim.share_whole}`;
  if (claim.aspect === "gap") return claim.gap_than === null ? "" : (claim.value.startsWith("-") ? "低于" : "高于") + claim.gap_than;
  if (claim.aspect !== "rank") return "";
  const order = claim.rank_order === "time" ? "按时间先后" : null;
  const streak = claim.rank_streak === null ? null : `连续 ${claim.rank_streak} 次`;
  return [claim.rank_scope, order, streak].filter((part) => part !== null).join("，");
}

// A period in its shortest form: 2024, 2024-06, 2024-01 至 2024-06, 截至 2024-12-31.
function dates(start, end) {
  if (start === null || end === null) return start || end || "";
  if (start === end) return `截至 ${end}`;
  if (start.endsWith("-01-01") && end.endsWith("-12-31")) {
    return start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}–${end.slice(0, 4)}`;
  }
  if (start.endsWith("-01") && lastDay(end)) {
    return start.slice(0, 7) === end.slice(0, 7) ? start.slice(0, 7) : `${start.slice(0, 7)} 至 ${end.slice(0, 7)}`;
  }
  return `${start} 至 ${end}`;
}

function lastDay(date) {
  const [year, month, day] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
}

function verdictName(verdict) {
  return verdict === undefined ? "" : VERDICTS[verdict] || String(verdict);
}

// How the computed value comes out of the claims of a check; nothing where the type does not say.
function formula(check) {
  const [first, second, third] = check.claims;
  const numbers = check.claims.map((claim) => grouped(claim.value));
  if (check.type === "share" && check.claims.length === 3) return `${numbers[1]} ÷ ${numbers[2]}${heads(first)}`;
  if (check.type === "sum") return (totalled(check) ? numbers.slice(1) : numbers).join(" + ");
  if (check.type !== "change" || check.claims.length !== 3) return "";
  if (third.aspect === "change") return `${numbers[2]} ÷ (${numbers[1]} − ${numbers[2]})`;
  if (first.unit === "%" && second.unit !== "%") return `(${numbers[1]} − ${numbers[2]}) ÷ ${numbers[2]}`;
  return first.kind === "multiple" ? `${numbers[1]} ÷ ${numbers[2]} − 1` : `${numbers[1]} − ${numbers[2]}`;
}

// 每千人口床位数 is beds by people, times a thousand.
function heads(claim) {
  const many = claim.aspect === "level" && claim.unit !== "%" && /每(十万|[百千万])人/.exec(claim.indicator);
  return many ? ` × ${HEADS[many[1]]}` : "";
}

// How far the stated value may be from the computed one, and why; nothing where the record does not say.
function tolerance(check) {
  return check.tolerance === null ? "" : check.allowance === "exact" ? ALLOWANCES.exact : `±${grouped(check.tolerance)}（${ALLOWANCES[check.allowance] || check.allowance}）`;
}

// Whether a sum begins with its total; shares of a whole that is not printed make 100 without one.
function totalled(check) {
  return check.claims[0].value === check.stated;
}

// What each claim is in a check of its type: the stated one first.
function part(check, place) {
  const claim = check.claims[place];
  if (check.type === "share" && check.claims[0].aspect === "level" && check.claims[0].unit !== "%") return ["人均", "总量", "人口"][place] || "";
  if (check.type === "share") return ["占比", "部分", "总体"][place] || "";
  if (check.type === "sum") return place === 0 && totalled(check) ? "合计" : "其中";
  if (check.type === "change") return place === 0 ? "变化" : place === 1 ? "本期" : claim.aspect === "change" ? "增减" : "基期";
  return place === 0 ? "先见" : "又见";
}
