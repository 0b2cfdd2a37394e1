local sqrt, floor, abs, inf = math.sqrt, math.floor, math.abs, math.huge

local Vector = {}
Vector.__index = Vector
local function vector(x, y, z)
  return setmetatable({ x = x, y = y, z = z }, Vector)
end
function Vector.__add(a, b) return vector(a.x + b.x, a.y + b.y, a.z + b.z) end
function Vector.__sub(a, b) return vector(a.x - b.x, a.y - b.y, a.z - b.z) end
function Vector.__mul(a, scale) return vector(a.x * scale, a.y * scale, a.z * scale) end
function Vector.__unm(a) return vector(-a.x, -a.y, -a.z) end
function Vector:dot(other) return self.x * other.x + self.y * other.y + self.z * other.z end
function Vector:unit() return self * (1.0 / sqrt(self:dot(self))) end

local Ray = {}
Ray.__index = Ray
local function new_ray(origin, direction)
  return setmetatable({ origin = origin, direction = direction }, Ray)
end
function Ray:at(distance) return self.origin + self.direction * distance end

local Shape = {}
Shape.__index = Shape
function Shape:shade_at() return self.shade end

local Sphere = setmetatable({}, Shape)
Sphere.__index = Sphere
function Sphere.new(center, radius, shade, mirror)
  return setmetatable({ center = center, radius = radius, shade = shade, mirror = mirror }, Sphere)
end
function Sphere:hit(ray)
  local to_center = self.center - ray.origin
  local along = to_center:dot(ray.direction)
  local inside = self.radius * self.radius - to_center:dot(to_center) + along * along
  if inside < 0.0 then return inf end
  local distance = along - sqrt(inside)
  return distance > 1e-6 and distance or inf
end
function Sphere:normal(point) return (point - self.center):unit() end

local Floor = setmetatable({}, Shape)
Floor.__index = Floor
function Floor.new(height, shade, mirror)
  return setmetatable({ height = height, shade = shade, mirror = mirror }, Floor)
end
function Floor:hit(ray)
  if ray.direction.y > -1e-6 then return inf end
  return (self.height - ray.origin.y) / ray.direction.y
end
function Floor:normal() return vector(0.0, 1.0, 0.0) end
function Floor:shade_at(point)
  if (floor(point.x + 1000.0) + floor(point.z + 1000.0)) % 2 == 0 then return self.shade end
  return self.shade * 0.25
end

local Scene = {}
Scene.__index = Scene
function Scene.new()
  return setmetatable({
    shapes = {
      Sphere.new(vector(0.0, 0.0, 6.0), 1.0, 0.9, 0.3),
      Sphere.new(vector(1.5, 0.5, 4.5), 0.7, 0.7, 0.5),
      Sphere.new(vector(-1.6, -0.3, 5.0), 0.6, 0.8, 0.2),
      Floor.new(-1.0, 0.6, 0.1),
    },
    light = vector(-3.0, 5.0, 1.0),
  }, Scene)
end
function Scene:nearest(ray)
  local best, found = inf, nil
  for _, shape in ipairs(self.shapes) do
    local distance = shape:hit(ray)
    if distance < best then best, found = distance, shape end
  end
  return best, found
end
function Scene:trace(ray, depth)
  local distance, shape = self:nearest(ray)
  if shape == nil then return 0.2 + 0.3 * abs(ray.direction.y) end
  local point = ray:at(distance)
  local normal = shape:normal(point)
  local to_light = self.light - point
  local light_distance = sqrt(to_light:dot(to_light))
  to_light = to_light * (1.0 / light_distance)
  local brightness = 0.1
  local facing = normal:dot(to_light)
  if facing > 0.0 then
    local blocked = self:nearest(new_ray(point + normal * 1e-4, to_light))
    if blocked > light_distance then brightness = brightness + 0.9 * facing end
  end
  brightness = brightness * shape:shade_at(point)
  if depth > 0 and shape.mirror > 0.0 then
    local back = ray.direction - normal * (2.0 * ray.direction:dot(normal))
    local reflected = self:trace(new_ray(point + normal * 1e-4, back), depth - 1)
    brightness = brightness * (1.0 - shape.mirror) + reflected * shape.mirror
  end
  return brightness
end

local function render(width, height)
  local scene, eye, total, rows = Scene.new(), vector(0.0, 0.0, 0.0), 0.0, {}
  for j = 0, height - 1 do
    local row = {}
    for i = 0, width - 1 do
      local direction = vector((i - width / 2) / width * 1.6, (height / 2 - j) / width * 1.6, 1.5):unit()
      local shade = scene:trace(new_ray(eye, direction), 2)
      row[i + 1] = shade
      total = total + shade
    end
    rows[j + 1] = row
  end
  return total, rows
end

local total, rows = render(360, 270)
assert(#rows == 270 and 0.0 < total and total < 360 * 270)
print(string.format("%.6f", total))
