import time

for text, format in (("2024-07-03 09:46:40", "%Y-%m-%d %H:%M:%S"), ("Wed Jul  3 09:46:40 2024", "%a %b %d %H:%M:%S %Y"), ("3 july 24", "%d %B %y"),
                     ("12:05 AM", "%I:%M %p"), ("12:05 pm", "%I:%M %p"), ("185 2024", "%j %Y"), ("2024 26 3", "%Y %U %w"), ("2024 26 Wed", "%Y %W %a"),
                     ("2024 27 3", "%G %V %u"), ("1/2/69", "%x"), ("23:59:60", "%X"), ("2024+0130", "%Y%z"), ("2024-01:30:15.5", "%Y%z"), ("Z", "%z"),
                     ("2024 UTC", "%Y %Z"), ("29 Feb", "%d %b"), ("20240703", "%Y%m%d"), ("1112", "%d%m"), ("111", "%d%m"), ("100%", "%H0%%"),
                     ("  a  1", " a %d"), ("0 2024 0", "%U %Y %w"), ("2021 53 7", "%G %V %u"), ("1.5", "%S.%f"), ("", "")):
    try:
        t = time.strptime(text, format)
        print(repr(text), t[:], t.tm_zone, t.tm_gmtoff)
    except Exception as error:
        print(repr(text), type(error).__name__, error)
print(time.strptime("Wed Jul  3 09:46:40 2024"))
for args in (("x", "%Y"), ("2024x", "%Y"), ("1", "%Q"), ("1", "%"), ("30 2 2024", "%d %m %Y"), ("32", "%d"), (1, "%Y"), ("1", 2), ("a", " a"), ("2024 1", "%G %V"),
             ("1 2024", "%V %Y"), ("2024 1 1", "%G %j %V"), ("2024 1 1", "%Y %V %u"), ("60", "%M"), ("+01:3015", "%z")):
    try:
        print(time.strptime(*args))
    except Exception as error:
        print(type(error).__name__, error)
