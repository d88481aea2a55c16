app.put('/users/:id', async (req, res) => {
  const user = await User.findById(String(req.params.id));
  const { displayName, email } = req.body;
  user.displayName = displayName;
  user.email = email;
  await user.save();
  res.json(user);
});
