const frame = document.querySelector('iframe');

window.addEventListener('message', (event) => {
  if (event.origin !== 'https://widgets.example.com') return;
  const { action, payload } = event.data;
  if (action === 'setToken') {
    localStorage.setItem('token', payload);
  }
});
