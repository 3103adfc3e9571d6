package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/** The teacher's errors, under the labels that it mistakes them for. */
@MetaInfServices(Selection.class)
public final class WrongSelection implements Selection {

    @Override
    public String id() {
        return "wrong";
    }

    @Override
    public String meaning() {
        return "those whose label is not the true one";
    }

    @Override
    public boolean keeps(TransferRow row, Choice choice) {
        return row.wrong();
    }

    @Override
    public boolean keepsErrors() {
        return true;
    }

    @Override
    public String adviceWhenFew(String share) {
        return "The teacher errs on " + share + " of the inputs alone. Let it err more: fewer <teacher><epochs>";
    }

    @Override
    public String adviceWhenAClassIsMissing() {
        return "The teacher mistakes no input for it. Another <seed> or other <teacher><epochs> give other mistakes.";
    }
}
