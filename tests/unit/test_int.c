/* tests/unit/test_int.c - what programs cannot see of ints: normal forms, the splitting of huge work, limits, Ctrl-C.
 *
 * Owns:      nothing.
 * Invariant: arithmetic beyond one piece of GMP's agrees with residues modulo a prime, and text with itself.
 * Not here:  operators as programs see them (tests/lang/numbers).
 */
#include "tests/unit/containers.h"

#include "runtime/bigint.h"
#include "runtime/bigint_scratch.h"
#include "runtime/str.h"

#define PRIME 18446744073709551557u /* the largest below 2^64 */

static Value power_of_two(uint64_t exponent) {
    Value by = int_from_uint64(exponent), power = int_lshift(number(1), by);
    release(by);
    return power;
}

/* A number of so many limbs without a pattern. */
static Value noise(size_t count, uint64_t seed) {
    Value v = int_reserve(count);
    assert_non_null(v);
    for (size_t i = 0; i < count; i++) {
        seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17;
        as_int(v)->limbs[i] = seed;
    }
    return int_finish_steal(v, false);
}

static uint64_t residue(Ref v) {
    IntView view;
    int_view(v, &view);
    unsigned __int128 rest = 0;
    for (size_t i = view.count; i-- > 0;) rest = (rest << 64 | view.limbs[i]) % PRIME;
    return (uint64_t)rest;
}

static uint64_t product_residue(Ref a, Ref b) { return (uint64_t)((unsigned __int128)residue(a) * residue(b) % PRIME); }

static void values_of_63_bits_are_in_the_word(void **state) {
    static const int64_t inside[] = {0, 1, -1, SMALL_INT_MAX, SMALL_INT_MIN};
    for (size_t i = 0; i < 5; i++) assert_ptr_equal(int_from_int64(inside[i]), small_int_value(inside[i]));
    Value above = int_from_int64(SMALL_INT_MAX + 1), below = int_from_int64(SMALL_INT_MIN - 1);
    assert_true(is_exact(above, &type_int) && as_int(above)->size == 1);
    assert_true(is_exact(below, &type_int) && as_int(below)->size == -1);
    Value back = int_sub(above, number(1)), forth = int_add(below, number(1));
    assert_ptr_equal(back, small_int_value(SMALL_INT_MAX));
    assert_ptr_equal(forth, small_int_value(SMALL_INT_MIN));
    release(above);
    release(below);
}

static void a_difference_gives_back_what_it_does_not_need(void **state) {
    Value large = power_of_two(64 * 1000), less = int_sub(large, number(1)), rest = int_sub(large, less);
    assert_ptr_equal(rest, number(1));
    Value two_limbs = power_of_two(64);
    assert_int_equal(as_int(two_limbs)->size, 2);
    Value sum = int_add(large, two_limbs), small = int_sub(sum, large);
    assert_int_equal(int_size(as_int(small)), sizeof(Int) + 2 * sizeof(uint64_t));
    release(small);
    release(sum);
    release(two_limbs);
    release(less);
    release(large);
}

/* Sizes on both sides of the pieces into which bigint.c splits. */
static const size_t sizes[][2] = {{60000, 1},      {60000, 700},    {50001, 50001},  {70000, 36000},
                                  {120000, 50000}, {130001, 60000}, {101000, 100999}};

static void huge_products_are_right(void **state) {
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Value a = noise(sizes[i][0], 7 + i), b = noise(sizes[i][1], 99 + i), product = int_mul(a, b);
        assert_int_equal(residue(product), product_residue(a, b));
        release(product);
        release(a);
        release(b);
    }
}

static void a_huge_square_is_right(void **state) {
    Value a = noise(77777, 3), square = int_mul(a, a);
    assert_int_equal(residue(square), product_residue(a, a));
    release(square);
    release(a);
}

static void huge_quotients_are_right(void **state) {
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Value a = noise(sizes[i][0], 7 + i), b = noise(sizes[i][1], 99 + i), quotient, rest;
        assert_true(int_divmod(a, b, &quotient, &rest));
        assert_true(int_compare(rest, b) < 0);
        assert_int_equal(((unsigned __int128)product_residue(quotient, b) + residue(rest)) % PRIME, residue(a));
        release(quotient);
        release(rest);
        release(a);
        release(b);
    }
}

/* The first guess at a piece of the quotient is too large by as much as it can be. */
static void quotients_of_all_ones_are_right(void **state) {
    Value high = power_of_two(64 * 90000), ones = int_sub(high, number(1)), divisor = power_of_two(64 * 45000);
    Value below = int_sub(divisor, number(1)), product = int_mul(ones, below), quotient, rest;
    assert_true(int_divmod(product, below, &quotient, &rest));
    assert_true(int_equal(quotient, ones));
    assert_ptr_equal(rest, number(0));
    Value values[] = {high, ones, divisor, below, product, quotient};
    for (size_t i = 0; i < 6; i++) release(values[i]);
}

