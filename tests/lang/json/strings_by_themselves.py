# The functions of json for one string, and of array and struct for text and buffers.
import array, collections, json.decoder, json.encoder, struct, warnings
warnings.simplefilter("ignore")
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# struct
print(attempt(struct.pack_into, "i", bytearray(8), 4, 7), attempt(struct.pack_into, "i", bytearray(8), 5, 7), attempt(struct.pack_into, "i", bytearray(8), -9, 7), attempt(struct.pack_into, "i", b"12345678", 0, 7), attempt(struct.pack_into, "i"), attempt(struct.pack_into, "i", bytearray(3)), attempt(struct.pack_into, "i", bytearray(3), 0), struct._clearcache(), attempt(struct.pack), struct.Struct("i").pack_into(bytearray(4), 0, 1), attempt(struct.Struct("i").pack_into), attempt(struct.Struct("i").pack_into, bytearray(4), 0, 1, 2), attempt(struct.Struct("i").pack_into, bytearray(4), "a", 1), struct.pack("<hb", 1, 2))
# json
print(json.decoder.scanstring('abc\\u00e9\\ud83d\\ude00"x', 0), json.encoder.encode_basestring('a"\né'), json.encoder.encode_basestring_ascii('a"\né😀\ud800'), attempt(json.encoder.encode_basestring, 5), attempt(json.encoder.encode_basestring_ascii, None), attempt(json.decoder.scanstring, '"', 5), attempt(json.decoder.scanstring, 'a', 0), attempt(json.decoder.scanstring, 'a\n"', 0, True), json.decoder.scanstring('a\n"', 0, False), attempt(json.decoder.scanstring, '\\x"', 0), attempt(json.decoder.scanstring, '\\u12"', 0), attempt(json.decoder.scanstring, 5, 0), attempt(json.decoder.scanstring, "a", "b"), attempt(json.decoder.scanstring, '"', -1))
# array
u = array.array("u", "ab"); print(attempt(u.fromunicode, "cd"), u, attempt(u.fromunicode, 5), attempt(array.array("i").fromunicode, "a"), array.array("w", "é😀").tounicode(), attempt(array.array("i").tounicode), sys.getsizeof(array.array("i", [1, 2])) > 8, array.array("i").__sizeof__() > 0, bytearray().__sizeof__() > 0, collections.deque().__sizeof__() > 0, collections.defaultdict().__sizeof__() > 0, int.__sizeof__(5) > 0, type.__sizeof__(int) > 0)
w = array.array("w"); w.fromunicode("x€😀\ud800"); print(w.tolist(), w.itemsize, len(w), attempt(w.append, "ab"), attempt(w.append, 5)); w.byteswap(); print(attempt(w.tounicode))
print(type.__basicsize__ > 0, int.__itemsize__, type(int.__flags__), int.__dictoffset__, object.__basicsize__)
