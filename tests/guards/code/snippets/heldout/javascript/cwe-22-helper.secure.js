const fsp = require('fs/promises');
const path = require('path');

const UPLOADS = '/srv/uploads';

function locate(name) {
  return path.join(UPLOADS, path.basename(name));
}

async function remove(req, res) {
  await fsp.unlink(locate(req.body.file));
  res.sendStatus(204);
}

module.exports = { remove };
