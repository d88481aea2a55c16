function set(object, path, value) {
  const keys = path.split(".");
  let current = object;
  // ruleid: js-path-assignment
  for (const key of keys) {
    if (!current[key]) current[key] = {};
    current = current[key];
  }
  current.value = value;
}

function other(object, path, value) {
  const parts = path.split(".");
  let node = object;
  // ruleid: js-path-assignment
  for (let i = 0; i < parts.length - 1; i++) {
    const key = parts[i];
    node = node[key] = node[key] || {};
  }
  node[parts[parts.length - 1]] = value;
}

function safe(object, path, value) {
  const keys = path.split(".");
  let current = object;
  // ok: js-path-assignment
  for (const key of keys) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") return;
    current = current[key];
  }
  // ok: js-path-assignment
  for (const key of keys) {
    console.log(key);
  }
  // for (const key of keys) current = current[key];
  current.value = value;
}
