self.addEventListener('message', (e) => {
  if (e.data.op === 'sum') {
    self.postMessage(e.data.input.reduce((a, b) => a + b, 0));
  }
});
