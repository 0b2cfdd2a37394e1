local function a(i, j)
  return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)
end
local function times(v, transposed)
  local count = #v
  local result = {}
  for i = 0, count - 1 do
    local total = 0.0
    for j = 0, count - 1 do
      if transposed then total = total + a(j, i) * v[j + 1] else total = total + a(i, j) * v[j + 1] end
    end
    result[i + 1] = total
  end
  return result
end
local u, v = {}, nil
for i = 1, 400 do u[i] = 1.0 end
for _ = 1, 10 do
  v = times(times(u, false), true)
  u = times(times(v, false), true)
end
local vbv, vv = 0.0, 0.0
for i = 1, #u do vbv = vbv + u[i] * v[i]; vv = vv + v[i] * v[i] end
local result = math.sqrt(vbv / vv)
assert(math.abs(result - 1.274219) < 1e-4)
print(string.format("%.6f", result))
