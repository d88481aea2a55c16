// ruleid: js-catastrophic-regex
const name = /^([a-zA-Z]+)*$/;
// ruleid: js-catastrophic-regex
const ok = /^(a+)+$/.test(text);
// ok: js-catastrophic-regex
const plain = /^[a-zA-Z ]+$/;
// ok: js-catastrophic-regex
const fine = /^(\d{4})-(\d{2})$/.test(text);
// /^(a+)+$/.test(text)
