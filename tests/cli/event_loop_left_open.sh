# Loops and tasks that a program leaves behind: an open loop is no error, tasks tell of themselves as long as anything can be told.
$OURO -c '
import asyncio
async def main(): return 5
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))' 2>&1
$OURO -c '
import asyncio
async def forever(): await asyncio.sleep(100)
async def main():
    global task
    task = asyncio.create_task(forever(), name="left")
    await asyncio.sleep(0)
asyncio.new_event_loop().run_until_complete(main())' 2>&1 | cut -d " " -f 1-5
$OURO -c '
import asyncio
async def fail(): raise ValueError(5)
async def main():
    global task
    task = asyncio.create_task(fail(), name="failed")
    await asyncio.sleep(0)
asyncio.run(main())' 2>&1 | head -2
