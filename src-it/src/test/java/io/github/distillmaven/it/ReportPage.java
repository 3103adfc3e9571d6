package io.github.distillmaven.it;

import java.io.IOException;
import java.nio.file.Path;

import io.github.distillmaven.it.browser.HostilePages;
import io.github.distillmaven.report.overview.OverviewReport;
import org.apache.commons.io.FileUtils;

/** The pages that are looked at in a browser. */
enum ReportPage {
    OVERVIEW("overview", Folders.BUILT, "index.html"),
    ONE_RUN("one run", Folders.BUILT, "one-run/report/index.html"),
    REPLICATES("replicates and controls", Folders.BUILT, "replicates/report/index.html"),
    SWEEP("a sweep", Folders.BUILT, "sweep/report/index.html"),
    PROVENANCE("provenance", Folders.BUILT, "replicates/report/provenance.html"),
    TWO_DIMENSIONAL("two-dimensional", Folders.BUILT, "two-dimensional/report/index.html"),
    HOSTILE_NAMES("hostile names", Folders.MADE_UP, "names/report/index.html"),
    MANY_CLASSES("256 classes", Folders.MADE_UP, "classes/report/index.html"),
    MANY_REPLICATES("100 replicates of 6 controls", Folders.MADE_UP, "replicates/report/index.html");

    /** One thread as with replicates, so that these need not train the first of them again. */
    private static final String SHORT = Experiments.QUICK + "<threads>1</threads>";

    private static final String SEVERAL = "<replicates>2</replicates><controls>shuffled-within-class</controls>";
    private static final String TWO_BY_TWO =
            "<sweep><teacher.examples>500, 1000</teacher.examples><student.epochs>1, 2</student.epochs></sweep>";

    private static final String PLANE = "<preset>two-dimensional</preset><replicates>5</replicates>";

    private final String title;
    private final Path file;

    ReportPage(String title, String folder, String file) {
        this.title = title;
        this.file = Path.of(folder, file);
    }

    /**
     * Makes all of them: some by a real build, some of made-up results.
     *
     * @param folder of the integration tests
     */
    static void make(Path folder) throws IOException {
        Path madeUp = folder.resolve(Folders.MADE_UP);
        FileUtils.deleteDirectory(madeUp.toFile());
        HostilePages.ofHostileNames(madeUp.resolve("names"));
        HostilePages.ofManyClasses(madeUp.resolve("classes"));
        HostilePages.ofManyReplicates(madeUp.resolve("replicates"));
        new OverviewReport().write(madeUp, warning -> {});
        TestProject.withExecutions(
                        "pages",
                        TestProject.execution("one-run", SHORT)
                                + TestProject.execution("replicates", SHORT + SEVERAL)
                                + TestProject.execution("sweep", SHORT + TWO_BY_TWO)
                                + TestProject.execution("two-dimensional", PLANE))
                .onSharedStore()
                .run("verify")
                .orFail();
    }

    /** Where it lies below the folder of the integration tests. */
    Path in(Path folder) {
        return folder.resolve(file);
    }

    @Override
    public String toString() {
        return title;
    }

    /** A constant of its own can not be named in an enum's list. */
    private static final class Folders {

        private static final String BUILT = "projects/pages/target/distill";
        private static final String MADE_UP = "pages";
    }
}
