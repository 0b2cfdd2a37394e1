/* tests/unit/test_mem.c - cells, large blocks, the limit, the reserve, failure on demand.
 *
 * Owns:      nothing.
 * Invariant: every test ends with nothing in use.
 * Not here:  objects (test_gc.c).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/base/mem.h"

static Mem mem;
static volatile uint32_t pending;

static int set_up(void **state) {
    pending = 0;
    return mem_init(&mem, &pending) ? 0 : -1;
}

static int tear_down(void **state) {
    size_t used = mem_in_use(&mem);
    mem_destroy(&mem);
    return used == 0 ? 0 : -1;
}

/* A cell as an object would have it: with a type. */
static void *take(uint32_t kind, size_t size) {
    MemCell *cell = mem_cell(&mem, kind, size);
    cell->type = &mem;
    return cell;
}

static void cells_are_aligned_and_apart(void **state) {
    for (size_t size = 16; size <= MEM_CELL_MAX; size += 24) {
        char *a = take(MEM_LEAVES, size), *b = take(MEM_LEAVES, size);
        assert_int_equal((uintptr_t)a % 16, 0);
        assert_int_equal((uintptr_t)b % 16, 0);
        memset(a, 1, size);
        memset(b, 2, size);
        assert_int_equal(a[0] + a[size - 1], 2);
        mem_cell_free(&mem, MEM_LEAVES, a, size);
        mem_cell_free(&mem, MEM_LEAVES, b, size);
    }
}

static void count_visit(void *object, void *context) { ++*(size_t *)context; }

static size_t walked(uint32_t kind) {
    size_t count = 0;
    mem_walk(&mem, kind, count_visit, &count);
    return count;
}

static void walk_sees_live_cells_only(void **state) {
    enum { COUNT = 3000 };
    static void *cells[COUNT];
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_CONTAINERS, 16 + i % 200);
    void *large = mem_large_try(&mem, MEM_CONTAINERS, 5000);
    ((MemCell *)large)->type = &mem;
    assert_int_equal(walked(MEM_CONTAINERS), COUNT + 1);
    assert_int_equal(walked(MEM_LEAVES), 0);
    for (size_t i = 0; i < COUNT; i += 2) mem_cell_free(&mem, MEM_CONTAINERS, cells[i], 16 + i % 200);
    assert_int_equal(walked(MEM_CONTAINERS), COUNT / 2 + 1);
    size_t counted = mem_count_cells(&mem, MEM_CONTAINERS);
    assert_true(counted == SIZE_MAX || counted == COUNT / 2 + 1);
    for (size_t i = 1; i < COUNT; i += 2) mem_cell_free(&mem, MEM_CONTAINERS, cells[i], 16 + i % 200);
    mem_large_free(&mem, large);
    assert_int_equal(walked(MEM_CONTAINERS), 0);
}

static void raw_blocks_keep_their_contents(void **state) {
    size_t size = 10;
    char *block = mem_raw_try(&mem, size);
    memset(block, 'x', size);
    for (size_t next = 20; next < 3000000; next *= 3) {
        block = mem_raw_resize_try(&mem, block, size, next);
        for (size_t i = 0; i < size; i++) assert_int_equal(block[i], 'x');
        memset(block, 'x', next);
        size = next;
    }
    for (size_t next = size / 7; next > 1; next /= 7) {
        block = mem_raw_resize_try(&mem, block, size, next);
        for (size_t i = 0; i < next; i++) assert_int_equal(block[i], 'x');
        size = next;
    }
    mem_raw_free(&mem, block, size);
}

static void limit_refuses_what_the_program_chose(void **state) {
    mem.limit = 4 * 1024 * 1024;
    assert_null(mem_raw_try(&mem, 5 * 1024 * 1024));
    void *block = mem_raw_try(&mem, 3 * 1024 * 1024);
    assert_non_null(block);
    assert_null(mem_raw_try(&mem, 2 * 1024 * 1024));
    assert_null(mem_raw_resize_try(&mem, block, 3 * 1024 * 1024, 5 * 1024 * 1024));
    assert_int_equal(pending, 0);
    mem_raw_free(&mem, block, 3 * 1024 * 1024);
}

static void small_cells_never_fail(void **state) {
    enum { COUNT = 40000 };
    static void *cells[COUNT];
    mem.limit = 1024 * 1024;
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_LEAVES, 48);
    assert_true(pending & MEM_PENDING_MEMORY);
    assert_true(mem.reserve_left < MEM_RESERVE);
    mem_refill_reserve(&mem);
    assert_int_equal(mem.reserve_left, MEM_RESERVE);
    for (size_t i = 0; i < COUNT; i++) mem_cell_free(&mem, MEM_LEAVES, cells[i], 48);
}

