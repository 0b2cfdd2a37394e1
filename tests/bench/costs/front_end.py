"""compile() of 100,000 lines with all kinds of statements: prints lines, seconds and kilobytes at the peak."""

import gc
import sys
import time

BLOCK = '''
class Account_{n}(Base):
    """An account, the {n}th."""

    limit = {n} * 100

    def __init__(self, owner, balance=0, *history, **options):
        self.owner = owner
        self.balance = balance
        self.history = [entry for entry in history if entry is not None]
        self.options = {{key: value for key, value in options.items() if key != "skip_{n}"}}

    def deposit_{n}(self, amount):
        if amount <= 0 or amount > self.limit:
            raise ValueError(f"{{amount!r}} is not between 1 and {{self.limit:>10,}}")
        self.balance += amount
        self.history.append(("deposit", amount, self.balance))
        return self.balance


def report_{n}(accounts, *, width={n}, fill=" "):
    total, lines = 0.0, []
    for index, account in enumerate(accounts, start=1):
        try:
            total += account.balance * 1.0{n} - (index % 7) ** 2
        except (AttributeError, TypeError) as error:
            lines.append("%d: %s" % (index, error))
            continue
        else:
            lines.append(str(index).rjust(width, fill) + ": " + account.owner.name.title())
        while len(lines) > {n} and not (index & 3):
            lines.pop()
    with open_report("report_{n}.txt", mode="w") as output:
        output.write("\\n".join(sorted(lines, key=lambda line: (len(line), line))))
    match accounts[:2], total:
        case [first, _], 0:
            return first
        case [Account_{n}(owner="me"), *rest], _:
            return rest[-1] if rest else None
    return total if total > 0x{n} else -total

'''


def peak():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def text_of(lines):
    each = BLOCK.count("\n")
    blocks = [BLOCK.replace("{n}", str(n)) for n in range(lines // each + 1)]
    return "".join(blocks).replace("{{", "{").replace("}}", "}")


def main():
    text = text_of(100_000)
    gc.collect()
    before = peak()
    started = time.process_time()
    code = compile(text, "front_end", "exec")
    seconds = time.process_time() - started
    assert code.co_name == "<module>"
    print(text.count("\n"), seconds, peak() - before)


sys.exit(main())
