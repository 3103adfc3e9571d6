package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.Preset;
import org.xml.sax.SAXException;

/** The presets, each read from a resource file {@code presets/<name>.xml}. */
public final class PresetCatalog {

    /** What an experiment starts from when the user names no preset. */
    public static final String DEFAULT = "garments-to-digits";

    private static final String FOLDER = "presets";
    private static final String ENDING = ".xml";

    private final List<String> names = named();

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
        if (!names.contains(name)) {
            throw new NoSuchElementException("no preset '" + name + "'");
        }
        try (InputStream resource = Preset.class.getResourceAsStream(FOLDER + "/" + name + ENDING)) {
            return PresetDocument.read(resource).preset(name);
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
