const params = new URLSearchParams(window.location.search);

document.addEventListener('DOMContentLoaded', () => {
  const box = document.querySelector('.notice');
  const p = document.createElement('p');
  p.textContent = params.get('notice');
  box.append(p);
});
