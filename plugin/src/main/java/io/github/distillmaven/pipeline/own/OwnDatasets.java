package io.github.distillmaven.pipeline.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.experiment.Experiment;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.experiment.rules.KnownDatasets;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.fetch.FetchException;
import io.github.distillmaven.pipeline.step.StepFailedException;
import io.github.distillmaven.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * The data sets of the catalog, and those that the user declares. Of the latter, those of an experiment are found and read when it is about
 * to be checked, once in a build; the others are left alone.
 */
public final class OwnDatasets implements KnownDatasets {

    /** Of what is said of data, which may have names that somebody else gave. */
    private static final int LONGEST = 2000;

    private final DatasetCatalog catalog;
    private final List<OwnDataset> declared;
    private final ConcurrentMap<String, DatasetSpec> known;
    private final Function<Experiment, OwnDataWork> works;
    private final Map<String, DatasetSpec> prepared = new LinkedHashMap<>();
    private @Nullable OwnDataWork work;

    /**
     * @param known what the goals of this build found out before
     * @param works what finds and reads the data of an experiment
     */
    public OwnDatasets(
            DatasetCatalog catalog,
            List<OwnDataset> declared,
            ConcurrentMap<String, DatasetSpec> known,
            Function<Experiment, OwnDataWork> works) {
        this.catalog = catalog;
        this.declared = List.copyOf(declared);
        this.known = known;
        this.works = works;
    }

    @Override
    public List<String> prepare(Experiment experiment) {
        List<OwnDataset> used = Stream.concat(
                        Stream.of(experiment.dataset()),
                        experiment.arms().stream().map(arm -> arm.transfer().inputs()))
                .distinct()
                .flatMap(name -> find(name).stream())
                .toList();
        if (used.isEmpty()) {
            return List.of();
        }
        work = works.apply(experiment);
        return used.stream().flatMap(own -> describe(own).stream()).toList();
    }

    /** Those of the catalog, and those that experiments that were prepared use. */
    public DatasetCatalog catalog() {
        return catalog.with(List.copyOf(prepared.values()));
    }

    @Override
    public boolean isOwn(String name) {
        return find(name).isPresent();
    }

    /**
     * Converts a data set anew.
     *
     * @param folder an existing, empty folder
     * @throws StepFailedException if that is not possible any more
     */
    public void write(String name, Path folder)
            throws StepFailedException, IOException, FetchException, InterruptedException {
        OwnDataset own = find(name).orElseThrow();
        try {
            work().write(own, folder);
        } catch (UnfitDataException e) {
            throw new StepFailedException(OwnDataWork.place(own) + e.getMessage(), e);
        }
    }

    @Override
    public List<String> names() {
        return Stream.concat(catalog.names().stream(), declared.stream().map(OwnDataset::name))
                .toList();
    }

    @Override
    public ExampleShape shapeOf(Choice dataset) {
        return catalog().shapeOf(dataset);
    }

    @Override
    public int sizeOf(String name) {
        return catalog().sizeOf(name);
    }

    @Override
    public List<String> classesOf(Choice dataset) {
        return catalog().classesOf(dataset);
    }

    @Override
    public boolean draws(String name) {
        return catalog().draws(name);
    }

    @Override
    public boolean hasLabels(String name) {
        return catalog().hasLabels(name);
    }

    private Optional<OwnDataset> find(String name) {
        return declared.stream().filter(own -> own.name().equals(name)).findFirst();
    }

    /** Returns what is wrong with it. */
    private Optional<String> describe(OwnDataset own) {
        String about = own.name() + "\n" + own.origin() + "\n" + own.sha256() + "\n" + own.reading() + work().base();
        try {
            DatasetSpec spec = known.get(about);
            if (spec == null) {
                spec = work().describe(own);
                known.put(about, spec);
            }
            prepared.put(own.name(), spec);
            return Optional.empty();
        } catch (UnfitDataException | FetchException e) {
            return Optional.of(ForeignText.line(OwnDataWork.place(own) + e.getMessage(), LONGEST));
        } catch (IOException e) {
            return Optional.of(OwnDataWork.place(own) + "cannot be read or written: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(OwnDataWork.place(own) + "reading was interrupted.");
        }
    }

    private OwnDataWork work() {
        if (work == null) {
            throw new IllegalStateException("no experiment was prepared");
        }
        return work;
    }
}
