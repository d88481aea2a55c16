export function calculate(expression: string): number {
  return eval(expression) as number;
}
