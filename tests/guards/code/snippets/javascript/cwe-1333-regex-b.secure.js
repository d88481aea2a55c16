function isEmail(text) {
  return text.length < 255 && /^[a-zA-Z0-9_.-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+){1,4}$/.test(text);
}

module.exports = isEmail;
