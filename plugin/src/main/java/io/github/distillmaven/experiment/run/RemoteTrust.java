package io.github.distillmaven.experiment.run;

/** Who must vouch for what a remote store holds. */
public enum RemoteTrust {
    /** The lock file: an entry counts only if its files have the digests that are written there. */
    LOCK,
    /** The server: whoever may write there is trusted as much as whoever may change the POM. */
    SERVER
}
