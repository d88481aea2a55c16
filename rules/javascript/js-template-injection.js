const ejs = require('ejs');
const pug = require('pug');

function page(req) {
  // ruleid: js-template-injection
  return ejs.render('<h1>' + req.query.title + '</h1>');
}
function mail(req) {
  // ruleid: js-template-injection
  return pug.compile(req.body.template)();
}
function safe(req) {
  // ok: js-template-injection
  const one = ejs.render('<h1><%= title %></h1>', { title: req.query.title });
  // ok: js-template-injection
  return one + "pug.compile(req.body.template)";
}
