pri€e = 5
