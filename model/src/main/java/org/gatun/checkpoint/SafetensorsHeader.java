package org.gatun.checkpoint;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.torch.DType;

/** The header of a safetensors file, checked; entries are in the order of their data. */
record SafetensorsHeader(Map<String, String> metadata, Map<String, SafetensorsEntry> entries, long dataStart) {
    /** The official implementation's limit. */
    static final long MAX_LENGTH = 100_000_000;

    static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final int MAX_DIMENSIONS = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength((int) MAX_LENGTH)
                    .build())
            .build();

    static SafetensorsHeader parse(MappedFile file) {
        if (file.size() < LENGTH_BYTES) {
            throw file.malformed("is too short for a safetensors header");
        }
        long length = file.bytes().get(LittleEndian.LONG, 0);
        if (length < 0 || length > MAX_LENGTH) {
            throw file.malformed("declares a safetensors header of %s bytes; at most %d are allowed"
                    .formatted(Long.toUnsignedString(length), MAX_LENGTH));
        }
        byte[] json = file.slice(LENGTH_BYTES, length, "the safetensors header").toArray(JAVA_BYTE);
        if (json.length == 0 || json[0] != '{') {
            throw file.malformed("its safetensors header does not begin with '{'");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();
        // A decoder that reports malformed UTF-8, where InputStreamReader with a charset would replace it.
        var utf8 = StandardCharsets.UTF_8.newDecoder();
        try (JsonParser parser = JSON.createParser(new InputStreamReader(new ByteArrayInputStream(json), utf8))) {
            parseTop(file, parser, metadata, entries);
        } catch (IOException e) {
            throw file.malformed("its safetensors header is not valid JSON: " + firstLine(e), e);
        }
        long dataStart = LENGTH_BYTES + length;
        return new SafetensorsHeader(metadata, inOrderOfData(file, entries, file.size() - dataStart), dataStart);
    }

    private static void parseTop(
            MappedFile file, JsonParser parser, Map<String, String> metadata, Map<String, SafetensorsEntry> entries)
            throws IOException {
        expect(file, parser.nextToken(), JsonToken.START_OBJECT, "the header");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(METADATA)) {
                parseMetadata(file, parser, metadata);
            } else {
                entries.put(name, parseEntry(file, parser, name));
            }
        }
        if (parser.nextToken() != null) {
            throw file.malformed("its safetensors header has text after the JSON object");
        }
    }

    private static void parseMetadata(MappedFile file, JsonParser parser, Map<String, String> metadata)
            throws IOException {
        expect(file, parser.currentToken(), JsonToken.START_OBJECT, METADATA);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            expect(file, parser.nextToken(), JsonToken.VALUE_STRING, METADATA + "." + key);
            metadata.put(key, parser.getText());
        }
    }

    private static SafetensorsEntry parseEntry(MappedFile file, JsonParser parser, String name) throws IOException {
        expect(file, parser.currentToken(), JsonToken.START_OBJECT, "'" + name + "'");
        String dtypeName = null;
        long[] shape = null;
        long[] offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(file, token, JsonToken.VALUE_STRING, "the dtype of '" + name + "'");
                    dtypeName = parser.getText();
                }
                case "shape" -> shape = parseLongs(file, parser, "the shape of '" + name + "'");
                case "data_offsets" -> offsets = parseLongs(file, parser, "the data_offsets of '" + name + "'");
                // As the official implementation: fields of later versions are no error.
                default -> parser.skipChildren();
            }
        }
        if (dtypeName == null || shape == null || offsets == null || offsets.length != 2) {
            throw file.malformed("tensor '" + name + "' lacks its dtype, its shape or its two data_offsets");
        }
        return checkedEntry(file, name, dtypeName, shape, offsets);
    }

    private static SafetensorsEntry checkedEntry(
            MappedFile file, String name, String dtypeName, long[] shape, long[] offsets) {
        DType dtype = SafetensorsEntry.dtype(dtypeName)
                .orElseThrow(() -> file.malformed(
                        "tensor '%s' has elements of type %s, which Gatun does not have".formatted(name, dtypeName)));
        long byteSize;
        try {
            byteSize = StoredTensor.byteSize(dtype, shape);
        } catch (IllegalArgumentException e) {
            throw file.malformed("tensor '" + name + "': " + e.getMessage(), e);
        }
        // Offsets are not negative, so the difference cannot overflow.
        if (offsets[1] - offsets[0] != byteSize) {
            throw file.malformed("tensor '%s' is %s%s, %d bytes, but its data_offsets are %s"
                    .formatted(name, dtypeName, Arrays.toString(shape), byteSize, Arrays.toString(offsets)));
        }
        return new SafetensorsEntry(dtype, shape, offsets[0], offsets[1]);
    }

    private static long[] parseLongs(MappedFile file, JsonParser parser, String what) throws IOException {
        expect(file, parser.currentToken(), JsonToken.START_ARRAY, what);
        long[] values = new long[MAX_DIMENSIONS];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(file, parser.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
            if (count == MAX_DIMENSIONS) {
                throw file.malformed(what + " has more than " + MAX_DIMENSIONS + " numbers");
            }
            values[count] = parser.getLongValue();
            if (values[count++] < 0) {
                throw file.malformed(what + " has a negative number");
            }
        }
        return Arrays.copyOf(values, count);
    }

    /** The data must be covered from its first to its last byte, without holes and overlaps. */
    private static Map<String, SafetensorsEntry> inOrderOfData(
            MappedFile file, Map<String, SafetensorsEntry> entries, long dataLength) {
        var byPosition = Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end);
        List<Map.Entry<String, SafetensorsEntry>> sorted = entries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(byPosition))
                .toList();
        Map<String, SafetensorsEntry> ordered = LinkedHashMap.newLinkedHashMap(sorted.size());
        long position = 0;
        for (var entry : sorted) {
            if (entry.getValue().begin() != position) {
                throw file.malformed("tensor '%s' begins at %d, but the data before it ends at %d: hole or overlap"
                        .formatted(entry.getKey(), entry.getValue().begin(), position));
            }
            position = entry.getValue().end();
            ordered.put(entry.getKey(), entry.getValue());
        }
        if (position != dataLength) {
            throw file.malformed("its header describes %d bytes of data, but the file has %d: truncated or malformed"
                    .formatted(position, dataLength));
        }
        return ordered;
    }

    private static void expect(MappedFile file, JsonToken actual, JsonToken wanted, String what) {
        if (actual != wanted) {
            throw file.malformed(
                    "its safetensors header is malformed: %s should be %s, not %s".formatted(what, wanted, actual));
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse("");
    }
}
