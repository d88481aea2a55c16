const params = new URLSearchParams(window.location.search);
const message = params.get('message');
const box = document.getElementById('box');
const line = document.createElement('p');
line.textContent = message;
box.appendChild(line);
