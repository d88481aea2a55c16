const fs = require('fs');
const os = require('os');
const path = require('path');

function writeReport(rows) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
  const file = path.join(dir, 'report.csv');
  fs.writeFileSync(file, rows.join('\n'), { mode: 0o600, flag: 'wx' });
  return file;
}
module.exports = writeReport;
