# Task groups, timeouts, gathering and waiting, the primitives: what happens when parts fail or are cancelled.
import asyncio
async def main():
    ev=[]
    async def job(n,d,exc=None):
        try:
            await asyncio.sleep(d); ev.append(n)
            if exc: raise exc
            return n
        except asyncio.CancelledError: ev.append(f'{n} cancelled'); raise
        finally: ev.append(f'{n} fin')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job('a',.001)); tg.create_task(job('b',.002,ValueError('b'))); tg.create_task(job('c',1)); tg.create_task(job('d',.5,KeyError('d')))
    except BaseExceptionGroup as eg: print(sorted(map(repr,eg.exceptions)),eg.message)
    print(sorted(ev)); ev.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job('x',1)); raise RuntimeError('body')
    except* RuntimeError as eg: print(eg.exceptions,ev)
    async with asyncio.TaskGroup() as tg:
        t=tg.create_task(job('n',0)); print(repr(tg)[:12])
    try: tg.create_task(job('late',0)) 
    except RuntimeError as e: print(str(e)[:25])
    ev.clear()
    t=asyncio.create_task(asyncio.wait_for(job('w',1),.5)); await asyncio.sleep(.001); t.cancel()
    try: await t
    except asyncio.CancelledError: print('outer cancelled',ev)
    f=asyncio.gather(job('g1',0),job('g2',1)); await asyncio.sleep(.1); f.cancel()
    try: await f
    except asyncio.CancelledError: print(ev)
    ev.clear()
    r=await asyncio.gather(job('r1',0,ValueError(1)),job('r2',0),asyncio.sleep(0,'s'),return_exceptions=True); print(r)
    print(await asyncio.gather())
    d,p=await asyncio.wait({asyncio.create_task(job('e1',0,ValueError('z'))),asyncio.create_task(job('e2',.05))},return_when=asyncio.FIRST_EXCEPTION); print(len(d),len(p),[repr(x.exception()) for x in d]); [x.cancel() for x in p]; await asyncio.gather(*p,return_exceptions=True)
    try:
        async with asyncio.timeout(.001):
            async with asyncio.timeout(1): await asyncio.sleep(1)
    except TimeoutError as e: print('TO')
    async with asyncio.timeout(1) as tm: tm.reschedule(asyncio.get_running_loop().time()+5); print(tm.expired(),repr(tm)[:9])
    try:
        async with asyncio.timeout_at(0): await asyncio.sleep(1)
    except TimeoutError: print('TOat')
    loop=asyncio.get_running_loop()
    fut=loop.create_future(); loop.call_soon(fut.set_exception,ZeroDivisionError('f'))
    try: await fut
    except ZeroDivisionError as e: print(e)
    t=asyncio.create_task(job('cb',0)); t.add_done_callback(lambda t:print('done cb',t.result())); print(t.remove_done_callback(print)); await t; await asyncio.sleep(0)
    print(asyncio.iscoroutinefunction(main),t.get_coro().__name__,t.done(),t.exception(),t.get_stack() )
    s=asyncio.Semaphore(1); await s.acquire(); print(s.locked(),repr(s).split('[')[1]); s.release()
    c=asyncio.Condition()
    async def waiter(i):
        async with c: await c.wait(); return i
    ws=[asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0)
    async with c: c.notify(2)
    d,p=await asyncio.wait(ws,timeout=.3); print(sorted(x.result() for x in d),len(p))
    async with c: c.notify_all()
    print(await asyncio.gather(*ws))
    b=asyncio.Barrier(2)
    async def bw(): return await b.wait()
    print(sorted(await asyncio.gather(bw(),bw())),repr(b).split('[')[1]); await b.reset()
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
    ag=agen(); print(await anext(ag)); await ag.aclose()
    try: await anext(ag)
    except StopAsyncIteration: print('SAI')
    print(loop.get_debug(),loop.is_running(),type(loop.time()))
    q=asyncio.Queue()
    async def worker(n):
        while True:
            i=await q.get(); await asyncio.sleep(0); ev.append((n,i)); q.task_done()
    ev.clear(); ts=[asyncio.create_task(worker(i)) for i in range(2)]
    for i in range(5): q.put_nowait(i)
    await q.join(); [t.cancel() for t in ts]; print(await asyncio.gather(*ts,return_exceptions=True),sorted(i for _,i in ev))
    t1=asyncio.eager_task_factory; loop.set_task_factory(t1); t=asyncio.create_task(noawait()); print('eager',t.done()); loop.set_task_factory(None)
    asyncio.current_task().set_name('mm'); print(asyncio.current_task().get_name())
    return 'fin'
async def noawait(): print('runs now'); return 1
async def agen():
    try:
        while True: yield 1
    finally: print('agen fin')
print(asyncio.run(main(),debug=False))
