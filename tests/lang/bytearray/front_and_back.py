"""Bytes that go at the front, come at the back, and the other way round."""

queue, model = bytearray(), []
for i in range(2000):
    queue += bytes([i & 255, 255 - (i & 255)])
    model += [i & 255, 255 - (i & 255)]
    if i % 3:
        assert queue.pop(0) == model.pop(0)
    if i % 7 == 0:
        del queue[:5], model[:5]
    if i % 50 == 0:
        queue[:0] = b"front"
        model[:0] = b"front"
    if i % 400 == 0:
        del queue[len(queue) // 8 :], model[len(model) // 8 :]
    assert list(queue) == model
print(len(queue), bytes(queue[:5]), queue.find(b"front"))

del queue[::2], model[::2]
assert list(queue) == model
del queue[-1:-50:-3], model[-1:-50:-3]
assert list(queue) == model
del queue[::-1]
print(queue, queue + b"x")

queue += b"0123456789"
del queue[:4]
with memoryview(queue) as view:
    for change in (lambda: queue.pop(0), lambda: queue.append(1), queue.clear):
        try:
            change()
        except BufferError as error:
            print(error)
    view[0] = ord("x")
print(queue, queue.pop(0), queue)
