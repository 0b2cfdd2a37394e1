"""A file of a class of the program's own is closed when it dies, by its own close(); __del__ of the base does that."""
import gc
import io

gc.disable()


class Traced(io.RawIOBase):
    def __del__(self):
        print("del")
        super().__del__()

    def close(self):
        print("close")
        super().close()

    def flush(self):
        print("flush")
        super().flush()


Traced()


class Quiet(io.TextIOBase):
    def close(self):
        print("closed", self.closed)
        super().close()


Quiet()
print(io.IOBase.__del__, hasattr(io.BytesIO, "__del__"), hasattr(memoryview, "__del__"))
