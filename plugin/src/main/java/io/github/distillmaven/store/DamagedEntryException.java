package io.github.distillmaven.store;

import java.io.IOException;

import io.github.distillmaven.text.ForeignText;

/** An entry does not hold what its manifest says. The message is fit for a log, whoever wrote the entry. */
final class DamagedEntryException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedEntryException(String message) {
        super(ForeignText.line(message));
    }
}
