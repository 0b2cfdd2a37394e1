ages = {'Ann': 3,
        'Bob': 4
