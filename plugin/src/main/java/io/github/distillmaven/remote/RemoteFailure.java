package io.github.distillmaven.remote;

import java.util.Objects;

import io.github.distillmaven.text.ForeignText;

/** Why the remote was of no use. The message is a reason in words, without a full stop, and fit for a log whatever the remote sent. */
final class RemoteFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private RemoteFailure(Kind kind, String reason) {
        super(ForeignText.line(reason));
        this.kind = kind;
    }

    /** How far a failure reaches. */
    enum Kind {
        /** One archive is bad; the others may be good. */
        ARCHIVE,
        /** The remote answered, and does not want what it was sent. */
        REFUSAL,
        /** Whatever is asked next will most likely fail too. */
        OUTAGE
    }

    static RemoteFailure badArchive(String reason) {
        return new RemoteFailure(Kind.ARCHIVE, reason);
    }

    static RemoteFailure refusal(String reason) {
        return new RemoteFailure(Kind.REFUSAL, reason);
    }

    static RemoteFailure outage(String reason) {
        return new RemoteFailure(Kind.OUTAGE, reason);
    }

    /** Why, in words: nobody throws it without. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    Kind kind() {
        return kind;
    }
}
