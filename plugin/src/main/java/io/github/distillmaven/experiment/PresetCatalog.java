package io.github.distillmaven.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;

import org.xml.sax.SAXException;

/** The presets, each read from a resource file {@code presets/<name>.xml}. */
public final class PresetCatalog {

    /** What an experiment starts from when the user names no preset. */
    public static final String DEFAULT = "garments-to-digits";

    private static final List<String> NAMES = List.of(
            DEFAULT,
            "fashion-to-mnist",
            "fashion-to-mnist-normalized",
            "two-dimensional",
            "mnist-errors",
            "fashion-errors",
            "cifar10-errors");

    /** Names of all presets, the default first. */
    public List<String> names() {
        return NAMES;
    }

    /**
     * Reads a preset.
     *
     * @param name one of {@link #names}
     */
    public Preset read(String name) {
        if (!NAMES.contains(name)) {
            throw new NoSuchElementException("no preset '" + name + "'");
        }
        try (InputStream resource = PresetCatalog.class.getResourceAsStream("presets/" + name + ".xml")) {
            return PresetDocument.read(resource).preset(name);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the resource of preset '" + name + "' cannot be read", e);
        }
    }
}
