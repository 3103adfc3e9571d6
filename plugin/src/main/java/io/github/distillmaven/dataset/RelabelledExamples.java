package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;

/**
 * Training examples under the labels that the own teacher of a control learns.
 *
 * @param control one that has a teacher of its own
 * @param source the examples with their true labels
 * @param count how many of them are used, the first ones; 0 for all
 * @param seeds what is left to chance is drawn from a stream of its own
 */
public record RelabelledExamples(Control control, ExampleFiles source, int count, Seeds seeds) {

    /**
     * Writes the examples that are used, with the changed labels.
     *
     * @param folder an existing, empty folder
     * @throws IOException if the examples cannot be read, or the others not be written
     */
    public ExampleFiles write(Path folder) throws IOException {
        Examples examples = ExampleReader.read(source).first(count);
        int[] labels = examples.labels();
        control.relabel(labels, seeds.stream("control/" + control.id() + "/labels"));
        return ExampleWriter.write(examples.with(new Targets.Classes(labels)), folder);
    }
}
