const fs = require('fs');
const path = require('path');
const AdmZip = require('adm-zip');

function unpack(archive, destination) {
  const zip = new AdmZip(archive);
  for (const entry of zip.getEntries()) {
    const target = path.join(destination, entry.entryName);
    if (!path.resolve(target).startsWith(path.resolve(destination) + path.sep)) {
      throw new Error('bad entry');
    }
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, entry.getData());
  }
}

module.exports = unpack;
