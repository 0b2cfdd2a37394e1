import asyncio
import contextvars



async def other():
    loop = asyncio.get_running_loop()

    def h(loop, context):
        print('handler', context['message'], repr(context.get('exception')))
    loop.set_exception_handler(h)
    loop.call_soon(lambda: 1 / 0)
    asyncio.ensure_future(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    import gc
    gc.collect()
    try:
        asyncio.run((bad2 := other()))
    except RuntimeError as e:
        print(e)
        bad2.close()

    def early():
        loop.stop()
    return 1



async def bad():
    raise OSError('bad')
print(asyncio.run(other()))
with asyncio.Runner() as r:
    v = contextvars.ContextVar('v2')

    async def st():
        v.set(1)

    async def gt():
        return v.get()
    r.run(st())
    print(r.run(gt()))
late = st()
try:
    r.run(late)
except RuntimeError as e:
    print(e)
late.close()
loop = asyncio.new_event_loop()
out = []
loop.call_later(0.25, out.append, 3)
loop.call_later(0.05, out.append, 2)
loop.call_soon(out.append, 1)
x = loop.call_later(0.1, out.append, 'never')
x.cancel()
loop.call_later(0.35, loop.stop)
loop.run_forever()
print(out, loop)
try:
    loop.run_until_complete(loop.create_future()) if 0 else loop.run_until_complete((lambda f: (loop.call_soon(loop.stop), f)[1])(loop.create_future()))
except RuntimeError as e:
    print(e)
loop.set_debug(True)
print(loop.get_debug())
for a in ((1,), (bad,)):
    try:
        loop.call_soon(*a)
    except TypeError as e:
        print(str(e)[:46])
loop.close()
print(loop)
