"""A run as a page: RESULTS.md."""

from harness.results import below, change, got_slower, mean_memory, means, memory, speed


def number(value, form="{:.2f}"):
    return form.format(value) if value == value else ""


def row(*cells):
    return "| " + " | ".join(cells) + " |"


def table(head, lines, numbers_from):
    ruler = ["---"] * numbers_from + ["---:"] * (len(head) - numbers_from)
    return [row(*head), "|" + "|".join(ruler) + "|", *lines, ""]


def program_table(run, natives, columns, recorded):
    programs, lines = run["programs"], []
    for name, times in sorted(programs.items(), key=lambda item: speed(item[1], "python3")):
        moved = change(name, times, recorded)
        since = "" if moved is None else f"{moved:.2f}{' **slower**' if got_slower(name, times, recorded) else ''}"
        lines.append(row(name, "natives" if name in natives else "", number(times["ouro"][0], "{:.3f}"),
                         *(number(speed(times, other)) for other in columns), number(times["ouro"][1] / 1024, "{:.1f}"),
                         number(memory(times)), since))
    total = means(programs, columns)
    lines.append(row("**geometric mean**", "", "", *(f"**{number(total[c])}**" for c in columns), "",
                     f"**{number(mean_memory(programs))}**", ""))
    head = ["program", "bound by", "ouro, s", *columns, "peak, MB", "peak ours/python3", "since recorded"]
    return table(head, lines, 2)


def collector_lines(figures):
    lines = []
    for who, f in figures.items():
        more = 100 * (f["on"] / f["off"] - 1)
        lines.append(row(who, f"{f['on']:.2f}", f"{f['off']:.2f}", f"{more:.0f}", str(f["collections"]),
                         f"{1000 * f['pauses']:.0f}", f"{1000 * f['longest']:.0f}"))
    head = ["", "with, s", "gc.disable(), s", "more, in 100", "collections", "in them, ms", "longest pause, ms"]
    return table(head, lines, 1)


def front_end_lines(figures):
    lines = [row(who, f"{f['seconds']:.2f}", f"{f['kilobytes'] / 1024:.0f}") for who, f in figures.items()]
    ours, theirs = figures["ouro"], figures["python3"]
    lines.append(row("ours/theirs", *(f"{ours[key] / theirs[key]:.2f}" for key in ("seconds", "kilobytes"))))
    return table(["", "time, s", "peak, MB"], lines, 1)


def scaling_lines(figures):
    lines = []
    for what, (small, large) in figures["ouro"].items():
        theirs = figures["python3"].get(what)
        growth = f"{theirs[1] / theirs[0]:.1f}" if theirs else ""
        lines.append(row(what, f"{1000 * large:.1f}", f"{large / small:.1f}", growth))
    return table(["", "ouro for 4n, ms", "4n/n, ouro", "4n/n, python3"], lines, 1)


def page(run, natives, columns, recorded):
    costs, missed = run["costs"], below(run["programs"], natives)
    start = costs["start-up"]
    return "\n".join([
        "# What the benchmarks measured",
        "",
        f"Written by `./dev bench`. Each program is run on every interpreter in turn, {run['rounds']} rounds; a time "
        "is the median of user and system time of the whole process. Columns named after an interpreter are its time "
        "over ouro's: above 1, ouro is faster. \"natives\" marks programs that spend more than half of their time in "
        "natives (`./dev bench --natives` measures that). Pauses are wall-clock time: a busy machine makes them "
        "longer.",
        "",
        f"* {run['date']}, {run['machine']}",
        *(f"* {version}" for version in run["versions"]),
        "",
        "![chart](results.svg)",
        "",
        *program_table(run, natives, columns, recorded),
        f"Below 1.3 (natives: 1.0) to python3: {', '.join(missed) if missed else 'none'}.",
        "",
        "## Start-up",
        "",
        f"`ouro -c pass` takes {start['milliseconds']:.2f} ms more than an empty C program and "
        f"{start['kilobytes'] / 1024:.1f} MB; the stripped binary has {start['bytes'] / 1e6:.2f} MB.",
        "",
        "## The collector: ten million live lists of one item",
        "",
        *collector_lines(costs["collector"]),
        "## The front end: `compile()` of 100,000 lines",
        "",
        *front_end_lines(costs["front end"]),
        "## How cost grows",
        "",
        "Seconds for four times as much work over seconds for one: 4 is linear. What outgrows the caches costs more at "
        "once, on both.",
        "",
        *scaling_lines(costs["scaling"]),
    ]).rstrip() + "\n"
