function showMessage() {
  const params = new URLSearchParams(window.location.search);
  const message = params.get('msg');
  document.getElementById('out').textContent = message;
}
showMessage();
