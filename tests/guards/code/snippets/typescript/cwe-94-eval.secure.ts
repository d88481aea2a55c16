export function calculate(expression: string): number {
  const match = /^(\d+)\s*([+*-])\s*(\d+)$/.exec(expression);
  if (!match) throw new Error("not an expression");
  const a = Number(match[1]), b = Number(match[3]);
  return match[2] === "+" ? a + b : match[2] === "-" ? a - b : a * b;
}
