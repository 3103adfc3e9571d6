package io.github.distillmaven.dataset;

import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

import io.github.distillmaven.evaluation.HeldOutShare;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Control;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Targets;

/**
 * The training examples of an experiment: those that its teacher learns, and those that are held out from teacher and students.
 *
 * @param source all examples with their true labels
 * @param count how many of them are used, the first ones; 0 for all
 * @param validation how many of those are held out
 * @param seeds what is left to chance is drawn from streams of its own
 */
public record TrainingSplit(ExampleFiles source, int count, HeldOutShare validation, Seeds seeds) {

    /** What the teacher learns, in the order of the source. */
    public Examples learnt() throws IOException {
        return part(false);
    }

    /** What is held out, in the order of the source. */
    public Examples heldOut() throws IOException {
        return part(true);
    }

    /** What the own teacher of a control learns: the same examples under labels that the control changed. */
    public Examples relabelled(Control control) throws IOException {
        Examples learnt = learnt();
        int[] labels = learnt.labels();
        control.relabel(labels, seeds.stream("control/" + control.id() + "/labels"));
        return learnt.with(new Targets.Classes(labels));
    }

    /** Places of what is held out, among all examples of the source. */
    public BitSet places() throws IOException {
        return validation.isNone() ? new BitSet() : places(used());
    }

    private Examples part(boolean out) throws IOException {
        Examples used = used();
        BitSet places = places(used);
        return used.select(IntStream.range(0, used.size())
                .filter(place -> places.get(place) == out)
                .toArray());
    }

    private BitSet places(Examples used) {
        return validation.draw(used.labels(), seeds.stream("teacher/validation"));
    }

    private Examples used() throws IOException {
        return ExampleReader.read(source).first(count);
    }
}
