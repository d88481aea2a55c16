self.addEventListener('message', (e) => {
  const fn = new Function('data', e.data.code);
  self.postMessage(fn(e.data.input));
});
