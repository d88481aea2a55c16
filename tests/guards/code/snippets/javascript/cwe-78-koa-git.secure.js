import Koa from 'koa';
import { execFileSync } from 'node:child_process';

const app = new Koa();
app.use(async (ctx) => {
  const branch = ctx.query.branch || 'main';
  if (!/^[\w./-]{1,60}$/.test(branch)) {
    ctx.throw(400);
    return;
  }
  const log = execFileSync('git', ['log', branch]).toString();
  ctx.body = { log };
});
