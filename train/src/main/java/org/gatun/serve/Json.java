package org.gatun.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** Writes answers. Bytes become Base64. */
final class Json {

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

    private Json() {}

    /** A value as one line of UTF-8. */
    static byte[] write(Object value) {
        try {
            return WRITER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
