package io.github.distillmaven.schedule;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.extension.training.Schedule;
import org.kohsuke.MetaInfServices;

/** The full rate at first; after every so many epochs a part of it, as in He et al. 2016. */
@MetaInfServices(Schedule.class)
public final class StepSchedule implements Schedule {

    /** How long the rate stays. */
    public static final Option<Long> EPOCHS = new Option<>(
            "decayEpochs",
            ValueType.wholeNumber(1, 10_000),
            "30",
            "Number of epochs between two reductions of the learning rate.");

    /** What becomes of it then. */
    public static final Option<Double> FACTOR = new Option<>(
            "decayFactor",
            ValueType.number("a number above 0 and below 1", factor -> factor > 0 && factor < 1),
            "0.1",
            "Factor of each reduction of the learning rate.");

    @Override
    public String id() {
        return "step";
    }

    @Override
    public String meaning() {
        return "times `decayFactor` after every `decayEpochs`";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(EPOCHS, FACTOR);
    }

    @Override
    public double factor(long step, Length length, Choice choice) {
        return Math.pow(choice.get(FACTOR), step / length.stepsPerEpoch() / choice.get(EPOCHS));
    }

    @Override
    public Optional<String> refusal(int epochs, Choice choice) {
        return choice.get(EPOCHS) < epochs
                ? Optional.empty()
                : Optional.of("never falls: <decayEpochs> is %s, and <epochs> only %s. Set <decayEpochs> to less"
                        .formatted(choice.get(EPOCHS), epochs));
    }
}
