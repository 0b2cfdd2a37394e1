"""TextIOWrapper over bytes in memory: settings, reconfigure(), detach()."""
import io


def attempt(function, **settings):
    try:
        print(function(**settings))
    except Exception as problem:
        print(type(problem).__name__, problem)


wrapper = io.TextIOWrapper(io.BytesIO(b"abc\ndef\n"), encoding="ascii")
print(wrapper, wrapper.readline(), wrapper.read(), hasattr(wrapper, "name"))
memory = io.BytesIO()
wrapper = io.TextIOWrapper(memory, "utf-8", write_through=True)
wrapper.write("héé")
print(memory.getvalue(), wrapper.write_through)
wrapper.reconfigure(encoding="latin-1", newline="\r\n", line_buffering=True)
wrapper.write("é\n")
print(memory.getvalue(), wrapper.encoding, wrapper.errors, wrapper.line_buffering)
memory = io.BytesIO()
wrapper = io.TextIOWrapper(memory, encoding="utf-8")
wrapper.write("abc")
print(memory.getvalue())
wrapper.flush()
print(memory.getvalue(), wrapper.detach() is memory)
attempt(wrapper.read)
attempt(wrapper.close)
wrapper = io.TextIOWrapper(io.BytesIO(b"abc\n"), encoding="utf-8")
wrapper.read(1)
attempt(wrapper.reconfigure, encoding="ascii")
attempt(wrapper.reconfigure, newline="\n")
attempt(wrapper.reconfigure, line_buffering=True)
memory = io.BytesIO()
wrapper = io.TextIOWrapper(memory)
del wrapper
print(memory.closed)
