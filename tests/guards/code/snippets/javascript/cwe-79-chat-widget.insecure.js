const list = document.getElementById('messages');

function addMessage(msg) {
  const li = document.createElement('li');
  li.innerHTML = '<span class="who">' + msg.author + '</span> ' + msg.text;
  list.appendChild(li);
}

const socket = new WebSocket('wss://chat.example.com');
socket.onmessage = (ev) => addMessage(JSON.parse(ev.data));
