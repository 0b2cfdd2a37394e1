answer = 44
