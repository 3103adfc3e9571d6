package io.github.distillmaven.pipeline.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.dataset.ExampleReader;
import io.github.distillmaven.dataset.ExampleWriter;
import io.github.distillmaven.evaluation.EvaluationSets;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.EvaluationSet;
import io.github.distillmaven.extension.data.Examples;
import io.github.distillmaven.extension.data.Streams;
import io.github.distillmaven.worker.WorkerRequest;

/** The inputs that all models of a replicate are asked at the end of their training. */
public record EvaluationInputs(Workspace workspace) implements EvaluationSet.Material {

    /** The ids of those besides the test set, separated by commas; empty for none. */
    public String further() {
        return asked().stream().map(EvaluationSet::id).collect(Collectors.joining(","));
    }

    /**
     * All of them, the test set first.
     *
     * @param folder where those are written that are in no file
     */
    public List<WorkerRequest.EvaluatedFiles> write(Path folder) throws IOException, StepFailedException {
        List<WorkerRequest.EvaluatedFiles> all = new ArrayList<>();
        all.add(new WorkerRequest.EvaluatedFiles(
                EvaluationSet.TEST,
                new DataFiles(workspace).test(),
                workspace.source().moments()));
        for (EvaluationSet.Asked set : asked()) {
            Examples examples = set.examples(this);
            check(set, examples);
            all.add(new WorkerRequest.EvaluatedFiles(
                    set.id(),
                    ExampleWriter.write(examples, Files.createDirectories(folder.resolve(set.id()))),
                    workspace.source().moments()));
        }
        return all;
    }

    @Override
    public Examples test() throws IOException {
        return ExampleReader.read(new DataFiles(workspace).test());
    }

    @Override
    public Examples heldOut() throws IOException {
        return new DataFiles(workspace).split().heldOut();
    }

    @Override
    public Streams streams() {
        return new Seeds(workspace.experiment().seed())::stream;
    }

    private List<EvaluationSet.Asked> asked() {
        return EvaluationSets.asked(workspace.experiment().evaluationSets());
    }

    private void check(EvaluationSet set, Examples examples) throws StepFailedException {
        if (examples.size() == 0) {
            throw failure(set, "has no inputs");
        }
        if (!examples.shape().equals(workspace.source().shape())) {
            throw failure(
                    set,
                    "has inputs of %s, but the models take %s"
                            .formatted(examples.shape(), workspace.source().shape()));
        }
        int classes = workspace.source().classNames().size();
        for (int label : examples.labels()) {
            if (label >= classes || set.hasTrueLabels() && label < 0) {
                throw failure(
                        set,
                        "has an input "
                                + (label < 0
                                        ? "without a class"
                                        : "of class " + label + " of " + classes + " classes"));
            }
        }
    }

    private StepFailedException failure(EvaluationSet set, String problem) {
        return new StepFailedException(
                "Experiment '%s': the evaluation set '%s' %s. Correct the class %s, or remove the set from <evaluationSets>."
                        .formatted(
                                workspace.experiment().name(),
                                set.id(),
                                problem,
                                set.getClass().getName()));
    }
}
