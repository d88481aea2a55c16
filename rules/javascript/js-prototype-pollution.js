app.post("/settings", (req, res) => {
  // ruleid: js-prototype-pollution
  _.merge(settings, req.body);
  const given = JSON.parse(req.body.data);
  // ruleid: js-prototype-pollution
  _.defaultsDeep(settings, given);
  // ok: js-prototype-pollution
  _.merge(settings, { theme: "dark" });
  // ok: js-prototype-pollution
  const theme = req.body.theme;
  // _.merge(settings, req.body)
});
function own(req) {
  function merge(target, source) {
    return source.a ? target : source;
  }
  // ok: js-prototype-pollution
  return merge({}, req.body);
}
