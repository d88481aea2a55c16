const params = new URLSearchParams(window.location.search);

document.addEventListener('DOMContentLoaded', () => {
  const box = document.querySelector('.notice');
  box.insertAdjacentHTML('beforeend', `<p>${params.get('notice')}</p>`);
});
