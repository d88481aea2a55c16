const Koa = require('koa');
const Router = require('@koa/router');
const he = require('he');

const app = new Koa();
const router = new Router();

router.get('/user/:name', async (ctx) => {
  const { name } = ctx.params;
  ctx.type = 'html';
  ctx.body = `<h1>Profile of ${he.encode(name)}</h1>`;
});

app.use(router.routes());
