package dev.kontor.engine.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Rewrites a backup as a well-formed archive whose content is not what was backed up. */
final class DamagedBackup {
  private DamagedBackup() {}

  static byte[] withLastByteFlippedIn(Path file, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      to.setComment(from.getComment());
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(name)) {
          content[content.length - 1] ^= 1;
        }
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(content);
        to.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
