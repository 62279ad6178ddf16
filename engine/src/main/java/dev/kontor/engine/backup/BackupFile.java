package dev.kontor.engine.backup;

import dev.kontor.engine.backup.BackupManifest.TableEntry;
import dev.kontor.engine.db.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** One compressed file: an entry per table, then the manifest with counts and checksums. */
final class BackupFile {
  private static final String MANIFEST = "manifest.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BackupFile() {}

  static List<TableEntry> writeTables(
      Connection connection, List<SnapshotStore.Table> tables, ZipOutputStream zip)
      throws IOException, SQLException {
    List<TableEntry> entries = new ArrayList<>();
    for (SnapshotStore.Table table : tables) {
      MessageDigest digest = sha256();
      zip.putNextEntry(new ZipEntry("tables/" + table.name()));
      OutputStream out = new BufferedOutputStream(new DigestOutputStream(open(zip), digest));
      long rows = SnapshotStore.copyOut(connection, table, out);
      out.flush();
      zip.closeEntry();
      entries.add(new TableEntry(table.name(), table.columns(), rows, hex(digest)));
    }
    return entries;
  }

  static void writeManifest(BackupManifest manifest, ZipOutputStream zip) throws IOException {
    byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(json);
    zip.closeEntry();
    zip.setComment(checksum(json));
  }

  /**
   * Reads the manifest and verifies every table's checksum.
   *
   * @throws BackupException if the file is damaged or of a newer format
   */
  static BackupManifest verify(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] json = bytes(zip, MANIFEST, file);
      if (!checksum(json).equals(zip.getComment())) {
        throw new BackupException(file + " is damaged in its manifest; use another one");
      }
      BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
      if (manifest.format() != BackupManifest.FORMAT) {
        throw new BackupException(
            file + " has format " + manifest.format() + "; restore it with the release it is from");
      }
      for (TableEntry table : manifest.tables()) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(stream(zip, table.entry(), file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (!hex(digest).equals(table.sha256())) {
          throw new BackupException(file + " is damaged in " + table.name() + "; use another one");
        }
      }
      return manifest;
    } catch (IOException e) {
      throw new BackupException(file + " cannot be read as a backup; use another one", e);
    }
  }

  static void load(Connection connection, Path file, BackupManifest manifest)
      throws IOException, SQLException {
    for (TableEntry table : manifest.tables().reversed()) {
      SnapshotStore.clear(connection, table.name());
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (TableEntry table : manifest.tables()) {
        try (InputStream in = stream(zip, table.entry(), file)) {
          long rows = SnapshotStore.copyIn(connection, table, in);
          if (rows != table.rows()) {
            throw new BackupException(table.name() + " has " + rows + " of " + table.rows());
          }
        }
      }
    }
    for (BackupManifest.SequenceEntry sequence : manifest.sequences()) {
      SnapshotStore.setSequence(connection, sequence);
    }
  }

  private static byte[] bytes(ZipFile zip, String entry, Path file) throws IOException {
    try (InputStream in = stream(zip, entry, file)) {
      return in.readAllBytes();
    }
  }

  private static InputStream stream(ZipFile zip, String name, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupException(file + " lacks " + name + "; it was not written to its end");
    }
    return zip.getInputStream(entry);
  }

  /** A table's stream is closed, the archive stays open. */
  private static OutputStream open(ZipOutputStream zip) {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        zip.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  static Path draftOf(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null) {
      throw new BackupException(file + " is not a file name");
    }
    PrivateFiles.createDirectories(directory);
    return Files.createTempFile(directory, ".backup", ".draft");
  }

  private static String checksum(byte[] content) {
    MessageDigest digest = sha256();
    digest.update(content);
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }
}
