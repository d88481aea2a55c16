const cp = require('child_process');

function convert(input, output, options = {}) {
  const parts = ['ffmpeg', '-i', input];
  if (options.size) parts.push('-s', options.size);
  parts.push(output);
  return cp.spawnSync(parts[0], parts.slice(1));
}

module.exports = convert;
