package org.gatun.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes safetensors files. */
final class SafetensorsWriter {
    private static final int HEADER_ALIGNMENT = 8;
    private static final JsonFactory JSON = new JsonFactory();

    private SafetensorsWriter() {}

    static void write(Path path, Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException(
                    "a safetensors file cannot hold a tensor named " + SafetensorsHeader.METADATA);
        }
        Comparator<Map.Entry<String, StoredTensor>> largestElementsFirst =
                Comparator.comparingInt(entry -> -entry.getValue().dtype().byteSize());
        List<Map.Entry<String, StoredTensor>> ordered = tensors.entrySet().stream()
                .sorted(largestElementsFirst.thenComparing(Map.Entry.comparingByKey()))
                .toList();
        AtomicFile.write(path, sink -> {
            byte[] json = header(ordered, new TreeMap<>(metadata));
            int padding = -json.length & (HEADER_ALIGNMENT - 1);
            if (json.length + padding > SafetensorsHeader.MAX_LENGTH) {
                throw new IOException("the header would be longer than safetensors allows");
            }
            sink.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length + padding)
                    .array());
            sink.write(json);
            sink.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
            for (var entry : ordered) {
                sink.write(entry.getValue().data());
            }
        });
    }

    private static byte[] header(List<Map.Entry<String, StoredTensor>> tensors, Map<String, String> metadata)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart(SafetensorsHeader.METADATA);
                for (var entry : metadata.entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            long position = 0;
            for (var entry : tensors) {
                StoredTensor tensor = entry.getValue();
                long end = position + tensor.data().byteSize();
                json.writeObjectFieldStart(entry.getKey());
                json.writeStringField("dtype", SafetensorsEntry.name(tensor.dtype()));
                writeLongs(json, "shape", tensor.shape());
                writeLongs(json, "data_offsets", position, end);
                json.writeEndObject();
                position = end;
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeLongs(JsonGenerator json, String field, long... values) throws IOException {
        json.writeFieldName(field);
        json.writeArray(values, 0, values.length);
    }
}
