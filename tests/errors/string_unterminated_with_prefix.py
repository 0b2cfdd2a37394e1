path = rb'C:\temp
