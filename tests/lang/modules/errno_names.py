import errno

print(errno.ENOENT, errno.EACCES, errno.EAGAIN == errno.EWOULDBLOCK, len(errno.errorcode))
print(errno.errorcode[11], errno.errorcode[2], errno.errorcode[95], errno.errorcode[35])
try:
    open("/nonexistent")
except OSError as error:
    print(errno.errorcode[error.errno])
