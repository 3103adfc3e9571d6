package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/**
 * Inputs that the teacher itself answers with their label: where they were moved toward targets, those that reached theirs; where none was
 * moved, those that the teacher chooses.
 */
@MetaInfServices(Selection.class)
public final class FooledSelection implements Selection {

    @Override
    public String id() {
        return "fooled";
    }

    @Override
    public String meaning() {
        return "those that the teacher answers with their given label after the attack";
    }

    @Override
    public boolean keeps(TransferRow row, Choice choice) {
        return row.answered();
    }

    @Override
    public boolean needsTrueLabels() {
        return false;
    }

    @Override
    public boolean comparesAnswers() {
        return true;
    }

    @Override
    public String adviceWhenFew(String share) {
        return "The teacher answers " + share
                + " of the inputs with their label. Move them toward it: <transfer><attack>";
    }

    @Override
    public String adviceWhenAClassIsMissing() {
        return "Of the inputs under it the teacher answers none with it. Move inputs farther: <transfer><attack>, or another <seed>.";
    }
}
