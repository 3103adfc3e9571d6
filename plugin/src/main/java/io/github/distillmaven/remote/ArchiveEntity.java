package io.github.distillmaven.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import io.github.distillmaven.http.Pace;
import org.apache.commons.io.output.ProxyOutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A folder's archive as the body of a request. */
final class ArchiveEntity extends AbstractHttpEntity {

    private final FolderArchive archive;
    private final Pace pace;

    ArchiveEntity(FolderArchive archive, Pace pace) {
        super(ContentType.create("application/zip"), null);
        this.archive = archive;
        this.pace = pace;
    }

    @Override
    public long getContentLength() {
        return archive.length();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("an archive is written, not read");
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        archive.writeTo(new ProxyOutputStream(out) {

            @Override
            protected void afterWrite(int count) throws IOException {
                pace.moved(count);
            }
        });
    }

    @Override
    public void close() {}
}
