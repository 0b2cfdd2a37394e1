day = 07
month = 08
