function isValidName(name) {
  return /^([a-zA-Z]+\s?)+$/.test(name);
}
module.exports = isValidName;
