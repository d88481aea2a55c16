fetch('/api/messages').then((r) => r.json()).then((messages) => {
  const root = document.querySelector('#messages');
  messages.forEach((m) => {
    const div = document.createElement('div');
    div.innerHTML = `<b>${m.from}</b>: ${m.text}`;
    root.appendChild(div);
  });
});
