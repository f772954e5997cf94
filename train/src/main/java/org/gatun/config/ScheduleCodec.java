package org.gatun.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatun.vqgan.quantize.WarmUpCosineSchedule;

/** {@code temperature_scheduler_config}. */
final class ScheduleCodec {

    private static final String TARGET = "taming.lr_scheduler.LambdaWarmUpCosineScheduler";

    static final ClassTable<WarmUpCosineSchedule> CLASSES =
            new ClassTable<WarmUpCosineSchedule>().with(TARGET, ScheduleCodec::read);

    private ScheduleCodec() {}

    private static WarmUpCosineSchedule read(Section section) {
        section.known("warm_up_steps", "max_decay_steps", "lr_start", "lr_max", "lr_min", "verbosity_interval");
        section.longInteger(
                "verbosity_interval", 0, 0); // how often the reference prints the value; nothing here depends on it
        return section.build(() -> new WarmUpCosineSchedule(
                section.longInteger("warm_up_steps", 0),
                section.number("lr_min"),
                section.number("lr_max"),
                section.number("lr_start"),
                section.longInteger("max_decay_steps", 1)));
    }

    static Map<String, Object> write(WarmUpCosineSchedule schedule) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("warm_up_steps", schedule.warmUpSteps());
        params.put("max_decay_steps", schedule.maxDecaySteps());
        params.put("lr_start", schedule.lrStart());
        params.put("lr_max", schedule.lrMax());
        params.put("lr_min", schedule.lrMin());
        return ClassTable.write(TARGET, params);
    }
}
