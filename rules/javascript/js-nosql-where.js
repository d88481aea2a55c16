async function find(users, name, req) {
  // ruleid: js-nosql-where
  const found = await users.find({ $where: `this.name == '${name}'` });
  // ruleid: js-nosql-where
  const older = await users.find({ $where: 'this.age > ' + req.query.age });
  // ok: js-nosql-where
  const safe = await users.find({ $where: 'this.age > ' + Number(req.query.age) });
  // ok: js-nosql-where
  return users.find({ name: { $eq: String(name) } }, "{ $where: name }");
  // a decoy: users.find({ $where: name })
}
