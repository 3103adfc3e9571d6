package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.experiment.Seeds;
import io.github.distillmaven.extension.Control;

/**
 * Training images under the labels that the own teacher of a control learns.
 *
 * @param control one that has a teacher of its own
 * @param source the images with their true labels
 * @param examples how many of them are used, the first ones; 0 for all
 * @param seeds what is left to chance is drawn from a stream of its own
 */
public record RelabelledImages(Control control, ImageFiles source, int examples, Seeds seeds) {

    /**
     * Writes the images that are used, with the changed labels.
     *
     * @param folder an existing, empty folder
     * @throws IOException if the images cannot be read, or the others not be written
     */
    public ImageFiles write(Path folder) throws IOException {
        ImageSet images = ImageSetReader.read(source).first(examples);
        int[] labels = new int[images.size()];
        for (int index = 0; index < labels.length; index++) {
            labels[index] = images.label(index);
        }
        control.relabel(labels, seeds.stream("control/" + control.id() + "/labels"));
        byte[] changed = new byte[labels.length];
        for (int index = 0; index < labels.length; index++) {
            changed[index] = (byte) labels[index];
        }
        ImageSet relabelled = new ImageSet(images.shape(), images.pixels(), changed);
        ImageFiles files = TransferSet.files(folder, images.shape());
        IdxFile.ofImages(relabelled).write(files.files().get(0));
        IdxFile.ofLabels(relabelled).write(files.files().get(1));
        return files;
    }
}
