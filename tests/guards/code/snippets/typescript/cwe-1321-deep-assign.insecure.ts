export function assignDeep(target: any, patch: any): any {
  Object.keys(patch).forEach((key) => {
    if (patch[key] && typeof patch[key] === 'object') {
      target[key] = assignDeep(target[key] || {}, patch[key]);
    } else {
      target[key] = patch[key];
    }
  });
  return target;
}
