package io.github.distillmaven.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;

/** Gets the files of one download from the first candidates that have them. */
final class DownloadTask implements Callable<Optional<FetchException.Missing>> {

    private final Path folder;
    private final List<DatasetFile> files;
    private final List<Candidate> candidates;
    private final boolean offline;
    private final HttpDownloader downloader;
    private final FetchListener listener;
    private final PinnedFiles pinned;
    private final Unpacker unpacker;

    /**
     * Plans the task.
     *
     * @param folder where the files go
     * @param files those that are not there yet
     * @param candidates in the order in which they are tried
     */
    DownloadTask(
            Path folder,
            List<DatasetFile> files,
            List<Candidate> candidates,
            boolean offline,
            HttpDownloader downloader,
            FetchListener listener) {
        this.folder = folder;
        this.files = files;
        this.candidates = candidates;
        this.offline = offline;
        this.downloader = downloader;
        this.listener = listener;
        this.pinned = new PinnedFiles(folder);
        this.unpacker = new Unpacker(pinned);
    }

    /** Returns what no candidate delivered, or nothing if all files are in their place. */
    @Override
    public Optional<FetchException.Missing> call() throws FetchException, InterruptedException {
        List<DatasetFile> missing = files;
        List<Attempt> attempts = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<DatasetFile> wanted =
                    missing.stream().filter(candidate.files()::contains).toList();
            boolean asked = candidate.isLocal() || !offline;
            if (wanted.isEmpty() || !asked) {
                continue;
            }
            try {
                take(candidate, wanted);
                listener.fetched(names(wanted), candidate.display());
                missing =
                        missing.stream().filter(file -> !wanted.contains(file)).toList();
            } catch (SourceException e) {
                Attempt attempt =
                        new Attempt(candidate.display(), candidate.withoutSecret(e.getMessage()), e.isAbsent());
                attempts.add(attempt);
                listener.failed(candidate.name(), attempt);
                missing =
                        missing.stream().filter(file -> !pinned.contains(file)).toList();
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new FetchException.Missing(names(missing), attempts));
    }

    private void take(Candidate candidate, List<DatasetFile> wanted)
            throws SourceException, FetchException, InterruptedException {
        if (candidate.isLocal()) {
            unpacker.unpack(existing(candidate.path()), candidate, wanted);
        } else {
            download(candidate, wanted);
        }
    }

    private static Path existing(Path path) throws SourceException {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            throw new SourceException("a folder that does not hold the file is in its place");
        }
        if (Files.isSymbolicLink(path)) {
            throw new SourceException("a link to nothing is in the place of the file");
        }
        if (Files.exists(path)) {
            throw new SourceException("no regular file");
        }
        boolean folderThere = Files.isDirectory(path.resolveSibling(""));
        throw SourceException.absent(folderThere ? "not found" : "not found, nor is its folder");
    }

    private void download(Candidate candidate, List<DatasetFile> wanted)
            throws SourceException, FetchException, InterruptedException {
        PartialFile part = new PartialFile(folder, candidate.name());
        HttpDownloader.BytesListener progress = (done, total) -> listener.progress(candidate.name(), done, total);
        boolean resumed = downloader.download(candidate, part, progress);
        try {
            unpacker.unpack(part.path(), candidate, wanted);
        } catch (SourceException e) {
            part.delete();
            if (!resumed) {
                throw e;
            }
            download(candidate, wanted); // the older half may be to blame
        }
    }

    private static List<String> names(List<DatasetFile> files) {
        return files.stream().map(DatasetFile::name).toList();
    }
}
