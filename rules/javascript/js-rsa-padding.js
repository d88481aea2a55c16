function seal(key, text) {
  // ruleid: js-rsa-padding
  return crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from(text));
}
function open(key, sealed) {
  // ruleid: js-rsa-padding
  return crypto.privateDecrypt({ key, padding: crypto.constants.RSA_NO_PADDING }, sealed);
}
function safe(key, text) {
  // ok: js-rsa-padding
  const sealed = crypto.publicEncrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, Buffer.from(text));
  // ok: js-rsa-padding
  return [sealed, 'crypto.constants.RSA_PKCS1_PADDING'];
  // a decoy: padding: crypto.constants.RSA_NO_PADDING
}
