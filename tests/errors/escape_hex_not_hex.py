path = 'C:\xyz'
