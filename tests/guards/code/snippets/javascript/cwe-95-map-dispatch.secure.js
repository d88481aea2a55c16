const actions = {
  start: () => 'started',
  stop: () => 'stopped',
};

module.exports = (req, res) => {
  const action = actions[req.body.action];
  if (!Object.hasOwn(actions, req.body.action)) return res.sendStatus(400);
  res.send(action());
};
