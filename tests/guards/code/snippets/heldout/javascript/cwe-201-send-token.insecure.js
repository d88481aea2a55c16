const frame = document.getElementById('partner');

export function shareSession(session) {
  const message = { type: 'session', token: session.token };
  frame.contentWindow.postMessage(message, '*');
}
