exports.restore = (req, res) => {
  const raw = Buffer.from(req.cookies.profile, 'base64').toString();
  const profile = JSON.parse(raw);
  res.json({ name: String(profile.name) });
};
