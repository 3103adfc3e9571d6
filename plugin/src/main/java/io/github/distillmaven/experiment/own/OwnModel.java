package io.github.distillmaven.experiment.own;

/**
 * A model of the user's own as they declare it: the teacher, which then is not trained.
 *
 * @param origin where it comes from
 * @param use how it is asked
 */
public record OwnModel(DataOrigin origin, ModelUse use) {

    /** Path of the setting that says which. */
    public static final String SETTING = "teacher.model";

    /** Where it is written, for messages. */
    public String place() {
        return "<teacher><model> '" + origin.display() + "'";
    }
}
