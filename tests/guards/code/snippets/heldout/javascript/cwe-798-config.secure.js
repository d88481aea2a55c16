module.exports = {
  port: 3000,
  db: {
    host: 'db.internal',
    user: 'app',
    password: process.env.DB_PASSWORD,
    database: 'app',
  },
  session: {
    secret: process.env.SESSION_SECRET,
  },
};
