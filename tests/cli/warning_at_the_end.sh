# A coroutine that goes when the modules are gone is still told of.
$OURO -c 'async def f(): pass
kept = f()' 2>&1
$OURO -W ignore -c 'async def f(): pass
f()' 2>&1
