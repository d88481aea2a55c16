function setPath(obj, path, value) {
  const keys = path.split('.');
  let node = obj;
  for (let i = 0; i < keys.length - 1; i++) {
    if (!node[keys[i]]) node[keys[i]] = {};
    node = node[keys[i]];
  }
  node[keys[keys.length - 1]] = value;
}

module.exports = (req, res) => {
  const config = {};
  for (const [k, v] of Object.entries(req.body)) setPath(config, k, v);
  res.json(config);
};
