package io.github.distillmaven.schedule;

import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import io.github.distillmaven.extension.training.Schedule;
import org.kohsuke.MetaInfServices;

/** From a small rate evenly up to the full one (Goyal et al. 2017), then down to zero as with {@link CosineSchedule}. */
@MetaInfServices(Schedule.class)
public final class WarmupSchedule implements Schedule {

    /** How long the rate rises. */
    public static final Option<Long> EPOCHS = new Option<>(
            "warmupEpochs",
            ValueType.wholeNumber(1, 10_000),
            "5",
            "Number of epochs in which the learning rate rises to its full value.");

    @Override
    public String id() {
        return "warmup";
    }

    @Override
    public String meaning() {
        return "rising over `warmupEpochs`, then like `cosine`";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(EPOCHS);
    }

    @Override
    public double factor(long step, Length length, Choice choice) {
        long rising = choice.get(EPOCHS) * length.stepsPerEpoch();
        return step < rising
                ? (step + 1) / (double) rising
                : CosineSchedule.fallen(step - rising, length.steps() - rising);
    }

    @Override
    public Optional<String> refusal(int epochs, Choice choice) {
        return choice.get(EPOCHS) < epochs
                ? Optional.empty()
                : Optional.of(
                        "never ends to rise: <warmupEpochs> is %s, and <epochs> only %s. Set <warmupEpochs> to less"
                                .formatted(choice.get(EPOCHS), epochs));
    }
}
