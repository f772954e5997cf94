package org.gatun.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The fields of a JSON object that somebody sent. What is wrong with them is said in words that name the field. */
final class RequestFields {

    private static final int SHOWN_CHARACTERS = 40;
    private static final int SHOWN_WORDS = 20;

    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);

    private final JsonNode object;

    private RequestFields(JsonNode object, String what, List<String> known) {
        if (!object.isObject()) {
            throw RefusedException.badRequest(what + " must be a JSON object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw RefusedException.badRequest(
                        "there is no \"" + shortened(name) + "\" in " + what + ", only " + String.join(", ", known));
            }
        });
        this.object = object;
    }

    /** Reads the fields of a whole request. */
    static RequestFields parse(byte[] body, List<String> known) {
        try {
            return new RequestFields(JSON.readTree(body), "the request", known);
        } catch (JsonProcessingException e) {
            throw RefusedException.badRequest("the request is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
    }

    /** The fields of an object inside this one, if it is there. */
    Optional<RequestFields> object(String name, List<String> known) {
        return value(name).map(value -> new RequestFields(value, "\"" + name + "\"", known));
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    double number(String name, double ifAbsent) {
        return value(name)
                .map(value -> {
                    if (!value.isNumber()) {
                        throw wrong(name, "a number", value);
                    }
                    return value.doubleValue();
                })
                .orElse(ifAbsent);
    }

    /** A whole number in {@code min..max}. */
    long integer(String name, long ifAbsent, long min, long max) {
        return value(name)
                .map(value -> {
                    if (!value.isIntegralNumber()
                            || !value.canConvertToLong()
                            || value.longValue() < min
                            || value.longValue() > max) {
                        throw wrong(name, "a whole number from " + min + " to " + max, value);
                    }
                    return value.longValue();
                })
                .orElse(ifAbsent);
    }

    /** One of some words, or its number. */
    int wordOrNumber(String name, List<String> words) {
        JsonNode value = required(name);
        int index = value.isTextual() ? words.indexOf(value.textValue()) : -1;
        if (value.canConvertToInt() && value.isIntegralNumber()) {
            index = value.intValue();
        }
        if (index < 0 || index >= words.size()) {
            throw wrong(name, "one of " + listed(words) + ", or a number from 0 to " + (words.size() - 1), value);
        }
        return index;
    }

    /** One of some words. */
    String word(String name, List<String> words) {
        JsonNode value = required(name);
        if (!words.contains(value.textValue())) {
            throw wrong(name, "one of " + listed(words), value);
        }
        return value.textValue();
    }

    /** A file in Base64. */
    byte[] file(String name) {
        JsonNode value = required(name);
        try {
            if (value.isTextual()) {
                return value.binaryValue();
            }
        } catch (IOException e) {
            throw RefusedException.badRequest("\"" + name + "\" is not Base64");
        }
        throw wrong(name, "a file in Base64", value);
    }

    private JsonNode required(String name) {
        return value(name).orElseThrow(() -> RefusedException.badRequest("\"" + name + "\" is missing"));
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static String listed(List<String> words) {
        String shown = String.join(", ", words.subList(0, Math.min(words.size(), SHOWN_WORDS)));
        return words.size() <= SHOWN_WORDS ? shown : shown + ", ...";
    }

    private static RefusedException wrong(String name, String expected, JsonNode value) {
        return RefusedException.badRequest(
                "\"" + name + "\" must be " + expected + ", not " + shortened(value.toString()));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
