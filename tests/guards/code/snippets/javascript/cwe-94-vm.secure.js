const plugins = { upper: (s) => s.toUpperCase(), lower: (s) => s.toLowerCase() };

function runPlugin(name, input) {
  if (!Object.hasOwn(plugins, name)) {
    throw new Error('unknown plugin');
  }
  return plugins[name](input);
}
