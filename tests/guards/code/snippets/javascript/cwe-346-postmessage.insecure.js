window.addEventListener('message', (event) => {
  const { action, payload } = event.data;
  if (action === 'update') {
    applySettings(payload);
  }
});
