package io.github.distillmaven.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

import io.github.distillmaven.dataset.DatasetLayout;
import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.IdxFile;
import io.github.distillmaven.dataset.ImageFiles;
import io.github.distillmaven.dataset.ImageSet;
import io.github.distillmaven.dataset.ImageSetReader;
import io.github.distillmaven.dataset.InputNormalizer;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.dataset.TransferSet;
import io.github.distillmaven.experiment.StepRecord;
import io.github.distillmaven.metrics.Predictions;
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;

/** Lets the teacher label the inputs, and keeps what the student shall see. */
final class TransferStep {

    private final Workspace workspace;
    private final StepDefinitions definitions;
    private final StepExecutor executor;
    private final TensorFlowWorkers workers;

    TransferStep(Workspace workspace, StepDefinitions definitions, StepExecutor executor, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.definitions = definitions;
        this.executor = executor;
        this.workers = workers;
    }

    void run() throws StepFailedException, InterruptedException {
        StepName step = StepName.TRANSFER;
        Predecessor predecessor = new Predecessor(workspace, step.goal());
        predecessor.require(definitions.data());
        StepRecord teacher = predecessor.require(definitions.teacher());
        executor.execute(definitions.transfer(teacher), this::label);
        new TransferAcceptance(workspace).require();
    }

    private SortedMap<String, String> label(StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        Path output = place.output();
        DatasetSpec inputs = workspace.inputs();
        ImageFiles files = DatasetLayout.files(inputs, workspace.data(inputs), Split.TRAIN);
        InputNormalizer normalizer = workspace.inputNormalizer();
        ImageSet images = normalizer.prepare(ImageSetReader.read(files));
        Path prepared = Files.createDirectories(output.resolve("prepared"));
        SortedMap<String, String> machine = workers.run(
                new WorkerRequest.Label(
                        workspace.step(StepName.TEACHER).path().resolve("model"),
                        normalizer.changesPixels() ? write(images, prepared) : files,
                        normalizer.moments(),
                        output),
                StepName.TRANSFER.goal(),
                workspace.label(StepName.TRANSFER),
                place.log());
        PathUtils.deleteDirectory(prepared);
        TransferSet.select(
                        images,
                        Predictions.read(output.resolve("predictions.csv")),
                        workspace.experiment().transfer().keep(),
                        inputs.name().equals(workspace.source().name()),
                        workspace.source().classNames().size())
                .write(output);
        return machine;
    }

    private static ImageFiles write(ImageSet images, Path folder) throws IOException {
        ImageFiles files = TransferSet.files(folder, images.shape());
        IdxFile.ofImages(images).write(files.files().get(0));
        IdxFile.ofLabels(images).write(files.files().get(1));
        return files;
    }
}
