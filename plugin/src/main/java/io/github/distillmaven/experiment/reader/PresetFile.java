package io.github.distillmaven.experiment.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.distillmaven.experiment.Preset;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.settings.DatasetSettings;
import io.github.distillmaven.experiment.settings.OwnNetworkSettings;
import io.github.distillmaven.experiment.settings.ResolvedSettings;
import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.experiment.settings.SweepSettings;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A preset in a file of the user's, written like those of the plugin.
 *
 * @param path of the file
 * @param catalog what a preset can set
 * @param presets that it may be based on
 */
record PresetFile(Path path, SettingCatalog catalog, PresetCatalog presets) {

    private static final String ENDING = ".xml";

    /**
     * Reads it.
     *
     * @param problems takes one sentence or more for everything that is wrong with it
     * @return the preset, named like its file; empty if something is wrong
     */
    Optional<Preset> read(List<String> problems) {
        List<String> found = new ArrayList<>();
        Optional<Preset> preset = preset(found);
        preset.ifPresent(read -> check(read, found));
        problems.addAll(found);
        return preset.filter(read -> found.isEmpty());
    }

    private Optional<Preset> preset(List<String> problems) {
        if (!Files.isRegularFile(path)) {
            problems.add(
                    "The preset file %s %s.".formatted(path, Files.exists(path) ? "is not a file" : "does not exist"));
            return Optional.empty();
        }
        try (InputStream xml = Files.newInputStream(path)) {
            PresetDocument document = PresetDocument.read(xml);
            document.problems().forEach(problem -> problems.add(placed(problem)));
            Optional<String> base = base(document, problems);
            return problems.isEmpty()
                    ? Optional.of(document.preset(name(), base.map(presets::read)))
                    : Optional.empty();
        } catch (SAXParseException e) {
            problems.add("The preset file %s is not well-formed XML, or has a <!DOCTYPE>: see line %s, column %s."
                    .formatted(path, e.getLineNumber(), e.getColumnNumber()));
        } catch (SAXException | IOException e) {
            problems.add("The preset file %s cannot be read: %s.".formatted(path, e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<String> base(PresetDocument document, List<String> problems) {
        List<String> found = new ArrayList<>();
        List<SettingLayer> written = document.basedOn().stream()
                .map(base -> new SettingLayer(
                        SettingValue.Origin.PRESET, Map.of(catalog.preset().path(), base)))
                .toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        ResolvedSettings values = new LayeredSettings(written, path -> "<basedOn>", found)
                .read(List.of(catalog.preset()))
                .values();
        found.forEach(problem -> problems.add(placed(problem)));
        return values.find(catalog.preset());
    }

    private void check(Preset preset, List<String> problems) {
        Set<String> own = Set.of(
                SettingCatalog.NAME,
                catalog.preset().path(),
                catalog.presetFile().path());
        List<Setting<?>> settings = catalog.all().stream()
                .filter(setting -> !own.contains(setting.path())
                        && !DatasetSettings.belongs(setting.path())
                        && !OwnNetworkSettings.belongs(setting.path()))
                .toList();
        Map<String, String> values = new LinkedHashMap<>(preset.values());
        // They are read where all settings are known.
        values.keySet().removeIf(SweepSettings::belongs);
        SettingLayer layer = new SettingLayer(SettingValue.Origin.PRESET, values);
        List<String> found = new ArrayList<>(new UnknownElements(settings, "A preset").problems(layer));
        new LayeredSettings(List.of(layer), Setting::element, found).read(catalog.single());
        found.forEach(problem -> problems.add(placed(problem)));
    }

    private String placed(String problem) {
        return "The preset file " + path + ": " + problem;
    }

    private String name() {
        String file = path.getFileName().toString();
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }
}
