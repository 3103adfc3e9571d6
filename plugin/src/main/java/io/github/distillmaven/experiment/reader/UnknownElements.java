package io.github.distillmaven.experiment.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.experiment.settings.RepeatedElement;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.text.NearestName;

/**
 * Finds what is written where nothing takes it, and says what it may have been meant for.
 *
 * @param settings that can be written
 * @param whole what is written, such as {@code An experiment}, for messages
 */
record UnknownElements(List<Setting<?>> settings, String whole) {

    /** What is wrong, one or two sentences each. */
    Set<String> problems(SettingLayer layer) {
        Set<String> problems = new LinkedHashSet<>();
        List<String> paths = settings.stream().map(Setting::path).toList();
        for (Map.Entry<String, String> entry : layer.values().entrySet()) {
            String path = RepeatedElement.withoutNumbers(entry.getKey());
            RepeatedElement.refusal(entry.getKey()).ifPresent(problems::add);
            if (paths.contains(path) || isEmptyParent(path, entry.getValue(), paths)) {
                continue;
            }
            if (paths.stream().anyMatch(known -> known.startsWith(path + "."))) {
                problems.add(Setting.element(path) + " holds the text '"
                        + entry.getValue().strip() + "'. It takes elements: " + String.join(", ", children(paths, path))
                        + ".");
            } else {
                problems.add(unknown(path));
            }
        }
        return problems;
    }

    private static boolean isEmptyParent(String path, String text, List<String> paths) {
        return text.isBlank() && paths.stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private String unknown(String path) {
        List<String> paths = settings.stream().map(Setting::path).toList();
        String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        String wrong = path.substring(path.lastIndexOf('.') + 1);
        Optional<Setting<?>> value = settings.stream()
                .filter(setting -> setting.path().equals(parent))
                .findFirst();
        if (value.isPresent()) {
            return "%s holds the element <%s>. It takes text: %s."
                    .formatted(
                            Setting.element(parent), wrong, value.get().type().expectation());
        }
        List<String> valid = children(paths, parent);
        if (valid.isEmpty()) {
            return unknown(parent);
        }
        return Setting.element(path) + " is not known."
                + NearestName.of(wrong, valid)
                        .map(guess -> " Did you mean <" + guess + ">?")
                        .orElse("")
                + " " + (parent.isEmpty() ? whole : Setting.element(parent)) + " takes: " + String.join(", ", valid)
                + ".";
    }

    private static List<String> children(List<String> paths, String parent) {
        String prefix = parent.isEmpty() ? "" : parent + ".";
        return paths.stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("\\.")[0])
                .distinct()
                .sorted()
                .toList();
    }
}
