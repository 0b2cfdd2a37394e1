x = '\Name'
