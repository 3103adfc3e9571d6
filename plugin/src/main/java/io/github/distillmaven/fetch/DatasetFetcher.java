package io.github.distillmaven.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.distillmaven.dataset.DatasetSpec;
import io.github.distillmaven.dataset.DatasetSpec.DatasetFile;
import io.github.distillmaven.dataset.DatasetSpec.Download;
import io.github.distillmaven.disk.Digests;
import io.github.distillmaven.http.ConnectionSettings;
import io.github.distillmaven.http.StandIn;

/**
 * Gets the files of data sets: from the user's mirror, else from the public addresses, in order, several files at once.
 * What is pinned is the unpacked content; the package that it comes in may differ from the published one. Two fetches into
 * one folder at the same time are the caller's to prevent.
 */
public final class DatasetFetcher {

    private static final int AT_ONCE = 4;

    private final ConnectionSettings settings;
    private final Optional<Mirror> mirror;
    private final FetchListener listener;
    private final Pause pause;
    private final SilentHosts silent = new SilentHosts();

    /**
     * Creates a fetcher.
     *
     * @param settings how the network is reached
     * @param mirror tried first, if the user has one
     * @param listener hears how it goes on
     */
    public DatasetFetcher(ConnectionSettings settings, Optional<Mirror> mirror, FetchListener listener) {
        this(settings, mirror, listener, length -> Thread.sleep(length.toMillis()));
    }

    DatasetFetcher(ConnectionSettings settings, Optional<Mirror> mirror, FetchListener listener, Pause pause) {
        this.settings = settings;
        this.mirror = mirror;
        this.listener = listener;
        this.pause = pause;
    }

    /**
     * Puts every unpacked file of a data set into a folder. Files that are there and right are kept. After a failure the
     * folder holds the files that did come, and {@code .part} files that the next fetch goes on from; after a success,
     * nothing unfinished.
     *
     * @param spec the data set; of a synthetic one there is nothing to get
     * @param folder created if need be
     * @throws FetchException if files could not be had from any source, or not be written
     * @throws InterruptedException if the thread is interrupted; downloads are then broken off
     */
    public void fetch(DatasetSpec spec, Path folder) throws FetchException, InterruptedException {
        checkWritable(folder);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "distill-fetch");
            thread.setDaemon(true);
            return thread;
        });
        List<FetchException.Missing> missing = new ArrayList<>();
        try (HttpDownloader downloader = new HttpDownloader(settings, mirror, silent, pause)) {
            for (Future<Optional<FetchException.Missing>> done : threads.invokeAll(tasks(spec, folder, downloader))) {
                result(done).ifPresent(missing::add);
            }
        } finally {
            threads.shutdownNow();
            // So that nobody writes into the folder any more when the caller gives up its lock.
            threads.awaitTermination(settings.stallTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!missing.isEmpty()) {
            throw FetchException.missing(spec, folder, missing, settings.offline());
        }
        deletePartials(folder);
    }

    /**
     * Gets one file that the user names, from there alone.
     *
     * @param address http or https
     * @param sha256 of the file, in hex
     * @param folder an existing one, which keeps what has come if the download breaks off
     * @return the file, with the name that it has in the address
     * @throws FetchException if it cannot be had, or is another one
     * @throws InterruptedException if the thread is interrupted
     */
    public Path fetch(URI address, String sha256, Path folder) throws FetchException, InterruptedException {
        String name = address.getPath().replaceFirst(".*/", "").replaceAll("[^\\w.-]", "_");
        Candidate candidate = new Candidate(name.isEmpty() ? "data" : name, address, Long.MAX_VALUE / 2, List.of());
        if (settings.offline()) {
            throw FetchException.single(candidate, "Maven is offline (-o). Run it once without");
        }
        PartialFile part = new PartialFile(folder, candidate.name());
        try (HttpDownloader downloader = new HttpDownloader(settings, Optional.empty(), silent, pause)) {
            downloader.download(
                    candidate, part, (done, total) -> listener.progress(candidate.name(), done, Math.max(done, total)));
            return complete(candidate, part, sha256, folder);
        } catch (SourceException e) {
            throw FetchException.single(candidate, candidate.withoutSecret(e.getMessage()));
        }
    }

    private Path complete(Candidate candidate, PartialFile part, String sha256, Path folder)
            throws SourceException, FetchException {
        Path file = folder.resolve(candidate.name());
        try {
            String got = Digests.ofFile(part.path());
            if (!got.equals(sha256)) {
                String reason =
                        StandIn.in(part.path()).orElse("its SHA-256 is %s, and <sha256> is %s".formatted(got, sha256));
                part.delete();
                throw new SourceException(reason);
            }
            Files.move(part.path(), file, StandardCopyOption.REPLACE_EXISTING);
            listener.fetched(List.of(candidate.name()), candidate.display());
            return file;
        } catch (IOException e) {
            throw FetchException.cannotWrite(file, e);
        }
    }

    private List<DownloadTask> tasks(DatasetSpec spec, Path folder, HttpDownloader downloader) {
        PinnedFiles pinned = new PinnedFiles(folder);
        List<DownloadTask> tasks = new ArrayList<>();
        for (Download download : spec.downloads()) {
            List<DatasetFile> missing = spec.files().stream()
                    .filter(file -> download.contents().contains(file.name()))
                    .filter(file -> !pinned.contains(file))
                    .toList();
            if (!missing.isEmpty()) {
                tasks.add(new DownloadTask(
                        folder, missing, candidates(spec, download), settings.offline(), downloader, listener));
            }
        }
        return tasks;
    }

    private List<Candidate> candidates(DatasetSpec spec, Download download) {
        List<DatasetFile> files = spec.files().stream()
                .filter(file -> download.contents().contains(file.name()))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        mirror.ifPresent(own -> candidates.addAll(own.candidates(spec.name(), download, files)));
        for (String address : download.addresses()) {
            candidates.add(Candidate.packed(download, download.name(), files, URI.create(address)));
        }
        return candidates;
    }

    private static Optional<FetchException.Missing> result(Future<Optional<FetchException.Missing>> done)
            throws FetchException, InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FetchException failure) {
                throw failure;
            }
            throw new IllegalStateException("A download ended unexpectedly", e.getCause());
        }
    }

    /** Finds out before the first download, and without leaving a trace. */
    private static void checkWritable(Path folder) throws FetchException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ".part"));
        } catch (IOException e) {
            throw FetchException.cannotWrite(folder, e);
        }
    }

    /** What is left of downloads whose files then came from elsewhere, or whose build was killed. */
    private static void deletePartials(Path folder) throws FetchException {
        try (DirectoryStream<Path> partials = Files.newDirectoryStream(folder, "*.part")) {
            for (Path partial : partials) {
                Files.delete(partial);
            }
        } catch (IOException e) {
            throw FetchException.cannotWrite(folder, e);
        }
    }
}
