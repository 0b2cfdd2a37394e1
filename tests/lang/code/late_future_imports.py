for src in ('from __future__ import annotations; x = 1; from __future__ import division', 'x = 1; from __future__ import division', '"doc"; from __future__ import division; import os\nfrom __future__ import annotations', 'from __future__ import division; def','import os\nx = 1; from __future__ import division'):
    try: compile(src, '<s>', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_offset)


def f():
    try: pass
    except Exception: global a
    else: print(a)


class S:
    def m(self): self.z = 1; self.a = 2
    def n(self): self.k: int = 3; self.a += 1


a = 1
f()
print(S.__static_attributes__)
