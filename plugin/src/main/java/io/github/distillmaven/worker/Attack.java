package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.TargetRule;
import io.github.distillmaven.extension.Perturbation;
import io.github.distillmaven.extension.option.Choice;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How inputs are moved before a model labels them.
 *
 * @param perturbation that moves them
 * @param target the classes that they are moved toward
 * @param seed the experiment's seed, of which targets are drawn, and what the perturbation leaves to chance
 * @param ensemble folders of further models, which are to go on answering with the true labels
 */
public record Attack(Choice perturbation, TargetRule target, long seed, List<Path> ensemble) {

    public Attack {
        ensemble = List.copyOf(ensemble);
    }

    /** Without further models. */
    public Attack(Choice perturbation, TargetRule target, long seed) {
        this(perturbation, target, seed, List.of());
    }

    /** Where inputs of these labels are moved. */
    public Perturbation.Aim aim(int[] labels, int classes) {
        return new Perturbation.Aim(labels, target.targets(labels, classes, new Seeds(seed)));
    }

    /** What the perturbation draws from: a stream at its beginning. */
    public UniformRandomProvider random() {
        return new Seeds(seed).stream("attack/" + perturbation.id());
    }
}
