"""A constraint solver that keeps a plan up to date: constraints with strengths between variables, as DeltaBlue has them.

After the algorithm of Freeman-Benson and Maloney: each variable knows which constraint determines it and how strongly
it could be held; adding and removing constraints changes the solution step by step.
"""

REQUIRED, STRONG, MEDIUM, WEAK, WEAKEST = range(5)  # smaller is stronger
FORWARD, BACKWARD, NONE = 1, 2, 0


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walkabout = WEAKEST
        self.stay = True

    def remove(self, constraint):
        self.constraints.remove(constraint)
        if self.determined_by is constraint:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def add_to(self, planner):
        self.add_to_graph()
        planner.incremental_add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        else:
            self.remove_from_graph()

    def satisfy(self, mark, planner):
        """Enforces the constraint if it can be. The constraint that it overrides, or None."""
        self.choose_method(mark)
        if not self.is_satisfied():
            assert self.strength != REQUIRED, "a required constraint cannot be satisfied"
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        out.determined_by = self
        assert planner.add_propagate(self, mark), "a cycle of constraints"
        out.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.add_to(planner)

    def add_to_graph(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def remove_from_graph(self):
        self.variable.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.walkabout

    def is_satisfied(self):
        return self.satisfied

    def mark_inputs(self, mark):
        pass

    def mark_unsatisfied(self):
        self.satisfied = False

    def output(self):
        return self.variable

    def inputs_known(self, mark):
        return True

    def recalculate(self):
        self.variable.walkabout = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    """Leaves the variable as it is."""


class Edit(Unary):
    """The variable is set from outside."""

    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NONE
        self.add_to(planner)

    def add_to_graph(self):
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = NONE

    def remove_from_graph(self):
        self.first.remove(self)
        self.second.remove(self)
        self.direction = NONE

    def choose_method(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            usable = second.mark != mark and self.strength < second.walkabout
            self.direction = FORWARD if usable else NONE
        elif second.mark == mark:
            self.direction = BACKWARD if self.strength < first.walkabout else NONE
        elif first.walkabout > second.walkabout:
            self.direction = BACKWARD if self.strength < first.walkabout else NONE
        else:
            self.direction = FORWARD if self.strength < second.walkabout else BACKWARD

    def is_satisfied(self):
        return self.direction != NONE

    def mark_inputs(self, mark):
        self.input().mark = mark

    def mark_unsatisfied(self):
        self.direction = NONE

    def input(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stay or source.determined_by is None

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walkabout = max(self.strength, source.walkabout)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scaled(Binary):
    """second = first * scale + offset, where scale and offset are variables."""

    def __init__(self, first, scale, offset, second, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def add_to_graph(self):
        super().add_to_graph()
        self.scale.constraints.append(self)
        self.offset.constraints.append(self)

    def remove_from_graph(self):
        super().remove_from_graph()
        self.scale.remove(self)
        self.offset.remove(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source, out = self.input(), self.output()
        out.walkabout = max(self.strength, source.walkabout)
        out.stay = source.stay and self.scale.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.mark_unsatisfied()
        constraint.remove_from_graph()
        unsatisfied = self.remove_propagate(out)
        unsatisfied.sort(key=lambda c: c.strength)
        for other in unsatisfied:
            self.incremental_add(other)

    def add_propagate(self, constraint, mark):
        """Computes strengths downstream. False when the constraint's own output is met again."""
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            c.recalculate()
            self.add_consumers(c.output(), todo)
        return True

    def remove_propagate(self, out):
        """Computes strengths downstream of a variable that nothing determines any longer. The constraints to try again."""
        out.determined_by = None
        out.walkabout = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            variable = todo.pop()
            for c in variable.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
            for c in variable.constraints:
                if c is not variable.determined_by and c.is_satisfied():
                    c.recalculate()
                    todo.append(c.output())
        return unsatisfied

    def add_consumers(self, variable, into):
        determining = variable.determined_by
        for c in variable.constraints:
            if c is not determining and c.is_satisfied():
                into.append(c)

    def plan_from(self, constraints):
        """The constraints to execute, in order, when the inputs of these have changed."""
        mark = self.new_mark()
        plan = []
        todo = [c for c in constraints if c.is_input() and c.is_satisfied()]
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                self.add_consumers(c.output(), todo)
        return plan


def change(planner, variable, value, times):
    edit = Edit(variable, STRONG, planner)
    plan = planner.plan_from([edit])
    for _ in range(times):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.destroy(planner)


def chain(count):
    """Equalities in a row: the value goes from the first to the last."""
    planner = Planner()
    variables = [Variable("v%d" % i) for i in range(count + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    Stay(variables[-1], MEDIUM, planner)
    edit = Edit(variables[0], STRONG, planner)
    plan = planner.plan_from([edit])
    for value in range(100):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        assert variables[-1].value == value
    edit.destroy(planner)


def projection(count):
    """Pairs of variables under one scale and one offset, changed at either end."""
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    sources, targets = [], []
    for i in range(count):
        source, target = Variable("s%d" % i, i), Variable("t%d" % i, i)
        Stay(source, WEAK, planner)
        Scaled(source, scale, offset, target, REQUIRED, planner)
        sources.append(source)
        targets.append(target)
    change(planner, sources[0], 17, 10)
    assert targets[0].value == 1170
    change(planner, targets[0], 1050, 10)
    assert sources[0].value == 5
    change(planner, scale, 5, 10)
    assert all(t.value == s.value * 5 + 1000 for s, t in zip(sources, targets))
    change(planner, offset, 2000, 10)
    assert all(t.value == s.value * 5 + 2000 for s, t in zip(sources, targets))
    return sum(t.value for t in targets)


for _ in range(18):
    chain(1500)
    total = projection(1500)
assert total == 8621275, total
print(total)
