package dev.kontor.connector.financeoperations.datapackage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data package: a zip with a manifest, a header and the file of one entity.
 *
 * @param project name of the data project
 */
record PackageFile(String project) {

  byte[] with(CompositeOrder order) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "Manifest.xml", new PackageManifest(project).xml());
      add(zip, "PackageHeader.xml", new PackageHeader(project).xml());
      add(zip, PackageManifest.FILE, order.xml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
