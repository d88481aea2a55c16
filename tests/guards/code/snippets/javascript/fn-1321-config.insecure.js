function applySettings(config, settings) {
  Object.entries(settings).forEach(([key, value]) => {
    const parts = key.split('.');
    const last = parts.pop();
    let node = config;
    for (const part of parts) {
      if (!node[part]) node[part] = {};
      node = node[part];
    }
    node[last] = value;
  });
  return config;
}

module.exports = applySettings;
