/* tests/unit/test_str.c - what programs cannot see of strings: width, identity, growth in place, builders, the tables.
 *
 * Owns:      nothing.
 * Invariant: every string is in its narrowest width, and each character below 256 exists once.
 * Not here:  the methods as programs see them (tests/lang/text).
 */
#include "tests/unit/containers.h"

#include "runtime/base/ucd.h"
#include "runtime/byte_storage.h"
#include "runtime/codec.h"
#include "runtime/format.h"
#include "runtime/intern.h"
#include "runtime/list.h"

static Value text(const char *utf8) { return str_from_text(utf8); }

static void assert_text(Value s, const char *utf8) {
    assert_non_null(s);
    Utf8 shown;
    assert_true(str_utf8(s, &shown, true));
    assert_string_equal(shown.text, utf8);
    str_utf8_done(&shown);
    release(s);
}

static void the_narrowest_width_is_used(void **state) {
    static const struct {
        const char *text;
        uint32_t width;
        bool ascii;
    } cases[] = {
        {"abc", 1, true}, {"ab\xc3\xa9", 1, false}, {"ab\xe2\x82\xac", 2, false}, {"a\xf0\x9f\x98\x80", 4, false}};
    for (size_t i = 0; i < 4; i++) {
        Value s = text(cases[i].text);
        assert_int_equal(str_width(s), cases[i].width);
        assert_int_equal(str_is_ascii(s), cases[i].ascii);
        assert_int_equal(str_at(s, str_length(s)), 0);
        release(s);
    }
}

static void a_slice_of_wide_text_becomes_narrow(void **state) {
    Value s = text("ab\xf0\x9f\x98\x80"
                   "cd"),
          part = str_slice(s, 0, 2);
    assert_int_equal(str_width(s), 4);
    assert_int_equal(str_width(part), 1);
    assert_true(str_is_ascii(part));
    release(part);
    release(s);
}

static void one_character_is_one_object(void **state) {
    Value s = text("abc"), b = str_slice(s, 1, 2), empty = str_slice(s, 2, 2);
    assert_ptr_equal(b, str_from_char('b'));
    assert_ptr_equal(intern_text("b"), b);
    assert_ptr_equal(str_from_char('_'), NAME(underscore));
    assert_ptr_equal(empty, str_empty());
    release(s);
}

static void equal_text_has_equal_hashes(void **state) {
    Value a = text("na\xc3\xafve"), first = text("na\xc3\xaf"), rest = text("ve"), b = str_concat(first, rest);
    assert_true(str_equal(a, b));
    assert_int_equal(str_hash(a), str_hash(b));
    assert_int_equal(str_compare(a, b), 0);
    release(a);
    release(first);
    release(rest);
    release(b);
}

static void appending_in_a_loop_copies_little(void **state) {
    Value s = text("x"), piece = text("0123456789");
    size_t moves = 0;
    for (int i = 0; i < 100000; i++) {
        Ref before = s;
        assert_true(str_append(&s, piece));
        moves += before != s;
    }
    assert_int_equal(str_length(s), 1000001);
    assert_true(moves < 150);
    assert_int_equal(str_at(s, 1000000), '9');
    assert_int_equal(str_at(s, 1000001), 0);
    release(s);
    release(piece);
}

static void appending_leaves_other_references_alone(void **state) {
    Value s = text("abcd"), other = retain(s), piece = text("\xc3\xa9");
    assert_true(str_append(&s, piece));
    assert_text(other, "abcd");
    assert_false(str_is_ascii(s));
    assert_text(s, "abcd\xc3\xa9");
    release(piece);
}

static void appending_a_string_to_itself(void **state) {
    Value s = text("abc");
    assert_true(str_append(&s, s));
    assert_text(s, "abcabc");
}

static void searching_wide_text_finds_whole_characters_only(void **state) {
    /* The bytes 01 01 stand across two characters before they stand in one. */
    Value s = text("\xc4\x80\xc4\x81\xc4\x80\xc4\x81\xc4\x81"), part = text("\xc4\x81\xc4\x81");
    assert_int_equal(str_find(s, part, 0, str_length(s)), 3);
    assert_int_equal(str_rfind(s, part, 0, str_length(s)), 3);
    release(part);
    part = text("\xf0\x9f\x98\x80");
    assert_int_equal(str_find(s, part, 0, str_length(s)), -1);
    release(part);
    release(s);
}

static void builders_widen_and_format(void **state) {
    StrBuilder b;
    Value list = list_new(0), euro = text("\xe2\x82\xac");
    builder_init(&b);
    builder_format(&b, "%s %5d|%-4s|%.2s|%x|%c|%T|%S|%R", "a\xc3\xa9", 42, "l", "cut", 255, 'c', list, euro, euro);
    builder_repeat(&b, 0x1f600, 2);
    assert_text(builder_finish(&b),
                "a\xc3\xa9    42|l   |cu|ff|c|list|\xe2\x82\xac|'\xe2\x82\xac'\xf0\x9f\x98\x80\xf0\x9f\x98\x80");
    release(list);
    release(euro);
}

