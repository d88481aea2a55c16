const AdmZip = require('adm-zip');
const fs = require('fs');
const path = require('path');

function unpack(file, target) {
  const root = path.resolve(target);
  const zip = new AdmZip(file);
  zip.getEntries().forEach((entry) => {
    const out = path.resolve(root, entry.entryName);
    if (!out.startsWith(root + path.sep)) {
      throw new Error('bad entry');
    }
    fs.writeFileSync(out, entry.getData());
  });
}
