class Custom(Exception):
    def __str__(self):
        return "two\nlines"


print("before")
error = Custom("ignored")
error.add_note("a note")
raise error
