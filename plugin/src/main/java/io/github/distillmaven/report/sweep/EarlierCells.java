package io.github.distillmaven.report.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.distillmaven.results.sweep.SweepNumbers;
import org.apache.commons.io.file.PathUtils;

/**
 * The cells of the sweep that was reported last in a folder.
 *
 * @param folder of the experiment
 */
public record EarlierCells(Path folder) {

    private static final String PAGES = "report";

    /**
     * Removes pages, numbers and outcomes of those that are cells no more, so that nobody takes them for what this build came to. What
     * their steps made stays, for a store may not have it.
     *
     * @param names of the cells that there are now
     * @return how many there were
     */
    public int forgetAllBut(Set<String> names) throws IOException {
        List<Path> gone = names().stream()
                .filter(name -> !names.contains(name))
                .map(folder::resolve)
                .filter(cell -> folder.equals(cell.normalize().getParent()) && Files.isDirectory(cell.resolve(PAGES)))
                .toList();
        for (Path cell : gone) {
            forget(cell);
        }
        return gone.size();
    }

    private List<String> names() {
        try {
            return Files.exists(folder.resolve(SweepNumbers.NAME))
                    ? SweepNumbers.read(folder).cells().stream()
                            .map(SweepNumbers.CellNumbers::folder)
                            .filter(Objects::nonNull)
                            .toList()
                    : List.of();
        } catch (IOException damaged) {
            // It is about to be replaced.
            return List.of();
        }
    }

    /** Steps have folders; files beside them are of the goals report and check. */
    private static void forget(Path cell) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(cell)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        PathUtils.deleteDirectory(cell.resolve(PAGES));
    }
}
