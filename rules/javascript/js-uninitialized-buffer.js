// ruleid: js-uninitialized-buffer
const one = Buffer.allocUnsafe(64);
// ruleid: js-uninitialized-buffer
const two = new Buffer(size);
// ok: js-uninitialized-buffer
const three = Buffer.alloc(64);
// ok: js-uninitialized-buffer
const four = Buffer.from('text');
// Buffer.allocUnsafe(64)
