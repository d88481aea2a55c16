// ruleid: js-insecure-cookie
res.cookie("s", id, { secure: false });
// ruleid: js-insecure-cookie
app.use(session({ secret: key, cookie: { httpOnly: false } }));
// ok: js-insecure-cookie
res.cookie("s", id, { secure: true, httpOnly: true });
// ok: js-insecure-cookie
app.use(session({ secret: key, cookie: { secure: true } }));
// res.cookie('s', id, { secure: false })
function raw(res, id) {
  // ruleid: js-insecure-cookie
  res.setHeader('Set-Cookie', `sid=${id}; Path=/`);
  // ok: js-insecure-cookie
  res.setHeader('Set-Cookie', `sid=${id}; Path=/; HttpOnly; Secure`);
}
