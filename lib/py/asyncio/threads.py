"""asyncio.to_thread(), refused."""

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    raise NotImplementedError("asyncio.to_thread() needs threads, which ouro does not have")
