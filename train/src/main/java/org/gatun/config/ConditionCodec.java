package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatun.gpt.CoordinateCondition;

/** {@code cond_stage_config}: one of two words, or a class. */
final class ConditionCodec {

    private static final String UNCONDITIONAL = "__is_unconditional__";
    private static final String FIRST_STAGE = "__is_first_stage__";
    private static final String COORD_STAGE = "taming.modules.misc.coord.CoordStage";
    private static final String LABELATOR = "taming.modules.util.Labelator";
    private static final String SOS_PROVIDER = "taming.modules.util.SOSProvider";
    private static final String DUMMY_COND_STAGE = "taming.models.dummy_cond_stage.DummyCondStage";

    private static final ClassTable<ConditionSettings> CLASSES = classes();

    private ConditionCodec() {}

    private static ClassTable<ConditionSettings> classes() {
        ClassTable<ConditionSettings> classes = new ClassTable<ConditionSettings>()
                .with(COORD_STAGE, ConditionCodec::readCoordStage)
                .with(LABELATOR, params -> {
                    requireQuantizeInterface(params.known("n_classes", "quantize_interface"));
                    return new ConditionSettings.ClassLabel(params.integer("n_classes", 1));
                })
                .with(SOS_PROVIDER, params -> {
                    requireQuantizeInterface(params.known("sos_token", "quantize_interface"));
                    return new ConditionSettings.StartToken(params.integer("sos_token", 0));
                })
                .with(
                        DUMMY_COND_STAGE,
                        params -> new ConditionSettings.Given(
                                params.known("conditional_key").text("conditional_key")));
        FirstStageCodec.CLASSES.forEach((target, reader) ->
                classes.with(target, params -> new ConditionSettings.Picture(reader.apply(params))));
        return classes;
    }

    /** Reads the value of {@code key}. */
    static ConditionSettings read(Section params, String key) {
        if (!params.isText(key)) {
            return CLASSES.read(params.section(key));
        }
        String word = params.text(key);
        return switch (word) {
            case UNCONDITIONAL -> new ConditionSettings.Unconditional();
            case FIRST_STAGE -> new ConditionSettings.FirstStage();
            default ->
                throw params.invalid(
                        key,
                        "must be a mapping with a target or a known word, and is " + Quoted.of(word)
                                + new KnownNames(List.of(UNCONDITIONAL, FIRST_STAGE)).hint(word));
        };
    }

    private static ConditionSettings readCoordStage(Section params) {
        params.known("n_embed", "down_factor");
        return new ConditionSettings.Coordinates(
                new CoordinateCondition(params.integer("n_embed", 1), params.integer("down_factor", 1)));
    }

    /** Without it the reference's transformer cannot use the class. */
    private static void requireQuantizeInterface(Section params) {
        if (!params.flag("quantize_interface", true)) {
            throw params.invalid("quantize_interface", "must be true for a transformer's condition");
        }
    }

    static Object write(ConditionSettings condition) {
        Map<String, Object> params = new LinkedHashMap<>();
        return switch (condition) {
            case ConditionSettings.Unconditional _ -> UNCONDITIONAL;
            case ConditionSettings.FirstStage _ -> FIRST_STAGE;
            case ConditionSettings.Picture(FirstStageSettings model) -> FirstStageCodec.write(model);
            case ConditionSettings.Coordinates(CoordinateCondition stage) -> {
                params.put("n_embed", stage.nEmbed());
                params.put("down_factor", stage.downFactor());
                yield ClassTable.write(COORD_STAGE, params);
            }
            case ConditionSettings.ClassLabel(int nClasses) -> {
                params.put("n_classes", nClasses);
                yield ClassTable.write(LABELATOR, params);
            }
            case ConditionSettings.StartToken(int sosToken) -> {
                params.put("sos_token", sosToken);
                yield ClassTable.write(SOS_PROVIDER, params);
            }
            case ConditionSettings.Given(String conditionalKey) -> {
                params.put("conditional_key", conditionalKey);
                yield ClassTable.write(DUMMY_COND_STAGE, params);
            }
        };
    }
}
