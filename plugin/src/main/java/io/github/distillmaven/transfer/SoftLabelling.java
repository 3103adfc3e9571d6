package io.github.distillmaven.transfer;

import java.util.List;

import io.github.distillmaven.extension.Labelling;
import io.github.distillmaven.extension.data.Targets;
import io.github.distillmaven.extension.data.TeacherAnswers;
import io.github.distillmaven.extension.option.Choice;
import io.github.distillmaven.extension.option.Option;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.commons.rng.UniformRandomProvider;
import org.kohsuke.MetaInfServices;

/**
 * The teacher's softmax at a temperature: exp(z / T) over the sum of its classes, where z are the logits (Hinton et al. 2015, section
 * 2).
 */
@MetaInfServices(Labelling.class)
public final class SoftLabelling implements Labelling {

    private static final Option<Double> TEMPERATURE = new Option<>(
            "temperature",
            ValueType.single("a number above 0", value -> value > 0),
            "1.0",
            "Temperature of the teacher's softmax, and of the student's during training; the higher it is, the more"
                    + " the other classes count.");

    @Override
    public String id() {
        return "soft";
    }

    @Override
    public String meaning() {
        return "the teacher's probability for every class";
    }

    @Override
    public String title() {
        return "soft labels";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TEMPERATURE);
    }

    @Override
    public boolean needsLogits() {
        return true;
    }

    @Override
    public double temperature(Choice choice) {
        return choice.get(TEMPERATURE);
    }

    @Override
    public Targets label(TeacherAnswers answers, Choice choice, UniformRandomProvider random) {
        float[] logits = answers.logits().orElseThrow();
        double temperature = temperature(choice);
        float[] shares = new float[logits.length];
        for (int from = 0; from < logits.length; from += answers.classes()) {
            Softmax.of(logits, from, answers.classes(), temperature, shares, from);
        }
        return new Targets.Distributions(shares, answers.classes());
    }
}
