package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.settings.DatasetSettings;
import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
import io.github.distillmaven.experiment.settings.RepeatedElement;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.extension.option.UnfitValueException;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.text.NearestName;

/** Reads settings from the layers that say something of them; the last one that does counts. */
final class LayeredSettings {

    /** Where a user names data sets and networks of their own. */
    private static final Set<String> DECLARATIONS = Set.of(
            DatasetSettings.PATH + "." + DatasetSettings.NAME, OwnNetworkSettings.PATH + "." + OwnNetworkSettings.NAME);

    private final List<SettingLayer> layers;
    private final Function<String, String> elements;
    private final List<String> problems;
    private final Map<Setting<?>, Object> values = new LinkedHashMap<>();
    private final List<SettingValue> settings = new ArrayList<>();

    /**
     * @param layers weakest first; the defaults go below them
     * @param elements the element that holds a setting, by its path
     * @param problems takes one sentence or more for each value that cannot be read
     */
    LayeredSettings(List<SettingLayer> layers, Function<String, String> elements, List<String> problems) {
        this.layers = layers;
        this.elements = elements;
        this.problems = problems;
    }

    /** Reads these settings. */
    LayeredSettings read(Collection<Setting<?>> all) {
        all.forEach(this::read);
        return this;
    }

    /** What was read, by setting. */
    ResolvedSettings values() {
        return new ResolvedSettings(values);
    }

    /** What was read, as it came out. */
    List<SettingValue> settings() {
        return List.copyOf(settings);
    }

    private void read(Setting<?> setting) {
        String text = setting.defaultValue();
        SettingValue.Origin origin = SettingValue.Origin.DEFAULT;
        for (SettingLayer layer : layers) {
            if (layer.values().containsKey(setting.path())) {
                text = layer.values().get(setting.path());
                origin = layer.origin();
            }
        }
        if (text == null) {
            return;
        }
        String where = place(setting, origin);
        Optional<String> unset = UnsetProperty.refusal(where, text.strip());
        if (unset.isPresent()) {
            problems.add(unset.get());
            return;
        }
        try {
            Object value = setting.type().read(text);
            values.put(setting, value);
            settings.add(new SettingValue(setting.path(), ValueType.canonical(value), origin));
        } catch (IllegalArgumentException e) {
            if (!isRefusedElsewhere(setting, text.strip())) {
                problems.add(refusal(setting, text.strip(), where, e));
            }
        }
    }

    /** Whether it names what the user declares, of which was said already what is wrong with it. */
    private boolean isRefusedElsewhere(Setting<?> setting, String text) {
        return !problems.isEmpty()
                && !setting.type().choices().isEmpty()
                && layers.stream()
                        .flatMap(layer -> layer.values().entrySet().stream())
                        .anyMatch(entry -> DECLARATIONS.contains(RepeatedElement.withoutNumbers(entry.getKey()))
                                && entry.getValue().strip().equals(text));
    }

    private String place(Setting<?> setting, SettingValue.Origin origin) {
        return switch (origin) {
            case COMMAND_LINE -> "-D" + setting.property();
            case PROJECT_PROPERTY -> "The property " + setting.property();
            default -> elements.apply(setting.path());
        };
    }

    private static String refusal(Setting<?> setting, String text, String where, IllegalArgumentException reason) {
        Optional<String> retirement =
                setting.path().equals("controls") ? RetiredControls.named(text) : Optional.empty();
        if (retirement.isPresent()) {
            return where + " is '" + text + "'. " + retirement.get();
        }
        Collection<String> choices = setting.type().choices();
        String guess = Stream.of(text)
                .flatMap(wrong -> NearestName.of(wrong, choices).stream())
                .map(near -> " Did you mean '" + near + "'?")
                .findFirst()
                .orElse("");
        String expected = setting.type().expectation();
        return "%s is '%s'; it must be %s.%s%s%s"
                .formatted(
                        where,
                        text,
                        expected,
                        guess,
                        expected.startsWith("the name") ? " There are: " + String.join(", ", choices) + "." : "",
                        reason instanceof UnfitValueException ? " " + reason.getMessage() : "");
    }
}
