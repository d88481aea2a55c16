const mysql = require('mysql2');
const db = mysql.createConnection({ host: 'localhost', user: 'app', database: 'shop' });

function findUser(username, callback) {
  db.query('SELECT * FROM users WHERE username = ?', [username], callback);
}
