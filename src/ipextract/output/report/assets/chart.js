// An indicator over the releases, as columns that stand on zero; a release without a value leaves its place empty.

function chart(values, written, labels, { width, height, detailed, label }) {
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const known = numbers.filter((number) => number !== null);
  const high = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  const head = detailed ? 22 : 2;
  const foot = detailed ? 24 : 2;
  const below = low < 0 && detailed ? 18 : 0;
  const scale = (height - head - foot - below) / (high - low || 1);
  const zero = head + high * scale;
  const step = width / values.length;
  const breadth = Math.min(step * (detailed ? 0.56 : 0.66), 64);
  const columns = numbers.flatMap((number, place) => {
    const middle = step * (place + 0.5);
    const name = detailed ? draw("text", { x: middle, y: height - 6, class: "year" }, labels[place]) : null;
    if (number === null) {
      return [name, detailed ? draw("text", { x: middle, y: zero - 6, class: "none" }, "无") : draw("path", { d: `M${middle - 2} ${zero - 1}h4`, class: "none" })];
    }
    const size = Math.max(Math.abs(number) * scale, 1);
    const top = number < 0 ? zero : zero - size;
    return [
      draw("rect", { x: middle - breadth / 2, y: top, width: breadth, height: size, rx: Math.min(2, size / 2), class: place === numbers.length - 1 ? "column last" : "column" }),
      detailed ? draw("text", { x: middle, y: number < 0 ? top + size + 14 : top - 6, class: "value" }, written[place]) : null,
      name,
    ];
  });
  return draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: detailed ? "chart detailed" : "chart", role: "img", "aria-label": label },
    draw("path", { d: `M0 ${zero}H${width}`, class: "axis" }), ...columns);
}
