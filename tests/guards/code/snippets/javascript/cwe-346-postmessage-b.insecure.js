const frame = document.querySelector('iframe');

window.addEventListener('message', (event) => {
  const { action, payload } = event.data;
  if (action === 'setToken') {
    localStorage.setItem('token', payload);
  }
});
