const vm = require('vm');

function evaluate(formula, values) {
  const context = vm.createContext({ ...values });
  return vm.runInContext(formula, context, { timeout: 100 });
}

module.exports = evaluate;
