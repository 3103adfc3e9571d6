package io.github.distillmaven.fetch;

import java.util.Objects;

import io.github.distillmaven.text.ForeignText;

/** A source did not deliver what is wanted. The message is a reason in words, without a full stop; another source may do. */
final class SourceException extends Exception {

    private final boolean absent;

    private SourceException(String reason, boolean absent) {
        super(ForeignText.line(reason));
        this.absent = absent;
    }

    SourceException(String reason) {
        this(reason, false);
    }

    static SourceException absent(String reason) {
        return new SourceException(reason, true);
    }

    /** Why, in words: nobody throws it without. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Whether the source merely lacks the file. */
    boolean isAbsent() {
        return absent;
    }
}
