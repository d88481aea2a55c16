window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.com') {
    return;
  }
  const { action, payload } = event.data;
  if (action === 'update') {
    applySettings(payload);
  }
});
