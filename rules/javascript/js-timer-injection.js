const express = require('express');

function later(req) {
  // ruleid: js-timer-injection
  setTimeout("run('" + req.query.name + "')", 10);
  // ruleid: js-timer-injection
  setInterval(req.body.code, 1000);
}
function safe(req) {
  // ok: js-timer-injection
  setTimeout(() => run(req.query.name), 10);
  // ok: js-timer-injection
  setTimeout(run, Number(req.query.delay));
  return "setTimeout(req.query.code)";
}
