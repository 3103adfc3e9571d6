package io.github.distillmaven.report.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

import io.github.distillmaven.report.text.Numbers;

/**
 * Builds one SVG drawing out of presentation attributes alone: no style sheet and no script, which a strict content
 * policy would drop. Everything written is escaped.
 */
public final class Svg {

    private static final String FONT =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    private final StringBuilder text = new StringBuilder();

    /**
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @param title what the drawing shows
     */
    public Svg(int width, int height, String title) {
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "font-family",
                FONT,
                "font-size",
                13);
        text.append(">\n");
        open("title");
        text.append('>').append(escape(title)).append("</title>\n");
    }

    /** Adds a shape; attributes are names and values in turn. */
    public Svg shape(String element, Object... attributes) {
        open(element, attributes);
        text.append("/>\n");
        return this;
    }

    public Svg line(double x1, double y1, double x2, double y2, String stroke, Object... attributes) {
        open("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke);
        attributes(attributes);
        text.append("/>\n");
        return this;
    }

    /** Adds text whose baseline is at {@code y}. */
    public Svg text(double x, double y, String content, String fill, Object... attributes) {
        open("text", "x", x, "y", y, "fill", fill);
        attributes(attributes);
        text.append('>').append(escape(content)).append("</text>\n");
        return this;
    }

    public String document() {
        return text + "</svg>\n";
    }

    /** A place of a line. */
    public record Corner(double x, double y) {}

    /**
     * Adds a line of several corners.
     *
     * @param dashes lengths of dash and gap, or {@code none}
     */
    public Svg polyline(List<Corner> corners, String colour, String dashes) {
        return shape(
                "polyline",
                "points",
                points(corners),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                2.0,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dashes);
    }

    /** The corners as an attribute has them. */
    static String points(List<Corner> corners) {
        return corners.stream()
                .map(corner -> Numbers.fixed(corner.x(), 2) + "," + Numbers.fixed(corner.y(), 2))
                .collect(Collectors.joining(" "));
    }

    private void open(String element, Object... attributes) {
        text.append('<').append(element);
        attributes(attributes);
    }

    private void attributes(Object... attributes) {
        for (int index = 0; index < attributes.length; index += 2) {
            Object value = attributes[index + 1];
            String printed = value instanceof Double number ? coordinate(number) : value.toString();
            text.append(' ')
                    .append(attributes[index])
                    .append("=\"")
                    .append(escape(printed))
                    .append('"');
        }
    }

    private static String coordinate(double number) {
        return BigDecimal.valueOf(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escape(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        raw.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowedInXml(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    private static boolean allowedInXml(int character) {
        return character >= ' '
                && !Character.isISOControl(character)
                && !turnsText(character)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                && character != 0xfffe
                && character != 0xffff;
    }

    /** Whether it makes a reader see letters in another order than they have. */
    private static boolean turnsText(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE, Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE ->
                true;
            default -> false;
        };
    }
}
