distance = 5km
