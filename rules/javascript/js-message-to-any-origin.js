// ruleid: js-message-to-any-origin
parent.postMessage({ token }, '*');
// ruleid: js-message-to-any-origin
frame.contentWindow.postMessage(data, "*");
// ok: js-message-to-any-origin
parent.postMessage({ token }, 'https://app.example');
// ok: js-message-to-any-origin
worker.postMessage(data);
// parent.postMessage(token, '*')
