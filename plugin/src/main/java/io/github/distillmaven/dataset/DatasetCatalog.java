package io.github.distillmaven.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.distillmaven.experiment.rules.KnownDatasets;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import tools.jackson.databind.json.JsonMapper;

/** The data sets that the plugin knows: those that a JSON file beside this class describes, and those that are drawn. */
public final class DatasetCatalog implements KnownDatasets {

    private static final List<String> NAMES =
            List.of("synthetic-digits", "synthetic-garments", "mnist", "fashion-mnist", "cifar10");

    private final Components<DataSource> sources = Components.load(DataSource.class);
    private final List<DatasetSpec> specs;

    /** Reads the descriptions. */
    public DatasetCatalog() {
        this.specs = Stream.concat(
                        NAMES.stream().map(DatasetCatalog::read),
                        sources.all().stream().map(source -> DatasetSpec.drawn(Chosen.of(source))))
                .toList();
    }

    private DatasetCatalog(List<DatasetSpec> specs) {
        this.specs = List.copyOf(specs);
    }

    /** These and further ones. */
    public DatasetCatalog with(List<DatasetSpec> further) {
        return new DatasetCatalog(
                Stream.concat(specs.stream(), further.stream()).toList());
    }

    /** All of them, in a fixed order. */
    public List<DatasetSpec> all() {
        return specs;
    }

    @Override
    public List<String> names() {
        return specs.stream().map(DatasetSpec::name).toList();
    }

    /** The data set of that name, or empty if the plugin does not know it. */
    public Optional<DatasetSpec> find(String name) {
        return specs.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    /**
     * The data set of that name, as its options make it where it has any.
     *
     * @throws NoSuchElementException if the plugin does not know it
     */
    public DatasetSpec get(Choice dataset) {
        return sources.find(dataset.id())
                .map(source -> DatasetSpec.drawn(new Chosen<>(source, dataset)))
                .or(() -> find(dataset.id()))
                .orElseThrow();
    }

    @Override
    public ExampleShape shapeOf(Choice dataset) {
        return get(dataset).shape();
    }

    @Override
    public int sizeOf(String name) {
        return find(name).orElseThrow().trainingImages();
    }

    @Override
    public List<String> classesOf(Choice dataset) {
        return get(dataset).classNames();
    }

    @Override
    public boolean draws(String name) {
        return find(name).orElseThrow().drawn();
    }

    @Override
    public boolean hasLabels(String name) {
        return find(name).orElseThrow().hasLabels();
    }

    private static DatasetSpec read(String name) {
        try (InputStream description = DatasetCatalog.class.getResourceAsStream(name + ".json")) {
            return JsonMapper.shared().readValue(description, DatasetSpec.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the description of " + name + " in the plugin's jar", e);
        }
    }
}
