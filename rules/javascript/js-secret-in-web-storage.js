function remember(user, password) {
  // ruleid: js-secret-in-web-storage
  localStorage.setItem('password', password);
  // ruleid: js-secret-in-web-storage
  window.sessionStorage.cardNumber = user.card;
  // ok: js-secret-in-web-storage
  localStorage.setItem('theme', user.theme);
  // ok: js-secret-in-web-storage
  localStorage.setItem('note', "localStorage.setItem('password', x)");
  // a decoy: localStorage.setItem('password', password)
}
