package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Preset;
import org.xml.sax.SAXException;

/** The presets, each read from a resource file {@code presets/<name>.xml}, once in the life of the process. */
public final class PresetCatalog {

    /** What an experiment starts from when the user names no preset. */
    public static final String DEFAULT = "garments-to-digits";

    private static final String FOLDER = "presets";
    private static final String ENDING = ".xml";

    private static final List<String> NAMES = named();
    private static final Map<String, Preset> READ = new ConcurrentHashMap<>();

    private final List<String> names;
    private final Function<String, PresetDocument> documents;
    /** Not the documents: those of XML must not be read by two modules at the same time. */
    private final Map<String, Preset> read;

    /** Those of the plugin. */
    public PresetCatalog() {
        this(NAMES, PresetCatalog::resource, READ);
    }

    /**
     * Any others.
     *
     * @param names of all of them
     * @param documents by name
     */
    PresetCatalog(List<String> names, Function<String, PresetDocument> documents) {
        this(names, documents, new ConcurrentHashMap<>());
    }

    private PresetCatalog(List<String> names, Function<String, PresetDocument> documents, Map<String, Preset> read) {
        this.names = List.copyOf(names);
        this.documents = documents;
        this.read = read;
    }

    /** Names of all presets, the default first, the others sorted. */
    public List<String> names() {
        return names;
    }

    /**
     * Reads a preset.
     *
     * @param name one of {@link #names}
     */
    public Preset read(String name) {
        return read(name, List.of());
    }

    /** @param based on it, one on the other */
    private Preset read(String name, List<String> based) {
        if (!names.contains(name)) {
            throw new NoSuchElementException("no preset '" + name + "'");
        }
        List<String> line = Stream.concat(based.stream(), Stream.of(name)).toList();
        if (based.contains(name)) {
            throw new IllegalStateException("presets are based on each other: " + String.join(", ", line));
        }
        Preset known = read.get(name);
        if (known != null) {
            return known;
        }
        PresetDocument document = documents.apply(name);
        Preset preset = document.preset(name, document.basedOn().map(base -> read(base, line)));
        read.put(name, preset);
        return preset;
    }

    private static PresetDocument resource(String name) {
        try (InputStream resource = Preset.class.getResourceAsStream(FOLDER + "/" + name + ENDING)) {
            return PresetDocument.read(resource);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the resource of preset '" + name + "' cannot be read", e);
        }
    }

    private static List<String> named() {
        List<String> found = new ResourceFolder(Preset.class, FOLDER)
                .files().stream()
                        .filter(file -> file.endsWith(ENDING))
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .sorted()
                        .toList();
        return Stream.concat(
                        found.stream().filter(DEFAULT::equals), found.stream().filter(name -> !name.equals(DEFAULT)))
                .toList();
    }
}
