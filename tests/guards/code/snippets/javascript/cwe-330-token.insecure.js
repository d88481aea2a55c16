function generateToken(length) {
  let out = '';
  const chars = 'abcdef0123456789';
  for (let i = 0; i < length; i++) {
    out += chars.charAt(Math.floor(Math.random() * chars.length));
  }
  return out;
}
