package io.github.distillmaven.dataset.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.experiment.own.DataOrigin;
import io.github.distillmaven.experiment.own.OwnDataset;
import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.format.DatasetFormat;
import io.github.distillmaven.extension.format.UnfitDataException;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A data set that a user declares, for tests: what it becomes, and what is said if it cannot be used. */
public final class Declared {

    private final Path folder;
    private final OwnDataset own;

    private Declared(Path folder, OwnDataset own) {
        this.folder = folder;
        this.own = own;
    }

    /**
     * A data set of one form.
     *
     * @param folder where it may be converted to
     * @param options names and values
     */
    public static Declared of(Path folder, String format, String... options) {
        return new Declared(folder, declare("own", new DataOrigin.InPlace("own"), format, options));
    }

    /** What the user declares. */
    public static OwnDataset declare(String name, DataOrigin origin, String format, String... options) {
        DatasetFormat component = Components.load(DatasetFormat.class).get(format);
        Choice choice = Choice.of(format);
        for (int index = 0; index < options.length; index += 2) {
            String option = options[index];
            Option<?> known = component.options().stream()
                    .filter(each -> each.name().equals(option))
                    .findFirst()
                    .orElseThrow();
            choice = choice.with(known, known.type().read(options[index + 1]));
        }
        return new OwnDataset(
                name, origin, "", new Chosen<>(component, choice), Optional.empty(), List.of(), Optional.empty(), 1);
    }

    Declared with(List<String> classNames) {
        return new Declared(
                folder,
                new OwnDataset(
                        own.name(),
                        own.origin(),
                        own.inside(),
                        own.format(),
                        own.sha256(),
                        classNames,
                        own.testShare(),
                        own.testSeed()));
    }

    /** What it becomes. */
    DatasetSpec convert(Path place) throws UnfitDataException, IOException {
        Conversion conversion = new Conversion(own);
        return conversion.write(conversion.files(place), Files.createDirectories(folder));
    }

    /** The examples of a part, as experiments read them. */
    Examples read(DatasetSpec spec, Split split) throws IOException {
        return ExampleReader.read(
                DatasetLayout.files(spec, folder, split), spec.classNames().size());
    }

    /** Asserts that this is said, and that nothing is written. */
    void assertRefused(Path place, String sentence) {
        assertThatThrownBy(() -> convert(place))
                .isInstanceOf(UnfitDataException.class)
                .hasMessage(sentence);
        assertThat(folder.toFile().listFiles()).isNullOrEmpty();
    }
}
