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
import io.github.distillmaven.worker.WorkerRequest;
import org.apache.commons.io.file.PathUtils;

/** Lets the teacher of a workspace label the inputs. */
final class Labeller {

    private final Workspace workspace;
    private final TensorFlowWorkers workers;

    Labeller(Workspace workspace, TensorFlowWorkers workers) {
        this.workspace = workspace;
        this.workers = workers;
    }

    /** The images to label, as the student is to see them. */
    ImageSet inputs() throws StepFailedException, IOException {
        ImageSet all = workspace.inputNormalizer().prepare(ImageSetReader.read(files()));
        int wanted = workspace.experiment().transfer().examples();
        if (wanted > all.size()) {
            throw new StepFailedException(
                    "Experiment '%s': <transfer><examples> is %s, but '%s' has %s training images."
                            .formatted(
                                    workspace.experiment().name(),
                                    wanted,
                                    workspace.inputs().name(),
                                    all.size()));
        }
        return all.first(wanted);
    }

    /**
     * Writes the teacher's predictions for the images to the step's output.
     *
     * @return facts about the machine, for the record
     */
    SortedMap<String, String> label(ImageSet images, StepPlace place)
            throws StepFailedException, IOException, InterruptedException {
        InputNormalizer normalizer = workspace.inputNormalizer();
        Path prepared = Files.createDirectories(place.output().resolve("prepared"));
        boolean asTheyAre =
                !normalizer.changesPixels() && workspace.experiment().transfer().examples() == 0;
        SortedMap<String, String> machine = workers.run(
                new WorkerRequest.Label(
                        workspace.step(StepName.TEACHER).path().resolve("model"),
                        asTheyAre ? files() : write(images, prepared),
                        normalizer.moments(),
                        place.output()),
                workspace.title(StepName.TRANSFER),
                workspace.label(StepName.TRANSFER),
                place.log());
        PathUtils.deleteDirectory(prepared);
        return machine;
    }

    private ImageFiles files() {
        DatasetSpec inputs = workspace.inputs();
        return DatasetLayout.files(inputs, workspace.data(inputs), Split.TRAIN);
    }

    private static ImageFiles write(ImageSet images, Path folder) throws IOException {
        ImageFiles files = TransferSet.files(folder, images.shape());
        IdxFile.ofImages(images).write(files.files().get(0));
        IdxFile.ofLabels(images).write(files.files().get(1));
        return files;
    }
}
