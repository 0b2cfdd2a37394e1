/* runtime/codec_tables.c - the encodings of one byte a character that extend ASCII.
 *
 * Owns:      what their bytes from 0x80 on mean.
 * Invariant: a table has 128 characters; U+FFFE stands where a byte means nothing.
 * Not here:  ascii and latin-1, which need no table (codec.c).
 */
#include "runtime/codec_work.h"

/* clang-format off */
const Codec codec_tables[] = {
    {"charmap", " cp437 437 ibm437 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp437",
     u"ÇüéâäàåçêëèïîìÄÅ"
     u"ÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
     u"áíóúñÑªº¿⌐¬½¼¡«»"
     u"░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
     u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
     u"╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
     u"αßΓπΣσµτΦΘΩδ∞φε∩"
     u"≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"},
    {"charmap", " cp850 850 ibm850 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp850",
     u"ÇüéâäàåçêëèïîìÄÅ"
     u"ÉæÆôöòûùÿÖÜø£Ø×ƒ"
     u"áíóúñÑªº¿®¬½¼¡«»"
     u"░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
     u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
     u"ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
     u"ÓßÔÒõÕµþÞÚÛÙýÝ¯´"
     u"\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0"},
    {"charmap", " cp866 866 ibm866 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp866",
     u"АБВГДЕЖЗИЙКЛМНОП"
     u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
     u"абвгдежзийклмноп"
     u"░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
     u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
     u"╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
     u"рстуфхцчшщъыьэюя"
     u"ЁёЄєЇїЎў°∙·√№¤■\u00a0"},
    {"charmap", " cp1250 windows_1250 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1250",
     u"€\ufffe‚\ufffe„…†‡\ufffe‰Š‹ŚŤŽŹ"
     u"\ufffe‘’“”•–—\ufffe™š›śťžź"
     u"\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż"
     u"°±˛ł´µ¶·¸ąş»Ľ˝ľż"
     u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ"
     u"ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
     u"ŕáâăäĺćçčéęëěíîď"
     u"đńňóôőö÷řůúűüýţ˙"},
    {"charmap", " cp1251 windows_1251 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1251",
     u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ"
     u"ђ‘’“”•–—\ufffe™љ›њќћџ"
     u"\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї"
     u"°±Ііґµ¶·ё№є»јЅѕї"
     u"АБВГДЕЖЗИЙКЛМНОП"
     u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
     u"абвгдежзийклмноп"
     u"рстуфхцчшщъыьэюя"},
    {"charmap", " cp1252 windows_1252 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1252",
     u"€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe"
     u"\ufffe‘’“”•–—˜™š›œ\ufffežŸ"
     u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯"
     u"°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
     u"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
     u"àáâãäåæçèéêëìíîï"
     u"ðñòóôõö÷øùúûüýþÿ"},
    {"charmap", " cp1253 windows_1253 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1253",
     u"€\ufffe‚ƒ„…†‡\ufffe‰\ufffe‹\ufffe\ufffe\ufffe\ufffe"
     u"\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe\ufffe\ufffe\ufffe"
     u"\u00a0΅Ά£¤¥¦§¨©\ufffe«¬\u00ad®―"
     u"°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
     u"ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ"
     u"ΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήί"
     u"ΰαβγδεζηθικλμνξο"
     u"πρςστυφχψωϊϋόύώ\ufffe"},
    {"charmap", " cp1254 windows_1254 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1254",
     u"€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffe\ufffe\ufffe"
     u"\ufffe‘’“”•–—˜™š›œ\ufffe\ufffeŸ"
     u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯"
     u"°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
     u"ĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
     u"àáâãäåæçèéêëìíîï"
     u"ğñòóôõö÷øùúûüışÿ"},
    {"charmap", " cp1257 windows_1257 ",
     CODEC_TABLE, ORDER_MARKED, false, "cp1257",
     u"€\ufffe‚\ufffe„…†‡\ufffe‰\ufffe‹\ufffe¨ˇ¸"
     u"\ufffe‘’“”•–—\ufffe™\ufffe›\ufffe¯˛\ufffe"
     u"\u00a0\ufffe¢£¤\ufffe¦§Ø©Ŗ«¬\u00ad®Æ"
     u"°±²³´µ¶·ø¹ŗ»¼½¾æ"
     u"ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻ"
     u"ŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
     u"ąįāćäåęēčéźėģķīļ"
     u"šńņóōõö÷ųłśūüżž˙"},
    {"charmap", " iso8859_2 iso_8859_2 csisolatin2 iso_8859_2_1987 iso_ir_101 l2 latin2 ",
     CODEC_TABLE, ORDER_MARKED, false, "iso8859-2",
     u"\x80" u"\x81" u"\x82" u"\x83" u"\x84" u"\x85" u"\x86" u"\x87" u"\x88" u"\x89" u"\x8a" u"\x8b" u"\x8c" u"\x8d" u"\x8e" u"\x8f"
     u"\x90" u"\x91" u"\x92" u"\x93" u"\x94" u"\x95" u"\x96" u"\x97" u"\x98" u"\x99" u"\x9a" u"\x9b" u"\x9c" u"\x9d" u"\x9e" u"\x9f"
     u"\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ"
     u"°ą˛ł´ľśˇ¸šşťź˝žż"
     u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ"
     u"ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
     u"ŕáâăäĺćçčéęëěíîď"
     u"đńňóôőö÷řůúűüýţ˙"},
    {"charmap", " iso8859_5 iso_8859_5 csisolatincyrillic cyrillic iso_8859_5_1988 iso_ir_144 ",
     CODEC_TABLE, ORDER_MARKED, false, "iso8859-5",
     u"\x80" u"\x81" u"\x82" u"\x83" u"\x84" u"\x85" u"\x86" u"\x87" u"\x88" u"\x89" u"\x8a" u"\x8b" u"\x8c" u"\x8d" u"\x8e" u"\x8f"
     u"\x90" u"\x91" u"\x92" u"\x93" u"\x94" u"\x95" u"\x96" u"\x97" u"\x98" u"\x99" u"\x9a" u"\x9b" u"\x9c" u"\x9d" u"\x9e" u"\x9f"
     u"\u00a0ЁЂЃЄЅІЇЈЉЊЋЌ\u00adЎЏ"
     u"АБВГДЕЖЗИЙКЛМНОП"
     u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
     u"абвгдежзийклмноп"
     u"рстуфхцчшщъыьэюя"
     u"№ёђѓєѕіїјљњћќ§ўџ"},
    {"charmap", " iso8859_7 iso_8859_7 ecma_118 elot_928 greek greek8 iso_8859_7_1987 iso_ir_126 ",
     CODEC_TABLE, ORDER_MARKED, false, "iso8859-7",
     u"\x80" u"\x81" u"\x82" u"\x83" u"\x84" u"\x85" u"\x86" u"\x87" u"\x88" u"\x89" u"\x8a" u"\x8b" u"\x8c" u"\x8d" u"\x8e" u"\x8f"
     u"\x90" u"\x91" u"\x92" u"\x93" u"\x94" u"\x95" u"\x96" u"\x97" u"\x98" u"\x99" u"\x9a" u"\x9b" u"\x9c" u"\x9d" u"\x9e" u"\x9f"
     u"\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad\ufffe―"
     u"°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏ"
     u"ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ"
     u"ΠΡ\ufffeΣΤΥΦΧΨΩΪΫάέήί"
     u"ΰαβγδεζηθικλμνξο"
     u"πρςστυφχψωϊϋόύώ\ufffe"},
    {"charmap", " iso8859_9 iso_8859_9 csisolatin5 iso_8859_9_1989 iso_ir_148 l5 latin5 ",
     CODEC_TABLE, ORDER_MARKED, false, "iso8859-9",
     u"\x80" u"\x81" u"\x82" u"\x83" u"\x84" u"\x85" u"\x86" u"\x87" u"\x88" u"\x89" u"\x8a" u"\x8b" u"\x8c" u"\x8d" u"\x8e" u"\x8f"
     u"\x90" u"\x91" u"\x92" u"\x93" u"\x94" u"\x95" u"\x96" u"\x97" u"\x98" u"\x99" u"\x9a" u"\x9b" u"\x9c" u"\x9d" u"\x9e" u"\x9f"
     u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯"
     u"°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
     u"ĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
     u"àáâãäåæçèéêëìíîï"
     u"ğñòóôõö÷øùúûüışÿ"},
    {"charmap", " iso8859_15 iso_8859_15 l9 latin9 ",
     CODEC_TABLE, ORDER_MARKED, false, "iso8859-15",
     u"\x80" u"\x81" u"\x82" u"\x83" u"\x84" u"\x85" u"\x86" u"\x87" u"\x88" u"\x89" u"\x8a" u"\x8b" u"\x8c" u"\x8d" u"\x8e" u"\x8f"
     u"\x90" u"\x91" u"\x92" u"\x93" u"\x94" u"\x95" u"\x96" u"\x97" u"\x98" u"\x99" u"\x9a" u"\x9b" u"\x9c" u"\x9d" u"\x9e" u"\x9f"
     u"\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯"
     u"°±²³Žµ¶·ž¹º»ŒœŸ¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
     u"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
     u"àáâãäåæçèéêëìíîï"
     u"ðñòóôõö÷øùúûüýþÿ"},
    {"charmap", " koi8_r cskoi8r ",
     CODEC_TABLE, ORDER_MARKED, false, "koi8-r",
     u"─│┌┐└┘├┤┬┴┼▀▄█▌▐"
     u"░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷"
     u"═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞"
     u"╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
     u"юабцдефгхийклмно"
     u"пярстужвьызшэщчъ"
     u"ЮАБЦДЕФГХИЙКЛМНО"
     u"ПЯРСТУЖВЬЫЗШЭЩЧЪ"},
    {"charmap", " koi8_u ",
     CODEC_TABLE, ORDER_MARKED, false, "koi8-u",
     u"─│┌┐└┘├┤┬┴┼▀▄█▌▐"
     u"░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷"
     u"═║╒ёє╔ії╗╘╙╚╛ґ╝╞"
     u"╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©"
     u"юабцдефгхийклмно"
     u"пярстужвьызшэщчъ"
     u"ЮАБЦДЕФГХИЙКЛМНО"
     u"ПЯРСТУЖВЬЫЗШЭЩЧЪ"},
    {"charmap", " mac_roman macintosh macroman ",
     CODEC_TABLE, ORDER_MARKED, false, "mac-roman",
     u"ÄÅÇÉÑÖÜáàâäãåçéè"
     u"êëíìîïñóòôöõúùûü"
     u"†°¢£§•¶ß®©™´¨≠ÆØ"
     u"∞±≤≥¥µ∂∑∏π∫ªºΩæø"
     u"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ"
     u"–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
     u"‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
     u"\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"},
};
/* clang-format on */

const size_t codec_table_count = sizeof codec_tables / sizeof *codec_tables;
