const cp = require('child_process');

function convert(input, output, options = {}) {
  const parts = ['ffmpeg', '-i', input];
  if (options.size) parts.push('-s', options.size);
  parts.push(output);
  return cp.execSync(parts.join(' '));
}

module.exports = convert;
