const defaults = { theme: 'light', notifications: { email: true } };

function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === 'object' && source[key] !== null) {
      if (!target[key]) target[key] = {};
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

exports.saveSettings = (req, res) => {
  const settings = merge({ ...defaults }, req.body);
  req.user.settings = settings;
  res.json(settings);
};
