// The data of the page, with claims, numerals and checks that know each other.

function readDocuments(data) {
  return data.documents.map((one, number) => readDocument(one, data.columns, number));
}

function readDocument(one, columns, number) {
  const claims = one.claims.map((row, index) => {
    const claim = { row, note: one.notes[index], index, document: number, parts: [], repeated: [], checks: [] };
    columns.forEach((column, place) => (claim[column] = row[place]));
    return claim;
  });
  const byName = new Map(claims.map((claim) => [claim.id, claim]));
  const found = (ids) => ids.map((id) => byName.get(id)).filter((claim) => claim !== undefined);
  for (const claim of claims) {
    claim.whole_claim = byName.get(claim.part_of) || null;
    claim.first = byName.get(claim.repeats) || null;
    if (claim.whole_claim) claim.whole_claim.parts.push(claim);
    if (claim.first) claim.first.repeated.push(claim);
  }
  const checks = one.checks.map((check) => ({ ...check, claims: found(check.claims) }));
  for (const check of checks) for (const claim of check.claims) claim.checks.push(check);
  const numerals = one.numerals.map(([start, end, role, ids], index) => ({ index, start, end, role, claims: found(ids) }));
  return { ...one, claims, checks, numerals, byName };
}

function failed(claim) {
  return claim.checks.some((check) => check.verdict === "disagrees");
}

// The numeral that a claim is read from.
function numeralOf(doc, claim) {
  const [start, end] = claim.note.at;
  return doc.numerals.find((numeral) => numeral.start < end && start < numeral.end) || null;
}
