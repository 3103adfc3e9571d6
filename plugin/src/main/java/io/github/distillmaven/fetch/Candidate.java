package io.github.distillmaven.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.DatasetSpec.Download;

/**
 * A place that files may be had from.
 *
 * @param name of the file or package there
 * @param address http, https or file
 * @param bytes published size of the file or package
 * @param files what it holds
 */
record Candidate(String name, URI address, long bytes, List<DatasetFile> files) {

    /** @param name that the file has there */
    static Candidate plain(DatasetFile file, String name, URI address) {
        return new Candidate(name, address, file.bytes(), List.of(file));
    }

    /** @param name that the package has there */
    static Candidate packed(Download download, String name, List<DatasetFile> files, URI address) {
        return new Candidate(name, address, download.bytes(), files);
    }

    Packaging packaging() {
        return Packaging.of(name);
    }

    /** Bytes of the files when unpacked. */
    long unpackedBytes() {
        return files.stream().mapToLong(DatasetFile::bytes).sum();
    }

    /** Most bytes that are downloaded: a package that somebody packed anew may be larger than the published one. */
    long downloadLimit() {
        return packaging() == Packaging.PLAIN ? bytes : bytes + unpackedBytes();
    }

    boolean isLocal() {
        return address.getScheme().equals("file");
    }

    /** Path of a local one. */
    Path path() {
        return Path.of(address);
    }

    /** The address without its query, which may be a signature that lets in whoever has it; of a local file its path. */
    String display() {
        return isLocal() ? path().toString() : withoutQuery(address);
    }

    /** A text about it, without the query. */
    String withoutSecret(String text) {
        String query = address.getRawQuery();
        return query == null || query.isEmpty() ? text : text.replace(query, "...");
    }

    /** An address up to its query. */
    static String withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
