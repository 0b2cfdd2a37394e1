/* tests/unit/test_type.c - classes made from C: layout, MRO, slots, attributes, versions.
 *
 * Owns:      nothing.
 * Invariant: what a class statement would make is made by type_new_class here.
 * Not here:  programs (tests/lang/classes).
 */
#include "tests/unit/containers.h"

#include "runtime/descriptor.h"
#include "runtime/dict.h"
#include "runtime/instance.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/method.h"
#include "runtime/native.h"
#include "runtime/tuple.h"

/* A function written in C that binds as Python's do. */
typedef struct Probe {
    Object head;
    Value (*run)(const Ref *args, size_t count);
} Probe;

static Value probe_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    return ((Probe *)object_of(self))->run(args, count);
}
static Value probe_get(Ref self, Ref instance, Ref owner) {
    return instance ? method_new(self, instance) : retain(self);
}
static Type probe_type = {.head = IMMORTAL_HEAD(&type_type),
                          .name = "probe",
                          .size = sizeof(Probe),
                          .call = probe_call,
                          .get = probe_get};

static Value probe(Value (*run)(const Ref *args, size_t count)) {
    Probe *self = object_new(&probe_type, sizeof *self);
    self->run = run;
    return value_of(self);
}

static Value text(const char *s) { return intern_text(s); }

/* class name(bases...): names and values in pairs, ended by NULL; values are taken. */
static Value class_of(const char *name, Ref bases, ...) {
    Value namespace = dict_new(), class_name = text(name);
    va_list pairs;
    va_start(pairs, bases);
    for (const char *key; (key = va_arg(pairs, const char *));) {
        Value value = va_arg(pairs, Value);
        dict_set_text(namespace, key, value);
        release(value);
    }
    va_end(pairs);
    Value empty = tuple_empty(),
          class = type_new_class(&type_type, class_name, bases ? bases : empty, namespace, NULL, NULL);
    release(class_name);
    release(namespace);
    return class;
}

static Value derived(const char *name, Ref base) {
    Value bases = tuple_pack(1, base), class = class_of(name, bases, NULL);
    release(bases);
    return class;
}

static Value attribute(Ref self, const char *name) {
    Value key = text(name), value = getattr(self, key);
    release(key);
    return value;
}

static bool set(Ref self, const char *name, Ref value) {
    Value key = text(name);
    bool done = setattr(self, key, value);
    release(key);
    return done;
}

static int64_t int_attribute(Ref self, const char *name) {
    Value value = attribute(self, name);
    assert_non_null(value);
    int64_t result = small_int(value);
    release(value);
    return result;
}

static void drop_class(Value class) {
    release(class);
    gc_collect();
}

static void two_attributes_take_48_bytes(void **state) {
    Value assigned = tuple_pack(2, NAME(start), NAME(stop)),
          class = class_of("A", NULL, "__static_attributes__", assigned, NULL);
    Value self = call_0(class);
    assert_true(set(self, "start", number(1)) && set(self, "stop", number(2)));
    assert_int_equal(instance_storage(self), 48);
    assert_int_equal(int_attribute(self, "start"), 1);
    assert_int_equal(int_attribute(self, "stop"), 2);
    assert_null(slots_of(self)->overflow);
    release(self);
    drop_class(class);
}

static void later_instances_have_the_room_that_earlier_ones_needed(void **state) {
    Value class = derived("A", type_ref(&type_object)), first = call_0(class);
    const char *const keys[] = {"a", "b", "c", "d", "e"};
    for (int i = 0; i < 5; i++) assert_true(set(first, keys[i], number(i)));
    assert_non_null(slots_of(first)->overflow);
    Value second = call_0(class);
    for (int i = 0; i < 5; i++) assert_true(set(second, keys[i], number(i)));
    assert_null(slots_of(second)->overflow);
    for (int i = 0; i < 5; i++) assert_int_equal(int_attribute(first, keys[i]), int_attribute(second, keys[i]));
    release(first);
    release(second);
    drop_class(class);
}

