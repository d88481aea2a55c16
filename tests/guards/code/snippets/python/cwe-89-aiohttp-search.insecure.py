import aiomysql
from aiohttp import web


async def search(request):
    term = request.query.get("q", "")
    pool = request.app["pool"]
    async with pool.acquire() as conn:
        async with conn.cursor() as cur:
            await cur.execute("SELECT id, title FROM books WHERE title LIKE '%%%s%%'" % term)
            rows = await cur.fetchall()
    return web.json_response([{"id": r[0], "title": r[1]} for r in rows])
