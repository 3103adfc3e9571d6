package io.github.distillmaven.experiment.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.ModelUse;
import io.github.distillmaven.experiment.own.OwnModel;
import io.github.distillmaven.extension.option.ValueType;

/** The settings below {@code <teacher>} of a teacher that is not trained: a model of the user's own. */
public final class ModelSettings {

    private static final Pattern COORDINATES = Pattern.compile("[^:\\s/\\\\]+(?::[^:\\s/\\\\]+){2,4}");
    private static final int WITHOUT_TYPE = 3;
    private static final String USED_WITH = " Used with `<model>`.";

    private final Setting<String> model = new Setting<>(
            OwnModel.SETTING,
            ValueType.of(
                    "a path, or group:artifact:version with :type or :classifier:type behind it", ModelSettings::place),
            null,
            "A SavedModel of your own as the teacher, which is then not trained: a folder, a zip file, or a Maven artifact"
                    + " `group:artifact:version[[:classifier]:type]`, a zip by default; see [docs/audit.md](audit.md).");
    private final Setting<String> signature = named("signature", "Signature to call, if the model has several.");
    private final Setting<String> input = named("input", "Input of the signature, if it has several.");
    private final Setting<String> output =
            named("output", "Output of the signature with one number per class, if there are several.");
    private final Setting<Double> scale = new Setting<>(
            "teacher.scale",
            ValueType.single("a number above 0", value -> value > 0),
            null,
            "Factor by which values from 0 to 1 are multiplied before the model sees them, such as 255; 1 by default."
                    + USED_WITH);
    private final Setting<String> mean = new Setting<>(
            "teacher.mean",
            numbers("one number, or one for each channel separated by commas", false),
            null,
            "Mean that is subtracted from values from 0 to 1 before the model sees them, for all channels or for each; 0 by default."
                    + USED_WITH);
    private final Setting<String> deviation = new Setting<>(
            "teacher.deviation",
            numbers("one number above 0, or one for each channel separated by commas", true),
            null,
            "Deviation by which they are then divided, for all channels or for each; 1 by default." + USED_WITH);

    /** All of them, in the order of the reference. */
    public List<Setting<?>> all() {
        return List.of(model, signature, input, output, scale, mean, deviation);
    }

    /** The model, if the teacher is one. */
    public Optional<OwnModel> read(ResolvedSettings values) {
        return values.find(model)
                .map(text -> new OwnModel(
                        origin(text),
                        new ModelUse(
                                values.find(signature),
                                values.find(input),
                                values.find(output),
                                values.find(scale),
                                list(values.find(mean)),
                                list(values.find(deviation)))));
    }

    private static Setting<String> named(String element, String description) {
        return new Setting<>("teacher." + element, ValueType.text("a name"), null, description + USED_WITH);
    }

    private static String place(String text) {
        return COORDINATES.matcher(text).matches() ? text : UserPath.read(text);
    }

    /** A path has one colon at most, behind the letter of a drive. */
    private static DataOrigin origin(String text) {
        return COORDINATES.matcher(text).matches()
                ? new DataOrigin.OfArtifact(text.split(":").length == WITHOUT_TYPE ? text + ":zip" : text)
                : new DataOrigin.InPlace(text);
    }

    private static ValueType<String> numbers(String expectation, boolean positive) {
        ValueType<Double> each = ValueType.single(expectation, value -> !positive || value > 0);
        return ValueType.of(expectation, text -> {
            Stream.of(text.split(",", -1)).forEach(each::read);
            return text.replaceAll("\\s", "");
        });
    }

    private static List<Double> list(Optional<String> numbers) {
        return numbers.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(Double::valueOf)
                .toList();
    }
}