static void huge_text_reads_back(void **state) {
    rt()->int_max_digits = 0;
    static const size_t counts[] = {16000, 16001, 40000};
    for (size_t i = 0; i < 3; i++) {
        Value v = noise(counts[i], 5 + i), text = int_text(v, 10);
        assert_non_null(text);
        Value back = int_from_str(text, 10);
        assert_true(int_equal(v, back));
        release(text);
        release(back);
        release(v);
    }
}

static void zeros_inside_huge_text_stay(void **state) {
    rt()->int_max_digits = 0;
    Value exponent = number(700000), power = int_pow(number(10), exponent), v = int_add(power, number(7));
    Value text = int_text(v, 10);
    assert_int_equal(str_length(text), 700001);
    assert_int_equal(str_at(text, 0), '1');
    assert_int_equal(str_find(text, str_from_char('7'), 0, 700001), 700000);
    Value back = int_from_str(text, 10);
    assert_true(int_equal(v, back));
    release(back);
    release(text);
    release(v);
    release(power);
}

static void text_beyond_the_limit_is_refused(void **state) {
    Value power = int_pow(number(10), number(4300)), below = int_sub(power, number(1)), text = int_text(below, 10);
    assert_int_equal(str_length(text), 4300);
    assert_null(int_text(power, 10));
    assert_raised(&type_ValueError, "Exceeds the limit (4300 digits) for integer string conversion; "
                                    "use sys.set_int_max_str_digits() to increase the limit");
    Value hexadecimal = int_text(power, 16);
    assert_non_null(hexadecimal);
    release(hexadecimal);
    release(text);
    release(below);
    release(power);
}

static void what_cannot_fit_is_refused_before_it_happens(void **state) {
    Mem *mem = &rt()->mem;
    Value large = noise(100000, 1);
    mem->limit = mem->pool_bytes + mem->large_bytes + 4 * 1024 * 1024;
    assert_null(int_pow(large, number(1000)));
    assert_raised(&type_MemoryError, "");
    assert_null(int_lshift(number(1), number((int64_t)1 << 40)));
    assert_raised(&type_MemoryError, "");
    assert_null(int_pow(number(3), number((int64_t)1 << 50)));
    assert_raised(&type_MemoryError, "");
    mem->limit = mem->pool_bytes + mem->large_bytes + 1024 * 1024; /* the product would fit, GMP's scratch does not */
    Value half = noise(20000, 2);
    assert_null(int_mul(half, half));
    assert_raised(&type_MemoryError, "");
    mem->limit = SIZE_MAX;
    release(half);
    release(large);
}

static void ctrl_c_ends_a_huge_product(void **state) {
    Value large = noise(200000, 1);
    rt()->pending |= PENDING_SIGNAL;
    assert_null(int_mul(large, large));
    assert_raised(&type_KeyboardInterrupt, "");
    rt()->int_max_digits = 0;
    rt()->pending |= PENDING_SIGNAL;
    assert_null(int_text(large, 10));
    assert_raised(&type_KeyboardInterrupt, "");
    release(large);
}

static void hashes_are_residues(void **state) {
    Value modulus = int_from_int64(((int64_t)1 << 61) - 1), v = int_mul(modulus, modulus);
    assert_int_equal(int_hash(v), 0);
    Value more = int_add(v, number(12345)), negative = int_negative(more);
    assert_int_equal(int_hash(more), 12345);
    assert_int_equal(int_hash(negative), -12345);
    assert_int_equal(int_hash(number(-1)), -2);
    release(negative);
    release(more);
    release(v);
}

static void comparing_with_doubles_is_exact(void **state) {
    Value v = int_add(number((int64_t)1 << 53), number(1)), big = power_of_two(1024);
    assert_int_equal(int_compare_double(v, 0x1p53), 1);
    assert_int_equal(int_compare_double(number(3), 3.5), -1);
    assert_int_equal(int_compare_double(number(-3), -3.5), 1);
    assert_int_equal(int_compare_double(big, 1.7976931348623157e308), 1);
    assert_int_equal(int_compare_double(big, __builtin_inf()), -1);
    release(big);
    release(v);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(values_of_63_bits_are_in_the_word),
        RUNTIME_TEST(a_difference_gives_back_what_it_does_not_need),
        RUNTIME_TEST(huge_products_are_right),
        RUNTIME_TEST(a_huge_square_is_right),
        RUNTIME_TEST(huge_quotients_are_right),
        RUNTIME_TEST(quotients_of_all_ones_are_right),
        RUNTIME_TEST(huge_text_reads_back),
        RUNTIME_TEST(zeros_inside_huge_text_stay),
        RUNTIME_TEST(text_beyond_the_limit_is_refused),
        RUNTIME_TEST(what_cannot_fit_is_refused_before_it_happens),
        RUNTIME_TEST(ctrl_c_ends_a_huge_product),
        RUNTIME_TEST(hashes_are_residues),
        RUNTIME_TEST(comparing_with_doubles_is_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
