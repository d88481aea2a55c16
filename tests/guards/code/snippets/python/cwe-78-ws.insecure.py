import asyncio
import json
import websockets


async def handler(ws):
    async for message in ws:
        command = json.loads(message)["command"]
        proc = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE)
        out, _ = await proc.communicate()
        await ws.send(out.decode())


async def main():
    async with websockets.serve(handler, "localhost", 8765):
        await asyncio.Future()
