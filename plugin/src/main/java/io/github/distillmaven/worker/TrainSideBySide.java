package io.github.distillmaven.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.option.Choice;

/**
 * Train a model of a dense network in one graph with others. What comes out does not depend on the others. Where there is
 * a source and a batch holds all examples, an epoch is one step, in which nothing is shuffled, and there is no history. Writes {@code
 * model/} ({@code network.json} and {@code weights.npy}), {@code history.csv} (where there is one), {@code predictions.csv} and {@code logits.npy}
 * (of the set {@value EvaluationSet#TEST}), {@code evaluations/<name>.csv} and {@code .npy} (of the others, without logits where a source says that
 * its set is for show alone) and {@code result.json}, with the {@code loss} of the
 * last step if there was any.
 *
 * <p>Examples may be drawn from a source. Then they are drawn again until the model answers all of them right, at most 20 times; {@code
 * result.json} has the {@code attempts}, {@code examples/} what was learnt, and {@code predictions.csv} is about that. Where they have no
 * labels, what the model answers is what they get in {@code examples/} and in all else.
 *
 * @param train what is trained, without checkpoints; its examples are no files where they are drawn, and it names no test set then
 * @param place in the graph, from 0: it belongs into the key, as it may change last bits. Models of different places are trained at once
 * @param source what draws examples and evaluation sets, with its options; empty if there is none
 * @param sourceSets evaluation sets of the source on which the model is evaluated too
 */
public record TrainSideBySide(WorkerRequest.Train train, int place, Optional<Choice> source, List<String> sourceSets)
        implements WorkerRequest {

    public TrainSideBySide {
        sourceSets = List.copyOf(sourceSets);
    }

    /** Whether its examples are drawn. */
    public boolean drawn() {
        return train.examples().files().isEmpty();
    }

    @Override
    public Path output() {
        return train.output();
    }
}
