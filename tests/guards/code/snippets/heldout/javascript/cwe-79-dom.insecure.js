const params = new URLSearchParams(window.location.search);
const message = params.get('message');
const box = document.getElementById('box');
box.innerHTML = '<p>' + message + '</p>';
