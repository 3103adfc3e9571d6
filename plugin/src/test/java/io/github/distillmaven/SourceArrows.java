package io.github.distillmaven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which packages the sources name, in imports and in links of comments. */
final class SourceArrows {

    private SourceArrows() {}

    /**
     * A mention of another package.
     *
     * @param file that holds it
     * @param from the package of the file below the root, without what is below that
     * @param to the package that is named, likewise
     */
    record Arrow(Path file, String from, String to) {}

    /**
     * All of them, by file and place.
     *
     * @param sources folder of the root's first part
     * @param root package above all
     */
    static List<Arrow> in(Path sources, String root) throws IOException {
        String name = Pattern.quote(root) + "\\.(?<package>\\w+)\\.";
        Pattern mention = Pattern.compile(
                "^import (?:static )?" + name + "|(?:@link|@linkplain|@see|@throws) +"
                        + name.replace("package", "linked"),
                Pattern.MULTILINE);
        Path top = sources.resolve(root.replace('.', '/'));
        List<Path> files;
        try (Stream<Path> all = Files.walk(top)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        List<Arrow> arrows = new ArrayList<>();
        for (Path file : files) {
            String from = top.relativize(file).getName(0).toString();
            Matcher matcher = mention.matcher(Files.readString(file));
            while (matcher.find()) {
                String to = matcher.group("package") == null ? matcher.group("linked") : matcher.group("package");
                arrows.add(new Arrow(file, from, to));
            }
        }
        return arrows;
    }
}