static void deleting_keeps_the_order_of_the_rest(void **state) {
    Value class = derived("A", type_ref(&type_object)), self = call_0(class);
    const char *const keys[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; i++) assert_true(set(self, keys[i], number(i)));
    assert_true(set(self, "b", NULL));
    assert_true(set(self, "e", number(9)));
    assert_false(set(self, "b", NULL));
    assert_raised(&type_AttributeError, "'A' object has no attribute 'b'");
    Value dict = instance_copy_attributes(self);
    assert_string_equal(shown(dict), "{'a': 0, 'c': 2, 'd': 3, 'e': 9}");
    release(dict);
    release(self);
    drop_class(class);
}

static void many_attributes_move_to_a_dict(void **state) {
    Value class = derived("A", type_ref(&type_object)), self = call_0(class);
    char key[16];
    for (int i = 0; i < 300; i++) {
        snprintf(key, sizeof key, "k%d", i);
        assert_true(set(self, key, number(i)));
    }
    assert_true(slots_of(self)->shape->is_dict);
    for (int i = 0; i < 300; i++) {
        snprintf(key, sizeof key, "k%d", i);
        assert_int_equal(int_attribute(self, key), i);
    }
    release(self);
    drop_class(class);
}

static void the_dict_of_an_instance_is_its_storage(void **state) {
    Value class = derived("A", type_ref(&type_object)), self = call_0(class);
    assert_true(set(self, "x", number(1)));
    Value dict = attribute(self, "__dict__");
    dict_set_text(dict, "y", number(2));
    assert_int_equal(int_attribute(self, "y"), 2);
    assert_true(set(self, "z", number(3)));
    assert_string_equal(shown(dict), "{'x': 1, 'y': 2, 'z': 3}");
    release(dict);
    release(self);
    drop_class(class);
}

static void diamonds_are_linear(void **state) {
    Value a = derived("A", type_ref(&type_object)), b = derived("B", a), c = derived("C", a);
    Value bases = tuple_pack(2, b, c), d = class_of("D", bases, NULL), mro = retain(type_mro_peek(as_type(d)));
    const Ref expected[] = {d, b, c, a, type_ref(&type_object)};
    assert_int_equal(tuple_count(mro), 5);
    for (size_t i = 0; i < 5; i++) assert_ptr_equal(tuple_peek(mro, i), expected[i]);
    Value wrong = tuple_pack(2, a, b);
    assert_null(class_of("E", wrong, NULL));
    assert_raised(&type_TypeError, "Cannot create a consistent method resolution order (MRO) for bases A, B");
    release(wrong);
    release(mro);
    release(bases);
    release(a);
    release(b);
    release(c);
    drop_class(d);
}

static void layouts_conflict(void **state) {
    Value both = tuple_pack(2, type_ref(&type_list), type_ref(&type_dict)), final = tuple_pack(1, type_ref(&type_bool));
    assert_null(class_of("A", both, NULL));
    assert_raised(&type_TypeError, "multiple bases have instance lay-out conflict");
    assert_null(class_of("A", final, NULL));
    assert_raised(&type_TypeError, "type 'bool' is not an acceptable base type");
    release(both);
    release(final);
}

static void slots_reserve_words(void **state) {
    Value class = class_of("A", NULL, "__slots__", tuple_pack(2, NAME(start), NAME(stop)), NULL), self = call_0(class);
    assert_null(attribute(self, "start"));
    assert_raised(&type_AttributeError, "'A' object has no attribute 'start'");
    assert_true(set(self, "start", number(5)));
    assert_int_equal(int_attribute(self, "start"), 5);
    assert_false(set(self, "other", number(5)));
    assert_raised(&type_AttributeError,
                  "'A' object has no attribute 'other' and no __dict__ for setting new attributes");
    assert_true(set(self, "start", NULL));
    assert_false(set(self, "start", NULL));
    assert_raised(&type_AttributeError, "start");
    release(self);
    drop_class(class);
}

