package io.github.distillmaven.pipeline.step;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.ExampleFiles;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TrainingSplit;
import io.github.distillmaven.dataset.transfer.TransferInputs;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.experiment.TransferPlan;

/** Where the examples of an experiment lie: in the files of its data sets, or with the teacher that drew them. */
public record DataFiles(Workspace workspace) {

    /** What the teacher learns, or has learnt where it draws. */
    public ExampleFiles learnt() {
        return files(workspace.source(), Split.TRAIN);
    }

    /** The same, and what is held out from it. */
    public TrainingSplit split() {
        return new TrainingSplit(
                files(workspace.source(), Split.TRAIN),
                workspace.experiment().teacher().examples(),
                workspace.experiment().validation(),
                new Seeds(workspace.experiment().seed()));
    }

    /** What all models are tested on: where examples are drawn, those that the teacher learnt. */
    public ExampleFiles test() {
        return files(workspace.source(), Split.TEST);
    }

    /** What the teacher labels. */
    public ExampleFiles inputs() {
        return files(workspace.inputs(), Split.TRAIN);
    }

    /** The same as the student is to see it, before any of it is moved. */
    public TransferInputs labelled() {
        TransferPlan transfer = workspace.experiment().transfer();
        return new TransferInputs(
                inputs(),
                workspace.inputNormalizer(),
                transfer.examples(),
                transfer.noise(),
                new Seeds(workspace.experiment().seed()));
    }

    /** The key under which the store keeps the files of a data set. Whatever the user calls own data, the same content has the same. */
    public static String key(DatasetSpec dataset) {
        StringBuilder canonical = new StringBuilder("dataset=" + (dataset.own() ? "" : dataset.name()) + "\n");
        dataset.files().forEach(file -> canonical.append(file.name() + "=" + file.sha256() + "\n"));
        return Digests.ofText(canonical.toString());
    }

    private ExampleFiles files(DatasetSpec dataset, Split split) {
        return dataset.drawn()
                ? ExampleFiles.in(workspace.drawn(), dataset.shape())
                : DatasetLayout.files(dataset, workspace.data(dataset), split);
    }
}
