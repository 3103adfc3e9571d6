package io.github.distillmaven.dataset.own;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import io.github.distillmaven.dataset.own.Bitmap.UnfitImageException;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.format.UnfitDataException;

/**
 * Reads image files, all as images of one shape.
 *
 * @param size height and width that they are scaled to; without it, all must be alike
 * @param channels 1 or 3, which their colours become; without it, all must be alike
 * @param background behind what is transparent; without it, nothing may be
 */
record ImageReading(Optional<ExampleShape> size, Optional<Integer> channels, Optional<Background> background) {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "jpg", "bmp");

    /** What cameras make is below it; what fills the memory is far above. */
    private static final long MOST_PIXELS = 50_000_000;

    /** The shape that all of them have in the end: where the user does not say it, that of the first. */
    ExampleShape shape(Collection<Path> files) throws UnfitDataException {
        Bitmap first = read(files.iterator().next());
        return ExampleShape.of(
                size.map(sides -> sides.sizes().get(0)).orElse(first.height()),
                size.map(sides -> sides.sizes().get(1)).orElse(first.width()),
                channels.orElse(first.channels()));
    }

    /**
     * Reads all of them.
     *
     * @return their pixels, one image after the other
     * @throws UnfitDataException about the first that cannot be used
     */
    byte[] read(List<Path> files, ExampleShape shape) throws UnfitDataException {
        byte[] pixels = Capacity.bytes(files.size(), shape);
        Optional<String> problem = IntStream.range(0, files.size())
                .parallel()
                .mapToObj(index -> read(files.get(index), shape, pixels, index))
                .flatMap(Optional::stream)
                .findFirst();
        if (problem.isPresent()) {
            throw new UnfitDataException(problem.get());
        }
        return pixels;
    }

    /** Returns what is wrong with it. */
    private Optional<String> read(Path file, ExampleShape shape, byte[] pixels, int index) {
        try {
            Bitmap image = read(file);
            if (size.isEmpty() && (image.height() != shape.height() || image.width() != shape.width())) {
                return Optional.of("%s is of %sx%s, and others are of %sx%s. Set <size>, to which all are then scaled."
                        .formatted(file, image.height(), image.width(), shape.height(), shape.width()));
            }
            if (channels.isEmpty() && image.channels() != shape.channels()) {
                return Optional.of("%s is %s, and others are %s. Set <channels> to 1 or 3, which all then have."
                        .formatted(file, colours(image.channels()), colours(shape.channels())));
            }
            Bitmap fitted = new AreaScaling(shape.height(), shape.width()).scale(image.in(shape.channels()));
            System.arraycopy(fitted.levels(), 0, pixels, index * shape.values(), shape.values());
            return Optional.empty();
        } catch (UnfitDataException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String colours(int channels) {
        return channels == 1 ? "grey" : "in colour";
    }

    private Bitmap read(Path file) throws UnfitDataException {
        // Read only as far as it is wanted: the header of a huge image is enough to refuse it.
        try (InputStream content = Files.newInputStream(file);
                ImageInputStream input = new MemoryCacheImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnfitDataException(file + " is not an image, although its name says so.");
            }
            ImageReader reader = readers.next();
            try {
                return read(file, reader, input);
            } finally {
                reader.dispose();
            }
        } catch (UnfitImageException e) {
            throw new UnfitDataException(file + " " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            // Java's readers fail with any of these on what is damaged.
            throw new UnfitDataException(
                    "%s cannot be read: it is damaged, cut off, or of a kind of PNG, JPEG or BMP that Java does not read. Convert it."
                            .formatted(file));
        }
    }

    private Bitmap read(Path file, ImageReader reader, ImageInputStream input)
            throws IOException, UnfitImageException, UnfitDataException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new UnfitDataException("%s is a %s inside, expected PNG, JPEG or BMP. Convert it."
                    .formatted(file, format.toUpperCase(Locale.ROOT)));
        }
        reader.setInput(input, true, true);
        long pixels = (long) reader.getHeight(0) * reader.getWidth(0);
        if (pixels > MOST_PIXELS) {
            throw new UnfitDataException("%s has %sx%s pixels, more than the %s million that are read. Scale it down."
                    .formatted(file, reader.getHeight(0), reader.getWidth(0), MOST_PIXELS / 1_000_000));
        }
        AtomicBoolean cutOff = new AtomicBoolean();
        reader.addIIOReadWarningListener(
                (source, warning) -> cutOff.compareAndSet(false, warning.contains("remature end")));
        BufferedImage image = reader.read(0);
        if (cutOff.get()) {
            throw new IOException("cut off");
        }
        return Bitmap.of(image, background);
    }
}
