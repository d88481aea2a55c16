const Koa = require('koa');
const Router = require('@koa/router');
const { execSync } = require('child_process');

const app = new Koa();
const router = new Router();

router.get('/disk/:mount', async (ctx) => {
  const { mount } = ctx.params;
  ctx.body = execSync('df -h /mnt/' + mount).toString();
});

app.use(router.routes());
app.listen(3000);
