function merge(target, source) {
  for (const key in source) {
    // ruleid: js-recursive-merge
    target[key] = merge(target[key] || {}, source[key]);
  }
  return target;
}
function setIn(object, req) {
  const { section, name } = req.body;
  // ruleid: js-recursive-merge
  object[section][name] = true;
}
function mergeSafely(target, source) {
  for (const key of Object.keys(source)) {
    if (key === '__proto__' || key === 'constructor') continue;
    // ok: js-recursive-merge
    target[key] = mergeSafely(target[key] || {}, source[key]);
  }
  // ok: js-recursive-merge
  target['a']['b'] = 1;
  return "object[req.body.section][req.body.name] = true";
}
