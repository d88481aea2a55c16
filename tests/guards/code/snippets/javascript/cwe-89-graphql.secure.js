const { graphql, buildSchema } = require('graphql');
const sqlite3 = require('sqlite3');
const db = new sqlite3.Database('app.db');

const root = {
  user: ({ name }) => new Promise((resolve, reject) => {
    db.get('SELECT * FROM users WHERE name = ?', [name], (e, row) => (e ? reject(e) : resolve(row)));
  }),
};
module.exports = { root };