static void memory_of_one_size_becomes_that_of_another(void **state) {
    enum { COUNT = 20000 };
    static void *cells[COUNT];
    mem.limit = 2 * 1024 * 1024;
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_LEAVES, 80);
    for (size_t i = 0; i < COUNT; i++) mem_cell_free(&mem, MEM_LEAVES, cells[i], 80);
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_CONTAINERS, 64);
    assert_int_equal(pending, 0);
    for (size_t i = 0; i < COUNT; i++) mem_cell_free(&mem, MEM_CONTAINERS, cells[i], 64);
}

static void trimming_gives_pools_back(void **state) {
    enum { COUNT = 100000 };
    static void *cells[COUNT];
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_LEAVES, 64);
    size_t full = mem.pool_bytes;
    for (size_t i = 0; i < COUNT; i++) mem_cell_free(&mem, MEM_LEAVES, cells[i], 64);
    assert_int_equal(mem_trim(&mem), 0);
    assert_true(mem.pool_bytes < full / 50);
}

static void growth_asks_for_a_collection(void **state) {
    enum { COUNT = 20000 };
    static void *cells[COUNT];
    mem.growth_limit = 500000;
    for (size_t i = 0; i < COUNT; i++) cells[i] = take(MEM_CONTAINERS, 64);
    assert_true(pending & MEM_PENDING_COLLECT);
    for (size_t i = 0; i < COUNT; i++) mem_cell_free(&mem, MEM_CONTAINERS, cells[i], 64);
}

static void steady_use_does_not_grow(void **state) {
    for (size_t i = 0; i < 100000; i++) mem_cell_free(&mem, MEM_CONTAINERS, take(MEM_CONTAINERS, 64), 64);
    if (!MEM_CHECKED) assert_true(mem.growth < 10000);
}

static void a_chosen_allocation_fails(void **state) {
    mem.fail_after = mem.allocations + 2;
    void *first = mem_raw_try(&mem, 5000);
    assert_non_null(first);
    assert_null(mem_raw_try(&mem, 5000));
    void *third = mem_raw_try(&mem, 5000);
    assert_non_null(third);
    mem_raw_free(&mem, first, 5000);
    mem_raw_free(&mem, third, 5000);
}

typedef struct Traffic {
    size_t made;    /* blocks the hook saw come */
    size_t freed;   /* and go */
    size_t resized; /* and move */
} Traffic;

static void hook(void *context, void *block, size_t size, void *old) {
    Traffic *traffic = context;
    if (!block) traffic->freed++;
    else if (old) traffic->resized++;
    else traffic->made++;
}

static void hook_sees_every_block(void **state) {
    Traffic traffic = {0};
    void *before = take(MEM_LEAVES, 32);
    mem_cell_free(&mem, MEM_LEAVES, take(MEM_LEAVES, 32), 32);
    mem_set_hook(&mem, hook, &traffic);
    for (size_t i = 0; i < 100; i++) mem_cell_free(&mem, MEM_LEAVES, take(MEM_LEAVES, 32), 32);
    assert_int_equal(traffic.made, 100);
    assert_int_equal(traffic.freed, 100);
    void *block = mem_raw_resize_try(&mem, mem_raw_try(&mem, 2000), 2000, 4000);
    assert_int_equal(traffic.resized, 1);
    mem_raw_free(&mem, block, 4000);
    mem_set_hook(&mem, NULL, NULL);
    mem_cell_free(&mem, MEM_LEAVES, take(MEM_LEAVES, 32), 32);
    mem_cell_free(&mem, MEM_LEAVES, before, 32);
    assert_int_equal(traffic.made, 101);
    assert_int_equal(traffic.freed, 101);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(cells_are_aligned_and_apart),    TEST(walk_sees_live_cells_only),
        TEST(raw_blocks_keep_their_contents), TEST(limit_refuses_what_the_program_chose),
        TEST(small_cells_never_fail),         TEST(memory_of_one_size_becomes_that_of_another),
        TEST(trimming_gives_pools_back),      TEST(growth_asks_for_a_collection),
        TEST(steady_use_does_not_grow),       TEST(a_chosen_allocation_fails),
        TEST(hook_sees_every_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
