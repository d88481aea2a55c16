function applySettings(config, settings) {
  Object.entries(settings).forEach(([key, value]) => {
    const parts = key.split('.');
    const last = parts.pop();
    let node = config;
    for (const part of parts) {
      if (part === '__proto__' || part === 'constructor' || part === 'prototype') return;
      if (!node[part]) node[part] = {};
      node = node[part];
    }
    if (last !== '__proto__') node[last] = value;
  });
  return config;
}

module.exports = applySettings;
