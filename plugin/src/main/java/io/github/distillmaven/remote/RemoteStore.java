package io.github.distillmaven.remote;

import java.nio.file.Path;

/** Results that are shared with other machines, by key. Several threads may use it at once; it never makes a call fail. */
public interface RemoteStore extends AutoCloseable {

    /**
     * Unpacks the archive of a key. Nothing is said about its content, which may be anything: the caller decides by digests,
     * and tells {@link #reject} if they are wrong.
     *
     * @param key in lower-case hexadecimal digits
     * @param folder existing and empty; empty again if the answer is no
     * @return whether the archive came whole
     * @throws InterruptedException if the thread is interrupted; the folder is empty again
     */
    boolean fetch(String key, Path folder) throws InterruptedException;

    /**
     * Sends the files of a folder as the archive of a key, unless the remote has one already. One that was found bad is
     * replaced, where the server allows it.
     *
     * @param key in lower-case hexadecimal digits
     * @param folder read only; must not change meanwhile
     * @return whether the remote has the archive now
     */
    boolean send(String key, Path folder) throws InterruptedException;

    /**
     * Says that what was fetched is not what the key stands for. After a few such archives the remote is not asked again.
     *
     * @param key in lower-case hexadecimal digits
     * @param reason in words for the user, without a full stop
     */
    void reject(String key, String reason);

    /** Ends what is under way. */
    @Override
    void close();
}
