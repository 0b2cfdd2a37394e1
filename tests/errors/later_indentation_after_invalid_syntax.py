x = 5 5
if x:
    a = 1
  b = 2
