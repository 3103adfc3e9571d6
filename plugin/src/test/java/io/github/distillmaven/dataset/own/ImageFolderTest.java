package io.github.distillmaven.dataset.own;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.Split;
import io.github.distillmaven.extension.data.ExampleShape;
import io.github.distillmaven.extension.data.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A folder of images")
class ImageFolderTest {

    private static final int RGB = BufferedImage.TYPE_INT_RGB;

    private static final String DAMAGED =
            " cannot be read: it is damaged, cut off, or of a kind of PNG, JPEG or BMP that Java does not read. Convert it.";

    @TempDir
    private Path root;

    private Path images;
    private Declared own;

    @BeforeEach
    void two() {
        images = Images.classes(root.resolve("images"), 5, "oak", "ash");
        own = Declared.of(root.resolve("converted"), "directory");
    }

    @Test
    @DisplayName("has its classes in alphanumeric order, and a share of each to test on")
    void isRead() throws Exception {
        DatasetSpec spec = own.convert(images);

        assertThat(spec.classNames()).containsExactly("ash", "oak");
        assertThat(spec.shape()).isEqualTo(ExampleShape.of(4, 4, 3));
        assertThat(spec.trainingImages()).isEqualTo(8);
        assertThat(labels(own.read(spec, Split.TRAIN))).isEqualTo(Map.of(0, 4L, 1, 4L));
        assertThat(labels(own.read(spec, Split.TEST))).isEqualTo(Map.of(0, 1L, 1, 1L));
        Examples train = own.read(spec, Split.TRAIN);
        for (int image = 0; image < train.size(); image++) {
            // The second pixel: green is 200 for the class that was written first, which is oak, and 150 for ash.
            assertThat(Byte.toUnsignedInt(train.bytes()[48 * image + 4]))
                    .isEqualTo(train.label(image) == 1 ? 200 : 150);
        }
        assertThat(Arrays.stream(train.labels()).limit(4)).as("mixed").contains(0, 1);
    }

    @Test
    @DisplayName("may be divided, and then keeps its test part")
    void divided() throws Exception {
        Path divided = root.resolve("divided");
        Images.classes(divided.resolve("train"), 3, "a", "b");
        Images.classes(divided.resolve("test"), 2, "a", "b");
        Files.writeString(divided.resolve("LICENSE"), "free");

        DatasetSpec spec = own.convert(divided);

        assertThat(spec.trainingImages()).isEqualTo(6);
        assertThat(own.read(spec, Split.TEST).size()).isEqualTo(4);
    }

    @Test
    @DisplayName("may hold files with names in any script, links to folders, and what systems put there")
    void names() throws Exception {
        Images.write(Images.of(RGB, 4, 4, Color.RED), images.resolve("дуб/лист 1 — 樫.PNG"));
        Images.write(Images.of(RGB, 4, 4, Color.RED), images.resolve("дуб/e\u0301té.bmp"));
        Path elsewhere = Images.classes(root.resolve("elsewhere"), 3, "elm");
        Files.createSymbolicLink(images.resolve("elm"), elsewhere.resolve("elm"));
        Files.writeString(images.resolve("oak/Thumbs.db"), "x");
        Files.writeString(images.resolve("oak/.DS_Store"), "x");

        assertThat(own.convert(images).classNames()).containsExactly("ash", "elm", "oak", "дуб");
    }

    @Test
    @DisplayName("is scaled and put into grey where the user says so")
    void fitted() throws Exception {
        Images.write(Images.of(BufferedImage.TYPE_BYTE_GRAY, 8, 6, Color.WHITE), images.resolve("oak/grey.jpg"));
        own = Declared.of(root.resolve("fitted"), "directory", "size", "2x3", "channels", "1");

        assertThat(own.convert(images).shape()).isEqualTo(ExampleShape.of(2, 3, 1));
    }

