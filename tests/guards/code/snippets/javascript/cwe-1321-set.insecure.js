function setPath(obj, dotted, value) {
  const keys = dotted.split(".");
  let cur = obj;
  for (let i = 0; i < keys.length - 1; i++) {
    const k = keys[i];
    cur = cur[k] = cur[k] || {};
  }
  cur[keys[keys.length - 1]] = value;
  return obj;
}
