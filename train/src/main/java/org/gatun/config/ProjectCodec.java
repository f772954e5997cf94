package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** A whole file: {@code model}, {@code data}, {@code lightning}. */
final class ProjectCodec {

    private static final ClassTable<ModelSettings> MODELS = models();

    private ProjectCodec() {}

    private static ClassTable<ModelSettings> models() {
        ClassTable<ModelSettings> models = new ClassTable<>();
        FirstStageCodec.CLASSES.forEach((target, reader) -> models.with(target, reader::apply));
        return models.with(SecondStageSettings.TARGET, TransformerCodec::read);
    }

    static ProjectConfig read(YamlMapping file) {
        Section root = new Section(file, "").known("model", "data", "lightning");
        Section model = root.section("model").known("base_learning_rate", "target", "params");
        OptionalDouble baseLearningRate = model.has("base_learning_rate")
                ? OptionalDouble.of(model.number("base_learning_rate"))
                : OptionalDouble.empty();
        return new ProjectConfig(
                baseLearningRate, MODELS.readTarget(model), kept(root, "data"), kept(root, "lightning"));
    }

    private static Map<String, Object> kept(Section root, String key) {
        return root.sectionOrEmpty(key).mapping().toPlain();
    }

    static Map<String, Object> write(ProjectConfig config) {
        Map<String, Object> model = new LinkedHashMap<>();
        config.baseLearningRate().ifPresent(rate -> model.put("base_learning_rate", rate));
        model.putAll(
                switch (config.model()) {
                    case FirstStageSettings firstStage -> FirstStageCodec.write(firstStage);
                    case SecondStageSettings transformer -> TransformerCodec.write(transformer);
                });
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("model", model);
        if (!config.data().isEmpty()) {
            file.put("data", config.data());
        }
        if (!config.lightning().isEmpty()) {
            file.put("lightning", config.lightning());
        }
        return file;
    }
}
