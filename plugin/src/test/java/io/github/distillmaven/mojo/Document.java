package io.github.distillmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What readers of the project's Markdown copy from it.
 *
 * @param name of the file
 * @param text all of it
 */
record Document(String name, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\W*(?:run: )?(mvn .*)$");

    /** README.md, CONTRIBUTING.md and everything in docs. */
    static List<Document> all() throws IOException {
        Path root = Path.of("..");
        List<Path> files = new ArrayList<>(List.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(new Document(file.getFileName().toString(), Files.readString(file)));
        }
        return documents;
    }

    /** Blocks of a language, without their fences. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Every command, in a block or within a line. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(text).results().toList()) {
            COMMAND.matcher(block.group(2)).results().forEach(command -> commands.add(command.group(1)));
        }
        inLines().filter(code -> code.startsWith("mvn ")).forEach(commands::add);
        return commands;
    }

    /** Every option of Maven that stands within a line alone, as a command. */
    List<String> options() {
        return inLines()
                .filter(code -> code.startsWith("-D") || code.startsWith("-P"))
                .map(code -> "mvn verify " + code)
                .toList();
    }

    private Stream<String> inLines() {
        Matcher code = CODE.matcher(BLOCK.matcher(text).replaceAll(""));
        return code.results().map(found -> found.group(1));
    }
}
