"""A ray tracer: vectors with operators, spheres and a plane with virtual methods, shadows and reflections."""

from math import floor, inf, sqrt


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, scale):
        return Vector(self.x * scale, self.y * scale, self.z * scale)

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / sqrt(self.dot(self)))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Shape:
    def __init__(self, shade, mirror):
        self.shade = shade
        self.mirror = mirror

    def hit(self, ray):
        raise NotImplementedError

    def shade_at(self, point):
        return self.shade


class Sphere(Shape):
    def __init__(self, center, radius, shade, mirror):
        super().__init__(shade, mirror)
        self.center = center
        self.radius = radius

    def hit(self, ray):
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        inside = self.radius * self.radius - to_center.dot(to_center) + along * along
        if inside < 0.0:
            return inf
        distance = along - sqrt(inside)
        return distance if distance > 1e-6 else inf

    def normal(self, point):
        return (point - self.center).unit()


class Floor(Shape):
    def __init__(self, height, shade, mirror):
        super().__init__(shade, mirror)
        self.height = height

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return inf
        return (self.height - ray.origin.y) / ray.direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def shade_at(self, point):
        return self.shade if (floor(point.x + 1000.0) + floor(point.z + 1000.0)) % 2 == 0 else self.shade * 0.25


class Scene:
    def __init__(self):
        self.shapes = [
            Sphere(Vector(0.0, 0.0, 6.0), 1.0, 0.9, 0.3),
            Sphere(Vector(1.5, 0.5, 4.5), 0.7, 0.7, 0.5),
            Sphere(Vector(-1.6, -0.3, 5.0), 0.6, 0.8, 0.2),
            Floor(-1.0, 0.6, 0.1),
        ]
        self.light = Vector(-3.0, 5.0, 1.0)

    def nearest(self, ray):
        best, found = inf, None
        for shape in self.shapes:
            distance = shape.hit(ray)
            if distance < best:
                best, found = distance, shape
        return best, found

    def trace(self, ray, depth):
        distance, shape = self.nearest(ray)
        if shape is None:
            return 0.2 + 0.3 * abs(ray.direction.y)
        point = ray.at(distance)
        normal = shape.normal(point)
        to_light = self.light - point
        light_distance = sqrt(to_light.dot(to_light))
        to_light = to_light * (1.0 / light_distance)
        brightness = 0.1
        facing = normal.dot(to_light)
        if facing > 0.0:
            blocked, _ = self.nearest(Ray(point + normal * 1e-4, to_light))
            if blocked > light_distance:
                brightness += 0.9 * facing
        brightness *= shape.shade_at(point)
        if depth > 0 and shape.mirror > 0.0:
            back = ray.direction - normal * (2.0 * ray.direction.dot(normal))
            reflected = self.trace(Ray(point + normal * 1e-4, back), depth - 1)
            brightness = brightness * (1.0 - shape.mirror) + reflected * shape.mirror
        return brightness


def render(width, height):
    scene, eye, total = Scene(), Vector(0.0, 0.0, 0.0), 0.0
    rows = []
    for j in range(height):
        row = []
        for i in range(width):
            direction = Vector((i - width / 2) / width * 1.6, (height / 2 - j) / width * 1.6, 1.5).unit()
            shade = scene.trace(Ray(eye, direction), 2)
            row.append(shade)
            total += shade
        rows.append(row)
    return total, rows


total, rows = render(360, 270)
assert len(rows) == 270 and 0.0 < total < 360 * 270
print("%.6f" % total)
