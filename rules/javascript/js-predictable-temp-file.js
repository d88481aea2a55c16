const fs = require("fs");
const os = require("os");
const path = require("path");

// ruleid: js-predictable-temp-file
fs.writeFileSync("/tmp/report.txt", text);
// ruleid: js-predictable-temp-file
fs.writeFileSync(path.join(os.tmpdir(), "report.txt"), text);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "report-"));
// ok: js-predictable-temp-file
fs.writeFileSync(path.join(folder, "report.txt"), text);
// ok: js-predictable-temp-file
fs.readFileSync("/tmp/report.txt");
// fs.writeFileSync("/tmp/x", text)
