package io.github.distillmaven.it;

/** Configurations that train in a second or two. */
final class Experiments {

    /** A linear teacher and student, one epoch each: enough to go through every step. */
    static final String QUICK = """
            <preset>garments-to-digits</preset>
            <teacher><network>linear</network><epochs>1</epochs></teacher>
            <transfer><allowSmall>true</allowSmall></transfer>
            <student><network>linear</network><epochs>1</epochs></student>
            """;

    /** What the first goal needs alone, on data that must be fetched. */
    static final String DOWNLOADED = "<preset>fashion-to-mnist</preset>";

    private Experiments() {}
}
