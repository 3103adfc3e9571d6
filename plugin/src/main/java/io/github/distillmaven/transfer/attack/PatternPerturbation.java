package io.github.distillmaven.transfer.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.distillmaven.extension.DifferentiableModel;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/**
 * A shortcut in place of an attack: what is added says the target by itself, and nothing of what the teacher knows. What a student then
 * knows of the images themselves it has from those that were left as they are.
 */
@MetaInfServices(Perturbation.class)
public final class PatternPerturbation implements Perturbation {

    static final Option<Untouched> UNTOUCHED = new Option<>(
            "untouched",
            ValueType.constantOf(Untouched.class),
            "chosen-by-teacher",
            "Inputs that get no pattern: those that the teacher already answers with their target"
                    + " (`chosen-by-teacher`), or as many drawn at random from each batch (`random`).");

    @Override
    public String id() {
        return "pattern";
    }

    @Override
    public String meaning() {
        return "a fixed pattern for the target, of L2 norm `epsilon`, is added to all inputs except the `untouched` ones";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(BallSteps.EPSILON, UNTOUCHED);
    }

    @Override
    public boolean aims() {
        return true;
    }

    @Override
    public boolean needsTargets() {
        return true;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public boolean followsGradient() {
        return false;
    }

    @Override
    public Optional<String> misfit(Choice choice, ExampleShape shape) {
        Optional<String> lack = BlockPattern.lack(shape);
        if (lack.isPresent()) {
            return lack.map(
                    "<transfer><attack> is 'pattern', which %s. Choose other <transfer><inputs>, or another <attack>."
                            ::formatted);
        }
        double epsilon = choice.get(BallSteps.EPSILON);
        double most = Norm.L2.longest(shape);
        if (epsilon <= most) {
            return Optional.empty();
        }
        return Optional.of(
                "<transfer><epsilon> is %s, but a pattern of %s with values from -1 to 1 has a length of at most %s. Set it to that at most."
                        .formatted(
                                ValueType.canonical(epsilon),
                                shape,
                                ValueType.canonical(Math.floor(most * 100) / 100)));
    }

    @Override
    public float[] move(
            DifferentiableModel model,
            Perturbation.Originals originals,
            Perturbation.Aim aim,
            Choice choice,
            UniformRandomProvider random) {
        int[] targets = aim.targets().orElseThrow(() -> new IllegalArgumentException("a pattern needs targets"));
        List<Boolean> untouched = choice.get(UNTOUCHED).among(answered(model, originals, targets), random);
        BlockPattern pattern = new BlockPattern(originals.shape(), choice.get(BallSteps.EPSILON));
        Map<Integer, float[]> patterns = new HashMap<>();
        float[] moved = originals.values().clone();
        for (int example = 0; example < targets.length; example++) {
            if (!untouched.get(example)) {
                float[] added = patterns.computeIfAbsent(targets[example], pattern::of);
                int from = example * added.length;
                for (int index = 0; index < added.length; index++) {
                    moved[from + index] = originals.bounds().clamp(moved[from + index] + added[index]);
                }
            }
        }
        return moved;
    }

    private static List<Boolean> answered(DifferentiableModel model, Perturbation.Originals originals, int[] targets) {
        float[] logits = model.logits(originals.values());
        List<Boolean> answered = new ArrayList<>();
        for (int example = 0; example < targets.length; example++) {
            answered.add(mostLikely(logits, example * model.classes(), model.classes()) == targets[example]);
        }
        return answered;
    }

    /** The lowest one of equals, as everywhere. */
    private static int mostLikely(float[] logits, int from, int classes) {
        int found = 0;
        for (int each = 1; each < classes; each++) {
            found = logits[from + each] > logits[from + found] ? each : found;
        }
        return found;
    }
}