/* A class with __slots__, a subclass with a dict: the words of both are apart. */
static void slots_and_a_dict_live_together(void **state) {
    Value base = class_of("A", NULL, "__slots__", tuple_pack(1, NAME(start)), NULL), class = derived("B", base);
    Value self = call_0(class);
    assert_true(set(self, "start", number(1)) && set(self, "stop", number(2)));
    Value dict = attribute(self, "__dict__");
    assert_string_equal(shown(dict), "{'stop': 2}");
    assert_int_equal(int_attribute(self, "start"), 1);
    release(dict);
    release(self);
    release(base);
    drop_class(class);
}

static Value answer_42(const Ref *args, size_t count) { return number(42); }
static Value answer_7(const Ref *args, size_t count) { return number(7); }
static Value not_implemented(const Ref *args, size_t count) { return VALUE_NOT_IMPLEMENTED; }

static void special_methods_fill_slots(void **state) {
    Value class = class_of("A", NULL, "__len__", probe(answer_42), "__add__", probe(answer_7), NULL),
          self = call_0(class);
    assert_int_equal(length_of(self), 42);
    Value sum = binary_op(BINARY_ADD, self, number(1));
    assert_int_equal(small_int(sum), 7);
    assert_null(binary_op(BINARY_SUB, self, number(1)));
    assert_raised(&type_TypeError, "unsupported operand type(s) for -: 'A' and 'int'");
    release(self);
    drop_class(class);
}

static void assigning_a_special_method_changes_the_subclasses(void **state) {
    Value class = derived("A", type_ref(&type_object)), subclass = derived("B", class), self = call_0(subclass);
    assert_int_equal(length_of(self), -1);
    assert_raised(&type_TypeError, "object of type 'B' has no len()");
    uint32_t version = as_type(subclass)->version;
    Value function = probe(answer_42);
    assert_true(set(class, "__len__", function));
    assert_int_equal(length_of(self), 42);
    assert_int_not_equal(as_type(subclass)->version, version);
    assert_true(set(class, "__len__", NULL));
    assert_null(as_type(subclass)->len);
    release(function);
    release(self);
    release(class);
    drop_class(subclass);
}

static void reflected_methods_of_subclasses_come_first(void **state) {
    Value base = class_of("A", NULL, "__add__", probe(answer_7), "__radd__", probe(answer_7), NULL);
    Value bases = tuple_pack(1, base), class = class_of("B", bases, "__radd__", probe(answer_42), NULL),
          plain = derived("C", base);
    Value a = call_0(base), b = call_0(class), c = call_0(plain);
    assert_int_equal(small_int(binary_op(BINARY_ADD, a, b)), 42);
    assert_int_equal(small_int(binary_op(BINARY_ADD, a, c)), 7);
    release(a);
    release(b);
    release(c);
    release(bases);
    release(base);
    release(plain);
    drop_class(class);
}

static void not_implemented_falls_back(void **state) {
    Value class = class_of("A", NULL, "__eq__", probe(not_implemented), "__lt__", probe(not_implemented), NULL),
          self = call_0(class);
    assert_int_equal(compare_test(COMPARE_EQ, self, self), FOUND);
    assert_int_equal(compare_test(COMPARE_EQ, self, number(1)), MISSING);
    assert_int_equal(compare_test(COMPARE_NE, self, number(1)), FOUND);
    assert_null(compare(COMPARE_LT, self, number(1)));
    assert_raised(&type_TypeError, "'<' not supported between instances of 'A' and 'int'");
    int64_t hash;
    assert_false(hash_of(self, &hash));
    assert_raised(&type_TypeError, "unhashable type: 'A'");
    release(self);
    drop_class(class);
}

static void native_slots_are_inherited_directly(void **state) {
    Value class = derived("A", type_ref(&type_list));
    assert_ptr_equal(as_type(class)->getitem, type_list.getitem);
    assert_ptr_equal(as_type(class)->len, type_list.len);
    Value self = call_0(class);
    assert_true(list_append(self, number(3)));
    assert_true(set(self, "x", number(4)));
    assert_string_equal(shown(self), "[3]");
    assert_int_equal(int_attribute(self, "x"), 4);
    release(self);
    drop_class(class);
}

