const list = document.getElementById('messages');

function addMessage(msg) {
  const li = document.createElement('li');
  const who = document.createElement('span');
  who.className = 'who';
  who.textContent = msg.author;
  li.append(who, ' ' + msg.text);
  list.appendChild(li);
}

const socket = new WebSocket('wss://chat.example.com');
socket.onmessage = (ev) => addMessage(JSON.parse(ev.data));
