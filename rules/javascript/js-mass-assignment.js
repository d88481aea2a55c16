function update(req, user) {
  // ruleid: js-mass-assignment
  Object.assign(user, req.body);
}
function make(req) {
  const data = req.body;
  // ruleid: js-mass-assignment
  return User.create(data);
}
function safe(req, user) {
  // ok: js-mass-assignment
  Object.assign(user, { email: req.body.email });
  // ok: js-mass-assignment
  return User.create({ email: req.body.email, note: "User.create(req.body)" });
}
function address(req) {
  // ok: js-mass-assignment
  return new URL(req.body.url);
}
