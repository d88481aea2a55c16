// ruleid: js-message-without-origin
window.addEventListener('message', (event) => {
  apply(event.data);
});
// ruleid: js-message-without-origin
window.onmessage = function (e) {
  apply(e.data);
};
// ok: js-message-without-origin
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example') return;
  apply(event.data);
});
// ok: js-message-without-origin
window.addEventListener('resize', (event) => {
  apply(event.data);
});
// window.onmessage = function (e) { apply(e.data); };
