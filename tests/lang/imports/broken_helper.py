print("starts")
1 / 0
