# Filters by regular expressions: the text of the warning must begin with what fits.
import warnings

TEXTS = ["ignore me", "Ignore that", "number 42", "a.b", "axb", "aab", "x\ny", "tail", "-"]
PATTERNS = ["ignore", "ign.*that", r"number \d+$", r"a\.b", "a[a-c]b", "(tail|axb)$", "x.y", "(?!a)", "a{2}b", "[^-]*$", r"\w+ \w+\b"]
for pattern in PATTERNS:
    shown = []
    for text in TEXTS:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            warnings.filterwarnings("ignore", message=pattern)
            warnings.warn(text)
        if not seen:
            shown.append(text)
    print(pattern, shown)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", module=r"__mai.__$")
    warnings.warn("not seen")
    try:
        warnings.warn("x", UserWarning, "a")
    except TypeError as error:
        print(error)
print(len(seen))
