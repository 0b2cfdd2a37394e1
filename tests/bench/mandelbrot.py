"""Float arithmetic in the innermost loop."""


def mandelbrot(width, height, limit):
    total = 0
    for py in range(height):
        cy = 2.0 * py / height - 1.0
        for px in range(width):
            cx = 3.0 * px / width - 2.0
            x = y = 0.0
            n = 0
            while n < limit:
                xx = x * x
                yy = y * y
                if xx + yy > 4.0:
                    break
                y = 2.0 * x * y + cy
                x = xx - yy + cx
                n += 1
            total += n
    return total


result = mandelbrot(600, 400, 150)
assert result == 10367457, result
print(result)
