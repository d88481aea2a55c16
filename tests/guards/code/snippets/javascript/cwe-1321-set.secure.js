function setPath(obj, dotted, value) {
  const keys = dotted.split(".");
  let cur = obj;
  for (let i = 0; i < keys.length - 1; i++) {
    const k = keys[i];
    if (k === "__proto__" || k === "constructor" || k === "prototype") return obj;
    cur = cur[k] = cur[k] || {};
  }
  const last = keys[keys.length - 1];
  if (last !== "__proto__") cur[last] = value;
  return obj;
}
