package io.github.distillmaven.experiment.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.settings.RepeatedElement;

/**
 * What a POM declares several of, each with a {@code <name>} that is its own.
 *
 * @param path of the element, such as {@code datasets.dataset}
 * @param form of a name
 * @param inWords continues "it must be of"
 * @param ofThePlugin what a name that is taken belongs to, such as "a data set of the plugin"
 * @param taken names that there are without those of the POM
 * @param problems takes a sentence for each name that is missing or wrong
 */
record NamedElements(
        String path, Pattern form, String inWords, String ofThePlugin, List<String> taken, List<String> problems) {

    private static final String NAME = "name";

    /**
     * Has those read that have a good name, in the order of the POM.
     *
     * @param layers what the user wrote; a later one counts instead of those before it
     * @param reader takes a name, and the texts by path below its element
     */
    void read(List<SettingLayer> layers, BiConsumer<String, Map<String, String>> reader) {
        Map<String, String> written = new LinkedHashMap<>();
        layers.forEach(layer -> written.putAll(layer.values()));
        List<String> names = new ArrayList<>();
        RepeatedElement.each(path, written).forEach((number, elements) -> {
            String name = elements.getOrDefault(NAME, "");
            Optional<String> problem = problem(number, name, names);
            problem.ifPresent(problems::add);
            if (problem.isEmpty()) {
                names.add(name);
                reader.accept(name, elements);
            }
        });
    }

    private Optional<String> problem(int number, String name, List<String> before) {
        String[] elements = path.split("\\.");
        String element = "<" + elements[1] + ">";
        String place = element + " " + number + " in <" + elements[0] + ">";
        if (name.isEmpty()) {
            return Optional.of(place + " has no <name>. Give it one.");
        }
        if (!form.matcher(name).matches()) {
            return Optional.of("<name> of %s is '%s'; it must be of %s.".formatted(place, name, inWords));
        }
        boolean ofPlugin = taken.stream().anyMatch(name::equalsIgnoreCase);
        return ofPlugin || before.stream().anyMatch(name::equalsIgnoreCase)
                ? Optional.of("<name> of %s is '%s', which is %s. Choose another."
                        .formatted(place, name, ofPlugin ? ofThePlugin : "that of another " + element))
                : Optional.empty();
    }
}
