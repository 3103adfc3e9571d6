package io.github.distillmaven.experiment.reader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.settings.DatasetSettings;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.UserPath;

/** Reads the data sets that a POM declares, without looking for the data. */
public final class DatasetReader {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*");
    private static final Pattern COORDINATES = Pattern.compile("[^:\\s/\\\\]+(?::[^:\\s/\\\\]+){3,4}");
    private static final String ARTIFACT = "artifact";
    private static final String URL = "url";

    /** The form of what has none in the POM, by the ending of a file's name. */
    private static final Map<String, String> USUAL =
            Map.of("zip", "directory", "jar", "directory", "tgz", "directory", "npz", "npz", "csv", "csv");

    private final DatasetSettings settings;
    private final List<String> taken;
    private final List<String> problems;

    /**
     * @param taken names of the data sets that there are without them
     * @param problems takes one sentence or more for each thing that is wrong
     */
    public DatasetReader(DatasetSettings settings, List<String> taken, List<String> problems) {
        this.settings = settings;
        this.taken = taken;
        this.problems = problems;
    }

    /**
     * Reads all that can be read.
     *
     * @param layers what the user wrote; a later one counts instead of those before it
     */
    public List<OwnDataset> read(List<SettingLayer> layers) {
        List<OwnDataset> datasets = new ArrayList<>();
        new NamedElements(
                        DatasetSettings.PATH,
                        NAME,
                        "letters, digits and single hyphens",
                        "a data set of the plugin",
                        taken,
                        problems)
                .read(layers, (name, elements) -> read(name, elements).ifPresent(datasets::add));
        return datasets;
    }

    private Optional<OwnDataset> read(String name, Map<String, String> elements) {
        int before = problems.size();
        String place = "<dataset> '" + name + "'";
        if (elements.containsKey(ARTIFACT)
                && artifact(place, elements.get(ARTIFACT)).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> format = format(place, elements);
        Optional<DataOrigin> origin = format.flatMap(form -> origin(place, form, elements));
        if (format.isEmpty() || origin.isEmpty()) {
            return Optional.empty();
        }
        settings.foreignOptions(settings.formats().get(format.get())).stream()
                .filter(elements::containsKey)
                .map(option -> "<%s> of %s is set, but <%s> has no such setting. Remove it."
                        .formatted(option, place, format.get()))
                .forEach(problems::add);
        Map<String, String> written = new LinkedHashMap<>();
        elements.forEach((element, text) -> written.put(DatasetSettings.PATH + "." + element, text));
        ResolvedSettings values = new LayeredSettings(
                        List.of(new SettingLayer(SettingValue.Origin.POM, written)),
                        path -> "<" + path.substring(DatasetSettings.PATH.length() + 1) + "> of " + place,
                        problems)
                .read(settings.details())
                .values();
        if (problems.size() > before) {
            return Optional.empty();
        }
        if (origin.get() instanceof DataOrigin.AtAddress
                && settings.sha256(values).isEmpty()) {
            problems.add("<url> of %s has no <sha256> beside it. Give the SHA-256 of the file, as sha256sum prints it."
                    .formatted(place));
            return Optional.empty();
        }
        return Optional.of(new OwnDataset(
                name,
                origin.get(),
                origin.get() instanceof DataOrigin.InPlace ? "" : elements.getOrDefault(format.get(), ""),
                settings.format(format.get(), values),
                settings.sha256(values),
                settings.classNames(values),
                settings.testShare(values),
                settings.testSeed(values)));
    }

    private Optional<String> format(String place, Map<String, String> elements) {
        List<String> known = settings.formats().ids();
        List<String> found = elements.keySet().stream().filter(known::contains).toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        Optional<String> usual = found.isEmpty() ? usual(elements) : Optional.empty();
        if (usual.isEmpty()) {
            problems.add(
                    found.isEmpty()
                            ? "%s does not say how the data lie. Give it one of %s.".formatted(place, elements(known))
                            : "%s has %s, but data have one form. Keep one of them; where a parent POM has data sets too, write <datasets combine.children=\"append\">."
                                    .formatted(place, elements(found)));
        }
        return usual;
    }

    private static Optional<String> usual(Map<String, String> elements) {
        return Stream.of(ARTIFACT, URL)
                .flatMap(origin -> Stream.ofNullable(elements.get(origin)))
                .map(text -> text.replaceFirst("\\?.*", "").replaceFirst(".*[.:]", ""))
                .flatMap(ending -> Stream.ofNullable(USUAL.get(ending.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    private Optional<DataOrigin> origin(String place, String format, Map<String, String> elements) {
        String path = elements.getOrDefault(format, "");
        if (elements.containsKey(ARTIFACT) && elements.containsKey(URL)) {
            problems.add(
                    "%s has <artifact> and <url>, but data come from one place. Remove one of them.".formatted(place));
            return Optional.empty();
        }
        if (elements.containsKey(ARTIFACT)) {
            return artifact(place, elements.get(ARTIFACT));
        }
        if (elements.containsKey(URL)) {
            return address(place, elements.get(URL));
        }
        try {
            return UnsetProperty.refusal("<" + format + "> of " + place, path)
                    .map(refusal -> {
                        problems.add(refusal);
                        return Optional.<DataOrigin>empty();
                    })
                    .orElseGet(() -> Optional.of(new DataOrigin.InPlace(UserPath.read(path))));
        } catch (IllegalArgumentException e) {
            problems.add("<%s> of %s is '%s'; it must be a path. %s".formatted(format, place, path, e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<DataOrigin> artifact(String place, String text) {
        if (COORDINATES.matcher(text).matches() && !text.contains("${")) {
            return Optional.of(new DataOrigin.OfArtifact(text));
        }
        problems.add(
                "<artifact> of %s is '%s'; it must be group:artifact:version:type or group:artifact:version:classifier:type, such as com.acme:scans:3:zip."
                        .formatted(place, text));
        return Optional.empty();
    }

    private Optional<DataOrigin> address(String place, String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (List.of("http", "https").contains(scheme)
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null) {
                return Optional.of(new DataOrigin.AtAddress(address));
            }
        } catch (URISyntaxException noAddress) {
            // said below
        }
        problems.add(
                "<url> of %s must be an address that begins with http:// or https://, without a user, a password or a '#' in it. For a file or folder, give its path instead."
                        .formatted(place));
        return Optional.empty();
    }

    private static String elements(List<String> names) {
        List<String> elements = names.stream().map(name -> "<" + name + ">").toList();
        int last = elements.size() - 1;
        return String.join(", ", elements.subList(0, last)) + " and " + elements.get(last);
    }
}
