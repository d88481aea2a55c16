import Koa from 'koa';
import { execSync } from 'node:child_process';

const app = new Koa();
app.use(async (ctx) => {
  const branch = ctx.query.branch || 'main';
  const log = execSync('git log ' + branch).toString();
  ctx.body = { log };
});
