local function mandelbrot(width, height, limit)
  local total = 0
  for py = 0, height - 1 do
    local cy = 2.0 * py / height - 1.0
    for px = 0, width - 1 do
      local cx = 3.0 * px / width - 2.0
      local x, y = 0.0, 0.0
      local n = 0
      while n < limit do
        local xx, yy = x * x, y * y
        if xx + yy > 4.0 then break end
        y = 2.0 * x * y + cy
        x = xx - yy + cx
        n = n + 1
      end
      total = total + n
    end
  end
  return total
end
local result = mandelbrot(600, 400, 150)
assert(result == 10367457)
print(result)
