package io.github.distillmaven.experiment.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.distillmaven.experiment.ExampleCount;
import io.github.distillmaven.experiment.Normalization;
import io.github.distillmaven.experiment.SettingValue;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.experiment.TransferPlan;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.ValueType;

/** The settings below {@code <transfer>}. */
public final class TransferSettings {

    private final Setting<String> inputs;
    private final Setting<ExampleCount> examples = new Setting<>(
            "transfer.examples",
            ExampleCount.type(),
            "0",
            "Number of inputs that the teacher labels, the first ones, such as `500`; or, where d is the number of"
                    + " values of an input, `d`, `d+1` or `10(d+1)`; 0 means all.");
    private final Setting<Boolean> unseen = new Setting<>(
            "transfer.unseen",
            ValueType.flag(),
            "false",
            "Leave out the inputs that the teacher learnt, which are the first `<teacher><examples>`. Inputs must be"
                    + " from the teacher's own data set.");
    private final ComponentSetting<Noise> noise = new ComponentSetting<>(
            "transfer",
            "noise",
            Components.load(Noise.class),
            "none",
            "Noise to use instead of the inputs, which then have no true labels");
    private final Setting<Set<String>> omittedClasses = new Setting<>(
            "transfer.omittedClasses",
            ValueType.namesOrNone("classes"),
            ValueType.NONE,
            "Classes to leave out of the transfer set, by true label, with their names in the data set and separated"
                    + " by commas, such as `3`, or `cat, dog`; or `none`. Inputs must be from the teacher's own data"
                    + " set.");
    private final ComponentSetting<Perturbation> perturbation = new ComponentSetting<>(
            "transfer",
            "attack",
            Components.load(Perturbation.class),
            "none",
            "How inputs are moved before the teacher labels them. To be moved away from their true class they must be"
                    + " from the teacher's own data set");
    private final Setting<TargetRule> target = new Setting<>(
            "transfer.target",
            ValueType.constantOf(TargetRule.class),
            "untargeted",
            "The class toward which `pattern`, `pgd` and `single-step` move each input: `untargeted` (any but the true"
                    + " one), `random` (drawn from all classes), `other` (drawn from all but the true one), `next`"
                    + " (the one after the true one), or `in-turn` (the first class for the first input, the second"
                    + " for the second, and so on). For `other` and `next`, inputs must be from the teacher's own data"
                    + " set.");
    private final ComponentSetting<Labelling> labels = new ComponentSetting<>(
            "transfer", "labels", Components.load(Labelling.class), "predicted", "Where the given labels come from");
    private final ComponentSetting<Selection> keep = new ComponentSetting<>(
            "transfer",
            "keep",
            Components.load(Selection.class),
            "all",
            "Which labelled inputs enter the transfer set. Where that depends on true labels, inputs must be from the"
                    + " teacher's own data set");
    private final Setting<Normalization> normalization = new Setting<>(
            "transfer.normalization",
            ValueType.constantOf(Normalization.class),
            "own",
            "Mean and deviation for normalising the inputs: `own`, `source` (the teacher's), `moment-match` (pixels"
                    + " scaled to the teacher's mean and deviation and clipped, then `source`), or `centred` (0.5 and"
                    + " 0.5, so that values are from -1 to 1).");
    private final Setting<Long> minimumSize = new Setting<>(
            "transfer.minimumSize",
            ValueType.wholeNumber(1, 1_000_000_000),
            "1000",
            "Smallest number of inputs in a transfer set; a smaller one fails the build.");
    private final Setting<Boolean> allowSmall = new Setting<>(
            "transfer.allowSmall",
            ValueType.flag(),
            "false",
            "Accept a transfer set below the minimum size, or without any label of some class.");

    /** @param datasets names of the known data sets */
    TransferSettings(List<String> datasets) {
        inputs = new Setting<>(
                "transfer.inputs",
                ValueType.nameOf("data set", datasets),
                null,
                "Data set whose training images the teacher labels: " + ReferenceText.listed(datasets) + ".");
    }

    /** The data set that the teacher labels. */
    public Setting<String> inputs() {
        return inputs;
    }

    /** All of them, in the order of the reference. */
    public List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(inputs, examples, unseen));
        all.addAll(noise.all());
        all.add(omittedClasses);
        all.addAll(perturbation.all());
        all.add(target);
        all.addAll(labels.all());
        all.addAll(keep.all());
        all.addAll(List.of(normalization, minimumSize, allowSmall));
        return List.copyOf(all);
    }

    /** One sentence for each option that the user wrote and that nothing chosen takes. */
    public List<String> unused(TransferPlan transfer, List<SettingValue> settings) {
        List<String> problems = new ArrayList<>();
        problems.addAll(noise.unused(transfer.noise().component(), settings));
        problems.addAll(perturbation.unused(transfer.perturbation().component(), settings));
        problems.addAll(labels.unused(transfer.labels().component(), settings));
        problems.addAll(keep.unused(transfer.keep().component(), settings));
        return problems;
    }

    /**
     * What they come to.
     *
     * @param shapes of the examples of each data set
     */
    public TransferPlan read(ResolvedSettings values, Function<String, ExampleShape> shapes) {
        return new TransferPlan(
                values.get(inputs),
                values.get(examples).of(() -> shapes.apply(values.get(inputs)).values()),
                values.get(unseen),
                noise.read(values),
                values.get(omittedClasses),
                perturbation.read(values),
                values.get(target),
                labels.read(values),
                keep.read(values),
                values.get(normalization),
                values.get(minimumSize).intValue(),
                values.get(allowSmall));
    }
}
