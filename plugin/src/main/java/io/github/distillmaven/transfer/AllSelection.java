package io.github.distillmaven.transfer;

import io.github.distillmaven.extension.Selection;
import io.github.distillmaven.extension.data.TransferRow;
import io.github.distillmaven.extension.option.Choice;
import org.kohsuke.MetaInfServices;

/** Nothing is left out. */
@MetaInfServices(Selection.class)
public final class AllSelection implements Selection {

    @Override
    public String id() {
        return "all";
    }

    @Override
    public String meaning() {
        return "all of them";
    }

    @Override
    public boolean keeps(TransferRow row, Choice choice) {
        return true;
    }

    @Override
    public boolean keepsAll() {
        return true;
    }

    @Override
    public boolean needsTrueLabels() {
        return false;
    }

    @Override
    public String adviceWhenAClassIsMissing() {
        return "Try other <transfer><inputs>, or another teacher: <teacher><epochs>, <seed>.";
    }
}
