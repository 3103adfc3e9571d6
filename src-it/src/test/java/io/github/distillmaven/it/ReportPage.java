package io.github.distillmaven.it;

import java.nio.file.Path;

/** The pages that are looked at in a browser. */
enum ReportPage {
    OVERVIEW("overview", "index.html"),
    ONE_RUN("one run", "one-run/report/index.html"),
    REPLICATES("replicates and controls", "replicates/report/index.html"),
    TWO_DIMENSIONAL("two-dimensional", "two-dimensional/report/index.html");

    private final String title;
    private final Path file;

    ReportPage(String title, String file) {
        this.title = title;
        this.file = Path.of("projects", "pages", "target", "distill").resolve(file);
    }

    /** Makes all of them with real builds. */
    static void make() {
        TestProject.withExecutions(
                        "pages",
                        TestProject.execution("one-run", Experiments.QUICK)
                                + TestProject.execution("replicates", Experiments.QUICK + """
                                        <replicates>3</replicates>
                                        <controls>shuffled-within-class,untrained-teacher</controls>
                                        """)
                                + TestProject.execution(
                                        "two-dimensional",
                                        "<preset>two-dimensional</preset><replicates>5</replicates>"))
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
}
