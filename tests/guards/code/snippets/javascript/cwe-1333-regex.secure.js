function isValidName(name) {
  return name.length <= 80 && /^[a-zA-Z ]+$/.test(name);
}
module.exports = isValidName;
