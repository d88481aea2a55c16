const actions = {
  start: () => 'started',
  stop: () => 'stopped',
};

module.exports = (req, res) => {
  res.send(eval('actions.' + req.body.action + '()'));
};
