const Handlebars = require('handlebars');
const nunjucks = require('nunjucks');

// ruleid: js-unescaped-template
const raw = Handlebars.compile(source, { noEscape: true });
// ruleid: js-unescaped-template
nunjucks.configure('views', { autoescape: false });
// ok: js-unescaped-template
const good = Handlebars.compile(source);
// ok: js-unescaped-template
nunjucks.configure('views', { autoescape: true });
// nunjucks.configure('views', { autoescape: false })