static void an_abandoned_builder_keeps_nothing(void **state) {
    StrBuilder b;
    builder_init(&b);
    builder_repeat(&b, 'x', 100000);
    builder_abandon(&b);
    assert_int_equal(b.capacity, 0);
}

static void sizes_that_cannot_be_are_refused(void **state) {
    Value s = text("abcdefgh");
    assert_null(str_repeat(s, INT64_MAX / 8));
    assert_raised(&type_MemoryError, "");
    assert_null(str_repeat(s, INT64_MAX / 2));
    assert_raised(&type_OverflowError, "repeated string is too long");
    release(s);
}

static void lone_surrogates_pass_only_when_asked(void **state) {
    Value s = str_from_char(0xd800);
    Utf8 utf8;
    assert_false(str_utf8(s, &utf8, false));
    assert_raised(&type_UnicodeEncodeError,
                  "'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed");
    assert_true(str_utf8(s, &utf8, true));
    assert_string_equal(utf8.text, "\xed\xa0\x80");
    str_utf8_done(&utf8);
    release(s);
}

static void decoding_in_pieces_waits_for_the_rest(void **state) {
    const uint8_t bytes[] = {'a', 0xe2, 0x82};
    size_t consumed;
    Value s = codec_decode(codec_find("UTF8"), bytes, 3, "strict", false, &consumed);
    assert_int_equal(consumed, 1);
    assert_text(s, "a");
    assert_null(codec_decode(codec_find("utf-8"), bytes, 3, "strict", true, NULL));
    assert_raised(&type_UnicodeDecodeError, "'utf-8' codec can't decode bytes in position 1-2: unexpected end of data");
}

static void names_lead_to_code_points_and_back(void **state) {
    static const struct {
        const char *name;
        uint32_t code;
    } cases[] = {{"LATIN SMALL LETTER A", 'a'},   {"CJK UNIFIED IDEOGRAPH-4E00", 0x4e00},
                 {"HANGUL SYLLABLE GAG", 0xac01}, {"TIBETAN LETTER -A", 0x0f60},
                 {"GRINNING FACE", 0x1f600},      {"CJK COMPATIBILITY IDEOGRAPH-F900", 0xf900}};
    char name[UCD_NAME_MAX];
    uint32_t code;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(ucd_find_name(cases[i].name, strlen(cases[i].name), &code));
        assert_int_equal(code, cases[i].code);
        assert_true(ucd_name(code, name) > 0);
        assert_string_equal(name, cases[i].name);
    }
    assert_true(ucd_find_name("latin small letter sharp s", 26, &code));
    assert_int_equal(code, 0xdf);
    assert_true(ucd_find_name("LINE FEED", 9, &code)); /* an alias */
    assert_int_equal(code, '\n');
    assert_false(ucd_find_name("LATIN SMALL LETTER", 18, &code));
    assert_false(ucd_find_name("LETTER A", 8, &code));
    assert_int_equal(ucd_name(0x10ffff, name), 0);
}

static void an_exported_bytearray_keeps_its_size(void **state) {
    Value array = bytearray_from("abc", 3);
    ByteView view;
    assert_true(byte_view(array, &view));
    assert_false(byte_storage_resize(array, 10));
    assert_raised(&type_BufferError, "Existing exports of data: object cannot be re-sized");
    byte_view_done(&view);
    assert_true(byte_storage_resize(array, 10));
    release(array);
}

static void a_memoryview_lets_go_when_it_dies(void **state) {
    Value array = bytearray_from("abc", 3), view = memoryview_new(array);
    assert_int_equal(as_bytearray(array)->exports, 1);
    release(view);
    assert_int_equal(as_bytearray(array)->exports, 0);
    release(array);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        RUNTIME_TEST(the_narrowest_width_is_used),
        RUNTIME_TEST(a_slice_of_wide_text_becomes_narrow),
        RUNTIME_TEST(one_character_is_one_object),
        RUNTIME_TEST(equal_text_has_equal_hashes),
        RUNTIME_TEST(appending_in_a_loop_copies_little),
        RUNTIME_TEST(appending_leaves_other_references_alone),
        RUNTIME_TEST(appending_a_string_to_itself),
        RUNTIME_TEST(searching_wide_text_finds_whole_characters_only),
        RUNTIME_TEST(builders_widen_and_format),
        RUNTIME_TEST(an_abandoned_builder_keeps_nothing),
        RUNTIME_TEST(sizes_that_cannot_be_are_refused),
        RUNTIME_TEST(lone_surrogates_pass_only_when_asked),
        RUNTIME_TEST(decoding_in_pieces_waits_for_the_rest),
        RUNTIME_TEST(names_lead_to_code_points_and_back),
        RUNTIME_TEST(an_exported_bytearray_keeps_its_size),
        RUNTIME_TEST(a_memoryview_lets_go_when_it_dies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
