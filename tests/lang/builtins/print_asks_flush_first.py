class Log(list):
    def write(self, text): self.append(text)
    def flush(self): self.append("flush")

log = Log()

class Item:
    def __str__(self): log.append("str"); return "item"

class Yes:
    def __bool__(self): log.append("bool"); return True

class Bad:
    def __bool__(self): raise ValueError("no truth")

print(Item(), 1, file=log, flush=Yes())
print(log)
for sep in "", 1:
    try: print("lost", sep=sep, file=log, flush=Bad())
    except ValueError as e: print(e, len(log))
