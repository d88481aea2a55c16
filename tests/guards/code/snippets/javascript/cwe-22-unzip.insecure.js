const AdmZip = require('adm-zip');
const fs = require('fs');
const path = require('path');

function unpack(file, target) {
  const zip = new AdmZip(file);
  zip.getEntries().forEach((entry) => {
    const out = path.join(target, entry.entryName);
    fs.writeFileSync(out, entry.getData());
  });
}
