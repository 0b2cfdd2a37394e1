"""The chart of a run: one bar a program, readable on light and on dark."""

from harness.results import mean, speed

ROW, LEFT, WIDTH, TOP = 19, 150, 560, 58
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .quiet { fill: #656d76; }
  .bar { fill: #2f81c7; }
  .native { fill: #8fb8dc; }
  .mean { fill: #1a5a96; }
  .line { stroke: #d0d7de; }
  .one { stroke: #656d76; }
  .lua { fill: #d4741c; }
  .luajit { fill: #8250df; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .quiet { fill: #9198a1; }
    .bar { fill: #4493e0; }
    .native { fill: #2c5d8f; }
    .mean { fill: #79c0ff; }
    .line { stroke: #30363d; }
    .one { stroke: #9198a1; }
    .lua { fill: #f0a04b; }
    .luajit { fill: #b392f0; }
  }
"""


def element(name, text=None, **attributes):
    inner = "".join(f' {key.rstrip("_")}="{value}"' for key, value in attributes.items())
    return f"<{name}{inner}/>" if text is None else f"<{name}{inner}>{text}</{name}>"


def x_of(ratio, most):
    return round(LEFT + WIDTH * ratio / most, 1)


def bar(y, name, times, kind, most):
    ratio = speed(times, "python3")
    yield element("text", name, x=LEFT - 8, y=y + 11, text_anchor="end")
    yield element("rect", class_=kind, x=LEFT, y=y, width=round(x_of(ratio, most) - LEFT, 1), height=ROW - 6, rx=2)
    yield element("text", f"{ratio:.2f}", x=x_of(ratio, most) + 5, y=y + 11, class_="quiet")


def markers(y, times, most):
    """How long the Lua twins take, on the same scale: python3's time over theirs."""
    for name, kind in (("lua5.4", "lua"), ("luajit -joff", "luajit")):
        if name in times:
            ratio = min(times["python3"][0] / times[name][0], most)
            yield element("circle", class_=kind, cx=x_of(ratio, most), cy=y + (ROW - 6) / 2, r=3.5)


def legend():
    x = LEFT
    kinds = (("bar", "ouro"), ("native", "ouro, mostly in natives"), ("lua", "lua5.4"), ("luajit", "luajit -joff"))
    for kind, text in kinds:
        yield element("circle", class_=kind, cx=x, cy=40, r=4)
        yield element("text", text, x=x + 9, y=44, class_="quiet")
        x += 26 + 7 * len(text)


def chart(programs, natives):
    ordered = sorted(programs, key=lambda name: -speed(programs[name], "python3"))
    most = max(speed(times, "python3") for times in programs.values()) * 1.08
    height = TOP + ROW * (len(ordered) + 1) + 26
    lines = [element("text", "How many times as fast as CPython 3.11", x=LEFT, y=22, class_="title"), *legend()]
    for tick in range(int(most) + 1):
        x = x_of(tick, most)
        lines.append(element("line", class_="one" if tick == 1 else "line", x1=x, x2=x, y1=TOP - 4, y2=height - 22))
        lines.append(element("text", tick, x=x, y=height - 8, text_anchor="middle", class_="quiet"))
    overall = mean([speed(times, "python3") for times in programs.values()])
    lines += bar(TOP, "geometric mean", {"ouro": [1], "python3": [overall]}, "mean", most)
    for row, name in enumerate(ordered, 1):
        times, y = programs[name], TOP + ROW * row
        lines += bar(y, name, times, "native" if name in natives else "bar", most)
        lines += markers(y, times, most)
    body = "\n".join(lines).replace("text_anchor", "text-anchor")
    size = f'viewBox="0 0 {LEFT + WIDTH + 60} {height}" width="{LEFT + WIDTH + 60}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<style>{STYLE}</style>\n{body}\n</svg>\n'
