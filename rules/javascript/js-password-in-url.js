// ruleid: js-password-in-url
const uri = 'mongodb://admin:hunter22@db.internal:27017/shop';
// ruleid: js-password-in-url
connect("postgres://root:toorr@localhost/app");
// ok: js-password-in-url
const local = 'mongodb://localhost:27017/shop';
// ok: js-password-in-url
connect(process.env.DATABASE_URL);
// mongodb://admin:hunter22@db.internal
