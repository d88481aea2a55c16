module.exports = {
  port: 3000,
  db: {
    host: 'db.internal',
    user: 'app',
    password: 'Pg$uperS3cret',
    database: 'app',
  },
  session: {
    secret: 'keyboard cat 42',
  },
};
