__all__ = ["side"]
side = 4
_hidden = 5
other = 6
print("square runs once")
