function calculate(expression) {
  // ruleid: js-eval-injection
  return eval(expression);
}

app.post("/run", (req, res) => {
  // ruleid: js-eval-injection
  const f = new Function("x", req.body.code);
  // ok: js-eval-injection
  const data = JSON.parse(req.body.data);
  // ok: js-eval-injection
  const two = eval("1 + 1");
  // eval(req.body.code)
  const words = "eval(req.body.code)";
});
function rank(client, req) {
  // ruleid: js-eval-injection
  return client.eval(`return redis.call('GET', '${req.query.board}')`, { keys: [] });
}
self.addEventListener('message', (e) => {
  // ruleid: js-eval-injection
  const run = new Function('data', e.data.code);
  self.postMessage(run(e.data.input));
});
