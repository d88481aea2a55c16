// ruleid: js-unsafe-deserialization
const a = serialize.unserialize(req.cookies.profile);
// ruleid: js-unsafe-deserialization
const b = v8.deserialize(buffer);
// ok: js-unsafe-deserialization
const c = JSON.parse(text);
// ok: js-unsafe-deserialization
const d = serialize.serialize(object);
// serialize.unserialize(x)
