package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.distillmaven.evaluation.HeldOutShare;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.jspecify.annotations.Nullable;

/** What can be written in a {@code <dataset>} of {@code <datasets>}, of which there may be many: data of the user's own. */
public final class DatasetSettings {

    /** Path of one of them. */
    public static final String PATH = "datasets.dataset";

    /** Name of the element that holds the name. */
    public static final String NAME = "name";

    private final Components<DatasetFormat> formats = Components.load(DatasetFormat.class);
    private final Setting<String> name = setting(
            NAME,
            ValueType.text("a name of letters, digits and hyphens"),
            null,
            "Name of your data set, for `<teacher><dataset>` and `<transfer><inputs>`;"
                    + " see [docs/own-data.md](own-data.md).");
    private final SortedMap<String, Setting<String>> places = new TreeMap<>();
    private final Setting<String> artifact = setting(
            "artifact",
            ValueType.text("the coordinates of a Maven artifact"),
            null,
            "Maven artifact that contains the data, `group:artifact:version:type` or"
                    + " `group:artifact:version:classifier:type`, resolved like a dependency of the project.");
    private final Setting<String> url = setting(
            "url",
            ValueType.text("an address that begins with http:// or https://"),
            null,
            "Address of the data, with a `<sha256>`.");
    private final Setting<String> sha256 = setting(
            "sha256",
            ValueType.of("the SHA-256 of a file: 64 hexadecimal digits", text -> {
                if (!text.matches("[0-9a-fA-F]{64}")) {
                    throw new IllegalArgumentException(text);
                }
                return text.toLowerCase(Locale.ROOT);
            }),
            null,
            "SHA-256 that the file must have, wherever it comes from. An address needs it.");
    private final Setting<String> classNames = setting(
            "classNames",
            ValueType.text("the names of the classes separated by commas"),
            null,
            "Names of the classes in the order of their labels, separated by commas, if the data do not name them.");
    private final Setting<Double> testShare = setting(
            "testShare",
            ValueType.number("a number above 0 and below 1", share -> share > 0 && share < 1),
            null,
            "Share of each class that becomes the test set, if the data have none; 0.2 by default.");
    private final Setting<Long> testSeed =
            setting("testSeed", ValueType.wholeNumber(0, Long.MAX_VALUE), "1", "The seed that draws this share.");
    private final Map<Option<?>, Setting<?>> options = new LinkedHashMap<>();

    DatasetSettings() {
        for (DatasetFormat format : formats.all()) {
            places.put(
                    format.id(),
                    setting(
                            format.id(),
                            UserPath.type("a path"),
                            null,
                            "Path of the data, relative to the folder of the POM or inside the `<artifact>` or `<url>`: "
                                    + format.meaning() + "."));
        }
        formats.options().values().forEach(option -> options.put(option, setting(option)));
    }

    /** The name, the place in each form, and then what else can be said. */
    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(name));
        all.addAll(places.values());
        all.addAll(List.of(artifact, url, sha256, classNames, testShare, testSeed));
        all.addAll(options.values());
        return List.copyOf(all);
    }

    /** Whether a path is that of all data sets, or of an element in them. */
    public static boolean belongs(String path) {
        return path.equals("datasets") || path.startsWith("datasets.");
    }

    /** The forms that data can have. */
    public Components<DatasetFormat> formats() {
        return formats;
    }

    /** What one data set can say, beside its name, its place and its origin. */
    public List<Setting<?>> details() {
        List<Setting<?>> details = new ArrayList<>(List.of(sha256, classNames, testShare, testSeed));
        details.addAll(options.values());
        return List.copyOf(details);
    }

    /** The form with the options that it takes. */
    public Chosen<DatasetFormat> format(String id, ResolvedSettings values) {
        DatasetFormat format = formats.get(id);
        Choice choice = Choice.of(id);
        for (Map.Entry<Option<?>, Setting<?>> option : options.entrySet()) {
            if (format.options().contains(option.getKey())) {
                choice = choice.with(option.getKey(), values.get(option.getValue()));
            }
        }
        return new Chosen<>(format, choice);
    }

    /** The digest that is pinned. */
    public Optional<String> sha256(ResolvedSettings values) {
        return values.find(sha256);
    }

    /** The names of the classes; empty if the user says none. */
    public List<String> classNames(ResolvedSettings values) {
        return values.find(classNames)
                .map(names -> List.of(names.split("\\s*,\\s*", -1)))
                .orElse(List.of());
    }

    /** The share of the test part, if the user says one. */
    public Optional<HeldOutShare> testShare(ResolvedSettings values) {
        return values.find(testShare).map(HeldOutShare::new);
    }

    /** The seed by which it is drawn. */
    public long testSeed(ResolvedSettings values) {
        return values.get(testSeed);
    }

    /** Names of the options that a form does not take. */
    public List<String> foreignOptions(DatasetFormat format) {
        return options.keySet().stream()
                .filter(option -> !format.options().contains(option))
                .map(Option::name)
                .toList();
    }

    private <T> Setting<T> setting(Option<T> option) {
        return setting(
                option.name(),
                option.type(),
                option.defaultValue(),
                option.meaning() + " " + ReferenceText.used(formats.taking(option.name())));
    }

    private static <T> Setting<T> setting(
            String element, ValueType<T> type, @Nullable String usual, String description) {
        return new Setting<>(PATH + "." + element, type, usual, description);
    }
}
