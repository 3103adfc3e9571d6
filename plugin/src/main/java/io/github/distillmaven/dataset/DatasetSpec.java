package io.github.distillmaven.dataset;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.distillmaven.extension.Chosen;
import io.github.distillmaven.extension.Components;
import io.github.distillmaven.extension.DataSource;
import io.github.distillmaven.extension.Noise;
import io.github.distillmaven.extension.data.ExampleShape;

/**
 * A data set that the plugin knows.
 *
 * @param name as users write it, such as {@code fashion-mnist}
 * @param title as a report prints it, such as {@code Fashion-MNIST}
 * @param synthetic whether the plugin draws the images itself, so that nothing is downloaded
 * @param shape of each example
 * @param classNames one per class, in the order of the labels
 * @param moments of the training images, per channel
 * @param trainingImages number of them; 0 if they are drawn
 * @param repeatedImages number of test images that are among the training images too, pixel by pixel; 0 if they are drawn
 * @param files the unpacked files, with the digests that pin their content
 * @param downloads what the files can be had from; empty for synthetic data
 * @param labels of a part of a data set, the labels that the classes have in the files, in their order; empty for a whole one
 */
public record DatasetSpec(
        String name,
        String title,
        boolean synthetic,
        ExampleShape shape,
        List<String> classNames,
        Moments moments,
        int trainingImages,
        int repeatedImages,
        List<DatasetFile> files,
        List<Download> downloads,
        List<Integer> labels) {

    public DatasetSpec {
        classNames = List.copyOf(classNames);
        files = List.copyOf(files);
        downloads = List.copyOf(downloads);
        // The description of a data set knows of no parts.
        labels = labels == null ? List.of() : List.copyOf(labels);
    }

    /** A whole data set. */
    public DatasetSpec(
            String name,
            String title,
            boolean synthetic,
            ExampleShape shape,
            List<String> classNames,
            Moments moments,
            int trainingImages,
            int repeatedImages,
            List<DatasetFile> files,
            List<Download> downloads) {
        this(
                name,
                title,
                synthetic,
                shape,
                classNames,
                moments,
                trainingImages,
                repeatedImages,
                files,
                downloads,
                List.of());
    }

    /** A set that is drawn; its values are not normalised. */
    static DatasetSpec drawn(Chosen<DataSource> source) {
        ExampleShape shape = source.component().shape(source.choice());
        int channels = shape.channels();
        return new DatasetSpec(
                source.id(),
                title(source.id()),
                true,
                shape,
                source.component().classNames(source.choice()),
                new Moments(Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0)),
                0,
                0,
                List.of(),
                List.of());
    }

    private static String title(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }

    /** The same files, though something else takes the place of the images. */
    public DatasetSpec replacedBy(Noise noise) {
        return new DatasetSpec(
                name,
                noise.title(),
                synthetic,
                shape,
                List.of("noise"),
                moments,
                trainingImages,
                repeatedImages,
                files,
                downloads,
                labels);
    }

    /** The same data under another name. */
    public DatasetSpec named(String other) {
        return new DatasetSpec(
                other,
                other,
                synthetic,
                shape,
                classNames,
                moments,
                trainingImages,
                repeatedImages,
                files,
                downloads,
                labels);
    }

    /** Whether it is the user's own: the plugin does not draw it, and knows no address of it. */
    public boolean own() {
        return !synthetic && downloads.isEmpty();
    }

    /**
     * The examples of some classes alone, which are numbered anew in their order.
     *
     * @param classes their names; empty for all
     */
    public DatasetSpec with(Set<String> classes) {
        if (classes.isEmpty()) {
            return this;
        }
        List<Integer> some = IntStream.range(0, classNames.size())
                .filter(label -> classes.contains(classNames.get(label)))
                .boxed()
                .toList();
        List<String> names = some.stream().map(classNames::get).toList();
        return new DatasetSpec(
                name,
                title + " (" + String.join(", ", names) + ")",
                synthetic,
                shape,
                names,
                moments,
                trainingImages,
                repeatedImages,
                files,
                downloads,
                some);
    }

    /** Whether a {@link DataSource} draws it, so that it has no files. */
    public boolean drawn() {
        return files.isEmpty();
    }

    /** What several of its examples are called. */
    public String noun() {
        return shape.ofAnImage() ? "images" : "points";
    }

    /** What several of its examples are called with its title, such as {@code images of MNIST}. */
    public String examples() {
        return shape.ofAnImage() ? "images of " + title : title;
    }

    /** What models are tested on. */
    public String tested() {
        return shape.ofAnImage() ? "test " + examples() : "test points";
    }

    /** As {@link DataSource#hasLabels}. */
    public boolean hasLabels() {
        return Components.load(DataSource.class)
                .find(name)
                .map(DataSource::hasLabels)
                .orElse(true);
    }

    /** The same, of inputs of which nothing but their teacher's answer says what they are. */
    public DatasetSpec withoutClasses() {
        return new DatasetSpec(
                name,
                title,
                synthetic,
                shape,
                List.of("point"),
                moments,
                trainingImages,
                repeatedImages,
                files,
                downloads,
                labels);
    }

    /**
     * An unpacked file of a data set.
     *
     * @param name file name, such as {@code train-images-idx3-ubyte}
     * @param bytes its size
     * @param sha256 of its content, in hex
     */
    public record DatasetFile(String name, long bytes, String sha256) {}

    /**
     * A published package of one or more files: gzip of one, or a gzipped tar archive of several.
     *
     * @param name file name, such as {@code train-images-idx3-ubyte.gz} or {@code cifar-10-binary.tar.gz}
     * @param bytes its size
     * @param sha256 of the package itself, in hex
     * @param addresses public addresses, in the order in which they are tried
     * @param contents names of the {@link DatasetFile}s inside; in an archive any folders before the name are ignored
     */
    public record Download(String name, long bytes, String sha256, List<String> addresses, List<String> contents) {

        public Download {
            addresses = List.copyOf(addresses);
            contents = List.copyOf(contents);
        }
    }
}