    @Test
    @DisplayName("is refused where there is nothing, or one class, or one that is tested alone")
    void classes() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        own.assertRefused(
                empty,
                empty
                        + " holds no images. They lie in a folder for each class, as class/file.png, or as train/class/file.png and test/class/file.png.");
        own.assertRefused(root.resolve("none"), root.resolve("none") + " does not exist.");
        own.assertRefused(
                Images.classes(root.resolve("one"), 3, "oak"),
                "All images are of one class, 'oak'. A classifier needs two at least.");
        Path divided = root.resolve("divided");
        Images.classes(divided.resolve("train"), 3, "a", "b");
        Images.classes(divided.resolve("test"), 2, "a", "b", "c");
        own.assertRefused(
                divided, "The class 'c' has images only in the test part. Add training images, or remove it.");
        Files.createDirectory(images.resolve("elm"));
        own.assertRefused(
                images, images.resolve("elm") + " holds no images. Remove it, or put images of its class into it.");
    }

    @Test
    @DisplayName("is refused where files lie in no folder of a class, too deep, or are no images by their names")
    void misplaced() throws IOException {
        Path file = Images.write(Images.of(RGB, 4, 4, Color.RED), images.resolve("top.png"));
        own.assertRefused(images, file + " lies in the folder of no class. Move it into one, or away.");
        Files.delete(file);
        Path deep = Images.write(Images.of(RGB, 4, 4, Color.RED), images.resolve("oak/old/1.png"));
        own.assertRefused(
                images,
                deep
                        + " lies too deep. Images lie in a folder for each class, as class/file.png, or as train/class/file.png and test/class/file.png.");
        Files.delete(deep);
        Files.delete(deep.getParent());
        Path text = Files.writeString(images.resolve("oak/notes.txt"), "x");
        own.assertRefused(
                images, text + " is not named as a PNG, JPEG or BMP. Move it out of the folder, or convert it.");
        Path divided = root.resolve("divided");
        Images.classes(divided.resolve("train"), 3, "a", "b");
        Images.classes(divided.resolve("val"), 2, "a", "b");
        own.assertRefused(
                divided,
                divided.resolve("val/a/0.png")
                        + " lies beside the folders train and test, and is of neither. Move the folder 'val' away.");
    }

    @Test
    @DisplayName("is refused where images differ in size or colour, and the user does not say what they are to become")
    void mixed() throws IOException {
        Path large = Images.write(Images.of(RGB, 5, 4, Color.RED), images.resolve("oak/x.png"));
        own.assertRefused(
                images, large + " is of 5x4, and others are of 4x4. Set <size>, to which all are then scaled.");
        Files.delete(large);
        Path grey =
                Images.write(Images.of(BufferedImage.TYPE_BYTE_GRAY, 4, 4, Color.WHITE), images.resolve("oak/x.png"));
        own.assertRefused(
                images, grey + " is grey, and others are in colour. Set <channels> to 1 or 3, which all then have.");
    }

    @Test
    @DisplayName("is refused where an image is transparent, unless a colour is behind it")
    void transparent() throws Exception {
        Color veil = new Color(200, 0, 0, 100);
        Path file = Images.write(Images.of(BufferedImage.TYPE_INT_ARGB, 4, 4, veil), images.resolve("oak/x.png"));
        own.assertRefused(
                images,
                file + " is transparent. Set <background> to the colour behind it, such as white, or convert it.");

        own = Declared.of(root.resolve("on-white"), "directory", "background", "white");

        assertThat(own.convert(images).trainingImages()).isEqualTo(9);
    }

    @Test
    @DisplayName("is refused where an image has 16 bits, is damaged, or is something else inside")
    void unfit() throws IOException {
        Path file = images.resolve("oak/x.png");
        Images.write(new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY), file);
        own.assertRefused(images, file + " has 16 bits for each colour of a pixel. Convert it to 8.");

        Files.writeString(file, "a text");
        own.assertRefused(images, file + " is not an image, although its name says so.");

        Path gif = Images.write(Images.of(RGB, 4, 4, Color.RED), root.resolve("x.gif"));
        Files.copy(gif, file, StandardCopyOption.REPLACE_EXISTING);
        own.assertRefused(images, file + " is a GIF inside, expected PNG, JPEG or BMP. Convert it.");

        byte[] png = Files.readAllBytes(Images.write(Images.of(RGB, 40, 40, Color.RED), root.resolve("x.png")));
        Files.write(file, Arrays.copyOf(png, png.length / 2));
        own.assertRefused(images, file + DAMAGED);

        BufferedImage noise = Images.of(RGB, 40, 40, Color.RED);
        for (int pixel = 0; pixel < 1600; pixel++) {
            noise.setRGB(pixel % 40, pixel / 40, pixel * 7919);
        }
        byte[] jpeg = Files.readAllBytes(Images.write(noise, root.resolve("x.jpg")));
        Files.write(file, Arrays.copyOf(jpeg, jpeg.length / 2));
        own.assertRefused(images, file + DAMAGED);

        Files.write(file, fourColours());
        own.assertRefused(images, file + " is neither in red, green and blue nor in grey. Convert it.");
    }

    /** A JPEG in cyan, magenta, yellow and black. */
    private static byte[] fourColours() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 4, 4, 4, null);
            writer.write(new IIOImage(raster, List.of(), null));
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    @Test
    @DisplayName("is refused for an image of 20,000 x 20,000 by its header, which is all that there is of it here")
    void huge() throws IOException {
        Path file = images.resolve("oak/x.png");
        Files.write(file, header(20_000));

        own.assertRefused(
                images, file + " has 20000x20000 pixels, more than the 50 million that are read. Scale it down.");
    }

    @Test
    @DisplayName("is refused for an image that is larger than any array, before it is read into memory")
    void larger() throws IOException {
        Path file = Images.write(Images.of(RGB, 4, 4, Color.RED), images.resolve("oak/x.bmp"));
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            // Bytes, width and height, the lowest byte first; the rest of the file takes no room on the disk.
            content.seek(2);
            content.writeInt(Integer.reverseBytes(54 + 3 * 20_000 * 20_000));
            content.seek(18);
            content.writeInt(Integer.reverseBytes(20_000));
            content.writeInt(Integer.reverseBytes(20_000));
            content.setLength(3_000_000_000L);
        }

        own.assertRefused(
                images, file + " has 20000x20000 pixels, more than the 50 million that are read. Scale it down.");
    }

    @Test
    @DisplayName("counts the test images that are among its training images too")
    void repeated() throws Exception {
        Path divided = root.resolve("divided");
        Images.classes(divided.resolve("train"), 3, "a", "b");
        Images.write(Images.of(RGB, 4, 4, Color.RED), divided.resolve("test/a/new.png"));
        assertThat(own.convert(divided).repeatedImages()).isZero();
        Files.copy(divided.resolve("train/a/1.png"), divided.resolve("test/a/x.png"));
        // The class does not matter, nor the format of the file.
        Images.write(ImageIO.read(divided.resolve("train/b/2.png").toFile()), divided.resolve("test/a/y.bmp"));
        Files.copy(divided.resolve("train/a/1.png"), divided.resolve("test/a/z.png"));

        assertThat(Declared.of(root.resolve("again"), "directory")
                        .convert(divided)
                        .repeatedImages())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("is refused where a link leads to a folder that it lies in, or to nothing")
    void links() throws IOException {
        Path loop = Files.createSymbolicLink(images.resolve("oak/again"), images);
        own.assertRefused(images, loop + " is a link to a folder that it lies in itself. Remove it.");
        Files.delete(loop);
        Path dead = Files.createSymbolicLink(images.resolve("oak/x.png"), root.resolve("nothing"));
        own.assertRefused(images, dead + " is a link to nothing, or was removed just now.");
    }

    private static Map<Integer, Long> labels(Examples examples) {
        return Arrays.stream(examples.labels())
                .boxed()
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
    }

    /** A PNG that promises so many pixels and has one row of them. */
    private static byte[] header(int side) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream sizes = new DataOutputStream(header);
        sizes.writeInt(side);
        sizes.writeInt(side);
        sizes.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream row = new DeflaterOutputStream(packed)) {
            row.write(new byte[1 + 3 * side]);
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(letters);
        sum.update(content);
        out.writeInt(content.length);
        out.write(letters);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
