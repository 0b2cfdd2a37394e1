x = 'a' 'b\x'
