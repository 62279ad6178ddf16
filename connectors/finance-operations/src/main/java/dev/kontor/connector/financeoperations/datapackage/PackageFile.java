package dev.kontor.connector.financeoperations.datapackage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data package: a zip with a manifest, a header and the file of one entity. What manifest and
 * header hold is what public packages have in common, and nothing of it was tried (documentation
 * only); which fields go where is the data project's.
 *
 * @param project name of the data project
 */
record PackageFile(String project) {

  private static final String NAMESPACE =
      "http://schemas.microsoft.com/dynamics/2015/01/DataManagement";

  private static final String MANIFEST_TYPE =
      "Microsoft.Dynamics.AX.Framework.Tools.DataManagement.Serialization"
          + ".DataManagementPackageManifest";

  byte[] with(CompositeOrder order) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "Manifest.xml", manifest());
      add(zip, "PackageHeader.xml", header());
      add(zip, file(), order.xml());
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

  private static String file() {
    return CompositeOrder.ENTITY + ".xml";
  }

  private byte[] manifest() {
    return XmlFile.of(
        xml ->
            xml.element(
                "DataManagementPackageManifest",
                () -> {
                  xml.namespace(NAMESPACE);
                  xml.element("DefinitionGroupName", project);
                  xml.element("Description", project);
                  xml.element(
                      "PackageEntityList",
                      () -> xml.element("DataManagementPackageEntityData", () -> entity(xml)));
                }));
  }

  private static void entity(XmlFile xml) {
    xml.element("DefaultRefreshType", "FullPush");
    xml.element("Disable", "false");
    xml.element("EntityName", CompositeOrder.ENTITY);
    xml.element("ExecutionUnit", "1");
    xml.element("InputFilePath", file());
    xml.element("LevelInExecutionUnit", "1");
    xml.element("SequenceInLevel", "1");
    xml.element("SourceFormat", "XML-Attribute");
  }

  private byte[] header() {
    return XmlFile.of(
        xml ->
            xml.element(
                "DataManagementPackageHeader",
                () -> {
                  xml.namespace(NAMESPACE);
                  xml.element("Description", project);
                  xml.element("ManifestType", MANIFEST_TYPE);
                  xml.element("PackageType", "DefinitionGroup");
                  xml.element("PackageVersion", "2");
                }));
  }
}
