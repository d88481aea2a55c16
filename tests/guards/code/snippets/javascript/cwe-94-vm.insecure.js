const vm = require('vm');

function runPlugin(source, input) {
  const sandbox = { input, output: null };
  vm.runInNewContext(source, sandbox);
  return sandbox.output;
}
