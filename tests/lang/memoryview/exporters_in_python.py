# __buffer__ and __release_buffer__ of a class
class Exporter:
    def __init__(self, data): self.data, self.held = bytearray(data), 0

    def __buffer__(self, flags):
        self.held += 1
        print("asked", self.held)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("released", self.held)
        self.held -= 1
        view.release()


exporter = Exporter(b"hello")
with memoryview(exporter) as view:
    view[0] = 72
    print(bytes(view), view.readonly, len(view))
print(exporter.data, bytearray(exporter), exporter.held)
for name, answer in (("number", 5), ("text", "text"), ("error", ValueError("not now"))):
    class Odd:
        def __buffer__(self, flags):
            if isinstance(answer, Exception):
                raise answer
            return answer
    try:
        memoryview(Odd())
    except (TypeError, ValueError) as error:
        print(name, error)
