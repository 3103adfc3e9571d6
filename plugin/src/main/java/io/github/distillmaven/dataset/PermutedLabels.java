package io.github.distillmaven.dataset;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.experiment.Control;
import io.github.distillmaven.experiment.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Training images under labels that belong to other ones of them: as many of each class as before, and nothing to learn but
 * chance.
 *
 * @param source the images with their true labels
 * @param examples how many of them are used, the first ones; 0 for all. Labels change places among these alone
 * @param seeds the labels are dealt out from a stream of their own
 */
public record PermutedLabels(ImageFiles source, int examples, Seeds seeds) {

    private static final String STREAM = "control/" + Control.PERMUTED_LABEL_TEACHER.folder() + "/labels";

    /**
     * Writes the images that are used, with the permuted labels.
     *
     * @param folder an existing, empty folder
     * @throws IOException if the images cannot be read, or the others not be written
     */
    public ImageFiles write(Path folder) throws IOException {
        ImageSet images = ImageSetReader.read(source).first(examples);
        ImageSet permuted = new ImageSet(images.shape(), images.pixels(), permuted(images.labels()));
        ImageFiles files = TransferSet.files(folder, images.shape());
        IdxFile.ofImages(permuted).write(files.files().get(0));
        IdxFile.ofLabels(permuted).write(files.files().get(1));
        return files;
    }

    private byte[] permuted(byte[] labels) {
        byte[] permuted = labels.clone();
        UniformRandomProvider random = seeds.stream(STREAM);
        for (int last = permuted.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            byte label = permuted[last];
            permuted[last] = permuted[other];
            permuted[other] = label;
        }
        return permuted;
    }
}
