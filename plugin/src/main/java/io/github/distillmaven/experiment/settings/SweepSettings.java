package io.github.distillmaven.experiment.settings;

import java.util.List;

import io.github.distillmaven.extension.option.ValueType;

/**
 * What can be written in {@code <sweep>}: beside these the path of any setting that can be swept, and a list of cells. All of it is
 * read by {@code SweepReader}, which knows the other settings.
 */
public final class SweepSettings {

    /** Path of the sweep; as a text it is the short form, such as {@code teacher.epochs=1,2,4}. */
    public static final String PATH = "sweep";

    /** Path of the most cells. */
    public static final String LIMIT = PATH + ".limit";

    /** Path of one of the cells that are written one by one. */
    public static final String CELL = PATH + ".cells.cell";

    /** Whatever the limit says. */
    public static final long MOST_CELLS = 10_000;

    private final Setting<String> sweep = new Setting<>(
            PATH,
            ValueType.text("settings with their values, or none"),
            null,
            "Settings to vary: every combination of elements such as `<teacher.epochs>1, 2, 4</teacher.epochs>`, or a"
                    + " list of `<cells>`. Each cell is a separate experiment, and cells share the steps that they"
                    + " have in common; see [docs/sweeps.md](sweeps.md). Short form:"
                    + " `teacher.epochs=1,2,4;student.network=cnn,mlp`; `none` for no sweep.");
    private final Setting<Long> limit = new Setting<>(
            LIMIT,
            ValueType.wholeNumber(1, MOST_CELLS),
            "100",
            "Largest number of cells; a larger sweep is refused before anything is made.");

    /** Whether a path is that of the sweep, or of an element in it. */
    public static boolean belongs(String path) {
        return path.equals(PATH) || path.startsWith(PATH + ".");
    }

    List<Setting<?>> all() {
        return List.of(sweep, limit);
    }

    /** How many cells there may be. */
    public Setting<Long> limit() {
        return limit;
    }
}
