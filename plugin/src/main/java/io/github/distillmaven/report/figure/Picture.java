package io.github.distillmaven.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A figure as a page shows it: a file for each palette, and for narrow screens either the same file or one more.
 *
 * @param name prefix of the files, relative to the page
 * @param description alternative text
 * @param width of the wide files, in CSS pixels
 * @param height of the wide files
 * @param narrowHeight of the files for narrow screens
 * @param narrow whether there are files for narrow screens
 */
public record Picture(String name, String description, int width, int height, int narrowHeight, boolean narrow) {

    /** What is left of 360 pixels between the margins of the page. */
    public static final int NARROW_WIDTH = 328;

    private static final String NARROW = "-narrow";

    /** Draws a figure into files beside the page, with a variant for narrow screens if it is wider than they are. */
    public static Picture write(Path folder, String name, Figure figure, int width) throws IOException {
        Picture picture = new Picture(
                name,
                figure.description(),
                width,
                figure.height(width),
                figure.height(NARROW_WIDTH),
                width > NARROW_WIDTH);
        picture.writeVariant(folder, figure, width, "");
        if (picture.narrow()) {
            picture.writeVariant(folder, figure, NARROW_WIDTH, NARROW);
        }
        return picture;
    }

    private void writeVariant(Path folder, Figure figure, int variantWidth, String variant) throws IOException {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            Files.writeString(
                    folder.resolve(file(variant, palette)),
                    figure.draw(variantWidth, palette).document(),
                    StandardCharsets.UTF_8);
        }
    }

    public String light() {
        return file("", Palette.LIGHT);
    }

    public String dark() {
        return file("", Palette.DARK);
    }

    public String narrowLight() {
        return file(NARROW, Palette.LIGHT);
    }

    public String narrowDark() {
        return file(NARROW, Palette.DARK);
    }

    private String file(String variant, Palette palette) {
        return name + variant + "-" + palette.name() + ".svg";
    }
}
