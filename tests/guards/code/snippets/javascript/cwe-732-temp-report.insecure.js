const fs = require('fs');
const os = require('os');
const path = require('path');

function writeReport(rows) {
  const file = path.join(os.tmpdir(), 'report-' + Date.now() + '.csv');
  fs.writeFileSync(file, rows.join('\n'), { mode: 0o666 });
  return file;
}
module.exports = writeReport;
