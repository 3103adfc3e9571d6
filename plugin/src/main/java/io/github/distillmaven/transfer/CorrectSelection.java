package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/** What the teacher gets right, under the true labels. */
@MetaInfServices(Selection.class)
public final class CorrectSelection implements Selection {

    @Override
    public String id() {
        return "correct";
    }

    @Override
    public String meaning() {
        return "those whose label is the true one";
    }

    @Override
    public boolean keeps(TransferRow row, Choice choice) {
        return !row.wrong();
    }

    @Override
    public String adviceWhenFew(String share) {
        return "The teacher is right on " + share + " of the inputs alone. Let it learn more: more <teacher><epochs>";
    }

    @Override
    public String adviceWhenAClassIsMissing() {
        return "The teacher gets no input of it right. Let it learn more: more <teacher><epochs>, or another <seed>.";
    }
}