static void instances_of_int_have_attributes(void **state) {
    Value class = derived("A", type_ref(&type_int)), self = call_1(class, number(5));
    assert_non_null(self);
    assert_true(set(self, "x", number(4)));
    assert_int_equal(int_attribute(self, "x"), 4);
    Value sum = binary_op(BINARY_ADD, self, number(1));
    assert_int_equal(small_int(sum), 6);
    release(self);
    drop_class(class);
}

static void wrappers_stand_for_slots(void **state) {
    Value add = attribute(type_ref(&type_int), "__add__"), bound = attribute(number(1), "__add__");
    assert_string_equal(shown(add), "<slot wrapper '__add__' of 'int' objects>");
    Value sum = call_1(bound, number(2));
    assert_int_equal(small_int(sum), 3);
    assert_null(call_0(bound));
    assert_raised(&type_TypeError, "expected 1 argument, got 0");
    assert_null(call_1(add, VALUE_NONE));
    assert_raised(&type_TypeError, "descriptor '__add__' requires a 'int' object but received a 'NoneType'");
    release(add);
    release(bound);
}

static void arguments_of_object_must_mean_something(void **state) {
    Value class = derived("A", type_ref(&type_object));
    assert_null(call_1(class, number(1)));
    assert_raised(&type_TypeError, "A() takes no arguments");
    drop_class(class);
    Value new = attribute(type_ref(&type_object), "__new__");
    assert_null(call_1(new, type_ref(&type_list)));
    assert_raised(&type_TypeError, "object.__new__(list) is not safe, use list.__new__()");
    release(new);
}

static void static_types_refuse_attributes(void **state) {
    assert_false(set(type_ref(&type_int), "x", number(1)));
    assert_raised(&type_TypeError, "cannot set 'x' attribute of immutable type 'int'");
    assert_false(set(number(1), "x", number(1)));
    assert_raised(&type_AttributeError, "'int' object has no attribute 'x' and no __dict__ for setting new attributes");
    Value list = list_new(0);
    assert_false(set(list, "append", number(1)));
    assert_raised(&type_AttributeError, "'list' object attribute 'append' is read-only");
    release(list);
}

static void the_class_of_an_instance_can_change(void **state) {
    Value a = derived("A", type_ref(&type_object)), b = derived("B", type_ref(&type_object)), self = call_0(a);
    assert_true(set(self, "x", number(1)) && set(self, "y", number(2)));
    assert_true(set(self, "__class__", b));
    assert_ptr_equal(type_of(self), as_type(b));
    assert_int_equal(int_attribute(self, "x"), 1);
    assert_true(set(self, "z", number(3)));
    assert_int_equal(int_attribute(self, "z"), 3);
    assert_false(set(self, "__class__", type_ref(&type_int)));
    assert_raised(&type_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    release(self);
    release(a);
    drop_class(b);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(two_attributes_take_48_bytes),
        RUNTIME_TEST(later_instances_have_the_room_that_earlier_ones_needed),
        RUNTIME_TEST(deleting_keeps_the_order_of_the_rest),
        RUNTIME_TEST(many_attributes_move_to_a_dict),
        RUNTIME_TEST(the_dict_of_an_instance_is_its_storage),
        RUNTIME_TEST(diamonds_are_linear),
        RUNTIME_TEST(layouts_conflict),
        RUNTIME_TEST(slots_reserve_words),
        RUNTIME_TEST(slots_and_a_dict_live_together),
        RUNTIME_TEST(special_methods_fill_slots),
        RUNTIME_TEST(assigning_a_special_method_changes_the_subclasses),
        RUNTIME_TEST(reflected_methods_of_subclasses_come_first),
        RUNTIME_TEST(not_implemented_falls_back),
        RUNTIME_TEST(native_slots_are_inherited_directly),
        RUNTIME_TEST(instances_of_int_have_attributes),
        RUNTIME_TEST(wrappers_stand_for_slots),
        RUNTIME_TEST(arguments_of_object_must_mean_something),
        RUNTIME_TEST(static_types_refuse_attributes),
        RUNTIME_TEST(the_class_of_an_instance_can_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
