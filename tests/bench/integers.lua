local floor = math.floor

local function collatz(limit)
  local best, longest = 0, 0
  for start = 1, limit - 1 do
    local n, steps = start, 0
    while n ~= 1 do
      if n % 2 == 0 then n = floor(n / 2) else n = 3 * n + 1 end
      steps = steps + 1
    end
    if steps > longest then best, longest = start, steps end
  end
  return best, longest
end

local function gcd(a, b)
  while b ~= 0 do a, b = b, a % b end
  return a
end

local function power(base, exponent, modulus)
  local result = 1
  while exponent > 0 do
    if exponent % 2 == 1 then result = result * base % modulus end
    base = base * base % modulus
    exponent = floor(exponent / 2)
  end
  return result
end

local function digit_sum(n)
  local total = 0
  while n > 0 do
    total = total + n % 10
    n = floor(n / 10)
  end
  return total
end

local best, longest = collatz(70000)
assert(best == 52527 and longest == 339)
local coprime = 0
for a = 1, 799 do
  for b = 1, 799 do
    if gcd(a, b) == 1 then coprime = coprime + 1 end
  end
end
assert(coprime == 388859)
local witnesses = 0
for n = 3, 39999, 2 do
  if power(2, n - 1, n) == 1 then witnesses = witnesses + 1 end
end
local seed, total = 0, 0
for _ = 1, 1000000 do
  seed = (seed * 4093 + 1009) % 1048573
  total = total + seed
end
local digits = 0
for n = 0, 199999 do digits = digits + digit_sum(n) end
print(best .. " " .. longest .. " " .. coprime .. " " .. witnesses .. " " .. total .. " " .. digits)
