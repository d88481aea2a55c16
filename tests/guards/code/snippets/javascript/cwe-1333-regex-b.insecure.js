function isEmail(text) {
  return /^([a-zA-Z0-9_.-]+)+@([a-zA-Z0-9-]+\.)+[a-z]{2,}$/.test(text);
}

module.exports = isEmail;
