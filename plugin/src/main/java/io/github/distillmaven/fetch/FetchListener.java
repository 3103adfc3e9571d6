package io.github.distillmaven.fetch;

import java.util.List;

/** Hears how a fetch goes on. Several downloads run at once, so calls come from several threads. */
public interface FetchListener {

    /**
     * Bytes came over the network.
     *
     * @param name of the file or package that is being downloaded
     * @param done bytes that are here, those of an earlier, interrupted download included
     * @param total bytes that there will be, as the server says, or else as published
     */
    void progress(String name, long done, long total);

    /**
     * A source did not deliver; the next one is tried, if there is one.
     *
     * @param name of the file or package that was asked for
     * @param attempt the source and its failure
     */
    void failed(String name, Attempt attempt);

    /**
     * Files are in their place, checked.
     *
     * @param files their names
     * @param source where they are from: an address, or the path of a local file
     */
    void fetched(List<String> files, String source);
}
