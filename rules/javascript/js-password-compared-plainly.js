function login(user, req) {
  // ruleid: js-password-compared-plainly
  return user.password === req.body.password;
}
function check(users, name, password) {
  // ruleid: js-password-compared-plainly
  return users.find((u) => u.name === name && u.password === password);
}
async function verified(user, req) {
  // ok: js-password-compared-plainly
  if (req.body.password !== req.body.passwordAgain) return false;
  // ok: js-password-compared-plainly
  return bcrypt.compare(req.body.password, user.password) && 'user.password === password';
  // a decoy: user.password === req.body.password
}
