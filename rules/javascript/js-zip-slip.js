const fs = require('fs');
const path = require('path');

function unpack(zip, folder) {
  for (const entry of zip.getEntries()) {
    const target = path.join(folder, entry.entryName);
    // ruleid: js-zip-slip
    fs.writeFileSync(target, entry.getData());
  }
}
function stream(entry, folder) {
  // ruleid: js-zip-slip
  entry.pipe(fs.createWriteStream(folder + '/' + entry.path));
}
function safe(entry, folder) {
  // ok: js-zip-slip
  fs.writeFileSync(path.join(folder, path.basename(entry.entryName)), entry.getData());
  // ok: js-zip-slip
  fs.writeFileSync(path.join(folder, 'one.txt'), "fs.writeFileSync(entry.entryName)");
}
