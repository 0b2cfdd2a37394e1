path = 'C:\users'
