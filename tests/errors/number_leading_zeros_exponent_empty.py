x = 01e
