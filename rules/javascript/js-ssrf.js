app.get("/proxy", async (req, res) => {
  // ruleid: js-ssrf
  const a = await fetch(req.query.url);
  const host = req.body.host;
  // ruleid: js-ssrf
  const b = await axios.get("http://" + host + "/run");
  // ok: js-ssrf
  const c = await fetch("https://example.org/status");
  // ok: js-ssrf
  const d = await axios.get("https://example.org/?q=" + encodeURIComponent(host));
  // fetch(req.query.url)
});
