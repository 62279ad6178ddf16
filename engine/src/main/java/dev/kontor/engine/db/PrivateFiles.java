package dev.kontor.engine.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files only the hub's user may read, written whole or not at all. */
public final class PrivateFiles {
  private PrivateFiles() {}

  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, mode(directory, "rwx------"));
  }

  /**
   * Creates the file with mode 0600; of several processes at once the first wins and the others
   * keep its content.
   */
  public static void writeOnce(Path file, byte[] content) throws IOException {
    Path draft = draft(file, content);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException first) {
      return;
    } catch (UnsupportedOperationException noHardLinks) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Replaces the file in one step; a crash leaves the old or the new content, and the new one once
   * this has returned.
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path draft = draft(file, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(directory(file), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static Path draft(Path file, byte[] content) throws IOException {
    Path directory = directory(file);
    Path draft = Files.createTempFile(directory, ".draft", "", mode(directory, "rw-------"));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return draft;
  }

  private static Path directory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("Not a file: " + file);
    }
    return directory;
  }

  private static FileAttribute<?>[] mode(Path where, String permissions) {
    if (!where.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> set = EnumSet.copyOf(PosixFilePermissions.fromString(permissions));
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
  }
}
